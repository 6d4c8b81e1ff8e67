import { lookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { Readable } from "node:stream";
import { isLocalAddress } from "./local.ts";

/** The host stands for an address elsewhere. */
export class NotLocal extends Error {}

type GuardedFetch = {
  fetch: typeof globalThis.fetch;
  /** Whether a connection went to an address elsewhere. */
  leftMachine(): boolean;
};

/**
 * A fetch for models that looks at the address it really connects to: elsewhere only where that is allowed. Redirects are not
 * followed: they would go where nobody looked.
 */
export function guardedFetch(allowElsewhere: boolean): GuardedFetch {
  let left = false;
  const admit = (address: string): Error | null => {
    if (isLocalAddress(address)) return null;
    if (!allowElsewhere) return new NotLocal(`${address} is not on this machine or network`);
    left = true;
    return null;
  };
  const guardedLookup: LookupFunction = (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, "", 0);
      const refused = addresses.map(({ address }) => admit(address)).find((one) => one !== null);
      if (refused) return done(refused, "", 0);
      if (options.all) return done(null, addresses);
      const [first] = addresses;
      done(null, first?.address ?? "", first?.family ?? 4);
    });
  };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const bare = url.hostname.replace(/^\[|\]$/g, "");
    const refused = isIP(bare) ? admit(bare) : null;
    if (refused) throw refused;
    return send(url, init ?? {}, guardedLookup);
  };
  return { fetch, leftMachine: () => left };
}

/** An answer of these has no body, and so no words. */
const BODILESS = new Set([204, 205]);

/** More than any model says, thinks or has by name; what does not end would heap up. */
const MOST_BYTES = 8 * 1024 * 1024;

async function* bounded(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const bytes of body) {
    size += bytes.length;
    if (size > MOST_BYTES) throw new Error(`it answers more than ${MOST_BYTES / 1024 / 1024} MB`);
    yield bytes;
  }
}

function send(url: URL, init: RequestInit, lookup: LookupFunction): Promise<Response> {
  const { request } = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      {
        method: init.method ?? "GET",
        headers: Object.fromEntries(new Headers(init.headers)),
        lookup,
        ...(init.signal ? { signal: init.signal } : {}),
      },
      (incoming) => {
        const status = incoming.statusCode ?? 502;
        const headers = Object.entries(incoming.headers).flatMap(([name, value]) =>
          typeof value === "string" ? [[name, value] as [string, string]] : [],
        );
        if (status >= 300 && status < 400) {
          incoming.destroy();
          reject(new Error(`it redirects to another address (${status}), which is not followed`));
          return;
        }
        // An error that is thrown here would end the process.
        if (status < 200 || status > 599 || BODILESS.has(status)) {
          incoming.destroy();
          reject(new Error(`it answered ${status}, which is no answer`));
          return;
        }
        resolve(new Response(Readable.toWeb(Readable.from(bounded(incoming))) as ReadableStream, { status, headers }));
      },
    );
    outgoing.once("error", reject);
    // As after an answer that means to go on in another protocol.
    outgoing.once("close", () => reject(new Error("it hung up without an answer")));
    outgoing.end(typeof init.body === "string" ? init.body : undefined);
  });
}
