const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** "Tue, 3 Feb 2026 10.00.00 MEZ", "03-Feb-26 10:00 +0100 (CET)". */
const WRITTEN =
  /(?<!\d)(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4}|\d{2}),?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s*([+-])(\d{2}):?(\d{2})|\s+"?([a-z]{2,5}))?/i;

/** Hours before UTC that mail programs of these places wrote by name; of any other name nothing is known, and it is UTC. */
const HOURS: Readonly<Record<string, number>> = {
  ...{ wet: 0, west: 1, bst: 1, cet: 1, mez: 1, met: 1, cest: 2, mesz: 2, eet: 2, eest: 3, msk: 3 },
  ...{ sgt: 8, hkt: 8, jst: 9, kst: 9, aest: 10, aedt: 11, nzst: 12, nzdt: 13 },
};

/** The time that a header tells, in milliseconds; NaN where it tells none. Also in forms that no standard knows and programs write. */
export function timeOf(header: string): number {
  const time = Date.parse(header);
  if (!Number.isNaN(time)) return time;
  const [, day, month, year, hour, minute, second = "0", sign, zoneHour, zoneMinute, zone = ""] =
    WRITTEN.exec(header) ?? [];
  const monthIndex = MONTHS.indexOf((month ?? "").toLowerCase());
  if (monthIndex === -1 || Number(day) > 31 || Number(hour) > 23 || Number(minute) > 59) return Number.NaN;
  const century = year!.length === 4 ? 0 : Number(year) < 50 ? 2000 : 1900;
  const asUtc = Date.UTC(century + Number(year), monthIndex, Number(day), Number(hour), Number(minute), Number(second));
  const minutes = sign
    ? (sign === "-" ? -1 : 1) * (Number(zoneHour) * 60 + Number(zoneMinute))
    : (HOURS[zone.toLowerCase()] ?? 0) * 60;
  return asUtc - minutes * 60_000;
}
