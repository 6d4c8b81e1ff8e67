import type { Span } from "@sidenote/contract/emails";
import type { EmailId } from "@sidenote/contract/ids";
import { isFrameLine } from "../../core/mail/said/frame.ts";
import { sentencesIn } from "../../core/mail/said/sentences.ts";

/** A sentence of what somebody newly wrote, and where it stands. */
export type Said = { emailId: EmailId; text: string; start: number; end: number };

/** Nobody says more that matters in one mail. */
export const LONGEST = 12_000;

/** The sentences that were newly said in a mail, without greeting and closing. */
export const saidIn = ({ id, text, spans }: { id: EmailId; text: string; spans: readonly Span[] }): Said[] =>
  spans
    .filter((span) => span.kind === "said" && span.start < LONGEST)
    .flatMap((span) => sentencesIn(text, span.start, Math.min(span.end, LONGEST)))
    .filter((sentence) => !isFrameLine(sentence.text.split("\n")[0] ?? ""))
    .map((sentence) => ({ emailId: id, ...sentence }));
