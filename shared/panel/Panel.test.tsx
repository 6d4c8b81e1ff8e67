import { context } from "@sidenote/contract/context";
import { emails } from "@sidenote/contract/emails";
import { organizations } from "@sidenote/contract/organizations";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { createQueries } from "./queries.ts";
import { ada, idOf, karinContext, marta, martaContext, ofKarin, ofMarta } from "./testing/canned.ts";
import { wellServer } from "./testing/server.ts";
import { show, textOf } from "./testing/show.tsx";

test("with nobody on screen it says what to do", async () => {
  show({ subject: null });
  await screen.findByText("Open a mail, and this page says who it is.");
});

test("a thread that the member answered last from another of their addresses is about the other side", async () => {
  const alias = { name: "Ada Berg", address: "sales@fjordkyl.example" };
  const client = wellServer();
  const me = await client.api(organizations.me, {});
  client.answer(organizations.me, { ...me, ownAddresses: [ada.address, alias.address] });
  show({ client, subject: { ...ofMarta, people: [alias, ...ofMarta.people] } });
  await waitFor(() => expect(client.asked(context.get).at(-1)?.address).toBe(marta.address));
});

test("somebody saved: who it is, in one look", async () => {
  const { section } = show();
  await screen.findByText("Saved");
  expect(textOf(await section("Person"))).toContain(
    "Marta LindqvistSavedHead of Operations, Nordfrakt ABmarta.lindqvist@nordfrakt.example",
  );
});

test("before the server answers, the page's own words say who it is", async () => {
  const client = wellServer();
  const release = client.hold(context.get);
  const { section } = show({ client });
  expect(textOf(await section("Person"))).toContain("Marta Lindqvist");
  expect(screen.getAllByRole("status", { name: "Loading" })).toHaveLength(2);
  await act(async () => release());
  await screen.findByText("Saved");
});

test("an error says what happened, and asking again helps", async () => {
  const client = wellServer().refuse(context.get, "internal", "The database is being moved.");
  const { user, button } = show({ client });
  expect(textOf(await screen.findByRole("alert"))).toContain("The database is being moved.");
  client.answer(context.get, martaContext);
  await user.click(await button("Try again"));
  await screen.findByText("Saved");
});

test("the most relevant person comes first, and every other can be chosen", async () => {
  const { client, user, button } = show();
  expect((await button("Marta")).getAttribute("aria-pressed")).toBe("true");
  await user.click(await button("2 more people"));
  await user.click(await screen.findByRole("menuitem", { name: "Pia Holm" }));
  expect((await button("Pia")).getAttribute("aria-pressed")).toBe("true");
  expect(client.asked(context.get).at(-1)).toMatchObject({ address: "pia@nordfrakt.example" });
});

test("the address of somebody who has no name is said once", async () => {
  const nameless = { name: "", address: "stock@nordfrakt.example" };
  const known = { ...karinContext, person: nameless };
  const { section } = show({
    subject: { ...ofKarin, people: [nameless] },
    client: wellServer().answer(context.get, known).answer(context.ofScreen, known),
  });
  const person = await section("Person");
  await within(person).findByText("New");
  expect(within(person).getAllByText(nameless.address)).toHaveLength(1);
});

test("it follows what is on screen", async () => {
  const { host } = show();
  await screen.findByText("Saved");
  act(() => host.show(ofKarin));
  await screen.findByText("What this mail says");
  act(() => host.show(null));
  await screen.findByText("Nobody on screen");
});

test("a mail to oneself, and one to nobody yet, are no empty screen", async () => {
  const { host } = show({ subject: { ...ofKarin, people: [] } });
  await screen.findByText("Nobody but you");
  const compose = { id: "compose-2", isReply: false, recipients: [], subject: "", text: "" };
  act(() => host.show({ people: [], thread: null, compose }));
  await screen.findByText("To nobody yet");
});

test("typing into the mail asks nothing anew and leaves the focus where it is", async () => {
  const { client, host, section } = show();
  await screen.findByText("Saved");
  const note = within(await section("Note")).getByRole("textbox");
  note.focus();
  const before = client.calls.length;
  for (const text of ["H", "Hi", "Hi M"]) act(() => host.show({ ...ofMarta, compose: { ...ofMarta.compose!, text } }));
  expect(client.calls.length).toBe(before);
  expect(document.activeElement).toBe(note);
});

test("a change on the server shows without being asked for", async () => {
  const { client } = show();
  await screen.findByText("Saved");
  client.answer(context.get, { ...martaContext, contact: { ...martaContext.contact!, title: "Managing Director" } });
  act(() => client.tell({ type: "contacts.changed", ids: [martaContext.contact!.id] }));
  await screen.findByText(/Managing Director/);
});

test("what changed while nothing was heard of the server shows as soon as it greets again", async () => {
  const { client } = show();
  await screen.findByText("Saved");
  client.answer(context.get, { ...martaContext, contact: { ...martaContext.contact!, title: "Managing Director" } });
  act(() => client.tell({ type: "hello", ids: [] }));
  await screen.findByText(/Managing Director/);
});

