const LONGEST = 200_000;
const NAMES = ["SUMMARY", "DTSTART", "DTEND", "LOCATION", "DESCRIPTION", "COMMENT"] as const;
type Name = (typeof NAMES)[number];
type Property = { value: string; zone: string | null };

/**
 * What an invitation or an answer to one says that consists of a calendar's entry alone: what, when, where, and what was written
 * to it. Days and times are written as in the entry, in figures, for its language is not known. Empty where there is no entry.
 */
export function calendarText(calendar: string): string {
  const event = firstEvent(calendar.slice(0, LONGEST));
  const [begins, ends] = [event.get("DTSTART"), event.get("DTEND")];
  const head = [event.get("SUMMARY")?.value, begins && whenOf(begins, ends), event.get("LOCATION")?.value];
  const written = [event.get("COMMENT")?.value, event.get("DESCRIPTION")?.value];
  return [head.filter(Boolean).join("\n"), ...written]
    .filter((part): part is string => part !== undefined && part.trim() !== "")
    .join("\n\n")
    .trim();
}

/** Without what an alarm in it says. */
function firstEvent(calendar: string): Map<Name, Property> {
  const found = new Map<Name, Property>();
  const inside: string[] = [];
  for (const line of calendar.replace(/\r?\n[ \t]/g, "").split(/\r?\n/)) {
    if (/^BEGIN:/i.test(line)) inside.push(line.slice(6).trim().toUpperCase());
    else if (/^END:/i.test(line)) {
      if (inside.pop() === "VEVENT") break;
    } else if (inside.at(-1) === "VEVENT") {
      const name = NAMES.find(
        (one) => line.slice(0, one.length).toUpperCase() === one && /[;:]/.test(line[one.length]!),
      );
      if (name && !found.has(name)) found.set(name, propertyIn(line, name.length));
    }
  }
  return found;
}

/** The value stands behind the first colon that is not in quotes. */
function propertyIn(line: string, from: number): Property {
  let at = from;
  for (let quoted = false; at < line.length && (quoted || line[at] !== ":"); at++)
    if (line[at] === '"') quoted = !quoted;
  const zone = /;TZID="?([^";:]{1,60})/i.exec(line.slice(0, at))?.[1] ?? null;
  return { value: unescaped(line.slice(at + 1)), zone };
}

const unescaped = (value: string): string =>
  value.replace(/\\([nN,;\\])/g, (_, sign: string) => (/n/i.test(sign) ? "\n" : sign)).trim();

/** "2026-03-05 09:00–10:00 UTC", "2026-03-05". */
function whenOf(begins: Property, ends: Property | undefined): string | null {
  const from = stamp(begins.value);
  if (!from) return null;
  const to = ends && stamp(ends.value);
  const until = from.time && to?.time ? (to.day === from.day ? `–${to.time}` : ` – ${to.day} ${to.time}`) : "";
  const zone = from.time === "" ? "" : begins.value.endsWith("Z") ? " UTC" : begins.zone ? ` (${begins.zone})` : "";
  return `${from.day} ${from.time}${until}`.trim() + zone;
}

function stamp(value: string): { day: string; time: string } | null {
  const [, year, month, day, hour, minute] = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2}))?/.exec(value) ?? [];
  return year ? { day: `${year}-${month}-${day}`, time: hour ? `${hour}:${minute}` : "" } : null;
}
