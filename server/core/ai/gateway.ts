import type { InteractionId } from "@sidenote/contract/ids";
import type { Ctx } from "../context.ts";
import { recorded } from "./ledger.ts";
import type { Prompt } from "./prompt.ts";

/** One call of a model, or of the builtin that answers in its place. */
export type ModelCall = {
  /** What it is for; decides the tier, and is what the ledger counts by. */
  task: "draft";
  prompt: Prompt;
  /** The answer without any model, from the same facts. */
  builtin: () => Promise<string>;
  /** Ask the builtin although a model is connected. */
  preferBuiltin: boolean;
  /** Hears the text as it comes. */
  onText: (text: string) => void;
  /** What was heard so far is void: another one begins anew. */
  onRestart: (reason: string) => void;
};

export type Answer = {
  text: string;
  /** The model's name, or `builtin`. */
  model: string;
  tokens: { input: number; output: number };
  /** Whether a byte left this machine or network. */
  leftMachine: boolean;
  /** Why the builtin answered although a model is connected. */
  fallbackReason: string | null;
};

export type Gateway = {
  ask(ctx: Ctx, call: ModelCall): Promise<Answer & { interactionId: InteractionId | null }>;
};

/** One step on the way of every call; it may answer itself, or change what it hands on and what comes back. */
export type Step = (ctx: Ctx, call: ModelCall, next: (call: ModelCall) => Promise<Answer>) => Promise<Answer>;

/** The way of every call, the builtin's too, outermost first. Masking, cache and budget join between `recorded` and the answer. */
const steps: readonly Step[] = [];

export const createGateway = (): Gateway => ({
  async ask(ctx, call) {
    const chain = steps.reduceRight<(call: ModelCall) => Promise<Answer>>(
      (next, step) => (inner) => step(ctx, inner, next),
      answerBuiltin,
    );
    return recorded(ctx, call, () => chain(call));
  },
});

const answerBuiltin = async (call: ModelCall): Promise<Answer> => {
  const text = await call.builtin();
  call.onText(text);
  return { text, model: "builtin", tokens: { input: 0, output: 0 }, leftMachine: false, fallbackReason: null };
};
