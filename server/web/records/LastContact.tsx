import { exactTime, shortDate } from "@sidenote/panel/ui/when";

/** When somebody last wrote or was written to, at the end of a row. */
export const LastContact = ({ at }: { at: string | null }) => (
  <time className="t-meta num when" dateTime={at ?? undefined} title={at ? exactTime(at) : undefined}>
    {at ? shortDate(at) : ""}
  </time>
);
