import { Problem } from "@sidenote/contract/errors";

/** A write that had waited for the server, and that it would not have. */
export type Refused = {
  key: string;
  /** What was written, where that was words. */
  words: string | null;
  reason: string;
};

/** By the body that was sent with this key, and what the server answered. */
export const refusalOf = (key: string, sent: unknown, answer: { status: number; body: unknown }): Refused => ({
  key,
  words: typeof sent === "object" && sent && "text" in sent && typeof sent.text === "string" ? sent.text : null,
  reason: Problem.safeParse(answer.body).data?.title ?? `The server answered ${answer.status}`,
});
