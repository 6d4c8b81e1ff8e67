/** What a model is asked: pure data, made from facts by a slice's `prompt.ts` and testable without a model. */
export type Prompt = {
  /** Raised with every change of wording, facts or shape; kept with each interaction. */
  version: number;
  /** True for every call of this task. */
  system: string;
  user: string;
  maxTokens: number;
  temperature: number;
};

/** A headed part of a prompt; nothing at all when there is nothing to say. */
export const section = (heading: string, body: string | null | undefined): string =>
  body ? `## ${heading}\n${body}` : "";

export const join = (...parts: string[]): string => parts.filter((part) => part !== "").join("\n\n");

/** Signs that nobody sees and a model reads: tags, empty ones, marks of direction. Those that join letters stay. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * Text that somebody outside wrote, marked as data. The marks cannot be closed from inside: every `<` that could begin a tag
 * is written as `‹`. What a person could not see is not in it.
 */
export const untrusted = (kind: string, text: string): string =>
  `<${kind}>\n${text.replace(UNSEEN, "").replace(/<(?=[/!a-z])/gi, "‹")}\n</${kind}>`;
