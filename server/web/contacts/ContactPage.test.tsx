import { activities } from "@sidenote/contract/activities";
import { companies } from "@sidenote/contract/companies";
import { type Contact, contacts } from "@sidenote/contract/contacts";
import { emails } from "@sidenote/contract/emails";
import { organizations } from "@sidenote/contract/organizations";
import { idOf, martaContact } from "@sidenote/panel/testing/canned";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { Gate } from "../shell/Gate.tsx";
import { changedMeanwhile, type FakeWeb, fakeWeb, me } from "../testing/fake-web.ts";
import { open } from "../testing/render.tsx";
import { ContactPage } from "./ContactPage.tsx";

const learnt = { kind: "mail" as const, id: idOf("eml", 1), at: "2026-03-04T09:00:00.000Z" };
const marta: Contact = { ...martaContact, facts: [{ field: "title", source: learnt }] };

const note = {
  id: idOf("act", 9),
  kind: "note" as const,
  title: "",
  text: "",
  at: "2026-03-04T09:00:00.000Z",
  outcome: null,
  dueAt: null,
  doneAt: null,
  contactIds: [marta.id],
  companyId: null,
  version: 1,
};

const known = (): FakeWeb =>
  fakeWeb()
    .answer(emails.threads, { items: [], nextCursor: null, waitingForYou: 0, awaitingTheirs: 0 })
    .answer(contacts.get, marta)
    .answer(contacts.timeline, { items: [], nextCursor: null })
    .answer(companies.list, { items: [], nextCursor: null, seen: 0, saved: 0 });

const opened = (client: FakeWeb) => open(<ContactPage id={marta.id} />, client, `/contacts/${marta.id}`);

async function changeTitle(user: ReturnType<typeof opened>["user"], title: string) {
  await user.click(await screen.findByRole("button", { name: "Head of Operations" }));
  const field = screen.getByRole("textbox", { name: "What they do" });
  await user.clear(field);
  await user.type(field, `${title}{Enter}`);
}

test("a fact says where and when it was learnt", async () => {
  opened(known());
  expect(await screen.findByRole("link", { name: "from mail, 4 Mar" })).toHaveAttribute(
    "href",
    `/emails/${idOf("eml", 1)}`,
  );
});

test("a task that is due today says so, without the hour that nobody gave", async () => {
  const dueAt = new Date(new Date().setHours(12, 0, 0, 0)).toISOString();
  const task = { ...note, kind: "task" as const, title: "Send the plan", text: "Send the plan", dueAt };
  const entry = { kind: task.kind, id: task.id, at: task.at, title: task.title, direction: null, threadId: null };
  const client = known()
    .answer(contacts.timeline, { items: [entry], nextCursor: null })
    .answer(activities.get, task);
  open(<ContactPage id={marta.id} />, client, `/contacts/${marta.id}?entry=${task.id}`);
  expect(await screen.findByText(/^due /)).toHaveTextContent(/^due today$/);
});

test("a fact is changed where it stands, on the version that is shown", async () => {
  const after = { ...marta, title: "COO", version: 2 };
  const client: FakeWeb = known().answer(contacts.update, () => {
    client.answer(contacts.get, after);
    return after;
  });
  const { user } = opened(client);
  await changeTitle(user, "COO");
  expect(await screen.findByRole("button", { name: "COO" })).toHaveFocus();
  expect(client.asked(contacts.update)).toEqual([{ id: marta.id, version: 1, title: "COO" }]);
});

test("a change that came too late is shown beside what is there now, and is saved only when the member says so", async () => {
  const now = { ...marta, title: "Managing Director", version: 4 };
  const client: FakeWeb = known().answer(contacts.update, (input) => {
    if (input.version === 4) {
      const after = { ...now, title: input.title ?? null, version: 5 };
      client.answer(contacts.get, after);
      return after;
    }
    throw changedMeanwhile(now, input);
  });
  const { user } = opened(client);
  await changeTitle(user, "COO");
  const conflict = await screen.findByRole("alert");
  expect(within(conflict).getByRole("cell", { name: "Managing Director" })).toBeVisible();
  expect(within(conflict).getByRole("cell", { name: "COO" })).toBeVisible();
  await user.click(within(conflict).getByRole("button", { name: "Use mine" }));
  expect(await screen.findByRole("button", { name: "COO" })).toBeVisible();
  expect(screen.queryByRole("alert")).toBeNull();
  expect(client.asked(contacts.update).map(({ version }) => version)).toEqual([1, 4]);
});

test("what somebody else changes while a field is open does not slip under the change", async () => {
  const client: FakeWeb = known().answer(contacts.update, marta);
  const { user } = open(<Gate client={client} />, client, `/contacts/${marta.id}`);
  await user.click(await screen.findByRole("button", { name: "Head of Operations" }));
  client.answer(contacts.get, { ...marta, name: "Marta L.", title: "Managing Director", version: 2 });
  client.tell({ type: "contacts.changed", ids: [marta.id] });
  await screen.findByRole("heading", { name: "Marta L." });
  await user.type(screen.getByRole("textbox", { name: "What they do" }), "!{Enter}");
  expect(client.asked(contacts.update)).toMatchObject([{ version: 1, title: "Head of Operations!" }]);
});

