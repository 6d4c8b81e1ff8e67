import type { Draft } from "@sidenote/contract/context";
import { Copy } from "lucide-react";
import type { By } from "../draft-state.ts";
import { isOpen } from "../draft-text.ts";
import type { Host } from "../host.ts";
import { Source } from "../sources.tsx";
import { Button, IconButton } from "../ui/Button.tsx";
import { useToast } from "../ui/Toasts.tsx";

/**
 * What stands beside a draft and is no part of it: what the writer could not do, and what the member's own notes say, for a blank
 * of it as long as that is there: in another language it has another name.
 */
export function DraftAside({ made, text }: { made: Pick<Draft, "for_your_eyes" | "limit">; text: string }) {
  const eyes = made.for_your_eyes ?? [];
  return (
    <>
      {made.limit && <p className="t-2 limit">{made.limit}</p>}
      {eyes.length > 0 && (
        <section className="eyes" aria-label="For your eyes">
          <p className="t-meta">For your eyes, not in the letter</p>
          <ul>
            {eyes.map(({ blank, source }) => (
              <li key={`${source.id} ${source.start}`} dir="auto">
                {blank && isOpen(text, blank) && <bdi className="t-meta eyes-for">{blank} </bdi>}
                {source.quote}
                <Source source={source} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Under what is there to choose from: who made it, and whether anything left the machine for it. */
export function MadeBy({ by: { model_used, fallback_reason, left_machine, limit } }: { by: By }) {
  return (
    <>
      {fallback_reason && <p className="t-2 reason">{fallback_reason}</p>}
      {limit && <p className="t-2 limit">{limit}</p>}
      <p className="t-meta">
        {model_used === "builtin" ? "Built-in writer" : model_used} ·{" "}
        {left_machine ? "sent unmasked" : "nothing left this machine"}
      </p>
    </>
  );
}

/** Subject lines to choose from, each to be put into the mail where that can be, or copied. */
export function DraftSubjects({
  subjects,
  put,
}: {
  subjects: "asked" | readonly string[];
  /** Absent where the subject of a thread stays as it is, or the page lets itself be given none. */
  put: Host["insertSubject"];
}) {
  const toast = useToast();
  if (subjects === "asked")
    return (
      <p className="t-meta subjects" role="status">
        Looking for subject lines…
      </p>
    );
  const copy = async (subject: string) => {
    await navigator.clipboard.writeText(subject);
    toast({ text: "Subject copied." });
  };
  const insert = async (subject: string) => {
    const done = await put?.(subject).catch(() => null);
    if (done?.ok) toast({ text: "It is the subject now.", undo: done.undo, of: "subject" });
    else toast({ text: done?.reason ?? "It could not be put there. Copy it instead." });
  };
  return (
    <ul className="subjects" aria-label="Subject lines">
      <li className="t-meta" aria-hidden>
        Subject lines
      </li>
      {subjects.map((subject) => (
        <li key={subject} className="row">
          <span className="grow" dir="auto">
            {subject}
          </span>
          {put && (
            <Button small aria-label={`Use: ${subject}`} onClick={() => void insert(subject)}>
              Use
            </Button>
          )}
          <IconButton small icon={Copy} label={`Copy: ${subject}`} onClick={() => void copy(subject)} />
        </li>
      ))}
      {subjects.length === 0 && <li className="t-meta">The draft says too little for a subject line.</li>}
    </ul>
  );
}
