import { type Contact, contacts } from "@sidenote/contract/contacts";
import { idOf, martaContact } from "@sidenote/panel/testing/canned";
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { type FakeWeb, fakeWeb } from "../testing/fake-web.ts";
import { open } from "../testing/render.tsx";
import { MayBeOneStrip, MayBeThis } from "./MayBeOne.tsx";
import { MergedFrom } from "./MergedFrom.tsx";

const other: Contact = { ...martaContact, id: idOf("cnt", 2), address: "marta@home.example" };
const pair = {
  keep: martaContact,
  other,
  reasons: ["the same name, Marta Lindqvist", "both sign with +46 31 70 10 20"],
};

const unsure = (): FakeWeb =>
  fakeWeb()
    .answer(contacts.duplicates, { items: [pair] })
    .answer(contacts.merge, martaContact)
    .answer(contacts.unmerge, other);

test("who may be one person is a quiet line until somebody looks, and then says why", async () => {
  const { user } = open(<MayBeOneStrip />, unsure());
  expect(await screen.findByText("Two contacts may be one person")).toBeVisible();
  expect(screen.queryByRole("listitem")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Look" }));
  expect(screen.getByRole("listitem")).toHaveTextContent(
    "Because: the same name, Marta Lindqvist; both sign with +46 31 70 10 20",
  );
});

test("two are made one by a person, and taken apart by the same press back", async () => {
  const client = unsure();
  const { user } = open(<MayBeThis id={martaContact.id} />, client);
  await user.click(await screen.findByRole("button", { name: "Make them one" }));
  expect(await screen.findByText("Marta Lindqvist is one contact now")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(client.asked(contacts.merge)).toEqual([{ id: martaContact.id, otherId: other.id }]);
  expect(client.asked(contacts.unmerge)).toEqual([{ id: other.id }]);
});

test("whoever becomes part of another leads to that one", async () => {
  const { user } = open(<MayBeThis id={other.id} />, unsure(), `/contacts/${other.id}`);
  await user.click(await screen.findByRole("button", { name: "Make them one" }));
  await screen.findByText("Marta Lindqvist is one contact now");
  expect(window.location.pathname).toBe(`/contacts/${martaContact.id}`);
});

test("two people are not proposed again, unless that is taken back", async () => {
  let apart = false;
  const client = unsure()
    .answer(contacts.duplicates, () => ({ items: apart ? [] : [pair] }))
    .answer(contacts.apart, (input) => {
      apart = input.apart;
      return input;
    });
  const { user } = open(<MayBeThis id={martaContact.id} />, client);
  await user.click(await screen.findByRole("button", { name: "Not the same" }));
  expect(await screen.findByText("They stay two contacts")).toBeVisible();
  await waitFor(() => expect(screen.queryByText("May be the same person as")).toBeNull());
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByText("May be the same person as")).toBeVisible();
  expect(client.asked(contacts.apart)).toEqual([
    { id: martaContact.id, otherId: other.id, apart: true },
    { id: martaContact.id, otherId: other.id, apart: false },
  ]);
});

test("whoever is seen in one's mail alone is said to be saved by it", async () => {
  const seen: Contact = { ...other, state: "seen" };
  open(<MayBeThis id={martaContact.id} />, unsure().answer(contacts.duplicates, { items: [{ ...pair, other: seen }] }));
  expect(
    await screen.findByText(/marta@home\.example is seen in your mail alone; making them one saves it for all/),
  ).toBeVisible();
});

test("a merge of long ago is taken apart from the contact's page", async () => {
  const client = unsure();
  const at = "2026-03-04T09:00:00.000Z";
  const { user } = open(
    <MergedFrom merged={[{ id: other.id, name: other.name, addresses: ["marta@home.example"], at }]} />,
    client,
  );
  await user.click(screen.getByRole("button", { name: "Take apart Marta Lindqvist" }));
  expect(await screen.findByText("Marta Lindqvist is a contact of its own again")).toBeVisible();
  expect(client.asked(contacts.unmerge)).toEqual([{ id: other.id }]);
});
