import { frameIn, isFrameLine } from "../../core/mail/said/frame.ts";
import type { SentMail } from "./learn.ts";

/** What a mail says between greeting and name. */
export function bodyOf({ text, spans, from, to }: Pick<SentMail, "text" | "spans" | "from" | "to">): string {
  const { signOff } = frameIn(text, spans, from, to);
  return spans
    .filter((span) => span.kind === "said")
    .map((span) => text.slice(span.start, span.end).trim())
    .join("\n")
    .split("\n")
    .filter((line) => withoutStop(line.trim()) !== signOff && !isFrameLine(line.trim()))
    .join("\n")
    .trim();
}

/** "Ada B." is signed as "Ada B" is. */
const withoutStop = (line: string): string => line.replace(/[.,]+$/, "");
