import { type ContactSummary, contacts } from "@sidenote/contract/contacts";
import { idOf, martaContact } from "@sidenote/panel/testing/canned";
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeWeb } from "../testing/fake-web.ts";
import { open } from "../testing/render.tsx";
import { ContactsPage } from "./ContactsPage.tsx";

const person = (n: number, name: string): ContactSummary => ({
  ...martaContact,
  id: idOf("cnt", n),
  state: "seen",
  name,
  address: `${name.toLowerCase()}@nordfrakt.example`,
});
const seen = [person(1, "Marta"), person(2, "Jonas")];
const list = (items: ContactSummary[]) => ({ items, nextCursor: null, seen: items.length, saved: 0 });

test("one person seen in mail is saved with one press and taken back with another", async () => {
  const client = fakeWeb()
    .answer(contacts.list, list(seen))
    // A colleague has saved her: the answer is their contact.
    .answer(contacts.save, { ...martaContact, id: idOf("cnt", 9) })
    .answer(contacts.unsave, martaContact);
  const { user } = open(<ContactsPage />, client, "/contacts?show=seen");
  await user.click(await screen.findByRole("button", { name: "Save Marta" }));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(client.asked(contacts.save)).toEqual([{ id: idOf("cnt", 1) }]);
  expect(client.asked(contacts.unsave)).toEqual([{ id: idOf("cnt", 1) }]);
});

test("all are saved at once, and one undo takes all of it back", async () => {
  const client = fakeWeb()
    .answer(contacts.list, list(seen))
    .answer(contacts.saveSeen, { saved: 2 })
    .answer(contacts.unsave, martaContact);
  const { user } = open(<ContactsPage />, client, "/contacts?show=seen");
  await user.click(await screen.findByRole("button", { name: "Save all 2" }));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await screen.findByRole("button", { name: "Save all 2" });
  const ids = seen.map(({ id }) => id);
  expect(client.asked(contacts.saveSeen)).toEqual([{ ids }]);
  expect(client.asked(contacts.unsave)).toEqual(ids.map((id) => ({ id })));
});

test("when all are taken back, who was worked on meanwhile stays, and the others do not wait for it", async () => {
  const client = fakeWeb()
    .answer(contacts.list, list(seen))
    .answer(contacts.saveSeen, { saved: 2 })
    .refuse(contacts.unsave, "conflict", "Somebody else saved this contact");
  const { user } = open(<ContactsPage />, client, "/contacts?show=seen");
  await user.click(await screen.findByRole("button", { name: "Save all 2" }));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await screen.findByText("2 of 2 stay saved: somebody has worked on them");
  expect(client.asked(contacts.unsave)).toHaveLength(2);
});

test("nobody saved yet: the page says where people are", async () => {
  open(<ContactsPage />, fakeWeb().answer(contacts.list, list([])), "/contacts");
  expect(await screen.findByText("No contacts yet")).toBeVisible();
  expect(screen.getByRole("link", { name: "Seen in mail" })).toHaveAttribute("href", "/contacts?show=seen");
});

test("the people are one stop for Tab, with Save beside the one who is there; who is saved leaves it to the next", async () => {
  const client = fakeWeb().answer(contacts.list, list(seen)).answer(contacts.save, martaContact);
  const { user } = open(<ContactsPage />, client, "/contacts?show=seen");
  const jonas = await screen.findByRole("link", { name: /Jonas/ });
  screen.getByRole("link", { name: /Marta/ }).focus();
  await user.keyboard("{ArrowDown}");
  expect(jonas).toHaveFocus();
  await user.tab();
  expect(screen.getByRole("button", { name: "Save Jonas" })).toHaveFocus();
  await user.tab({ shift: true });
  await user.tab({ shift: true });
  expect(screen.getByRole("button", { name: "Save all 2" })).toHaveFocus();
  client.answer(contacts.list, list(seen.slice(0, 1)));
  await user.click(screen.getByRole("button", { name: "Save Jonas" }));
  await waitFor(() => expect(screen.queryByRole("link", { name: /Jonas/ })).toBeNull());
  expect(screen.getByRole("link", { name: /Marta/ })).toHaveAttribute("tabindex", "0");
});

test("j and k walk through the people", async () => {
  const { user } = open(<ContactsPage />, fakeWeb().answer(contacts.list, list(seen)), "/contacts");
  await screen.findByRole("link", { name: /Marta/ });
  await user.keyboard("jj");
  expect(screen.getByRole("link", { name: /Jonas/ })).toHaveFocus();
  await user.keyboard("k");
  expect(screen.getByRole("link", { name: /Marta/ })).toHaveFocus();
});
