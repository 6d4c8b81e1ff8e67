import { contacts } from "@sidenote/contract/contacts";
import { context, emailContext } from "@sidenote/contract/context";
import { emails } from "@sidenote/contract/emails";
import { act, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import {
  idOf,
  karin,
  karinContext,
  karinMail,
  martaContext,
  martaMail,
  ofKarin,
  stateOf,
  storedMail,
} from "../testing/canned.ts";
import { wellServer } from "../testing/server.ts";
import { show, textOf } from "../testing/show.tsx";

test("of somebody new it says what the mail itself says, and that nothing is kept", async () => {
  const { section } = show({ subject: ofKarin });
  const says = await section("What this mail says");
  await screen.findByText(/Tomasz Wójcik gave me your name/);
  expect(textOf(says)).toBe(
    "What this mail saysCould you send me a price list for ice machines?1Tomasz Wójcik gave me your name.2",
  );
  expect(textOf(screen.getByRole("contentinfo"))).toContain("Not saved. Nothing of this page is kept until you save.");
});

test("of somebody new what is below comes with what the mail says, and is not moved by it", async () => {
  const client = wellServer();
  const release = client.hold(emailContext);
  const { section } = show({ client, subject: ofKarin });
  await screen.findByText("New");
  const draft = await section("Draft");
  expect(draft.closest(".late.patient")).not.toBeNull();
  await act(async () => release());
  await screen.findByText(/Tomasz Wójcik gave me your name/);
  expect(draft.closest(".late")).toBeNull();
});

test("somebody new is saved with name and address, and the way back archives", async () => {
  const { client, user, button } = show({ subject: ofKarin });
  await user.click(await button("Save Karin"));
  await screen.findByText("Karin saved.");
  expect(client.asked(contacts.create)).toEqual([{ name: karin.name, addresses: [karin.address] }]);
  expect(client.asked(emails.store)).toEqual([]);
  await user.click(await button("Undo"));
  expect(client.asked(contacts.archive)).toMatchObject([{ archived: true }]);
});

test("somebody of whom the page tells the address alone is saved under the name that is shown", async () => {
  const subject = { ...ofKarin, people: [{ ...karin, name: "" }] };
  const { client, user, button } = show({ subject });
  await user.click(await button("Save Karin"));
  expect(client.asked(contacts.create)).toEqual([{ name: karin.name, addresses: [karin.address] }]);
});

test("the mail is saved too in one press, and one press takes both back", async () => {
  const seen = { ...martaContext.contact!, state: "seen" as const };
  const { client, user, button } = show({ subject: ofKarin });
  client.answer(context.get, { ...karinContext, contact: seen });
  await user.click(await button("Save the mail too"));
  await screen.findByText("Karin and the mail saved.");
  expect(client.asked(emails.store)).toEqual([karinMail]);
  await user.click(await button("Undo"));
  await waitFor(() => expect(client.asked(emails.forget)).toEqual([{ id: storedMail.id }]));
  expect(client.asked(contacts.unsave)).toEqual(client.asked(contacts.save));
});

test("who is seen in mail is saved as a contact of the organization", async () => {
  const seen = { ...martaContext, contact: { ...martaContext.contact!, state: "seen" as const } };
  const { client, user, button } = show({ client: wellServer().answer(context.get, seen) });
  await user.click(await button("Save Marta"));
  await user.click(await button("Undo"));
  expect(client.asked(contacts.save)).toEqual([{ id: idOf("cnt", 1) }]);
  await waitFor(() => expect(client.asked(contacts.unsave)).toEqual([{ id: idOf("cnt", 1) }]));
});

test("who was put away before comes back", async () => {
  const archived = { ...martaContext, contact: { ...martaContext.contact!, archived: true } };
  const { client, user, button } = show({ client: wellServer().answer(context.get, archived) });
  await screen.findByText("Archived");
  await user.click(await button("Bring Marta back"));
  expect(client.asked(contacts.archive)).toMatchObject([{ archived: false }]);
});

test("what is said of a mail has its place while it is asked, and nothing below is moved by it", async () => {
  const client = wellServer();
  client.keptHere.set(`context ${martaMail.from.address} gmail:18c2`, { value: martaContext, at: martaContext.asOf });
  const release = client.hold(emails.screen);
  show({ client });
  await screen.findByText("Saved");
  expect(document.querySelector<HTMLElement>(".save")?.style.height).toBe("24px");
  await act(async () => release());
  await screen.findByText("This mail is saved");
});

test("a mail on screen is saved or not, and says which", async () => {
  const client = wellServer().answer(emails.screen, { messages: [stateOf(martaMail.sourceId)] });
  const { user, button } = show({ client });
  await screen.findByText("This mail is not saved, because you chose that only what you save is stored");
  client.answer(emails.screen, { messages: [stateOf(martaMail.sourceId, storedMail.id)] });
  await user.click(await button("Save the mail"));
  await screen.findByText("This mail is saved");
  expect(client.asked(emails.store)).toEqual([martaMail]);
});

test("a mail that was there before stays when the save is taken back", async () => {
  const client = wellServer()
    .answer(emails.screen, { messages: [stateOf(martaMail.sourceId)] })
    .answer(emails.store, { email: storedMail, outcome: "duplicate" });
  const { user, button } = show({ client });
  await user.click(await button("Save the mail"));
  await user.click(await button("Undo"));
  expect(client.asked(emails.forget)).toEqual([]);
});

test("a stored mail can be forgotten, and saved again", async () => {
  const { client, user, button } = show();
  await screen.findByText("This mail is saved");
  await user.click(await button("More"));
  await user.click(await screen.findByRole("menuitem", { name: "Forget this mail" }));
  await screen.findByText("Mail forgotten.");
  expect(client.asked(emails.forget)).toEqual([{ id: storedMail.id }]);
  await user.click(await button("Undo"));
  await waitFor(() => expect(client.asked(emails.store)).toEqual([martaMail]));
});

test("while the server is away a save is kept for later, once, and says so where it was pressed", async () => {
  const { client, user, button } = show({ subject: ofKarin });
  await button("Save Karin");
  act(() => client.say({ away: true }));
  await user.click(await button("Save the mail too"));
  await screen.findByText("Kept here until the server is back.");
  await screen.findByText("This mail is kept here until the server is back");
  expect(screen.queryByRole("button", { name: "Save the mail too" })).toBeNull();
  expect(await button("Save Karin")).toHaveProperty("disabled", true);
  act(() => client.say({ away: false }));
  await waitFor(async () => expect(await button("Save Karin")).toHaveProperty("disabled", false));
});

test("a save that is refused says why", async () => {
  const client = wellServer().refuse(contacts.create, "conflict", "A contact with this address exists.");
  const { user, button } = show({ client, subject: ofKarin });
  await user.click(await button("Save Karin"));
  await screen.findByText("A contact with this address exists.");
});
