import type { Context, emailDraft, Tone } from "@sidenote/contract/context";
import type { InputOf } from "@sidenote/contract/endpoint";
import type { ThreadId } from "@sidenote/contract/ids";
import type { Situation } from "./subject.ts";

/** What the member wants to have written. `text` is what the server is asked for. */
const PURPOSES = [
  { label: "Answer", text: "Answer", inThread: true },
  { label: "New mail", text: "", inThread: false },
  { label: "Follow up", text: "Follow up" },
  { label: "Thank", text: "Thank" },
  { label: "Decline", text: "Decline", inThread: true },
  { label: "Meet", text: "Schedule a meeting" },
  { label: "Send a file", text: "Send a document" },
  { label: "Introduce", text: "Introduce" },
] as const satisfies readonly { label: string; text: string; inThread?: boolean }[];
export type Purpose = (typeof PURPOSES)[number];

export const TONES = [
  { label: "Usual tone", tone: null },
  { label: "Formal", tone: "formal" },
  { label: "Casual", tone: "casual" },
  { label: "Friendly", tone: "friendly" },
] as const satisfies readonly { label: string; tone: Tone | null }[];

export type Wish = {
  purpose: Purpose["label"];
  /** One point a line, in the member's words. */
  points: string;
  tone: Tone | null;
};

/** A mail of its own: a compose that answers nothing. */
export const isNewMail = ({ threadKey, messages, compose }: Situation): boolean =>
  compose ? !compose.isReply : threadKey === null && messages.length === 0;

export const purposesOf = (situation: Situation): Purpose[] =>
  PURPOSES.filter((one) => !("inThread" in one) || one.inThread === !isNewMail(situation));

/** What is likely wanted: an answer, a reminder where they owe one, a mail of its own. */
export function likelyWish(situation: Situation, context: Context | undefined): Wish {
  const theirs = context?.owed.some((one) => one.by === "them") && !context.owed.some((one) => one.by === "you");
  const purpose = isNewMail(situation) ? "New mail" : theirs ? "Follow up" : "Answer";
  return { purpose, points: "", tone: null };
}

/** A thread of the workspace is stored as it is. */
const storedThread = ({ threadKey }: Situation): ThreadId | null =>
  threadKey?.startsWith("thr_") ? (threadKey as ThreadId) : null;

/** Who and what it is about: the stored thread where there is one, else what is on screen. */
export function aboutOf(situation: Situation, context: Context | undefined) {
  const recipients = situation.compose?.recipients ?? [];
  return { ...whatOf(situation, context), ...(recipients.length > 1 && { recipients }) };
}

function whatOf(situation: Situation, context: Context | undefined) {
  const contact = context?.contact ?? null;
  const threadId = context?.thread?.id ?? storedThread(situation);
  return isNewMail(situation)
    ? { screen: { ...situation.screen, messages: [] } }
    : threadId
      ? { thread_id: threadId, ...(contact && { contact_id: contact.id }) }
      : situation.messages.length > 0
        ? { screen: situation.screen }
        : contact
          ? { contact_id: contact.id }
          : { screen: situation.screen };
}

/** What the server is asked to write. */
export function wishInput({ purpose, points, tone }: Wish) {
  const keyPoints = points.split("\n").flatMap((line) => line.trim() || []);
  return {
    purpose: PURPOSES.find((one) => one.label === purpose)!.text,
    ...(keyPoints.length > 0 && { key_points: keyPoints }),
    ...(tone && { tone }),
  };
}

export const draftInput = (
  situation: Situation,
  context: Context | undefined,
  wish: Wish,
): InputOf<typeof emailDraft> => ({ ...aboutOf(situation, context), ...wishInput(wish) });
