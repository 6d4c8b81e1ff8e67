import { begin } from "@sidenote/panel/begun";
import { idOf } from "@sidenote/panel/testing/canned";
import { FakeClient } from "@sidenote/panel/testing/fake-client";
import { expect, test, vi } from "vitest";
import { forgetBegun, openBegun } from "./begun.ts";

vi.mock("wxt/browser", () => import("../testing/browser.ts"));

const letter = (text: string) => ({ letter: { text, statements: [] } });
const panel = async () => begin(new FakeClient(), await openBegun());

test("a thread that is forgotten in one panel is forgotten in all of them, and its neighbours are not", async () => {
  const [here, there] = [await panel(), await panel()];
  for (const one of [here, there]) one.drafts.set("marta@nordfrakt.example gmail:1", letter("Hi Marta"));
  here.drafts.set("jonas@nordfrakt.example gmail:1", letter("Hi Jonas"));
  here.drafts.set("marta@nordfrakt.example gmail:11", letter("Dear Marta"));
  there.drafts.forget("gmail:1");
  await expect.poll(() => here.drafts.get("marta@nordfrakt.example gmail:1").letter).toBeNull();
  await expect.poll(() => here.drafts.get("jonas@nordfrakt.example gmail:1").letter).toBeNull();
  const next = await panel();
  expect(next.drafts.get("marta@nordfrakt.example gmail:1").letter).toBeNull();
  expect(next.drafts.get("marta@nordfrakt.example gmail:11").letter?.text).toBe("Dear Marta");
});

test("a note is the same in every panel: what is typed in one, or saved there, erases no other words about the same person", async () => {
  const [here, there] = [await panel(), await panel()];
  here.notes.write("marta@nordfrakt.example", "two zo");
  expect(there.notes.get("marta@nordfrakt.example").text).toBe("two zo");
  there.notes.write("marta@nordfrakt.example", "two zox");
  there.notes.write("marta@nordfrakt.example", "two zo");
  expect(here.notes.get("marta@nordfrakt.example").text).toBe("two zo");
  there.notes.fail("marta@nordfrakt.example", "three", "No");
  here.notes.write("marta@nordfrakt.example", "two zones");
  expect((await panel()).notes.get("marta@nordfrakt.example")).toMatchObject({
    text: "two zones",
    unsaved: [{ text: "three" }],
  });
  here.notes.write("marta@nordfrakt.example", "");
  expect(there.notes.get("marta@nordfrakt.example")).toMatchObject({ text: "", unsaved: [{ text: "three" }] });
});

test("a letter that was changed or discarded in one panel does not come back from another", async () => {
  const key = "marta@nordfrakt.example gmail:1";
  const [here, there] = [await panel(), await panel()];
  here.drafts.set(key, letter("Hi Marta"));
  here.drafts.set(key, letter("Hi Marta, two zones"));
  there.drafts.set(key, { wish: { purpose: "Answer", points: "two", tone: null } });
  expect((await panel()).drafts.get(key).letter?.text).toBe("Hi Marta, two zones");
  here.drafts.set(key, { letter: null });
  there.drafts.set(key, { wish: { purpose: "Answer", points: "two zones", tone: null } });
  expect((await panel()).drafts.get(key).letter).toBeNull();
});

test("a draft that is still coming in one panel does not erase what is written in another meanwhile", async () => {
  const key = "marta@nordfrakt.example gmail:1";
  const client = new FakeClient();
  const slow = begin(client, await openBegun());
  const here = await panel();
  here.drafts.set(key, letter("Hi Marta"));
  const coming = slow.drafts.write(key, { contact_id: idOf("cnt", 1) });
  client.writing.send({ type: "text", text: "Dear" });
  here.drafts.set(key, letter("Hi Marta, two zones"));
  expect(await coming).toBe(false);
  expect(slow.drafts.get(key)).toMatchObject({ writing: null, ...letter("Hi Marta, two zones") });
  expect((await panel()).drafts.get(key).letter?.text).toBe("Hi Marta, two zones");
});

test("the thirty drafts that were touched last are kept, and every note", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const first = await panel();
  first.notes.write("marta@nordfrakt.example", "two zones");
  for (let i = 0; i < 32; i++) {
    vi.advanceTimersByTime(1);
    first.drafts.set(`marta@nordfrakt.example gmail:${i}`, letter(`${i}`));
    vi.advanceTimersByTime(1);
    first.drafts.set("marta@nordfrakt.example gmail:0", letter("touched again"));
  }
  vi.useRealTimers();
  const next = await panel();
  const kept = [...Array(32).keys()].filter((i) => next.drafts.get(`marta@nordfrakt.example gmail:${i}`).letter);
  expect(kept).toEqual([0, ...Array.from({ length: 29 }, (_, i) => i + 3)]);
  expect(next.notes.get("marta@nordfrakt.example").text).toBe("two zones");
});

test("a note that is saved is gone for the next panel; one that is typed into again meanwhile is not", async () => {
  const first = await panel();
  first.notes.write("marta@nordfrakt.example", "two zones");
  first.notes.write("marta@nordfrakt.example", "");
  first.notes.write("jonas@nordfrakt.example", "three");
  first.notes.write("jonas@nordfrakt.example", "");
  first.notes.write("jonas@nordfrakt.example", "and");
  const next = await panel();
  expect(next.notes.get("marta@nordfrakt.example").text).toBe("");
  expect(next.notes.get("jonas@nordfrakt.example").text).toBe("and");
  expect(first.notes.get("jonas@nordfrakt.example").text).toBe("and");
});

test("a draft for a window that ends with its page is kept for no other page", async () => {
  const key = "marta@nordfrakt.example window:1";
  const first = await panel();
  first.drafts.set(key, letter("Hi Marta"));
  expect(first.drafts.get(key).letter?.text).toBe("Hi Marta");
  expect((await openBegun()).all()).toEqual([]);
});

test("a page that may not use the browser's memory keeps it on the device, where it is forgotten, too", async () => {
  const { browser } = await import("../testing/browser.ts");
  const closed = vi.spyOn(browser.storage.session, "get").mockRejectedValue(new Error("Access denied"));
  (await panel()).drafts.set("marta@nordfrakt.example gmail:1", letter("Hi Marta"));
  expect((await panel()).drafts.get("marta@nordfrakt.example gmail:1").letter?.text).toBe("Hi Marta");
  closed.mockRestore();
  await forgetBegun();
  vi.spyOn(browser.storage.session, "get").mockRejectedValue(new Error("Access denied"));
  expect((await panel()).drafts.get("marta@nordfrakt.example gmail:1").letter).toBeNull();
  vi.restoreAllMocks();
});

test("the background forgets all of it, in panels that are open, too", async () => {
  const open = await panel();
  open.drafts.set("marta@nordfrakt.example gmail:1", letter("Hi Marta"));
  open.notes.write("marta@nordfrakt.example", "two zones");
  await forgetBegun();
  await expect.poll(() => open.notes.get("marta@nordfrakt.example").text).toBe("");
  expect(open.drafts.get("marta@nordfrakt.example gmail:1").letter).toBeNull();
});
