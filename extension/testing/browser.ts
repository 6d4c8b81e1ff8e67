import { beforeEach } from "vitest";

/** The parts of the browser that the extension uses, in memory. Tests mock "wxt/browser" with this file. */
type Sender = { id?: string; url?: string; frameId?: number; tab?: { id: number } };
type Listener = (message: unknown, sender: Sender, reply: (answer: unknown) => void) => unknown;

const ID = "sidenoteextensionid";
export const PANEL: Sender = { id: ID, url: `chrome-extension://${ID}/panel.html`, frameId: 7, tab: { id: 1 } };
export const GMAIL: Sender = { id: ID, url: "https://mail.google.com/mail/u/0/#inbox", frameId: 0, tab: { id: 1 } };
export const BACKGROUND: Sender = { id: ID, url: `chrome-extension://${ID}/background.js` };

let listeners = new Set<Listener>();
const storageListeners = new Set<(changes: object, area: string) => void>();
let areas: Record<string, Record<string, unknown>> = {};

/** Delivers a message as the browser would, and answers with what the first listener replied; undefined when nobody did. */
export function deliver(message: unknown, sender: Sender): Promise<unknown> {
  return new Promise((resolve) => {
    const waits = [...listeners].map((listener) =>
      listener(message, sender, (answer) => resolve(structuredClone(answer))),
    );
    if (!waits.includes(true)) resolve(undefined);
  });
}

/** What a page's script would answer; set by tests. */
export const page = { answer: (_tabId: number, _message: unknown): unknown => undefined };
export const opened: string[] = [];
/** Who speaks when the code under test sends a message. */
export const speaks = { as: PANEL };

const area = (name: string) => ({
  async get(key: string | string[] | null) {
    const all = areas[name] ?? {};
    const wanted = key === null ? Object.keys(all) : [key].flat();
    return structuredClone(Object.fromEntries(wanted.flatMap((one) => (one in all ? [[one, all[one]]] : []))));
  },
  async set(values: Record<string, unknown>) {
    areas[name] = { ...areas[name], ...structuredClone(values) };
    const changes = Object.fromEntries(Object.entries(values).map(([key, newValue]) => [key, { newValue }]));
    for (const listener of storageListeners) listener(changes, name);
  },
  async remove(keys: string[]) {
    for (const key of keys) delete areas[name]?.[key];
    tellChanged(keys, name);
  },
});

const tellChanged = (keys: string[], name: string) => {
  const changes = Object.fromEntries(keys.map((key) => [key, {}]));
  for (const listener of storageListeners) listener(changes, name);
};

export const browser = {
  runtime: {
    id: ID,
    getURL: (path: string) => `chrome-extension://${ID}${path}`,
    sendMessage: (message: unknown) => deliver(message, speaks.as),
    onMessage: {
      addListener: (listener: Listener) => void listeners.add(listener),
      removeListener: (listener: Listener) => void listeners.delete(listener),
    },
  },
  tabs: {
    sendMessage: async (tabId: number, message: unknown) => page.answer(tabId, message),
    query: async () => [
      { id: 1, lastAccessed: 10 },
      { id: 2, lastAccessed: 20 },
    ],
    create: async ({ url }: { url: string }) => void opened.push(url),
  },
  storage: {
    local: area("local"),
    session: area("session"),
    onChanged: {
      addListener: (listener: never) => void storageListeners.add(listener),
      removeListener: (listener: never) => void storageListeners.delete(listener),
    },
  },
};

beforeEach(() => {
  listeners = new Set();
  // What a module has learnt by heart is forgotten as in a browser: it is told.
  for (const [name, values] of Object.entries(areas)) tellChanged(Object.keys(values), name);
  areas = {};
  opened.length = 0;
  speaks.as = PANEL;
  page.answer = () => undefined;
});
