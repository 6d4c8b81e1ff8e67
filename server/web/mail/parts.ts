import type { Email, Span } from "@sidenote/contract/emails";

/** A stretch of a mail's text; `tail`: nothing is said after it, so it can be hidden without losing what it answers. */
export type Part = { kind: Span["kind"]; start: number; text: string; tail: boolean };

export function partsOf({ text, spans }: Pick<Email, "text" | "spans">): Part[] {
  const parts = spans.map(({ kind, start, end }) => ({ kind, start, text: text.slice(start, end) }));
  const lastSaid = parts.findLastIndex((part) => part.kind === "said" && part.text.trim() !== "");
  return parts.map((part, i) => ({ ...part, tail: i > lastSaid })).filter((part) => part.text.trim() !== "");
}

export const saidOf = ({ text, spans }: Pick<Email, "text" | "spans">): string =>
  spans
    .filter(({ kind }) => kind === "said")
    .map(({ start, end }) => text.slice(start, end))
    .join("")
    .trim();
