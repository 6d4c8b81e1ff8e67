import type { Refused } from "@sidenote/panel/refused";
import { browser } from "wxt/browser";

/**
 * What the extension keeps. `device` outlives the browser; `run` is in memory and goes with it. Scripts in pages reach
 * neither where the browser can be told so (`lockStorage`).
 */
type DeviceKeys = {
  server: string;
  token: string | null;
  /** Whose token it is: what waits to be sent is sent as nobody else. */
  memberId: string | null;
  lost: boolean;
  dock: { width: number; open: boolean };
  outbox: Waiting[];
  refused: Refused[];
  fallbacks: Record<string, number>;
};

type RunKeys = {
  away: boolean;
  /** Who is writing in the panel. */
  begunBy: string | null;
  pairing: {
    server: string;
    deviceCode: string;
    userCode: string;
    url: string;
    expiresAt: string;
    pollMs: number;
  } | null;
};

export type Waiting = {
  idempotencyKey: string;
  memberId: string | null;
  method: "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  body?: unknown;
};

const DEFAULT_SERVER = "http://localhost:8787";

const defaults: DeviceKeys & RunKeys = {
  server: DEFAULT_SERVER,
  token: null,
  memberId: null,
  lost: false,
  dock: { width: 360, open: true },
  outbox: [],
  refused: [],
  fallbacks: {},
  away: false,
  begunBy: null,
  pairing: null,
};

export const device = store<DeviceKeys>("local");
export const run = store<RunKeys>("session");

/** What was read once is held in memory until it changes: each call to the server needs the address and the token. */
function store<T extends Partial<DeviceKeys & RunKeys>>(area: "local" | "session") {
  const known = new Map<PropertyKey, unknown>();
  /** What is being read while something changes may be read from before the change: it is told, and not learnt. */
  let changed = 0;
  const forget = (keys: readonly string[]) => {
    changed += 1;
    for (const key of keys) known.delete(key);
  };
  let listens = false;
  const listen = () => {
    if (listens) return;
    listens = true;
    browser.storage.onChanged.addListener((changes: Record<string, unknown>, of: string) => {
      if (of === area) forget(Object.keys(changes));
    });
  };
  return {
    async get<K extends keyof T & keyof typeof defaults>(key: K): Promise<T[K]> {
      listen();
      if (known.has(key)) return known.get(key) as T[K];
      const before = changed;
      const value = (await browser.storage[area].get(key))[key] ?? defaults[key];
      if (changed === before) known.set(key, value);
      return value as T[K];
    },
    async set(values: Partial<T>): Promise<void> {
      await browser.storage[area].set(values as Record<string, unknown>);
      forget(Object.keys(values));
    },
  };
}

/** Tells that one of these was changed, by whichever page or worker of the extension. */
export function watch(keys: readonly (keyof (DeviceKeys & RunKeys))[], tell: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    if (keys.some((key) => key in changes)) tell();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener("abort", () => browser.storage.onChanged.removeListener(listener), { once: true });
}

/** Firefox has no such switch for `local`: there a content script of ours could read it, a page never. */
export async function lockStorage(): Promise<void> {
  const areas = [browser.storage.local, browser.storage.session] as {
    setAccessLevel?: (to: object) => Promise<void>;
  }[];
  for (const area of areas) await area.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}
