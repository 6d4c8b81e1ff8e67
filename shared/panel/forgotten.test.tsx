import { emailDraft } from "@sidenote/contract/context";
import { drafts as calls } from "@sidenote/contract/drafts";
import { emails } from "@sidenote/contract/emails";
import { act, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { idOf, martaDraft, storedMail } from "./testing/canned.ts";
import type { wellServer } from "./testing/server.ts";
import { show } from "./testing/show.tsx";

const id = storedMail.id;
const other = idOf("eml", 2);
const GONE = "What was drafted from a mail that is forgotten is gone for good.";
const SAID = /thank you for your patience/;

const drafted = (source: string) => ({
  ...martaDraft,
  statements: [{ text: "Hi Marta,", sources: [{ id: source, quote: "two zones", start: 0, end: 9 }] }],
});

/** Marta's thread, with what the member wishes for in the field, and a draft that is being written. */
async function writing() {
  const opened = show();
  const { client, user, button } = opened;
  await screen.findByText("This mail is saved");
  await user.type(await screen.findByLabelText(/What it should say/), "two zones are enough");
  await user.click(await button(/^Write/));
  await waitFor(() => expect(client.asked(emailDraft)).toHaveLength(1));
  return { ...opened, signal: client.writing.signal };
}

const wished = () => screen.findByDisplayValue("two zones are enough");
const hear = (client: ReturnType<typeof wellServer>, ...ids: string[]) =>
  act(async () => client.tell({ type: "emails.forgotten", ids }));

test("a draft goes when the mail that it rests on is forgotten elsewhere, and nothing leads back; what the member wished stays", async () => {
  const { client, user, button } = await writing();
  await act(async () => client.writing.send({ type: "done", result: drafted(id) }));
  await user.click(await button("Again"));
  await act(async () => client.writing.send({ type: "done", result: drafted(id) }));
  await screen.findByText("Written anew");
  await hear(client, other);
  screen.getByText(SAID);
  await hear(client, id, storedMail.threadId);
  await screen.findByText(GONE);
  expect(screen.queryByText(SAID)).toBeNull();
  expect(screen.queryByText("Written anew")).toBeNull();
  expect(client.forgot).toBeGreaterThan(0);
  await wished();
});

test("a draft that is being written stops when a mail that it may rest on is forgotten elsewhere, and goes on for others", async () => {
  const { client, signal } = await writing();
  await act(async () => {
    client.writing.send({ type: "text", text: "", rests: [id] });
    client.writing.send({ type: "text", text: "The lorry stands" });
  });
  await hear(client, other);
  screen.getByText(/The lorry stands/);
  await hear(client, id);
  await screen.findByText(GONE);
  expect(signal.aborted).toBe(true);
  expect(screen.queryByText(/The lorry stands/)).toBeNull();
  await wished();
});

test("what had come of a draft before it was cut goes with a mail that it may rest on", async () => {
  const { client } = await writing();
  await act(async () => {
    client.writing.send({ type: "text", text: "", rests: [id] });
    client.writing.send({ type: "text", text: "The lorry stands" });
    client.writing.cut();
  });
  await screen.findByText(/The lorry stands/);
  await hear(client, id);
  await screen.findByText(GONE);
  expect(screen.queryByText(/The lorry stands/)).toBeNull();
});

test("what a server says late of a mail that is forgotten already is not shown", async () => {
  const { client, user, button } = await writing();
  await hear(client, id);
  await act(async () => client.writing.send({ type: "done", result: drafted(id) }));
  await wished();
  expect(screen.queryByText(SAID)).toBeNull();
  const statements = drafted(id).statements;
  client.answer(calls.replies, {
    replies: [{ label: "Yes", draft: "The lorry stands", statements, blanks: [] }],
    limit: null,
    model_used: "builtin",
    fallback_reason: null,
    left_machine: false,
    interaction_id: null,
  });
  await user.click(await button("Short replies"));
  await waitFor(() => expect(client.asked(calls.replies)).toHaveLength(1));
  expect(screen.queryByText(/The lorry stands/)).toBeNull();
});

test("a draft about a thread that is only on screen stops when the thread is forgotten elsewhere, by the name that the site gives it", async () => {
  const { client, signal } = await writing();
  await act(async () => client.writing.send({ type: "text", text: "The lorry stands" }));
  await hear(client, "gmail:another");
  screen.getByText(/The lorry stands/);
  await hear(client, "gmail:18c2");
  await screen.findByText(GONE);
  expect(signal.aborted).toBe(true);
  expect(screen.queryByText(/The lorry stands/)).toBeNull();
  await wished();
});

test.each([
  { type: "emails.forgotten", ids: [] },
  { type: "hello", ids: [] },
])("where it is not told which mails went, a panel asks whether those that it cites are there: %o", async (event) => {
  const { client } = await writing();
  await act(async () => client.writing.send({ type: "done", result: drafted(id) }));
  await screen.findByText(SAID);
  await act(async () => client.tell(event));
  await waitFor(() => expect(client.asked(emails.get)).toEqual([{ id }]));
  screen.getByText(SAID);
  client.refuse(emails.get, "not_found", "There is no such mail");
  await act(async () => client.tell(event));
  await screen.findByText(GONE);
  expect(screen.queryByText(SAID)).toBeNull();
  await wished();
});
