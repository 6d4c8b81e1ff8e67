import {
  type Api,
  createApi,
  type Endpoint,
  type InputOf,
  type OutputOf,
  type Send,
  toRequest,
} from "@sidenote/contract/endpoint";
import { type Me, organizations } from "@sidenote/contract/organizations";
import { system } from "@sidenote/contract/system";
import { Away, type Client, type ServerState } from "@sidenote/panel/client";
import { refusalOf } from "@sidenote/panel/refused";
import { LiveConnection } from "./live.ts";
import { Outbox } from "./outbox.ts";
import { Presence } from "./presence.ts";
import { type Fetch, sendBy } from "./send.ts";
import { streamBy } from "./stream.ts";

export type WebClient = Client & {
  /** Bytes to an endpoint that takes them. */
  upload<E extends Endpoint>(target: E, input: InputOf<E>, bytes: Blob, signal: AbortSignal): Promise<OutputOf<E>>;
  /** Who is signed in, and in which organization: what waits for somebody else, or in another one, stays where it is. */
  actAs(me: Me): void;
};

/** The workspace's way to its server: fetch with the session's cookie. */
export function createWebClient(fetch: Fetch = globalThis.fetch.bind(globalThis), storage = storageOf()): WebClient {
  const outbox = new Outbox(storage);
  const listeners = new Set<(state: ServerState) => void>();
  let openedBy = "";
  let flushing: Promise<void> | null = null;

  const state = (): ServerState => ({
    away: presence.away,
    waiting: outbox.all.length,
    refused: outbox.refused,
  });
  const tellAll = () => listeners.forEach((tell) => void tell(state()));
  const presence = new Presence({
    ask: () => void api(system.meta, {}).catch(() => {}),
    changed(away) {
      tellAll();
      if (away) return;
      live.restart();
      void flush();
    },
  });
  const live = new LiveConnection((answered) => {
    // A live stream that breaks may only have been cut: ask before saying that the server is away.
    if (answered) presence.heard(true);
    else presence.askNow();
  });
  const send = sendBy(fetch, presence.heard, () => openedBy);
  const raw = createApi(send);
  const api: Api = (target, input, options = {}) =>
    raw(target, input, target.creates ? { idempotencyKey: crypto.randomUUID(), ...options } : options);
  const flush = (): Promise<void> => {
    flushing ??= sendWaiting(outbox, api, send).finally(() => {
      flushing = null;
      tellAll();
    });
    return flushing;
  };

  async function save<E extends Endpoint>(target: E, input: InputOf<E>) {
    const idempotencyKey = crypto.randomUUID();
    try {
      return { sent: true as const, output: await api(target, input, { idempotencyKey }) };
    } catch (error) {
      if (!(error instanceof Away)) throw error;
      const { method, path, body } = toRequest(target, input);
      outbox.add({ method, path, body, idempotencyKey });
      tellAll();
      return { sent: false as const };
    }
  }

  return {
    api,
    stream: (target, input, options) => streamBy(fetch, presence.heard, target, input, { ...options, openedBy }),
    upload: (async (target, input, bytes, signal) =>
      createApi((request) => send({ ...request, body: bytes }))(target, input as never, {
        signal,
      })) as WebClient["upload"],
    save: save as Client["save"],
    watchLive: (tell, signal) => live.watch(tell, signal),
    watchServer(tell, signal) {
      listeners.add(tell);
      signal.addEventListener("abort", () => listeners.delete(tell), { once: true });
      tell(state());
    },
    tryNow: presence.askNow,
    actAs(me) {
      const owner = ownerOf(me);
      openedBy = me.member.id;
      if (outbox.owner === owner) return;
      const isOther = outbox.owner !== "";
      outbox.owner = owner;
      if (isOther) live.restart();
      tellAll();
      void flush();
    },
    dropRefused(key) {
      outbox.dropRefused(key);
      tellAll();
    },
  };
}

/** Sends what had to wait, in order, as long as it is answered. What is refused is kept for its member to see. */
async function sendWaiting(outbox: Outbox, api: Api, send: Send): Promise<void> {
  if (outbox.all.length === 0) return;
  // Another tab may have signed somebody else in since: whose cookie it is by now is asked first.
  const me = await api(organizations.me, {}).catch(() => null);
  for (;;) {
    const request = outbox.all[0];
    if (!request || !me || ownerOf(me) !== outbox.owner) return;
    try {
      const { status, body } = await send(request);
      if (status === 401 || status === 429 || status >= 500) return;
      if (status >= 400) outbox.refuse(refusalOf(request.idempotencyKey, request.body, { status, body }));
      outbox.remove(request.idempotencyKey);
    } catch {
      // The server is away again, and `presence` asks on.
      return;
    }
  }
}

const ownerOf = ({ organization, member }: Me): string => `${organization.id}/${member.id}`;

function storageOf(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
