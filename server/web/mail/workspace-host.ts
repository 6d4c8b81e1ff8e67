import type { Person, Thread } from "@sidenote/contract/emails";
import type { Host, Subject } from "@sidenote/panel/host";
import { placeBetween, placeIn } from "@sidenote/panel/standing";
import type { ReplyDraft } from "./Reply.tsx";

type Around = {
  navigate: (to: string) => void;
  setReply: (reply: ReplyDraft | null | ((before: ReplyDraft | null) => ReplyDraft | null)) => void;
  collapse: () => void;
};

/** The panel's host inside the workspace: what is open here, and a reply box to put a draft into. */
export function createWorkspaceHost({ navigate, setReply, collapse }: Around): {
  host: Host;
  look: (thread: Thread | null, reply: ReplyDraft | null) => void;
} {
  const listeners = new Set<(subject: Subject | null) => void>();
  let subject: Subject | null = null;
  let told = "";
  const host: Host = {
    kind: "workspace",
    watchSubject(tell, signal) {
      listeners.add(tell);
      signal.addEventListener("abort", () => listeners.delete(tell), { once: true });
      tell(subject);
    },
    async insertDraft(text, about) {
      let before: ReplyDraft | null = null;
      setReply((now) => {
        before = now;
        return { text: withDraft(now, text), sources: about?.sources ?? 0, draft: text };
      });
      return { ok: true, undo: async () => setReply(before) };
    },
    openWorkspace: navigate,
    collapse,
  };
  return {
    host,
    look(thread, reply) {
      const next = thread && subjectOf(thread, reply);
      const key = JSON.stringify(next);
      if (key === told) return;
      told = key;
      subject = next;
      for (const tell of listeners) tell(next);
    },
  };
}

/** In place of the draft before, also where words in it were changed; what the member wrote beside it stays, as in Gmail. */
function withDraft(now: ReplyDraft | null, text: string): string {
  const whole = now?.text ?? "";
  const before = now?.draft ?? "";
  const place = placeIn(whole, before) ?? placeBetween(whole, before) ?? placeIn(whole, text);
  if (place) return whole.slice(0, place.start) + text + whole.slice(place.end);
  return whole.trim() === "" ? text : `${whole.trimEnd()}\n\n${text}`;
}

/** Whoever wrote last comes first: the answer goes to them. The mails are stored, so the thread's key says everything. */
function subjectOf(thread: Thread, reply: ReplyDraft | null): Subject {
  const people = byRelevance(thread);
  return {
    people,
    thread: { key: thread.id, subject: thread.subject, messages: [] },
    compose: reply && {
      id: `reply to ${thread.id}`,
      isReply: true,
      recipients: people.slice(0, 1),
      subject: thread.subject,
      text: reply.text,
    },
  };
}

export function byRelevance({ emails, people }: Thread): Person[] {
  const writers = emails
    .filter(({ direction }) => direction !== "out")
    .map(({ from }) => from)
    .reverse();
  const all = [...writers.filter(({ address }) => people.some((one) => one.address === address)), ...people];
  // A broken mail may say of nobody who it is.
  return all.filter((one, i) => one.address && all.findIndex((other) => other.address === one.address) === i);
}
