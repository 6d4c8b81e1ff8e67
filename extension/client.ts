import { type Api, createApi, type Endpoint, type OutputOf, toRequest } from "@sidenote/contract/endpoint";
import { ApiError, Problem } from "@sidenote/contract/errors";
import { LiveEvent } from "@sidenote/contract/system";
import { Away, type Client } from "@sidenote/panel/client";
import { readEvents, readStream } from "@sidenote/panel/stream";
import type { KeptHere } from "./background/kept.ts";
import { type Answer, askAs, type PanelAsks, type SendRequest } from "./messages.ts";
import { openStream } from "./open-stream.ts";
import { isHidden, shown } from "./shown.ts";
import { watch } from "./storage.ts";

const ask = askAs<PanelAsks>("panel");
const FIRST_RETRY_MS = 2000;
const LAST_RETRY_MS = 20_000;

/** The panel's way to the server: ordinary calls by the background, which holds the token; streams by this page. */
export function createClient(kept?: KeptHere): Client {
  const raw = createApi(async ({ signal, ...request }) => {
    const answer = await (signal ? askUntil(signal, request) : ask("send", request));
    if (answer.away) throw new Away();
    return answer;
  });
  const api: Api = (target, input, options = {}) =>
    raw(target, input, target.creates ? { idempotencyKey: crypto.randomUUID(), ...options } : options);

  return {
    api,
    async stream(target, input, options) {
      return readStream(await openStream(toRequest(target, input), options.signal), target, options);
    },
    async save<E extends Endpoint>(target: E, input: never) {
      const answer = await ask("save", { ...toRequest(target, input), idempotencyKey: crypto.randomUUID() });
      if (answer.away) return { sent: false as const };
      if (answer.status >= 400) throw new ApiError(Problem.parse(answer.body));
      return { sent: true as const, output: target.output.parse(answer.body) as OutputOf<E> };
    },
    watchLive: (tell, signal) => void watchLive(tell, signal),
    watchServer,
    tryNow: () => void ask("try-now", null),
    dropRefused: (key) => void ask("drop-refused", key),
    ...(kept ? { kept } : {}),
  };
}

/**
 * While the panel is shown: a stream that is opened again when it breaks, later and later. A tab behind others has none: browsers
 * allow few at a time, and a draft needs one, too.
 */
async function watchLive(tell: (event: LiveEvent) => void, signal: AbortSignal): Promise<void> {
  let waitMs = FIRST_RETRY_MS;
  let greeted = isHidden();
  while (!signal.aborted) {
    await shown(signal);
    const end = new AbortController();
    document.addEventListener("visibilitychange", () => isHidden() && end.abort(), { signal: end.signal });
    const inFront = AbortSignal.any([signal, end.signal]);
    try {
      const events = await openStream({ method: "GET", path: "/v1/live" }, inFront);
      for await (const said of readEvents(events, inFront)) {
        waitMs = FIRST_RETRY_MS;
        const event = LiveEvent.parse(said);
        // The first greeting tells nothing new; a later one ends a gap in which something may have changed.
        if (event.type === "hello" && !greeted) greeted = true;
        else tell(event);
      }
    } catch {
      if (inFront.aborted) continue;
      // Only the background says whether the server is away; a stream may have been cut for other reasons.
      await ask("try-now", null).catch(() => {});
    } finally {
      end.abort();
    }
    await pause(waitMs, signal);
    waitMs = Math.min(waitMs * 1.6, LAST_RETRY_MS);
  }
}

const watchServer: Client["watchServer"] = (tell, signal) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = FIRST_RETRY_MS;
  const look = async () => {
    const state = await ask("server-state", null);
    if (signal.aborted) return;
    tell(state);
    clearTimeout(timer);
    if (!state.away) waitMs = FIRST_RETRY_MS;
    else timer = setTimeout(again, waitMs);
  };
  const again = async () => {
    waitMs = Math.min(waitMs * 1.6, LAST_RETRY_MS);
    await shown(signal);
    await ask("try-now", null).catch(() => {});
    await look();
  };
  watch(["away", "outbox", "refused", "memberId"], () => void look(), signal);
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  void look();
};

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    signal.addEventListener("abort", go);
  });

/** Who flicks through threads waits for the last one alone, and the server answers no other. */
function askUntil(signal: AbortSignal, request: SendRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const id = crypto.randomUUID();
    const giveUp = () => {
      reject(signal.reason);
      void ask("give-up", id).catch(() => {});
    };
    signal.addEventListener("abort", giveUp, { once: true });
    ask("send", { ...request, id })
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", giveUp));
  });
}
