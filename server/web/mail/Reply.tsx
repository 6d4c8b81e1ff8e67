import type { Thread } from "@sidenote/contract/emails";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { firstName } from "@sidenote/panel/words";
import { type ReactNode, useEffect, useRef } from "react";
import { useKeys } from "../shell/keys.tsx";
import { byRelevance } from "./workspace-host.ts";

/** `sources`: on how many sources a draft from the panel rests; null for what the member writes. `draft`: as it was put there. */
export type ReplyDraft = { text: string; sources: number | null; draft?: string };

/** A reply that is being written under the thread: by hand, or a draft from the panel. It is copied out; nothing is sent. */
export function Reply({
  thread,
  reply,
  change,
}: {
  thread: Thread;
  reply: ReplyDraft | null;
  change: (reply: ReplyDraft | null) => void;
}) {
  const say = useToast();
  const place = useRef<HTMLDivElement>(null);
  /** Begun the last time that this thread was open: then nobody has just asked for it. */
  const wasThere = useRef(reply !== null);
  if (!reply) wasThere.current = false;
  const [to] = byRelevance(thread);
  const fromPanel = reply !== null && reply.sources !== null;
  useEffect(() => {
    if (fromPanel && !wasThere.current) place.current?.scrollIntoView?.({ block: "nearest" });
  }, [fromPanel]);
  useKeys(reply ? [] : [{ key: "r", label: "Write a reply", run: () => change({ text: "", sources: null }) }]);
  if (!to) return null;
  const name = firstName(to.name || to.address);
  if (!reply)
    return (
      <div className="reply-start">
        <Button onClick={() => change({ text: "", sources: null })} title="Write a reply (r)">
          Reply to {name}
        </Button>
      </div>
    );
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(reply.text);
      say({ text: "Copied" });
    } catch {
      say({ text: "The browser did not allow copying. Select the text and copy it by hand" });
    }
  };
  const discard = () => {
    change(null);
    if (reply.text.trim()) say({ text: "Reply discarded", undo: () => change(reply) });
  };
  return (
    <div ref={place} className="reply">
      <Section
        title={`Reply to ${name}`}
        margin={fromPanel ? "machine" : undefined}
        aside={<span className="t-meta">{fromPanel ? draftOf(reply.sources ?? 0) : "nothing is sent from here"}</span>}
      >
        <Growing
          label={`Reply to ${name}`}
          text={reply.text}
          // A reply that was begun by hand is typed into.
          takesFocus={!fromPanel && !wasThere.current}
          onChange={(text) => change({ ...reply, text })}
        />
        <div className="row wrap">
          <Button look="primary" onClick={() => void copy()}>
            Copy
          </Button>
          <a className="btn" href={mailto(to.address, thread.subject, reply.text)}>
            Open in mail program
          </a>
          <Button look="quiet" onClick={discard}>
            Discard
          </Button>
          <span className="t-meta">Nothing is sent from here.</span>
        </div>
      </Section>
    </div>
  );
}

const draftOf = (sources: number): string =>
  sources === 0 ? "draft" : sources === 1 ? "draft, from 1 source" : `draft, from ${sources} sources`;

const mailto = (address: string, subject: string, text: string): string => {
  const answer = /^(re|aw|sv|antw)\s*:/i.test(subject) ? subject : `Re: ${subject}`;
  return `mailto:${encodeURIComponent(address)}?subject=${encodeURIComponent(answer)}&body=${encodeURIComponent(text)}`;
};

/** A field as high as what stands in it. */
function Growing({
  label,
  text,
  takesFocus,
  onChange,
}: {
  label: string;
  text: string;
  takesFocus: boolean;
  onChange: (text: string) => void;
}) {
  return (
    <div className="growing t-read">
      <div className="under" dir="auto" aria-hidden>
        {withBlanks(`${text}\n`)}
      </div>
      <textarea
        aria-label={label}
        dir="auto"
        value={text}
        // biome-ignore lint/a11y/noAutofocus: only where the member has just asked for it
        autoFocus={takesFocus}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** What the writer did not know stands in brackets; it is marked under the text that is typed. */
const withBlanks = (text: string): ReactNode[] =>
  text.split(/(\[[^\][\n]{1,60}\?\])/).map((part, i) =>
    i % 2 ? (
      <mark key={i} className="blank-under">
        {part}
      </mark>
    ) : (
      part
    ),
  );
