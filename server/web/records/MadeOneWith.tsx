import { Button } from "@sidenote/panel/ui/Button.tsx";
import { exactTime, shortDate } from "@sidenote/panel/ui/when";

type Merged<Id> = { id: Id; name: string; about: string; at: string };

/** The records that became part of this one, and the way back, however long ago. */
export function MadeOneWith<Id extends string>({
  merged,
  deciding: { busy, takeApart },
}: {
  merged: readonly Merged<Id>[];
  deciding: { busy: boolean; takeApart: (id: Id) => void };
}) {
  return (
    <ul className="rows">
      {merged.map(({ id, name, about, at }) => (
        <li key={id} className="item row between">
          <span className="grow clip">
            {name}
            <span className="t-meta"> {about}</span>
          </span>
          <time className="t-meta num" dateTime={at} title={exactTime(at)}>
            {shortDate(at)}
          </time>
          <Button small disabled={busy} aria-label={`Take apart ${name}`} onClick={() => takeApart(id)}>
            Take apart
          </Button>
        </li>
      ))}
    </ul>
  );
}
