import type { InteractionId } from "@sidenote/contract/ids";
import type { Ctx } from "../context.ts";
import { ProviderFailure } from "./failure.ts";
import { recorded } from "./ledger.ts";
import { permitted } from "./permit.ts";
import type { Prompt } from "./prompt.ts";
import { streamFromProvider } from "./provider.ts";
import { type Provider, providerFor } from "./settings.ts";
import { Turns } from "./turns.ts";

/** One call of a model, or of the builtin that answers in its place. */
export type ModelCall = {
  /** What it is for: decides the tier, and is what the ledger counts by. */
  task: "draft" | "replies" | "subjects" | "change" | "context" | "promises" | "test";
  prompt: Prompt;
  /** Ask the builtin although a model is connected. */
  preferBuiltin: boolean;
  /**
   * Nobody asked for it at this moment: it goes to no server elsewhere, whatever an admin allowed, and makes way (`MadeWay`) for what
   * somebody waits for.
   */
  unasked?: boolean;
  /** Hears the model's text as it comes. */
  onText(text: string): void;
  /** Nothing is to be expected of more: the call is ended, and what was said so far is the answer. */
  isEnough?(): boolean;
  /** The model has ended: is what it said of use? */
  accept(): boolean;
  /** The answer without any model, from the same facts. */
  builtin(): Promise<string>;
  /** What the model has said so far is void; the builtin begins anew. */
  onRestart(reason: string): void;
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

export type Recorded = Answer & { interactionId: InteractionId };

export type Gateway = { ask(ctx: Ctx, call: ModelCall): Promise<Recorded> };

/** What a call has cost, written down as it goes: it may be cancelled at any moment, and what has left has left. */
export type Spent = Pick<Answer, "tokens" | "leftMachine"> & {
  /** The model that was asked; null as long as none was. */
  model: string | null;
  /** Why its answer was of no use, in our words. */
  failure: string | null;
};

/** A call on its way: who answers it is decided on the first step. */
export type Routed = ModelCall & { provider: Provider | null; spent: Spent };

/** One step on the way of every call; it may answer itself, or change what it hands on and what comes back. */
export type Step = (ctx: Ctx, call: Routed, next: (call: Routed) => Promise<Answer>) => Promise<Answer>;

/** The way of every call, the builtin's too, outermost first. Masking, cache and budget join between `permitted` and the answer. */
const steps: readonly Step[] = [fallBack, permitted];

export function createGateway(): Gateway {
  const turns = new Turns();
  return {
    ask: (ctx, call) => {
      if (call.unasked) return turns.unasked(ctx, (inTurn) => answered(inTurn, call));
      return call.preferBuiltin ? answered(ctx, call) : turns.first(ctx, () => answered(ctx, call));
    },
  };
}

const answered = (ctx: Ctx, call: ModelCall): Promise<Recorded> =>
  recorded(ctx, call, async (spent) => {
    const connected = call.preferBuiltin ? null : await providerFor(ctx);
    const provider = connected && call.unasked ? { ...connected, sendUnmasked: false } : connected;
    const way = steps.reduceRight<(call: Routed) => Promise<Answer>>(
      (next, step) => (inner) => step(ctx, inner, next),
      (inner) => (inner.provider ? streamFromProvider(ctx, inner, inner.provider) : answerBuiltin(inner, null)),
    );
    return way({ ...call, provider, spent });
  });

/** A model that refuses, is silent, breaks off or talks nonsense is no reason to have no answer. */
async function fallBack(_ctx: Ctx, call: Routed, next: (call: Routed) => Promise<Answer>): Promise<Answer> {
  try {
    const answer = await next(call);
    if (call.provider && !call.accept())
      throw new ProviderFailure(`${call.provider.name} answered nothing that the sources bear out`);
    return answer;
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    const { spent } = call;
    spent.failure = error.message;
    const reason = error.words === null ? error.message : `${error.message}: “${error.words}”`;
    call.onRestart(reason);
    const builtin = await answerBuiltin(call, reason);
    return { ...builtin, leftMachine: spent.leftMachine, tokens: spent.tokens };
  }
}

async function answerBuiltin(call: ModelCall, fallbackReason: string | null): Promise<Answer> {
  return {
    text: await call.builtin(),
    model: "builtin",
    tokens: { input: 0, output: 0 },
    leftMachine: false,
    fallbackReason,
  };
}