test("Escape leaves a fact as it was", async () => {
  const client = known();
  const { user } = opened(client);
  await user.click(await screen.findByRole("button", { name: "Head of Operations" }));
  await user.type(screen.getByRole("textbox", { name: "What they do" }), "x{Escape}");
  expect(await screen.findByRole("button", { name: "Head of Operations" })).toBeVisible();
  expect(client.asked(contacts.update)).toEqual([]);
});

test("a note that is written while the server is away is kept, and the page says so", async () => {
  const client = known();
  const { user } = opened(client);
  await user.type(await screen.findByRole("textbox", { name: "Note" }), "She likes blue");
  client.say({ away: true });
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Note kept here; it goes to the server when it is back")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Note" })).toHaveValue("");
  expect(client.asked(activities.create)).toEqual([]);
});

test("what is written on while a note is being saved stays", async () => {
  const client = known().answer(activities.create, ({ text }) => ({ ...note, text, title: text }));
  const answer = client.hold(activities.create);
  const { user } = opened(client);
  await user.type(await screen.findByRole("textbox", { name: "Note" }), "She likes blue");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await user.type(screen.getByRole("textbox", { name: "Note" }), ", not green");
  answer();
  await screen.findByText("Note saved");
  expect(screen.getByRole("textbox", { name: "Note" })).toHaveValue("She likes blue, not green");
});

test("a note that was begun is there when one comes back, for whoever began it", async () => {
  const client = known();
  const { user, unmount } = open(<Gate client={client} />, client, `/contacts/${marta.id}`);
  await user.type(await screen.findByRole("textbox", { name: "Note" }), "She likes");
  unmount();
  const again = open(<Gate client={client} />, client, `/contacts/${marta.id}`);
  expect(await screen.findByRole("textbox", { name: "Note" })).toHaveValue("She likes");
  again.unmount();
  client.answer(organizations.me, { ...me, member: { ...me.member, id: idOf("mbr", 2) } });
  open(<Gate client={client} />, client, `/contacts/${marta.id}`);
  expect(await screen.findByRole("textbox", { name: "Note" })).toHaveValue("");
});

test("a change that waits for the member's word is not settled by another one", async () => {
  const client = known().answer(contacts.update, (input) => {
    if (input.tags) return { ...marta, tags: input.tags, version: 5 };
    throw changedMeanwhile({ ...marta, title: "Managing Director", version: 4 }, input);
  });
  const { user } = opened(client);
  await changeTitle(user, "COO");
  await screen.findByRole("alert");
  await user.click(screen.getByTitle("Change tags"));
  await user.type(screen.getByRole("textbox", { name: "Tags" }), "cold{Enter}");
  await waitFor(() => expect(client.asked(contacts.update)).toHaveLength(2));
  await waitFor(() => expect(screen.queryByRole("textbox", { name: "Tags" })).toBeNull());
  expect(within(screen.getByRole("alert")).getByRole("cell", { name: "COO" })).toBeVisible();
});

test("what happened is one stop for Tab: the arrows lead through it, and Tab comes back to where one was", async () => {
  const mails = [1, 2, 3].map((n) => ({
    id: idOf("eml", n),
    kind: "email" as const,
    title: `Offer ${n}`,
    at: "2026-03-04T09:00:00.000Z",
    direction: "in" as const,
    threadId: idOf("thr", n),
  }));
  const { user } = opened(known().answer(contacts.timeline, { items: mails, nextCursor: null }));
  const [first, second, third] = await screen.findAllByRole("link", { name: /Offer/ });
  screen.getByRole("link", { name: "Similar to this" }).focus();
  await user.tab();
  expect(first).toHaveFocus();
  await user.keyboard("{End}");
  expect(third).toHaveFocus();
  await user.keyboard("{ArrowUp}");
  expect(second).toHaveFocus();
  await user.tab();
  expect(document.body).toHaveFocus();
  await user.tab({ shift: true });
  expect(second).toHaveFocus();
});

test("a company that cannot be made is said, and its name stays in the field", async () => {
  const client = known().refuse(companies.create, "forbidden", "Nobody adds companies today");
  const { user } = opened(client);
  await user.click(await screen.findByRole("button", { name: "Nordfrakt AB" }));
  const field = screen.getByRole("combobox", { name: "Company" });
  await user.clear(field);
  await user.type(field, "Sydfrakt{Enter}");
  await screen.findByText("Not saved. Nobody adds companies today");
  expect(field).toHaveValue("Sydfrakt");
  expect(field).toBeEnabled();
});

test("somebody who is not there leads somewhere", async () => {
  opened(known().refuse(contacts.get, "not_found", "There is no contact cnt_x"));
  expect(await screen.findByRole("alert")).toHaveTextContent("There is no such contact");
  expect(screen.getByRole("link", { name: "All contacts" })).toHaveAttribute("href", "/contacts");
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
});
