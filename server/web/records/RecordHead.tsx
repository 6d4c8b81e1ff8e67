import { Face } from "@sidenote/panel/ui/Face.tsx";
import type { ReactNode } from "react";

/** A record's name at the head of its page, and under it in a line what tells it apart. */
export const RecordName = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="row top named">
    <Face name={name || "?"} />
    <div className="grow">
      <h1 className="t-page clip">{name}</h1>
      <p className="t-2 clip">{children}</p>
    </div>
  </div>
);

/** Whether a record is put away, the organization's, or only seen in the member's mail. */
export function RecordState({ state, archived }: { state: "seen" | "saved"; archived: boolean }) {
  if (archived) return <span className="tag">Archived</span>;
  return state === "saved" ? <span className="tag good">Saved</span> : <span className="tag">Seen in mail</span>;
}
