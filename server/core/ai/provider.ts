import { setTimeout } from "node:timers/promises";
import OpenAI, { APIError } from "openai";
import type { ChatCompletionCreateParams } from "openai/resources/chat/completions";
import { z } from "zod";
import type { App, Ctx } from "../context.ts";
import { storable } from "../text/storable.ts";
import { ProviderFailure } from "./failure.ts";
import { failureOf } from "./failure-sentence.ts";
import { guardedFetch } from "./fetch.ts";
import type { Answer, Routed } from "./gateway.ts";
import type { Prompt } from "./prompt.ts";
import { retryAfterMs } from "./retry-after.ts";
import type { Provider } from "./settings.ts";
import { Silence } from "./silence.ts";

/** Asks an OpenAI-compatible server and hands its text on as it comes. */
export async function streamFromProvider(ctx: Ctx, call: Routed, provider: Provider): Promise<Answer> {
  const { spent } = call;
  let text = "";
  for await (const delta of saidBy(ctx, call, provider)) {
    text += delta;
    call.onText(delta);
    if (call.isEnough?.()) break;
  }
  const { model, tokens, leftMachine } = spent;
  return { text, model: model ?? "none", tokens, leftMachine, fallbackReason: null };
}

/**
 * What the server says, piece by piece. However it fails, that is a ProviderFailure with a reason; what is done with its words
 * fails outside of here.
 */
async function* saidBy(ctx: Ctx, { prompt, spent }: Routed, provider: Provider): AsyncGenerator<string, void> {
  const { fetch, leftMachine } = guardedFetch(provider.sendUnmasked);
  const silence = new Silence(ctx.app.config.llmSilenceMs);
  const signal = AbortSignal.any([ctx.signal, silence.signal]);
  let text = "";
  let ended = false;
  let knowsUsage = false;
  try {
    const client = clientOf(provider, fetch);
    const model = provider.model ?? (await firstModel(client, signal));
    spent.model = model;
    const server = provider.baseUrl;
    const stream = await waitedFor(() => ask(ctx.app, client, { server, model, prompt }, signal), silence);
    for await (const chunk of stream) {
      const [choice] = chunk.choices ?? [];
      if (saysSomething(choice?.delta)) silence.broken();
      const usage = chunk.usage && usageIn(chunk.usage);
      if (usage) {
        knowsUsage = true;
        spent.tokens = usage;
      }
      const delta = choice?.delta?.content ?? "";
      if (choice?.finish_reason) ended = true;
      if (typeof delta !== "string" || delta === "") continue;
      text += delta;
      yield delta;
    }
    ctx.signal.throwIfAborted();
    // The SDK ends an aborted stream without a word.
    if (silence.signal.aborted) throw new Error("silent");
    if (text === "") throw new ProviderFailure(`${provider.name} answered nothing`);
    if (!ended) throw new ProviderFailure(`${provider.name} stopped in the middle of its answer`);
  } catch (error) {
    ctx.signal.throwIfAborted();
    if (error instanceof ProviderFailure) throw error;
    throw failureOf(error, provider, silence, text !== "");
  } finally {
    silence.stop();
    spent.leftMachine = leftMachine();
    // A server counts tokens in the last piece of its answer: of one that was cut they are estimated.
    const isCut = text !== "" || (ctx.signal.aborted && spent.model !== null);
    if (!knowsUsage && isCut) spent.tokens = estimated(prompt, text);
  }
}

const clientOf = ({ baseUrl, apiKey }: Provider, fetch: typeof globalThis.fetch): OpenAI =>
  new OpenAI({
    baseURL: baseUrl,
    apiKey: apiKey ?? "none",
    fetch,
    maxRetries: 0,
    timeout: 10 * 60_000,
    // It would print what a model said.
    logLevel: "off",
  });

/** A word or a thought, under whatever name: a server that sends pieces without any is silent. */
const saysSomething = (delta: object | undefined): boolean =>
  Object.entries(delta ?? {}).some(([name, value]) => name !== "role" && typeof value === "string" && value !== "");

const TokenCount = z.int32().min(0).default(0);
/** What a server says that it counted, where those are counts. */
const Usage = z.object({ prompt_tokens: TokenCount, completion_tokens: TokenCount });

function usageIn(said: object): Answer["tokens"] | null {
  const { data } = Usage.safeParse(said);
  return data ? { input: data.prompt_tokens, output: data.completion_tokens } : null;
}

type Question = { server: string; model: string; prompt: Prompt };

/** Asks in the terms that most models know; where a model refuses those, in the terms of models that think before they answer. */
async function ask(app: App, client: OpenAI, { server, model, prompt }: Question, signal: AbortSignal) {
  const askWith = (limits: Limits) =>
    client.chat.completions.create(
      {
        model,
        stream: true,
        stream_options: { include_usage: true },
        ...limits,
        messages: [
          { role: "system", content: prompt.system },
          { role: "user", content: prompt.user },
        ],
      },
      { signal },
    );
  const thinkers = thinkersOf(app);
  const name = `${server} ${model}`;
  if (!thinkers.has(name)) {
    try {
      return await askWith({ max_tokens: prompt.maxTokens, temperature: prompt.temperature });
    } catch (error) {
      if (!refusesLimits(error)) throw error;
    }
  }
  thinkers.delete(name);
  const stream = await askWith({ max_completion_tokens: prompt.maxTokens + ROOM_TO_THINK });
  thinkers.add(name);
  return stream;
}

type Limits = Pick<ChatCompletionCreateParams, "max_tokens" | "temperature" | "max_completion_tokens">;

/** Models that think before they answer take their limit under another name, and no temperature. */
const refusesLimits = (error: unknown): boolean =>
  error instanceof APIError &&
  error.status === 400 &&
  /\b(max_tokens|temperature)\b/.test(`${error.param} ${error.message}`);

/** Which those are, by server and model, is remembered while the process runs: each would refuse every first question. */
const allThinkers = new WeakMap<App, Set<string>>();
function thinkersOf(app: App): Set<string> {
  const known = allThinkers.get(app) ?? new Set();
  allThinkers.set(app, known);
  return known;
}

/** What they think counts against the limit. */
const ROOM_TO_THINK = 8000;

const CHARACTERS_A_TOKEN = 4;
const estimated = ({ system, user }: Prompt, text: string): Answer["tokens"] => ({
  input: Math.ceil((system.length + user.length) / CHARACTERS_A_TOKEN),
  output: Math.ceil(text.length / CHARACTERS_A_TOKEN),
});

/** Asks again, once, where the provider says when: as long as that is no longer than a person waits for a first word. */
async function waitedFor<T>(ask: () => Promise<T>, silence: Silence): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const waitMs = error instanceof APIError && error.status === 429 ? retryAfterMs(error.headers) : null;
    if (waitMs === null || waitMs > silence.leftMs) throw error;
    await setTimeout(waitMs, undefined, { signal: silence.signal });
    return ask();
  }
}

/** The first model that the server has, for one that has only one. */
async function firstModel(client: OpenAI, signal: AbortSignal): Promise<string> {
  const { data } = await client.models.list({ signal });
  const id = data[0]?.id;
  if (typeof id !== "string" || id === "") throw new Error("it has no model");
  return storable(id);
}
