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

/**
 * Text that somebody outside wrote, marked as data. The marks cannot be closed from inside: every `<` that could begin a tag
 * is written as `‹`.
 */
export const untrusted = (kind: string, text: string): string =>
  `<${kind}>\n${text.replace(/<(?=[/!a-z])/gi, "‹")}\n</${kind}>`;