test("what is kept on the device is painted first and says its age; the answer then stands in its place", async () => {
  const client = wellServer();
  const asOf = new Date(Date.now() - 3_600_000).toISOString();
  const key = `context ${martaContext.person.address} gmail:18c2`;
  client.keptHere.set(key, { value: { ...martaContext, asOf, timeline: [] }, at: asOf });
  const release = client.hold(context.get);
  show({ client });
  await screen.findByText("Saved");
  expect(textOf(screen.getByRole("contentinfo"))).toMatch(/as of \d/);
  await act(async () => release());
  await screen.findByText("Re: Cold storage, second offer");
  expect(textOf(screen.getByRole("contentinfo"))).not.toContain("as of");
});

test("where what is kept cannot be asked anew it says why and since when, and the way on", async () => {
  const client = wellServer().refuse(context.get, "internal", "The server could not read its data");
  const key = `context ${martaContext.person.address} gmail:18c2`;
  client.keptHere.set(key, { value: martaContext, at: martaContext.asOf });
  const { user, button } = show({ client });
  await screen.findByText(/The server could not read its data/);
  await screen.findByText(/^as of \d/);
  await screen.findByText("Waiting for you");
  client.answer(context.get, martaContext);
  await user.click(await button("Try again"));
  await waitFor(() => expect(screen.queryByText(/could not read its data/)).toBeNull());
});

test("what is on the device, and not known by heart, is painted with its age until the answer is there", async () => {
  const client = wellServer();
  const asOf = new Date(Date.now() - 3_600_000).toISOString();
  const key = `context ${martaContext.person.address} gmail:18c2`;
  client.keptAway.set(key, { value: { ...martaContext, asOf, timeline: [] }, at: asOf });
  const release = client.hold(context.get);
  const { host } = show({ client });
  await screen.findByText("Saved");
  expect(textOf(screen.getByRole("contentinfo"))).toMatch(/as of \d/);
  await act(async () => release());
  await screen.findByText("Re: Cold storage, second offer");
  expect(textOf(screen.getByRole("contentinfo"))).not.toContain("as of");
  expect(host.opened).toEqual([]);
});

test("an answer that was there before the device's card is not painted over by it", async () => {
  const client = wellServer();
  const asOf = new Date(Date.now() - 3_600_000).toISOString();
  const { promise, resolve } = Promise.withResolvers<void>();
  client.kept.look = async () => {
    await promise;
    return { value: { ...martaContext, asOf, timeline: [] }, at: asOf };
  };
  show({ client });
  await screen.findByText("Re: Cold storage, second offer");
  await act(async () => resolve());
  await screen.findByText("Re: Cold storage, second offer");
  expect(textOf(screen.getByRole("contentinfo"))).not.toContain("as of");
});

test("a card that changed on the server since it was looked at says its age until the answer is there", async () => {
  const { client, host } = show();
  await screen.findByText("Saved");
  act(() => host.show(ofKarin));
  await screen.findByText("What this mail says");
  act(() => client.tell({ type: "contacts.changed", ids: [martaContext.contact!.id] }));
  const before = client.asked(context.ofScreen).length;
  await waitFor(() => expect(client.asked(context.ofScreen).length).toBeGreaterThan(before));
  const release = client.hold(context.get);
  act(() => host.show(ofMarta));
  await screen.findByText("Saved");
  expect(textOf(screen.getByRole("contentinfo"))).toMatch(/as of \d/);
  await act(async () => release());
  await waitFor(() => expect(textOf(screen.getByRole("contentinfo"))).not.toContain("as of"));
});

test("who was known before is asked about at once, without waiting for whether the mail is stored", async () => {
  const client = wellServer();
  const before = { ...martaContext, thread: { ...martaContext.thread!, id: idOf("thr", 7) } };
  client.keptHere.set(`context ${marta.address} gmail:18c2`, { value: before, at: martaContext.asOf });
  const release = client.hold(emails.screen);
  show({ client });
  const wanted = { address: marta.address, thread: idOf("thr", 7) };
  // Twice, because strict React mounts twice.
  await waitFor(() => expect(client.asked(context.get)).toEqual([wanted, wanted]));
  release();
  await screen.findByText("This mail is saved");
  expect(client.asked(context.get)).toHaveLength(2);
  expect(client.asked(context.ofScreen)).toEqual([]);
});

test("whether a mail is stored is asked after whom it is with, where that can be asked at once", async () => {
  const client = wellServer();
  client.keptHere.set(`context ${marta.address} gmail:18c2`, { value: martaContext, at: martaContext.asOf });
  const release = client.hold(context.get);
  show({ client });
  await screen.findByText("Saved");
  await waitFor(() => expect(client.asked(context.get).length).toBeGreaterThan(0));
  expect(client.asked(emails.screen)).toEqual([]);
  await act(async () => release());
  await screen.findByText("This mail is saved");
});

