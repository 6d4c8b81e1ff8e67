import { browser } from "wxt/browser";
import { z } from "zod";
import { answer, askPage, type PageAsks, type PanelAsks, type Sender, type SendRequest } from "../messages.ts";
import { isOwn, isPage } from "../senders.ts";
import { device, run } from "../storage.ts";
import { deviceName } from "./device-name.ts";
import { forgetKept, keepCard } from "./keeper.ts";
import { dropRefused, flush, save, waitingCount } from "./outbox.ts";
import { Dock, Fallback, GivenUp, Insert, Placed, parseSubject, Request } from "./parse.ts";
import { send } from "./send.ts";
import { changeServer, pair, readSession, unpair } from "./session.ts";
import { countFallback } from "./site-health.ts";

const Keep = z.object({ key: z.string().max(1000), value: z.unknown(), at: z.iso.datetime() });
const Mark = z.object({ mark: z.string().max(100).nullable() });

/** Answers the panel, and the script in a page; carries drafts from the one to the other, nothing that has another shape. */
export function relay(): void {
  answerPages();
  answerPanels();
}

function answerPages(): void {
  answer<PageAsks>("page", isPage, {
    dock: () => device.get("dock"),
    "dock-changed": async (input) => {
      await device.set({ dock: Dock.parse(input) });
      return null;
    },
    // The panel beside the page hears it itself; where none is open, the page is answered all the same.
    subject: () => null,
    fallback: async (input) => {
      await countFallback(Fallback.parse(input));
      return null;
    },
  });
}

function answerPanels(): void {
  /** The requests that a panel waits for, by the ids under which it may give them up. */
  const underWay = new Map<string, AbortController>();
  answer<PanelAsks>("panel", isOwn, {
    hello: async (input, sender) => {
      const { mark } = Mark.parse(input);
      const tabId = await pageFor(sender);
      if (sender.frameId === 0) return { tabId };
      // Somebody else's frame around the panel has no mark that the page's script knows.
      if (tabId === null || mark === null || !(await askPage(tabId, "yours", mark).catch(() => false))) return null;
      return { tabId };
    },
    subject: async (_, sender) => {
      const tabId = await pageFor(sender);
      return tabId === null ? null : parseSubject(await askPage(tabId, "subject", null).catch(() => null));
    },
    insert: async (input, sender) => {
      const tabId = await pageFor(sender);
      if (tabId === null) return { ok: false, reason: "No page with mail is open" };
      return Placed.parse(await askPage(tabId, "insert", Insert.parse(input)));
    },
    undo: async (input, sender) => {
      const tabId = await pageFor(sender);
      return tabId !== null && (await askPage(tabId, "undo", z.string().parse(input))) === true;
    },
    fold: async (_, sender) => {
      const tabId = await pageFor(sender);
      if (tabId !== null) await askPage(tabId, "fold", { toggle: false });
      return null;
    },
    open: async (input) => {
      const { href, origin } = new URL(z.string().max(2000).parse(input), await device.get("server"));
      if (origin !== (await device.get("server"))) throw new Error("That is no page of the workspace");
      await browser.tabs.create({ url: href });
      return null;
    },
    session: readSession,
    pair: (input) => pair(deviceName(navigator.userAgent), z.object({ anew: z.boolean() }).parse(input).anew),
    unpair: async () => {
      await unpair();
      return null;
    },
    "change-server": async (input) => {
      await changeServer(z.string().max(500).parse(input));
      return null;
    },
    send: async (input) => {
      const { id, ...request } = Request.extend({ id: GivenUp.optional() }).parse(input);
      const givenUp = new AbortController();
      if (id) underWay.set(id, givenUp);
      const wasAway = await run.get("away");
      const answered = await send(request as SendRequest, givenUp.signal).finally(() => underWay.delete(id ?? ""));
      if (wasAway && !answered.away) void flush();
      return answered;
    },
    "give-up": (input) => {
      underWay.get(GivenUp.parse(input))?.abort();
      return null;
    },
    save: (input) => save(Request.parse(input) as SendRequest),
    keep: async (input) => {
      const { key, value, at } = Keep.parse(input);
      await keepCard(key, { value, at });
      return null;
    },
    "forget-kept": async () => {
      await forgetKept();
      return null;
    },
    "server-state": async () => ({
      away: await run.get("away"),
      waiting: await waitingCount(),
      refused: await device.get("refused"),
    }),
    "drop-refused": async (input) => {
      await dropRefused(z.string().parse(input));
      return null;
    },
    "try-now": async () => {
      const answered = await send({ method: "GET", path: "/v1/meta" });
      if (!answered.away) await flush();
      return null;
    },
    credentials: async () => {
      const [server, token] = await Promise.all([device.get("server"), device.get("token")]);
      return token === null ? null : { server, token };
    },
  });
}

/** The page that a panel is about: the one that it stands beside; for a panel in a tab of its own, the mail used last. */
async function pageFor(sender: Sender): Promise<number | null> {
  if (sender.frameId !== 0) return sender.tab?.id ?? null;
  const tabs = await browser.tabs.query({ url: "https://mail.google.com/*" });
  return tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]?.id ?? null;
}
