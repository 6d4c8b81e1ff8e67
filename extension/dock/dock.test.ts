import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Dock } from "../messages.ts";
import { dock, NARROWEST, WIDEST } from "./dock.ts";

let end: AbortController;
let shadow: ShadowRoot;
const changed = vi.fn<(dock: Dock) => void>();
beforeEach(() => {
  end = new AbortController();
  changed.mockReset();
  document.body.replaceWith(document.createElement("body"));
  vi.stubGlobal("innerWidth", 1280);
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, "attachShadow").mockImplementation(function (this: Element, init) {
    shadow = attach.call(this, init);
    return shadow;
  });
});
afterEach(() => {
  end.abort();
  vi.restoreAllMocks();
});

const open = (initial: Dock = { width: 360, open: true }) =>
  dock(document, "about:blank#panel", initial, { changed, signal: end.signal });
const host = () => document.querySelector<HTMLElement>("sidenote-dock");
const handle = () => shadow.querySelector<HTMLElement>("[role=separator]")!;
const tab = () => shadow.querySelector<HTMLElement>("button")!;
const frame = () => shadow.querySelector<HTMLElement>("iframe");
const press = (key: string) =>
  handle().dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true, bubbles: true }));

test("the panel's frame stands beside the page, where the page's scripts cannot reach into", () => {
  open();
  expect(host()!.style.width).toBe("360px");
  expect(host()!.shadowRoot).toBeNull();
  expect(frame()!.getAttribute("src")).toBe("about:blank#panel");
  expect(frame()!.title).toBe("Sidenote");
});

test("the page becomes narrower by the dock's width, hears of it, and is as before in the end", () => {
  document.body.style.setProperty("width", "90%");
  const resized = vi.fn();
  window.addEventListener("resize", resized, { signal: end.signal });
  open();
  expect(document.body.style.width).toBe("calc(100% - 360px)");
  expect(document.body.style.contain).toBe("layout");
  expect(resized).toHaveBeenCalled();
  end.abort();
  expect(document.body.getAttribute("style")).toBe("width: 90%;");
  expect(host()).toBeNull();
});

test("a page that sets its own width does not win", async () => {
  open();
  document.body.style.setProperty("width", "100%");
  await expect.poll(() => document.body.style.width).toBe("calc(100% - 360px)");
});

test("the arrow keys change the width between its limits, and it is remembered", () => {
  open();
  press("ArrowLeft");
  expect(changed).toHaveBeenLastCalledWith({ width: 376, open: true });
  press("Home");
  expect(host()!.style.width).toBe(`${NARROWEST}px`);
  press("End");
  expect(host()!.style.width).toBe(`${WIDEST}px`);
  press("ArrowLeft");
  expect(changed).toHaveBeenLastCalledWith({ width: WIDEST, open: true });
  expect(handle().getAttribute("aria-valuenow")).toBe(String(WIDEST));
});

test("dragging the edge changes the width, and is remembered once", () => {
  open();
  handle().setPointerCapture = vi.fn();
  const at = (type: string, clientX: number) =>
    handle().dispatchEvent(new MouseEvent(type, { clientX, cancelable: true }));
  at("pointerdown", 920);
  at("pointermove", 900);
  at("pointermove", 880);
  expect(host()!.style.width).toBe("400px");
  expect(changed).not.toHaveBeenCalled();
  at("pointerup", 880);
  expect(changed).toHaveBeenCalledExactlyOnceWith({ width: 400, open: true });
  at("pointermove", 500);
  expect(host()!.style.width).toBe("400px");
});

test("folded away it is a slim tab that takes little of the page and opens it again", () => {
  const docked = open();
  docked.fold();
  expect(changed).toHaveBeenLastCalledWith({ width: 360, open: false });
  expect(frame()!.style.display).toBe("none");
  expect(document.body.style.width).toBe("calc(100% - 28px)");
  tab().click();
  expect(frame()!.style.display).toBe("block");
  expect(document.body.style.width).toBe("calc(100% - 360px)");
});

test("folded away from the start it loads no frame until it is opened", () => {
  const docked = open({ width: 360, open: false });
  expect(frame()).toBeNull();
  docked.fold(true);
  expect(frame()).not.toBeNull();
});

test("a small window keeps room for the mail", () => {
  vi.stubGlobal("innerWidth", 900);
  open({ width: 560, open: true });
  expect(host()!.style.width).toBe("420px");
});

test("after the end nothing moves any more", () => {
  const docked = open();
  end.abort();
  docked.fold();
  window.dispatchEvent(new Event("resize"));
  expect(document.body.hasAttribute("style")).toBe(false);
  expect(host()).toBeNull();
  expect(changed).not.toHaveBeenCalled();
});
