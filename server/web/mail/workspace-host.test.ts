import { idOf, jonas, marta, storedMail } from "@sidenote/panel/testing/canned";
import { expect, test, vi } from "vitest";
import type { ReplyDraft } from "./Reply.tsx";
import { createWorkspaceHost } from "./workspace-host.ts";

const thread = {
  id: idOf("thr", 1),
  subject: "Cold storage",
  people: [jonas, marta],
  count: 1,
  lastAt: storedMail.at,
  lastDirection: "in" as const,
  snippet: "",
  owed: null,
  emails: [storedMail],
  contacts: [],
};

function hosted() {
  let reply: ReplyDraft | null = { text: "mine", sources: null };
  const { host, look } = createWorkspaceHost({
    navigate: vi.fn(),
    collapse: vi.fn(),
    setReply: (next) => {
      reply = typeof next === "function" ? next(reply) : next;
    },
  });
  const type = (change: (text: string) => string) => {
    reply = reply && { ...reply, text: change(reply.text) };
  };
  return { host, look, type, reply: () => reply };
}

test("whoever wrote last is the first of whom the panel speaks, and the thread goes by its own id", () => {
  const { host, look } = hosted();
  const tell = vi.fn();
  host.watchSubject(tell, new AbortController().signal);
  expect(tell).toHaveBeenLastCalledWith(null);
  look(thread, null);
  expect(tell).toHaveBeenLastCalledWith({
    people: [marta, jonas],
    thread: { key: thread.id, subject: "Cold storage", messages: [] },
    compose: null,
  });
});

test("a draft goes into the reply, and undo brings back what was there", async () => {
  const { host, reply } = hosted();
  const inserted = await host.insertDraft!("Hi Marta", { sources: 3 });
  expect(reply()).toEqual({ text: "mine\n\nHi Marta", sources: 3, draft: "Hi Marta" });
  if (inserted.ok) await inserted.undo();
  expect(reply()).toEqual({ text: "mine", sources: null });
});

test("a draft takes the place of the one before it, also of one that was changed, and of nothing else", async () => {
  const { host, reply, type } = hosted();
  await host.insertDraft!("Hi Marta,\n\nthe price follows.\n\nAda", { sources: 3 });
  type((text) => text.replace("follows", "follows on Monday").concat("\nPS: mine too"));
  const again = await host.insertDraft!("Dear Marta,\n\nit is 1,150.\n\nAda", { sources: 2 });
  expect(reply()?.text).toBe("mine\n\nDear Marta,\n\nit is 1,150.\n\nAda\nPS: mine too");
  await host.insertDraft!("Dear Marta,\n\nit is 1,150.\n\nAda", { sources: 2 });
  expect(reply()?.text).toBe("mine\n\nDear Marta,\n\nit is 1,150.\n\nAda\nPS: mine too");
  if (again.ok) await again.undo();
  expect(reply()?.text).toBe("mine\n\nHi Marta,\n\nthe price follows on Monday.\n\nAda\nPS: mine too");
});

test("what stands in the reply is told, so that the panel can say that its draft does", async () => {
  const { host, look, reply } = hosted();
  const tell = vi.fn();
  host.watchSubject(tell, new AbortController().signal);
  await host.insertDraft!("Hi Marta", { sources: 3 });
  look(thread, reply());
  expect(tell.mock.lastCall?.[0].compose.text).toBe("mine\n\nHi Marta");
});
