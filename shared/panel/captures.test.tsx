import { capture } from "@sidenote/contract/capture";
import { context } from "@sidenote/contract/context";
import { emails, type ScreenState } from "@sidenote/contract/emails";
import { act, cleanup, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Subject } from "./host.ts";
import {
  idOf,
  jonas,
  karinMail,
  martaContext,
  martaDraft,
  martaMail,
  ofKarin,
  ofMarta,
  stateOf,
  storedMail,
} from "./testing/canned.ts";
import type { FakeClient } from "./testing/fake-client.ts";
import { FakeHost } from "./testing/fake-host.ts";
import { wellServer } from "./testing/server.ts";
import { show, textOf } from "./testing/show.tsx";

const known = { store: true, reason: "known_contact" as const, because: "a contact is in this thread" };
const never = {
  reason: "never_store" as const,
  rule: "nordfrakt.example",
  because: "nordfrakt.example is on your never-store list",
};

/** A server whose policy wants every mail that is shown, and that keeps what it is given. */
function wanting(decision: Partial<ScreenState["decision"]> = known): FakeClient {
  const stored = new Set<string>();
  return wellServer()
    .answer(emails.screen, ({ messages }) => ({
      messages: messages.map(({ sourceId }) => ({
        ...stateOf(sourceId, stored.has(sourceId) ? storedMail.id : null, decision),
        storedBy: stored.has(sourceId) ? ("policy" as const) : null,
      })),
    }))
    .answer(emails.capture, ({ messages }) => ({
      messages: messages.map(({ sourceId }) => {
        stored.add(sourceId);
        return {
          sourceId,
          outcome: "stored" as const,
          emailId: storedMail.id,
          decision: stateOf(sourceId, null, decision).decision,
        };
      }),
    }))
    .answer(emails.forget, ({ id }) => {
      stored.clear();
      return { id };
    });
}

/** Another person in Marta's thread. */
const onJonas: Subject = { ...ofMarta, people: [jonas] };

test("what the policy wants is saved by itself, once, and says why", async () => {
  const { client, host } = show({ client: wanting() });
  await screen.findByText("This mail is saved, because a contact is in this thread");
  act(() => host.show(ofKarin));
  await waitFor(() => expect(client.asked(emails.capture)).toHaveLength(2));
  act(() => host.show(ofMarta));
  await screen.findByText("This mail is saved, because a contact is in this thread");
  expect(client.asked(emails.capture)).toEqual([{ messages: [martaMail] }, { messages: [karinMail] }]);
});

test("what was saved by itself is taken back with one press, and stays away", async () => {
  const { client, host, user, button } = show({ client: wanting() });
  await user.click(await button("Undo"));
  await screen.findByText("This mail is not saved, because you took it back");
  act(() => host.show(null));
  act(() => host.show(ofMarta));
  await screen.findByText("This mail is not saved, because you took it back");
  expect(client.asked(emails.forget)).toEqual([{ id: storedMail.id }]);
  expect(client.asked(emails.capture)).toHaveLength(1);
});

test.each([
  ["forgotten", "Forget this mail"],
  ["taken back", "Undo"],
])(
  "what a mail said that was %s leaves the cards of other threads on this device, and what the panel remembers",
  async (_, way) => {
    const client = wanting();
    const { host, user, button } = show({ client });
    await button("Undo");
    act(() => host.show(onJonas));
    await screen.findByRole("heading", { name: "Jonas Öberg" });
    act(() => host.show(ofMarta));
    client.keptHere.set("context karin", { value: martaContext, at: martaContext.asOf });
    if (way !== "Undo") await user.click(await button("More"));
    await user.click(await screen.findByRole(way === "Undo" ? "button" : "menuitem", { name: way }));
    await screen.findByText(/Mail (forgotten|not saved)\./);
    expect(client.keptHere.has("context karin")).toBe(false);
    client.hold(context.get);
    client.hold(context.ofScreen);
    act(() => host.show(onJonas));
    await screen.findAllByRole("status", { name: "Loading" });
  },
);

test("what another panel saved by itself is taken back here just as well; what an import brought is not", async () => {
  const there = stateOf(martaMail.sourceId, storedMail.id, known);
  const by = (storedBy: "policy" | "import") => ({ messages: [{ ...there, storedBy }] });
  const client = wellServer()
    .answer(emails.screen, by("policy"))
    .answer(emails.forget, ({ id }) => ({ id }));
  const { user, button } = show({ client });
  await user.click(await button("Undo"));
  await waitFor(() => expect(client.asked(emails.forget)).toEqual([{ id: storedMail.id }]));
  expect(client.asked(emails.capture)).toEqual([]);
  cleanup();
  show({ client: wellServer().answer(emails.screen, by("import")) });
  await screen.findByText("This mail is saved from an import");
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});

test("mail with somebody on the never-store list is not handed in, and cannot be saved by a press", async () => {
  const { client } = show({ client: wanting(never) });
  await screen.findByText("This mail is not saved, because nordfrakt.example is on your never-store list");
  expect(screen.queryByRole("button", { name: /Save the mail/ })).toBeNull();
  expect(client.asked(emails.capture)).toEqual([]);
});

