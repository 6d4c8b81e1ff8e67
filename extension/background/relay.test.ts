import { beforeEach, describe, expect, test, vi } from "vitest";
import { device } from "../storage.ts";
import { BACKGROUND, deliver, GMAIL, opened, PANEL, page } from "../testing/browser.ts";
import { relay } from "./relay.ts";

vi.mock("wxt/browser", () => import("../testing/browser.ts"));

const marta = { name: "Marta Lindqvist", address: "marta@nordfrakt.example" };
const message = {
  sourceId: "gmail:19a960563d812001",
  subject: "Cold room",
  from: marta,
  to: [],
  at: "2025-11-18T08:12:00.000Z",
  text: "Hi Ada",
};
const subject = {
  people: [marta],
  thread: { key: "gmail:19a9", subject: "Cold room", messages: [message] },
  compose: null,
};
const fromPage = (type: string, input: unknown, sender = GMAIL) => deliver({ kind: "page", type, input }, sender);
const fromPanel = (type: string, input: unknown = null, sender = PANEL) =>
  deliver({ kind: "panel", type, input }, sender);

beforeEach(() => relay());

describe("from the page to the panel", () => {
  test("what is on screen is the panel's to hear; the page is answered where no panel is open", async () => {
    expect(await fromPage("subject", subject)).toEqual({ value: null });
  });

  test.each([
    ["no subject at all", "<script>"],
    ["a thread key of another kind", { ...subject, thread: { ...subject.thread, key: "thr_1" } }],
    ["people that are no list", { ...subject, people: "all" }],
  ])("%s is nothing on screen", async (_, said) => {
    page.answer = () => ({ value: said });
    expect(await fromPanel("subject")).toEqual({ value: null });
  });

  test("messages and people that have another shape are left out, the rest stays", async () => {
    page.answer = () => ({
      value: {
        ...subject,
        people: [marta, { name: "x", address: "no address" }],
        thread: { ...subject.thread, messages: [message, { ...message, at: "yesterday" }, null] },
      },
    });
    expect(await fromPanel("subject")).toEqual({ value: subject });
  });

  test("what is too long is cut, and the person on screen stays", async () => {
    const long = "Cold room ".repeat(300);
    const [cut, cutName] = [long.slice(0, 2000), long.slice(0, 300)];
    const compose = { id: "draft:1", isReply: true, recipients: [], subject: long, text: "Hi" };
    const people = [{ ...marta, name: long }];
    const messages = [{ ...message, subject: long }];
    page.answer = () => ({ value: { people, thread: { ...subject.thread, subject: long, messages }, compose } });
    expect(await fromPanel("subject")).toEqual({
      value: {
        people: [{ ...marta, name: cutName }],
        thread: { ...subject.thread, subject: cut, messages: [{ ...message, subject: cut }] },
        compose: { ...compose, subject: cut },
      },
    });
  });

  test.each([
    ["a frame inside Gmail", { ...GMAIL, frameId: 3 }],
    ["another site", { ...GMAIL, url: "https://mail.google.com.evil.example/mail/u/0" }],
    ["another extension", { ...GMAIL, id: "anotherextension" }],
    ["a page without a tab", { id: GMAIL.id!, url: GMAIL.url!, frameId: 0 }],
  ])("%s is not answered", async (_, sender) => {
    expect(await fromPage("dock", null, sender)).toBeUndefined();
  });

  test("a page can ask for nothing that is the panel's", async () => {
    await device.set({ token: "sd_secret" });
    for (const type of ["credentials", "send", "session", "pair", "unpair", "change-server", "open"]) {
      expect(await fromPanel(type, null, GMAIL)).toBeUndefined();
      expect(await fromPage(type, null)).toBeUndefined();
    }
    expect(await fromPage("constructor", null)).toBeUndefined();
  });

  test("a page remembers how the dock stood, within limits", async () => {
    await fromPage("dock-changed", { width: 420, open: false });
    expect(await fromPage("dock", null)).toEqual({ value: { width: 420, open: false } });
    expect(await fromPage("dock-changed", { width: 9999, open: true })).toHaveProperty("error");
    expect(await fromPage("dock", null)).toEqual({ value: { width: 420, open: false } });
  });
});

describe("the panel", () => {
  test("a frame that our script did not put there gets nothing", async () => {
    page.answer = (_, asked) => ({ value: (asked as { input: string }).input === "right" });
    expect(await fromPanel("hello", { mark: "right" })).toEqual({ value: { tabId: 1 } });
    expect(await fromPanel("hello", { mark: "wrong" })).toEqual({ value: null });
    expect(await fromPanel("hello", { mark: null })).toEqual({ value: null });
  });

  test("in a tab of its own it is about the mail that was used last", async () => {
    expect(await fromPanel("hello", { mark: null }, { ...PANEL, frameId: 0, tab: { id: 9 } })).toEqual({
      value: { tabId: 2 },
    });
  });

  test("a draft goes to the script in its own tab, and comes back by its id", async () => {
    const asked: unknown[] = [];
    page.answer = (tabId, said) => {
      asked.push([tabId, said]);
      return { value: { ok: true, id: "insert-1" } };
    };
    const draft = { text: "Hi Marta,", part: "text", once: "1" };
    expect(await fromPanel("insert", draft)).toEqual({ value: { ok: true, id: "insert-1" } });
    expect(asked).toEqual([[1, { kind: "to-page", type: "insert", input: draft }]]);
  });

  test("opens pages of the workspace and no others", async () => {
    await fromPanel("open", "/contacts/cnt_1");
    expect(await fromPanel("open", "https://evil.example/")).toHaveProperty("error");
    expect(await fromPanel("open", "//evil.example/")).toHaveProperty("error");
    expect(opened).toEqual(["http://localhost:8787/contacts/cnt_1"]);
  });

  test("reaches the API and nothing else of the server", async () => {
    for (const path of ["/api/auth/session", "http://evil.example/v1/me", "/v1\\..\\..", "v1/me"]) {
      expect(await fromPanel("send", { method: "GET", path })).toHaveProperty("error");
    }
  });

  test("the background's own words are not the panel's", async () => {
    expect(await fromPanel("session", null, { ...BACKGROUND, id: "anotherextension" })).toBeUndefined();
  });
});
