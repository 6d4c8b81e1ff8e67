import { browser } from "wxt/browser";
import { answer, askAs, type Insert, type PageAsks, type ToPageAsks } from "../messages.ts";
import { observe } from "../sites/observe.ts";
import { reportFallbacks, type Selector } from "../sites/selector.ts";
import type { Placed, Site } from "../sites/site.ts";
import { dock } from "./dock.ts";

const NARROW_WINDOW = 900;
const ask = askAs<PageAsks>("page");

/** All that runs in a site's page: reads it, tells the background, shows the dock, and puts drafts where they are wanted. */
export async function runInPage(site: Site, doc: Document, signal: AbortSignal): Promise<void> {
  const remembered = await ask("dock", null);
  if (signal.aborted) return;
  const mark = crypto.randomUUID();
  const small = (doc.defaultView?.innerWidth ?? 0) < NARROW_WINDOW;
  const docked = dock(
    doc,
    browser.runtime.getURL(`/panel.html#${mark}`),
    { ...remembered, open: remembered.open && !small },
    { changed: (now) => void (small || ask("dock-changed", now).catch(() => {})), signal },
  );

  const page = site.open(doc, signal);
  const reported = new Set<Selector>();
  reportFallbacks((selector, way) => {
    if (reported.has(selector)) return;
    reported.add(selector);
    void ask("fallback", { site: site.name, css: selector.css[0], way }).catch(() => {});
  }, signal);
  observe(
    doc,
    {
      read: () => page.subject(),
      isWhole: (subject) => subject !== null && subject.people.length > 0 && subject.thread?.messages.length !== 0,
      tell: (subject) => void ask("subject", subject).catch(() => {}),
    },
    signal,
  );

  let inserted: { once: string; placed: Placed } | null = null;
  const stop = answer<ToPageAsks>("to-page", (sender) => sender.id === browser.runtime.id && !sender.tab, {
    subject: () => page.subject(),
    insert: (input) => {
      const { text, part, once } = input as Insert;
      if (inserted?.once !== once) inserted = { once, placed: page.insert(text, part) };
      return inserted.placed;
    },
    undo: (id) => page.undo(String(id)),
    fold: (input) => {
      docked.fold((input as { toggle: boolean }).toggle ? undefined : false);
      return null;
    },
    yours: (asked) => asked === mark,
  });
  signal.addEventListener("abort", stop);
}