test("of a day of threads only the latest answers are in memory", () => {
  const queries = createQueries();
  for (let i = 0; i < 300; i++) queries.setQueryData(["context", i], martaContext);
  expect(queries.getQueryCache().getAll().length).toBeLessThan(50);
  expect(queries.getQueryData(["context", 299])).toBe(martaContext);
});

test("of somebody new nothing is kept on the device", async () => {
  const { client } = show({ subject: ofKarin });
  await screen.findByText("What this mail says");
  expect([...client.keptHere.keys()]).toEqual([]);
});

test("of a mail that is only on screen nothing is kept on the device with what is known of who wrote it", async () => {
  const quote = "I still need the price over 24 months.";
  const onScreen = { sourceId: "screen:0", threadId: null, subject: "Price", start: 0, end: quote.length };
  const client = wellServer().answer(context.ofScreen, {
    ...martaContext,
    owed: [{ ...martaContext.owed[0]!, ...onScreen, asks: quote }],
    promises: [
      {
        id: null,
        kind: "ask",
        owes: "you",
        owedTo: "them",
        person: marta,
        source: { id: "screen:0", quote, start: 0, end: quote.length },
        at: martaContext.asOf,
        threadId: null,
        subject: "Price",
        due: null,
        version: 1,
      },
    ],
    thread: null,
    participants: [marta, ofKarin.people[0]!],
  });
  show({ client, subject: { ...ofKarin, people: [marta] } });
  await screen.findAllByText(quote, { exact: false });
  await waitFor(() => expect([...client.keptHere.keys()]).toEqual([`context ${marta.address} gmail:18ff`]));
  const kept = JSON.stringify([...client.keptHere.values()]);
  for (const words of [quote, ofKarin.people[0]!.name]) expect(kept).not.toContain(words);
});

test("who is known no more leaves the cards that are kept on the device", async () => {
  const client = wellServer().answer(context.get, { ...martaContext, contact: null, timeline: [] });
  for (const thread of ["gmail:18c2", "gmail:18aa"])
    client.keptHere.set(`context ${marta.address} ${thread}`, { value: martaContext, at: martaContext.asOf });
  show({ client });
  await waitFor(() => expect([...client.keptHere.keys()]).toEqual([]));
});

test("the server away: it says since when this is known, what waits, and can be asked now", async () => {
  const { client, user, button } = show();
  await screen.findByText("Saved");
  act(() => client.say({ away: true, waiting: 1 }));
  await screen.findByText(/^Server away · as of \d\d:\d\d · 1 save waits$/);
  await screen.findByText("Writing waits for the server.");
  await user.click(await button("Try now"));
  expect(client.tries).toBe(1);
  const before = client.asked(context.get).length;
  await act(async () => client.say({ away: false, waiting: 0 }));
  expect(screen.queryByText(/Server away/)).toBeNull();
  expect(client.asked(context.get).length).toBeGreaterThan(before);
});

test("a note that was refused in the end stays with its reason until it is discarded, and can be copied", async () => {
  const { client, user, button } = show();
  await screen.findByText("Saved");
  act(() => client.say({ refused: [{ key: "1", words: "Call her on Monday", reason: "There is no contact" }] }));
  expect((await screen.findByRole("alert")).textContent).toMatch(/^Not saved: There is no contact.*Call her on Monday/);
  await user.click(within(screen.getByRole("alert")).getByRole("button", { name: "Copy" }));
  expect(await navigator.clipboard.readText()).toBe("Call her on Monday");
  await user.click(await button("Discard"));
  expect(screen.queryByText(/Call her on Monday/)).toBeNull();
});

test("a single letter leads to search, note and draft, but not while something is typed", async () => {
  const { user, section } = show();
  await screen.findByText("Saved");
  screen.getByRole("button", { name: "Search" }).focus();
  await user.keyboard("n");
  const note = within(await section("Note")).getByRole("textbox");
  expect(document.activeElement).toBe(note);
  await user.keyboard("d/");
  expect((note as HTMLTextAreaElement).value).toBe("d/");
  screen.getByRole("button", { name: "Search" }).focus();
  await user.keyboard("d");
  expect(document.activeElement?.textContent).toContain("Write");
});

test("single letters do the same where another script's letters are written", async () => {
  show();
  const note = await screen.findByLabelText("Note about Marta");
  fireEvent.keyDown(screen.getByRole("region", { name: "Sidenote" }), { key: "т", code: "KeyN" });
  expect(document.activeElement).toBe(note);
});

test("the menu opens the person in the workspace, and the panel folds away", async () => {
  const { host, user, button } = show();
  await screen.findByText("Saved");
  await user.click(await button("More"));
  await user.click(await screen.findByRole("menuitem", { name: "Open Marta" }));
  await user.click(await button("Fold away"));
  expect(host.opened).toEqual([`/contacts/${martaContext.contact!.id}`]);
  expect(host.folded).toBe(true);
});

test("who is seen in mail only is marked so", async () => {
  const seen = { ...martaContext, contact: { ...martaContext.contact!, state: "seen" as const } };
  show({ client: wellServer().answer(context.get, seen) });
  await screen.findByText("Seen in mail");
});
