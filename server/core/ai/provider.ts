import { setTimeout } from "node:timers/promises";
import OpenAI, { APIError } from "openai";
import type { ChatCompletionCreateParams } from "openai/resources/chat/completions";
import type { App, Ctx } from "../context.ts";
import { beginningOf } from "../text/storable.ts";
import { ProviderFailure } from "./failure.ts";
import { guardedFetch, NotLocal } from "./fetch.ts";
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

/** What the server says. Every way of its to fail is a ProviderFailure with a reason; what we make of it fails elsewhere. */
async function* saidBy(ctx: Ctx, { prompt, spent }: Routed, provider: Provider): AsyncGenerator<string, void> {
  const { fetch, leftMachine } = guardedFetch(provider.sendUnmasked);
  const silence = new Silence(ctx.app.config.llmSilenceMs);
  const signal = AbortSignal.any([ctx.signal, silence.signal]);
  let text = "";
  let ended = false;
  let told = false;
  try {
    const client = new OpenAI({
      baseURL: provider.baseUrl,
      apiKey: provider.apiKey ?? "none",
      fetch,
      maxRetries: 0,
      timeout: 10 * 60_000,
      // It would print what a model said.
      logLevel: "off",
    });
    const model = provider.model ?? (await firstModel(client, signal));
    spent.model = model;
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
    const known = thinkersOf(ctx.app);
    const name = `${provider.baseUrl} ${model}`;
    const ask = async () => {
      if (!known.has(name)) {
        try {
          return await askWith({ max_tokens: prompt.maxTokens, temperature: prompt.temperature });
        } catch (error) {
          if (!refusesLimits(error)) throw error;
        }
      }
      known.delete(name);
      const stream = await askWith({ max_completion_tokens: prompt.maxTokens + ROOM_TO_THINK });
      known.add(name);
      return stream;
    };
    const stream = await waitedFor(ask, silence);
    for await (const chunk of stream) {
      silence.broken();
      if (chunk.usage) {
        told = true;
        spent.tokens = { input: chunk.usage.prompt_tokens ?? 0, output: chunk.usage.completion_tokens ?? 0 };
      }
      const [choice] = chunk.choices ?? [];
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
    throw new ProviderFailure(reason(error, provider, silence, text !== ""), wordsOf(error));
  } finally {
    silence.stop();
    spent.leftMachine = leftMachine();
    // Who is not heard to the end does not tell what it was.
    const isCut = text !== "" || (ctx.signal.aborted && spent.model !== null);
    if (!told && isCut) spent.tokens = estimated(prompt, text);
  }
}

type Limits = Pick<ChatCompletionCreateParams, "max_tokens" | "temperature" | "max_completion_tokens">;

/** Models that think before they answer take their limit under another name, and no temperature. */
const refusesLimits = (error: unknown): boolean =>
  error instanceof APIError &&
  error.status === 400 &&
  /\b(max_tokens|temperature)\b/.test(`${error.param} ${error.message}`);
/** Which those are, by server and model, is remembered while the process runs: each would refuse every first question. */
const thinkers = new WeakMap<App, Set<string>>();
function thinkersOf(app: App): Set<string> {
  const known = thinkers.get(app) ?? new Set();
  thinkers.set(app, known);
  return known;
}
/** What they think counts to the limit. */
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
  if (!id) throw new Error("it has no model");
  return id;
}

function reason(error: unknown, { name }: Provider, silence: Silence, begun: boolean): string {
  if (silence.signal.aborted)
    return begun
      ? `${name} fell silent in the middle of its answer`
      : `${name} did not answer within ${Math.round(silence.limitMs / 1000)} s`;
  const cause = rootOf(error);
  if (cause instanceof NotLocal)
    return `${name} is not on this machine or network, and sending mail there is not allowed. An admin can allow it under Settings`;
  if (error instanceof APIError && typeof error.status === "number") {
    if (error.status === 401 || error.status === 403)
      return `${name} refused the key. An admin can give another one under Settings`;
    if (error.status === 429) {
      const waitMs = retryAfterMs(error.headers);
      const asks = waitMs === null ? ". Try again in a while" : ` and asks to wait ${Math.ceil(waitMs / 1000)} s`;
      return `${name} has too many requests, or the account there is used up${asks}`;
    }
    if (error.status === 404)
      return `${name} does not know this model, or has another address. An admin can look under Settings`;
    return error.status >= 500
      ? `${name} has a fault of its own just now (${error.status}). Try again in a while`
      : `${name} would not take the question (${error.status})`;
  }
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const away = UNREACHED.find(([codes]) => codes.test(code));
  if (away) return `${name} could not be reached: ${away[1]}`;
  if (begun || /ECONNRESET|terminated|aborted|premature/i.test(`${code} ${String(cause)}`))
    return `${name} stopped in the middle of its answer`;
  return `${name} answered something that is no answer`;
}

/** Of these nothing is known but that it was the question. */
const isUntaken = (status: number | undefined): boolean =>
  status !== undefined && status < 500 && ![401, 403, 404, 429].includes(status);

const LONGEST_WORDS = 160;

/** What a provider says of a question that it does not take: a stranger's text, in one short line. */
function wordsOf(error: unknown): string | null {
  if (!(error instanceof APIError) || !isUntaken(error.status)) return null;
  const said: unknown =
    error.error && typeof error.error === "object" && "message" in error.error ? error.error.message : null;
  if (typeof said !== "string") return null;
  const words = said
    .slice(0, LONGEST_WORDS * 4)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .replace(/[“”]/g, '"')
    .trim();
  if (words === "") return null;
  return words.length > LONGEST_WORDS ? `${beginningOf(words, LONGEST_WORDS).trimEnd()}…` : words;
}

/** What happened, and what to do, in place of the system's word for it. */
const UNREACHED = [
  [/ECONNREFUSED/, "nothing answers at its address. Is it running?"],
  [/ENOTFOUND|EAI_AGAIN/, "its address is not known here. Look at the address under Settings, and at the network"],
  [/EHOSTUNREACH|ENETUNREACH/, "there is no way to it from this machine. Is the network there?"],
  [/ETIMEDOUT|CONNECT_TIMEOUT/, "it did not take the call in time. Is it running, and the network there?"],
  [/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL/, "its certificate is not one that this machine trusts"],
] as const;

function rootOf(error: unknown): unknown {
  let at = error;
  while (at instanceof Error && at.cause instanceof Error) at = at.cause;
  return at;
}
