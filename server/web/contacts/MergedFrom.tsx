import type { Contact } from "@sidenote/contract/contacts";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { exactTime, shortDate } from "@sidenote/panel/ui/when";
import { useMerging } from "./merging.ts";

/** Who was made part of this contact, and the way back, however long ago. */
export function MergedFrom({ merged }: { merged: NonNullable<Contact["merged"]> }) {
  const { busy, takeApart } = useMerging();
  if (merged.length === 0) return null;
  return (
    <Section title="Made one with">
      <ul className="rows">
        {merged.map(({ id, name, addresses, at }) => (
          <li key={id} className="item row between">
            <span className="grow clip">
              {name || addresses[0]}
              <span className="t-meta"> {name && addresses.join(", ")}</span>
            </span>
            <time className="t-meta num" dateTime={at} title={exactTime(at)}>
              {shortDate(at)}
            </time>
            <Button
              small
              disabled={busy}
              aria-label={`Take apart ${name || addresses[0]}`}
              onClick={() => takeApart({ id })}
            >
              Take apart
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
