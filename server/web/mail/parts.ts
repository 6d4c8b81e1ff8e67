import type { Email, Span } from "@sidenote/contract/emails";

/** A stretch of a mail's text; `tail`: nothing is told after it, so it can be hidden without losing what it answers. */
export type Part = { kind: Span["kind"]; start: number; text: string; tail: boolean };

/** What the sender wants to be read: their own words, and what they pass on. */
const isTold = ({ kind }: Pick<Part, "kind">): boolean => kind === "said" || kind === "forward";
export const isHidden = (part: Part): boolean => part.tail && !isTold(part);

export function partsOf({ text, spans }: Pick<Email, "text" | "spans">): Part[] {
  const parts = spans.map(({ kind, start, end }) => ({ kind, start, text: text.slice(start, end) }));
  const lastTold = parts.findLastIndex((part) => isTold(part) && part.text.trim() !== "");
  return parts.map((part, i) => ({ ...part, tail: i > lastTold })).filter((part) => part.text.trim() !== "");
}

export const saidOf = ({ text, spans }: Pick<Email, "text" | "spans">): string =>
  spans
    .filter(({ kind }) => kind === "said")
    .map(({ start, end }) => text.slice(start, end))
    .join("")
    .trim();
