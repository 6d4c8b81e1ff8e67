import type { Dock } from "../messages.ts";
import { makeRoom } from "./room.ts";
import { widthHandle } from "./width.ts";

export const NARROWEST = 300;
export const WIDEST = 560;
/** The page keeps at least this. */
const PAGE_NEEDS = 480;
const TAB_WIDTH = 28;
const LINE = "light-dark(#e3e2de, #3b3e46)";
const PAPER = "light-dark(#fcfbf9, #191b20)";
const INK = "light-dark(#4a4d57, #b4b7c0)";

type Docked = {
  /** Folds it away to a tab, or out again. */
  fold(open?: boolean): void;
};

/**
 * The panel beside the page: a frame of the extension's own page in a closed shadow, so that the page's scripts, styles and
 * keys do not reach it. Styled property by property, which no policy of the page forbids. Gone when the signal ends.
 */
export function dock(
  doc: Document,
  frameUrl: string,
  initial: Dock,
  { changed, signal }: { changed: (dock: Dock) => void; signal: AbortSignal },
): Docked {
  let { width, open } = initial;
  const view = () => doc.defaultView!;
  const host = doc.createElement("sidenote-dock");
  const shadow = host.attachShadow({ mode: "closed" });
  const room = makeRoom(doc, signal);
  style(host, HOST_STYLE);
  const tab = foldedTab(doc);
  tab.addEventListener("click", () => fold(true), { signal });

  const handle = widthHandle(doc, {
    limits: () => [NARROWEST, Math.max(NARROWEST, Math.min(WIDEST, view().innerWidth - PAGE_NEEDS))],
    width: () => width,
    moved(to, done) {
      width = to;
      lay();
      if (done) changed({ width, open });
    },
    signal,
  });
  let frame: HTMLIFrameElement | null = null;

  function fold(to = !open): void {
    if (signal.aborted || to === open) return;
    open = to;
    lay();
    changed({ width, open });
    if (open) frame?.focus();
    else tab.focus();
  }

  function lay(): void {
    const most = Math.max(NARROWEST, view().innerWidth - PAGE_NEEDS);
    const wide = open ? Math.min(width, most) : TAB_WIDTH;
    if (open && !frame) frame = makeFrame(doc, frameUrl, shadow);
    host.style.width = `${wide}px`;
    if (frame) frame.style.display = open ? "block" : "none";
    handle.style.display = open ? "block" : "none";
    tab.style.display = open ? "none" : "block";
    handle.setAttribute("aria-valuenow", String(wide));
    room(wide);
  }

  let laidFor = view().innerWidth;
  view().addEventListener(
    "resize",
    () => {
      // Our own word to the page that it has less room is a resize as well.
      if (view().innerWidth === laidFor) return;
      laidFor = view().innerWidth;
      lay();
    },
    { signal },
  );
  shadow.append(handle, tab);
  doc.documentElement.append(host);
  signal.addEventListener("abort", () => host.remove());
  lay();
  return { fold };
}

const HOST_STYLE = {
  all: "initial",
  position: "fixed",
  top: "0",
  right: "0",
  bottom: "0",
  "z-index": "2147483000",
  "color-scheme": "light dark",
  background: PAPER,
  "border-left": `1px solid ${LINE}`,
  "box-sizing": "border-box",
  display: "block",
};

/** What stands at the page's edge while the panel is folded away. */
function foldedTab(doc: Document): HTMLButtonElement {
  const tab = doc.createElement("button");
  tab.type = "button";
  tab.textContent = "Sidenote";
  tab.setAttribute("aria-label", "Open Sidenote");
  style(tab, {
    width: "100%",
    height: "100%",
    padding: "16px 0",
    border: "0",
    margin: "0",
    background: "transparent",
    color: INK,
    font: "500 12px/16px system-ui, sans-serif",
    "writing-mode": "vertical-rl",
    "text-align": "start",
    cursor: "pointer",
  });
  return tab;
}

function makeFrame(doc: Document, url: string, into: ShadowRoot): HTMLIFrameElement {
  const frame = doc.createElement("iframe");
  frame.title = "Sidenote";
  frame.src = url;
  style(frame, { width: "100%", height: "100%", border: "0", display: "block" });
  into.append(frame);
  return frame;
}

export function style(element: HTMLElement, properties: Record<string, string>): void {
  for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value);
}