test("where the mails on screen differ each says its own reason", async () => {
  const second = { ...martaMail, sourceId: "gmail:18c2aa" };
  const client = wellServer().answer(emails.screen, {
    messages: [stateOf(martaMail.sourceId, storedMail.id), stateOf(second.sourceId, null, never)],
  });
  const thread = { ...ofMarta.thread!, messages: [martaMail, second] };
  const { user } = show({ client, subject: { ...ofMarta, thread } });
  await user.click(await screen.findByText("1 of 2 mails saved"));
  expect(screen.getAllByRole("listitem").map(textOf).join("\n")).toMatch(
    /Marta: saved\n.*Marta: not saved, because nordfrakt.example is on your never-store list/,
  );
});

test("with the server away nothing is handed in twice, and when it is back it is", async () => {
  const client = wanting();
  const release = client.hold(emails.capture);
  show({ client });
  await waitFor(() => expect(client.asked(emails.capture)).toHaveLength(1));
  await act(async () => {
    client.say({ away: true });
    release();
  });
  expect(client.asked(emails.capture)).toHaveLength(1);
  await act(async () => client.say({ away: false }));
  await screen.findByText("This mail is saved, because a contact is in this thread");
  expect(client.asked(emails.capture)).toHaveLength(2);
});

test("a policy that is changed elsewhere shows at once", async () => {
  const { client } = show({ client: wellServer().answer(emails.screen, { messages: [stateOf(martaMail.sourceId)] }) });
  await screen.findByText(/only what you save is stored/);
  client.answer(emails.screen, { messages: [stateOf(martaMail.sourceId, null, never)] });
  act(() => client.tell({ type: "capture.changed", ids: [] }));
  await screen.findByText(/is on your never-store list/);
  expect(client.asked(capture.policy)).toEqual([]);
});

test("a thread is forgotten after one question that says that there is no way back", async () => {
  const host = new FakeHost(ofMarta);
  const client = wellServer().answer(emails.forgetThread, { threadId: idOf("thr", 1), mails: 2, undoable: false });
  const { user, button } = show({ client, host });
  await screen.findByText("This mail is saved");
  await user.click(await button(/^Write/));
  await act(async () => client.writing.send({ type: "done", result: martaDraft }));
  await user.click(await button("More"));
  await user.click(await screen.findByRole("menuitem", { name: "Forget this thread …" }));
  expect(textOf(await screen.findByRole("dialog"))).toContain("This cannot be undone");
  expect(client.asked(emails.forgetThread)).toEqual([]);
  client.answer(context.get, { ...martaContext, contact: null, thread: null });
  await user.click(await button("Forget it for good"));
  await screen.findByText("Thread forgotten.");
  expect(client.asked(emails.forgetThread)).toEqual([{ thread: "gmail:18c2" }]);
  // Somebody else's card, and another thread's, may quote it.
  expect(client.forgot).toBe(1);
  expect(screen.queryByText(/thank you for your patience/)).toBeNull();
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("a thread that an import brought, which does not know the site's name for it, is forgotten too", async () => {
  const { client, user, button } = show();
  client
    .answer(emails.screen, { messages: [{ ...stateOf(martaMail.sourceId, storedMail.id), storedBy: "import" }] })
    .answer(emails.get, { ...storedMail, threadId: idOf("thr", 7) })
    .answer(emails.forgetThread, ({ thread }) => {
      const isThere = thread === idOf("thr", 7);
      return { threadId: isThere ? idOf("thr", 7) : null, mails: isThere ? 3 : 0, undoable: false as const };
    });
  await screen.findByText("This mail is saved from an import");
  await user.click(await button("More"));
  await user.click(await screen.findByRole("menuitem", { name: "Forget this thread …" }));
  await user.click(await button("Forget it for good"));
  await screen.findByText("Thread forgotten.");
  expect(client.asked(emails.forgetThread)).toContainEqual({ thread: "gmail:18c2" });
  expect(client.asked(emails.forgetThread)).toContainEqual({ thread: idOf("thr", 7) });
});

test("where no mail of the thread was the member's own, nothing is said to be forgotten", async () => {
  const { client, user, button } = show();
  client.answer(emails.forgetThread, { threadId: null, mails: 0, undoable: false });
  await screen.findByText("This mail is saved");
  await user.click(await button("More"));
  await user.click(await screen.findByRole("menuitem", { name: "Forget this thread …" }));
  await user.click(await button("Forget it for good"));
  await screen.findByText("No mail of yours is saved in this thread.");
  expect(screen.queryByText("Thread forgotten.")).toBeNull();
});

test("a thread that was to be forgotten is named, and another that comes on screen meanwhile stays", async () => {
  const { client, host, user, button } = show();
  client.answer(emails.forgetThread, { threadId: idOf("thr", 1), mails: 2, undoable: false });
  await screen.findByText("This mail is saved");
  await user.click(await button("More"));
  await user.click(await screen.findByRole("menuitem", { name: "Forget this thread …" }));
  expect(textOf(await screen.findByRole("dialog"))).toContain(martaMail.subject);
  const other = { ...ofMarta, thread: { ...ofMarta.thread!, key: "gmail:18dd", subject: "Noise at night" } };
  act(() => host.show(other));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  act(() => host.show(ofMarta));
  await screen.findByText("This mail is saved");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(client.asked(emails.forgetThread)).toEqual([]);
});
