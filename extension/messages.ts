import type { ApiRequest } from "@sidenote/contract/endpoint";
import type { ServerState } from "@sidenote/panel/client";
import type { Subject } from "@sidenote/panel/host";
import { browser } from "wxt/browser";
import type { Part, Placed } from "./sites/site.ts";

/** How the panel stands beside the page. */
export type Dock = { width: number; open: boolean };

export type Session = {
  /** The server's origin. */
  server: string;
  paired: boolean;
  /** It was paired, and the server takes its token no longer. */
  lost: boolean;
  /** Whose token it is, or was; null until that is known. */
  memberId: string | null;
};

export type Pairing =
  | { state: "waiting"; userCode: string; url: string; expiresAt: string; pollMs: number }
  | { state: "denied" | "expired" | "paired" }
  | { state: "failed"; reason: string }
  | { state: "away" };

/** Nobody answered, or the server said this. */
export type Answer = { away: true } | { away: false; status: number; body: unknown };

/** A draft, or a subject, for the mail that is being written; `once` is the same when it is asked again, and it is put there once. */
export type Insert = { text: string; part: Part; once: string };

export type SendRequest = Omit<ApiRequest, "signal">;

type Asks = Record<string, { input: unknown; answer: unknown }>;

/** What the script in a site's page asks of the background, and tells: the panel beside the page hears it too. */
export type PageAsks = {
  dock: { input: null; answer: Dock };
  "dock-changed": { input: Dock; answer: null };
  subject: { input: Subject | null; answer: null };
  /** A selector's first way found nothing: which one, and the way that did. No text of the page. */
  fallback: { input: { site: string; css: string; way: number }; answer: null };
};

/** What the panel and the options page ask of the background. */
export type PanelAsks = {
  /** Whose page this frame stands beside; null when no script of ours put it there. */
  hello: { input: { mark: string | null }; answer: { tabId: number | null } | null };
  subject: { input: null; answer: Subject | null };
  insert: { input: Insert; answer: Placed };
  undo: { input: string; answer: boolean };
  fold: { input: null; answer: null };
  open: { input: string; answer: null };
  session: { input: null; answer: Session };
  pair: { input: { anew: boolean }; answer: Pairing };
  unpair: { input: null; answer: null };
  "change-server": { input: string; answer: null };
  /** `id`: by which it is given up. */
  send: { input: SendRequest & { id?: string }; answer: Answer };
  "give-up": { input: string; answer: null };
  /** As send; when nobody answers it is kept and sent once, later. */
  save: { input: SendRequest; answer: Answer };
  "server-state": { input: null; answer: ServerState };
  "drop-refused": { input: string; answer: null };
  keep: { input: { key: string; value: unknown; at: string }; answer: null };
  "forget-kept": { input: null; answer: null };
  "try-now": { input: null; answer: null };
  /** For the streams, which the panel reads itself: a background's request is cut after 30 s. */
  credentials: { input: null; answer: { server: string; token: string } | null };
};

/** What the background asks of the script in a page. */
export type ToPageAsks = {
  subject: { input: null; answer: Subject | null };
  insert: { input: Insert; answer: Placed };
  undo: { input: string; answer: boolean };
  fold: { input: { toggle: boolean }; answer: null };
  yours: { input: string; answer: boolean };
};

export type Kind = "page" | "panel" | "to-page";
type Message = { kind: Kind; type: string; input: unknown };
type Reply = { value: unknown } | { error: string };
export type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

/** What would be done twice if it were asked twice. Writes carry a key by which the server does them once. */
const ONCE = new Set(["open"]);

/**
 * A browser may stop the background at any time, also while it is asked again; one that is just stopping hears nothing, and on a
 * busy machine the next one takes seconds to come.
 */
const PAUSES_MS = [0, 30, 100, 300, 1000, 3000];

/** Asks; again where the background was stopped before it had answered. */
export const askAs =
  <A extends Asks>(kind: Kind) =>
  async <K extends keyof A & string>(type: K, input: A[K]["input"]): Promise<A[K]["answer"]> => {
    const message = { kind, type, input } satisfies Message;
    const pauses = ONCE.has(type) ? [] : [...PAUSES_MS];
    for (;;) {
      const pauseMs = pauses.shift();
      try {
        const reply: unknown = await browser.runtime.sendMessage(message);
        if (reply !== undefined || pauseMs === undefined) return unwrap(reply);
      } catch (error) {
        if (pauseMs === undefined || error instanceof Refused) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };

export const askPage = async <K extends keyof ToPageAsks>(
  tabId: number,
  type: K,
  input: ToPageAsks[K]["input"],
): Promise<ToPageAsks[K]["answer"]> =>
  unwrap(await browser.tabs.sendMessage(tabId, { kind: "to-page", type, input } satisfies Message, { frameId: 0 }));

/** It was heard, and did not work. */
class Refused extends Error {}

const unwrap = (reply: unknown) => {
  if (typeof reply !== "object" || reply === null) throw new Error("Nobody answered");
  if ("error" in reply) throw new Refused(String(reply.error));
  return (reply as { value: never }).value;
};

/** Answers messages of one kind from senders that may ask. What comes in is unknown until the handler has looked at it. */
export function answer<A extends Asks>(
  kind: Kind,
  mayAsk: (sender: Sender) => boolean,
  handlers: { [K in keyof A]: (input: unknown, sender: Sender) => Promise<A[K]["answer"]> | A[K]["answer"] },
): () => void {
  const listener = (message: unknown, sender: Sender, reply: (reply: Reply) => void) => {
    if (!isMessage(message) || message.kind !== kind || !mayAsk(sender)) return false;
    const handler = Object.hasOwn(handlers, message.type) ? handlers[message.type] : undefined;
    if (!handler) return false;
    Promise.resolve()
      .then(() => handler(message.input, sender))
      .then(
        (value) => reply({ value: value ?? null }),
        (error: unknown) => reply({ error: error instanceof Error ? error.message : "It did not work" }),
      );
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

const isMessage = (message: unknown): message is Message =>
  typeof message === "object" &&
  message !== null &&
  "kind" in message &&
  "type" in message &&
  typeof message.type === "string";
