import { context } from "@sidenote/contract/context";
import { emails } from "@sidenote/contract/emails";
import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { likelyAsks } from "./likely-asks.ts";
import { ASKS, ada, ago, marta, martaContext, martaMail, stateOf } from "./testing/canned.ts";
import { wellServer } from "./testing/server.ts";
import { show } from "./testing/show.tsx";

/** A card of a thread that is stored nowhere, as it was kept: without what its mails ask. */
const kept = { ...martaContext, owed: [], thread: null };
const place = () => document.querySelector<HTMLElement>(".place");

function unsaved() {
  const client = wellServer().answer(emails.screen, ({ messages }) => ({
    messages: messages.map(({ sourceId }) => stateOf(sourceId)),
  }));
  client.keptHere.set(`context ${marta.address} gmail:18c2`, { value: kept, at: kept.asOf });
  return client;
}

test("what a mail likely asks has its place above the kept cards, unread, until the server says what it is", async () => {
  const client = unsaved().answer(context.ofScreen, { ...martaContext, thread: null });
  const release = client.hold(context.ofScreen);
  const { section } = show({ client });
  const waiting = await section("Waiting for you");
  expect(place()?.textContent.trim()).toBe(ASKS);
  expect(within(waiting).queryAllByRole("listitem")).toEqual([]);
  await act(async () => release());
  await waitFor(() => expect(place()).toBeNull());
  expect(within(waiting).getAllByRole("listitem")).toHaveLength(1);
});

test("where the server is away, or nothing waits, no place is kept for it", async () => {
  const client = unsaved();
  client.say({ away: true });
  show({ client });
  await screen.findByText(/^Server away/);
  await waitFor(() => expect(place()).toBeNull());
  expect(screen.queryByRole("region", { name: "Waiting for you" })).toBeNull();
});

const said = (text: string, over: Partial<typeof martaMail> = {}) => ({ ...martaMail, text, ...over });
const asked = (messages: (typeof martaMail)[], card: typeof martaContext | typeof kept = kept) =>
  likelyAsks({ person: marta, messages } as Parameters<typeof likelyAsks>[0], card);

test.each([
  ["Hi,\n\nit is 3.5 m wide. Is the door\n2.1 m high? Thanks.", ["Is the door\n2.1 m high?"]],
  ["Hi,\n\nthank you.", []],
  ["Fine with me.\n\nOn Tuesday Ada wrote:\n> When do you open?", []],
])("of %j it is the question of what was newly said", (text, ask) => {
  expect(asked([said(text)])).toEqual(ask);
});

test("of the mail that waits the first question has a place, of those that came after it each", () => {
  const first = said("When do you open? And on Sundays?");
  expect(asked([first, said("Thanks."), said("Is there parking? Where?")])).toEqual([
    "When do you open?",
    "Is there parking?",
    "Where?",
  ]);
});

test("what the member answered after is asked no more, and what a kept card knows has no second place", () => {
  const answer = said("Yes.", { from: ada });
  expect(asked([martaMail, answer])).toEqual([]);
  expect(asked([martaMail, answer, said("And on Sundays?")])).toEqual(["And on Sundays?"]);
  const before = { ...martaContext, asOf: ago(1) };
  expect(asked([martaMail], before)).toEqual([]);
  expect(asked([martaMail, said("And on Sundays?", { at: ago(0) })], before)).toEqual(["And on Sundays?"]);
});
