import { readFileSync } from "node:fs";
import path from "node:path";
import type { Subject } from "@sidenote/panel/host";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { markOf, openPage, pagesOf, parsePage } from "../testing/page.ts";
import { unproven } from "../testing/unproven.ts";
import { observe } from "./observe.ts";
import { sites } from "./registry.ts";
import { find, findAll, reportFallbacks, SelectorMissing } from "./selector.ts";

let end: AbortController;
beforeEach(() => {
  end = new AbortController();
});
afterEach(() => end.abort());

describe.each(sites)("$name", (site) => {
  const pages = pagesOf(site.name);

  test("every saved page says whether it was observed or is assumed", () => {
    expect(pages.map((name) => markOf(site.name, name)).every(Boolean)).toBe(true);
  });

  describe.each(Object.entries(site.selectors))("%s", (_, selector) => {
    test.each(Object.entries(selector.proof))("is found on %s as often as its proof says", (page, count) => {
      expect(findAll(parsePage(site.name, page), selector)).toHaveLength(count);
    });

    test.each(selector.css)("can be found by %s on a saved page", (css) => {
      expect(pages.some((page) => parsePage(site.name, page).querySelector(css) !== null)).toBe(true);
    });

    test("has a page that it is not on, and one that it is on", () => {
      const counts = Object.values(selector.proof);
      expect(counts.some((count) => count > 0)).toBe(true);
      expect(counts.some((count) => count === 0)).toBe(true);
    });
  });

  test("answers null on a page that it does not know", () => {
    const doc = openPage(site.name, "unknown.html");
    expect(site.open(doc, end.signal).subject()).toBeNull();
    document.body.innerHTML = "<main><article><h2>News</h2><p>ada.berg@fjordkyl.example</p></article></main>";
    expect(site.open(document, end.signal).subject()).toBeNull();
  });

  test("does not throw on a page that was cut off anywhere", { timeout: 30_000 }, () => {
    for (const name of pages) {
      const whole = parsePage(site.name, name).documentElement.outerHTML;
      for (let part = 1; part < 6; part++) {
        const half = new DOMParser().parseFromString(whole.slice(0, (whole.length * part) / 6), "text/html");
        expect(() => site.open(half, end.signal).subject()).not.toThrow();
      }
    }
  });

  test("puts a draft above signature and quote with the caret behind it, and nothing else changes", () => {
    const doc = openPage(site.name, "reply.html");
    const page = site.open(doc, end.signal);
    const editor = doc.querySelector<HTMLElement>("[contenteditable=true]")!;
    const signature = editor.querySelector(".gmail_signature")!.outerHTML;
    const quote = editor.querySelector(".gmail_quote")!.outerHTML;
    expect(page.insert("Hi Marta,\n\nover 24 months it is 1,150 <a month> & no more.")).toMatchObject({ ok: true });
    expect(page.subject()?.compose?.text).toBe("Hi Marta,\n\nover 24 months it is 1,150 <a month> & no more.");
    const order = editor.textContent!;
    expect(order.indexOf("no more.")).toBeLessThan(order.indexOf("-- "));
    expect(order.indexOf("-- ")).toBeLessThan(order.indexOf("wrote:"));
    expect(editor.querySelector(".gmail_signature")!.outerHTML).toBe(signature);
    expect(editor.querySelector(".gmail_quote")!.outerHTML).toBe(quote);
    const caret = doc.getSelection()!;
    expect(caret.isCollapsed).toBe(true);
    expect(caret.anchorNode!.textContent).toContain("no more.");
  });

  test("tells the page of what it wrote as typing would, and the page's own undo takes it back", () => {
    const doc = openPage(site.name, "reply.html");
    const editor = doc.querySelector<HTMLElement>("[contenteditable=true]")!;
    const before = editor.innerHTML;
    const heard = vi.fn();
    editor.addEventListener("input", heard);
    site.open(doc, end.signal).insert("Hi Marta,");
    expect(heard).toHaveBeenCalledOnce();
    doc.execCommand("undo");
    expect(editor.innerHTML).toBe(before);
  });

  test("replaces the draft that it put there before, also after the member changed something in it", () => {
    const doc = openPage(site.name, "reply.html");
    const page = site.open(doc, end.signal);
    page.insert("Hi Marta,\n\nthe price follows.\n\nAda");
    page.insert("Dear Marta,\n\nthe price is 1,150.\n\nAda");
    expect(page.subject()?.compose?.text).toBe("Dear Marta,\n\nthe price is 1,150.\n\nAda");
    const line = [...doc.querySelectorAll("[contenteditable=true] div")].find(
      (e) => e.textContent === "the price is 1,150.",
    )!;
    line.textContent = "the price is 1,150 a month.";
    page.insert("Hello Marta,\n\n1,150.\n\nAda");
    expect(page.subject()?.compose?.text).toBe("Hello Marta,\n\n1,150.\n\nAda");
  });

  test("does not put a draft there twice when the page was loaded anew, and takes nobody else's words for it", () => {
    const doc = openPage(site.name, "reply.html");
    site.open(doc, end.signal).insert("Hi Marta,\n\nthe price follows.\n\nAda");
    const page = site.open(doc, end.signal);
    page.insert("Hi Marta,\n\nthe price follows.\n\nAda");
    expect(page.subject()?.compose?.text).toBe("Hi Marta,\n\nthe price follows.\n\nAda");
    site.open(doc, end.signal).insert("Hi Marta,\n\n1,150 a month.\n\nAda");
    expect(page.subject()?.compose?.text).toContain("the price follows.");
    expect(page.subject()?.compose?.text).toContain("1,150 a month.");
  });

  test("a draft that stands there is found also below the same greeting, and what is above it stays", () => {
    const doc = openPage(site.name, "reply.html");
    const draft = "Hi Marta,\n\nthe price follows.\n\nAda";
    const line = doc.createElement("div");
    line.textContent = "Hi Marta, one more thing.";
    site.open(doc, end.signal).insert(draft);
    doc.querySelector("[contenteditable=true]")!.prepend(line);
    const page = site.open(doc, end.signal);
    page.insert(draft);
    expect(page.subject()?.compose?.text).toBe(`Hi Marta, one more thing.\n${draft}`);
  });

  test("undo brings back the draft before as the member had changed it", () => {
    const doc = openPage(site.name, "reply.html");
    const page = site.open(doc, end.signal);
    page.insert("Hi Marta,\n\nthe price follows.\n\nAda");
    const line = [...doc.querySelectorAll("[contenteditable=true] div")].find(
      (e) => e.textContent === "the price follows.",
    )!;
    line.textContent = "the price follows on Monday.";
    const second = page.insert("Dear Marta,\n\nthe price is 1,150.\n\nAda");
    if (!second.ok) throw new Error("not inserted");
    expect(page.undo(second.id)).toBe(true);
    expect(page.subject()?.compose?.text).toBe("Hi Marta,\n\nthe price follows on Monday.\n\nAda");
  });

  test("at rest nothing runs: it looks when the page changes, and never by the clock", async () => {
    vi.useFakeTimers();
    const doc = openPage(site.name, "thread.html");
    const page = site.open(doc, end.signal);
    const read = vi.fn(() => page.subject());
    observe(doc, { read, isWhole: () => true, tell: () => {} }, end.signal);
    await vi.advanceTimersByTimeAsync(1000);
    const before = read.mock.calls.length;
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(read).toHaveBeenCalledTimes(before);
    vi.useRealTimers();
  });

  test("leaves what the member typed, and puts the draft below it", () => {
    const doc = openPage(site.name, "compose.html");
    const page = site.open(doc, end.signal);
    page.insert("the list is attached.");
    expect(page.subject()?.compose?.text).toBe("Dear Karin,\n\nthe list is attached.");
  });

  test("takes a draft back once, and brings back the one before", () => {
    const doc = openPage(site.name, "reply.html");
    const page = site.open(doc, end.signal);
    const first = page.insert("First draft.");
    const second = page.insert("Second draft.");
    if (!first.ok || !second.ok) throw new Error("not inserted");
    expect(page.undo(first.id)).toBe(false);
    expect(page.undo(second.id)).toBe(true);
    expect(page.subject()?.compose?.text).toBe("First draft.");
    expect(page.undo(second.id)).toBe(false);
    const again = page.insert("Third draft.");
    if (!again.ok) throw new Error("not inserted");
    expect(page.undo(again.id)).toBe(true);
    expect(page.subject()?.compose?.text).toBe("First draft.");
  });

  test("says what to do where there is no mail to put text into", () => {
    const doc = openPage(site.name, "thread.html");
    expect(site.open(doc, end.signal).insert("Hi")).toEqual({ ok: false, reason: "Open a reply or a new mail first" });
  });

  test("leaves nothing on the page and hears nothing after its signal ended", async () => {
    vi.useFakeTimers();
    const doc = openPage(site.name, "thread.html");
    const before = doc.documentElement.outerHTML;
    const page = site.open(doc, end.signal);
    const tell = vi.fn();
    observe(doc, { read: () => page.subject(), isWhole: () => true, tell }, end.signal);
    expect(tell).toHaveBeenCalledOnce();
    expect(doc.documentElement.outerHTML).toBe(before);
    end.abort();
    doc.querySelector("h2")!.textContent = "Something else";
    await vi.advanceTimersByTimeAsync(1000);
    expect(tell).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });

  test("after a rest a change is told as soon as the page's script is done with it, a thread that is half there is not", async () => {
    vi.useFakeTimers();
    const doc = openPage(site.name, "thread.html");
    const page = site.open(doc, end.signal);
    const keys: (string | null | undefined)[] = [];
    const isWhole = (subject: Subject | null) => subject?.thread?.messages.length !== 0;
    observe(
      doc,
      { read: () => page.subject(), isWhole, tell: (subject) => keys.push(subject?.thread?.key) },
      end.signal,
    );
    const heading = doc.querySelector("h2")!;
    const before = keys.length;
    await vi.advanceTimersByTimeAsync(1000);
    heading.setAttribute("data-legacy-thread-id", "19b0");
    await vi.advanceTimersByTimeAsync(5);
    expect(keys.slice(before)).toEqual(["gmail:19b0"]);
    await vi.advanceTimersByTimeAsync(1000);
    const mails = [...doc.querySelectorAll("[data-legacy-message-id]")];
    const places = mails.map((mail) => mail.parentElement!);
    for (const mail of mails) mail.remove();
    heading.setAttribute("data-legacy-thread-id", "19b1");
    await vi.advanceTimersByTimeAsync(5);
    expect(keys.slice(before)).toEqual(["gmail:19b0"]);
    for (const [i, mail] of mails.entries()) places[i]!.append(mail);
    await vi.advanceTimersByTimeAsync(95);
    expect(keys.slice(before)).toEqual(["gmail:19b0", "gmail:19b1"]);
    vi.useRealTimers();
  });

  test("tells of a change within 100 ms, and of none twice", async () => {
    vi.useFakeTimers();
    const doc = openPage(site.name, "reply.html");
    const page = site.open(doc, end.signal);
    const told: (string | undefined)[] = [];
    observe(
      doc,
      { read: () => page.subject(), isWhole: () => true, tell: (subject) => told.push(subject?.compose?.text) },
      end.signal,
    );
    const editor = doc.querySelector<HTMLElement>("[contenteditable=true]")!;
    editor.firstElementChild!.textContent = "Hi";
    await vi.advanceTimersByTimeAsync(100);
    expect(told).toEqual(["", "Hi"]);
    doc.querySelector(".G3")!.append("an unread badge");
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toEqual(["", "Hi"]);
    vi.useRealTimers();
  });

  test("docs/verify-gmail.md asks a person to check exactly what no observed page proves", () => {
    const listed = readFileSync(path.join(import.meta.dirname, `../../docs/verify-${site.name}.md`), "utf8")
      .split("\n")
      .flatMap((line) => line.match(/^\| `(\w+)` +\| `(.+?)` +\|/)?.slice(1) ?? []);
    expect(listed).toEqual(unproven(site).flat());
  });
});

test("a selector that matches nothing throws with what was looked for, and a later way is reported", () => {
  document.body.innerHTML = "<p class=old></p>";
  const selector = { css: [".new", ".old"], proof: {} } as const;
  const report = vi.fn();
  reportFallbacks(report, end.signal);
  expect(find(document, selector).className).toBe("old");
  expect(report).toHaveBeenCalledExactlyOnceWith(selector, 1);
  expect(() => find(document, { css: [".gone"], proof: {} })).toThrow(SelectorMissing);
});
