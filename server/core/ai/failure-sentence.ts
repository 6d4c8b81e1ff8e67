import { APIError } from "openai";
import { beginningOf } from "../text/storable.ts";
import { ProviderFailure } from "./failure.ts";
import { NotLocal } from "./fetch.ts";
import { retryAfterMs } from "./retry-after.ts";
import type { Provider } from "./settings.ts";
import type { Silence } from "./silence.ts";

/** What went wrong while a provider was asked, as a sentence that says what to do. `begun`: a part of its answer had come. */
export const failureOf = (error: unknown, provider: Provider, silence: Silence, begun: boolean): ProviderFailure =>
  new ProviderFailure(sentenceOf(error, provider, silence, begun), wordsOf(error));

/** Mail would leave this machine or network, and no admin has allowed that. */
export const notAllowed = (provider: string): string =>
  `${provider} is not on this machine or network, and sending mail there is not allowed. An admin can allow it under Settings`;

function sentenceOf(error: unknown, { name }: Provider, silence: Silence, begun: boolean): string {
  if (silence.cameToNoEnd) return `${name} came to no end with its answer`;
  if (silence.signal.aborted)
    return begun
      ? `${name} fell silent in the middle of its answer`
      : `${name} did not answer within ${Math.round(silence.limitMs / 1000)} s`;
  const cause = rootOf(error);
  if (cause instanceof NotLocal) return notAllowed(name);
  if (error instanceof APIError && typeof error.status === "number") return refused(name, error.status, error.headers);
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const away = UNREACHED.find(([codes]) => codes.test(code));
  if (away) return `${name} could not be reached: ${away[1]}`;
  if (begun || /ECONNRESET|terminated|aborted|premature/i.test(`${code} ${String(cause)}`))
    return `${name} stopped in the middle of its answer`;
  return `${name} answered something that is no answer`;
}

/** It answered with an error. */
function refused(name: string, status: number, headers: Headers | undefined): string {
  if (status === 401 || status === 403) return `${name} refused the key. An admin can give another one under Settings`;
  if (status === 429) {
    const waitMs = retryAfterMs(headers);
    const asks = waitMs === null ? ". Try again in a while" : ` and asks to wait ${Math.ceil(waitMs / 1000)} s`;
    return `${name} has too many requests, or the account there is used up${asks}`;
  }
  if (status === 404)
    return `${name} does not know this model, or has another address. An admin can look under Settings`;
  return status >= 500
    ? `${name} has a fault of its own just now (${status}). Try again in a while`
    : `${name} would not take the question (${status})`;
}

/** Of these nothing is known but that the question itself was refused: then the provider's own words help. */
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
