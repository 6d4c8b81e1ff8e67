import type { Email, Thread } from "@sidenote/contract/emails";
import type { Me } from "@sidenote/contract/organizations";
import { useEffect, useRef, useState } from "react";
import { useKeys } from "../shell/keys.tsx";
import { Folded, Letter } from "./Letter.tsx";

/** The mails of a thread, oldest first. Open are the last, the one that waits, and the one that was asked for. */
export function Letters({ me, thread, marked }: { me: Me; thread: Thread; marked: string | null }) {
  const { emails, owed } = thread;
  const [open, setOpen] = useState<ReadonlySet<string>>(() => firstOpen(thread, marked));
  const [seenMark, setSeenMark] = useState(marked);
  const end = useRef<HTMLDivElement>(null);
  if (marked !== seenMark) {
    setSeenMark(marked);
    if (marked) setOpen(new Set([...open, marked]));
  }
  useEffect(() => {
    const target = marked ? document.getElementById(marked) : null;
    if (target) {
      target.scrollIntoView?.({ block: "start" });
      target.focus({ preventScroll: true });
    } else end.current?.scrollIntoView?.({ block: "nearest" });
  }, [marked]);
  const all = emails.length > open.size;
  useKeys([
    {
      key: "e",
      label: all ? "Open every mail of the thread" : "Fold the earlier mails",
      run: () => setOpen(all ? new Set(emails.map(({ id }) => id)) : firstOpen(thread, marked)),
    },
  ]);
  const toggle = (id: Email["id"]) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  return (
    <div className="letters">
      {emails.map((email, i) =>
        open.has(email.id) ? (
          <Letter
            key={email.id}
            me={me}
            email={email}
            asks={owed?.emailId === email.id ? owed : null}
            marked={email.id === marked}
            fold={i === emails.length - 1 ? undefined : () => toggle(email.id)}
          />
        ) : (
          <Folded key={email.id} email={email} open={() => toggle(email.id)} />
        ),
      )}
      <div ref={end} />
    </div>
  );
}

function firstOpen({ emails, owed }: Thread, marked: string | null): ReadonlySet<string> {
  return new Set([emails.at(-1)?.id, owed?.emailId, marked].filter((id) => id != null));
}
