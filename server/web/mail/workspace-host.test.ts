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
  return { host, look, reply: () => reply };
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
  expect(reply()).toEqual({ text: "Hi Marta", sources: 3 });
  if (inserted.ok) await inserted.undo();
  expect(reply()).toEqual({ text: "mine", sources: null });
});
