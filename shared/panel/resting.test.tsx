import { emailDraft } from "@sidenote/contract/context";
import { drafts as calls } from "@sidenote/contract/drafts";
import { emails } from "@sidenote/contract/emails";
import type { EmailId } from "@sidenote/contract/ids";
import { act, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { begin, type Shelf } from "./begun.ts";
import {
  ASKS,
  DEPOSIT,
  idOf,
  jonas,
  martaDraft,
  martaMade,
  martaMail,
  ofMarta,
  stateOf,
  storedMail,
} from "./testing/canned.ts";
import { FakeClient } from "./testing/fake-client.ts";
import { wellServer } from "./testing/server.ts";
import { show } from "./testing/show.tsx";

const place = "gmail:18c2";
const id: EmailId = storedMail.id;
const gone = { ids: new Set([id]), shown: { message: martaMail, place } };
const key = (address: string = martaMail.from.address, where = place) => `${address} ${where}`;

const restsOn = (source: string, quote = ASKS) => [
  { text: "Thank you.", sources: [] },
  { text: "We can do that.", sources: [{ id: source, quote, start: 0, end: quote.length }] },
];
const letter = (source: string, quote?: string) => ({
  letter: { text: "Thank you. We can do that.", statements: restsOn(source, quote) },
});
const replies = (source: string) => [{ label: "Yes", draft: "Yes.", statements: restsOn(source), blanks: [] }];

/** What is written in a panel, and what another page finds of it. */
function panel(client = new FakeClient()) {
  const lies = new Map<string, string>();
  const tellers: ((name: string, text: string | null) => void)[] = [];
  const shelf: Shelf = {
    all: () => [...lies],
    put: (name, text) => void (text === null ? lies.delete(name) : lies.set(name, text)),
    watch: (tell) => void tellers.push(tell),
  };
  const { drafts } = begin(client, shelf);
  /** Another page puts something there. */
  const tell = (name: string, text: string | null) => {
    for (const one of tellers) one(name, text);
  };
  return { drafts, lies, tell, next: () => begin(client, shelf).drafts };
}

test("what rests on a mail that is forgotten goes with it, of any thread and on the shelf; what rests on others stays", () => {
  const { drafts, lies, next } = panel();
  drafts.set(key(), letter(id));
  drafts.set(key("jonas@nordfrakt.example", "gmail:other"), letter(id));
  drafts.set(key("pia@nordfrakt.example"), letter(idOf("eml", 2)));
  const { blanks, ...made } = { ...martaMade, blanks: [], behind: false };
  const for_your_eyes = [{ blank: null, source: { id, quote: ASKS, start: 0, end: ASKS.length } }];
  drafts.set(key("tomasz@nordfrakt.example"), { ...letter(idOf("eml", 2)), made: { ...made, for_your_eyes } });
  expect(drafts.forgetMails(gone)).toBe(true);
  expect([...lies.keys()]).toEqual(["draft 1 pia@nordfrakt.example gmail:18c2"]);
  expect(JSON.stringify([...lies])).not.toContain(id);
  expect(drafts.get(key()).letter).toBeNull();
  expect(next().get(key("pia@nordfrakt.example")).letter).not.toBeNull();
  expect(drafts.forgetMails(gone)).toBe(false);
});

test("what quotes the mail from the screen goes, whatever its number there; not what quotes another, nor where it is merely stored no more", () => {
  const { drafts } = panel();
  drafts.set(key(), letter("screen:4"));
  drafts.set(key("jonas@nordfrakt.example"), letter("screen:0", DEPOSIT));
  drafts.set(key(undefined, "gmail:other"), letter("screen:0"));
  expect(drafts.forgetMails({ ids: new Set([id]) })).toBe(false);
  expect(drafts.forgetMails(gone)).toBe(true);
  expect(drafts.get(key()).letter).toBeNull();
  expect(drafts.get(key("jonas@nordfrakt.example")).letter).not.toBeNull();
  expect(drafts.get(key(undefined, "gmail:other")).letter).not.toBeNull();
});

test("a letter that did not come to its end goes where it is of the same thread or person, for nothing tells what it rests on", async () => {
  const client = new FakeClient();
  const { drafts } = panel(client);
  const half = { letter: { text: "Thank you for", statements: [] } };
  drafts.set(key("jonas@nordfrakt.example"), half);
  drafts.set(key(undefined, "gmail:other"), half);
  drafts.set(key("karin@havsfisk.example", "gmail:other"), half);
  const coming = drafts.write(key(), { contact_id: idOf("cnt", 1) });
  drafts.forgetMails(gone);
  expect(await coming).toBe(false);
  expect(drafts.get(key())).toMatchObject({ writing: null, letter: null });
  expect(drafts.get(key("jonas@nordfrakt.example")).letter).toBeNull();
  expect(drafts.get(key(undefined, "gmail:other")).letter).toBeNull();
  expect(drafts.get(key("karin@havsfisk.example", "gmail:other")).letter).not.toBeNull();
});

test("short replies from it go, and subject lines of its thread; the letter that rests on other mails stays", () => {
  const { drafts, next } = panel();
  drafts.set(key(), { ...letter(idOf("eml", 2)), replies: replies(id), repliesBy: martaMade, subjects: ["Two zones"] });
  drafts.set(key(undefined, "gmail:other"), { replies: replies(idOf("eml", 2)) });
  expect(drafts.forgetMails(gone)).toBe(true);
  expect(drafts.get(key())).toMatchObject({ replies: null, repliesBy: null, subjects: null });
  expect(drafts.get(key()).letter).not.toBeNull();
  expect(next().get(key()).replies).toBeNull();
  expect(next().get(key(undefined, "gmail:other")).replies).toHaveLength(1);
});

test.each(["forgetMails", "forget"] as const)(
  "replies that were asked for are not shown when they come after the mail or its thread is forgotten: %s",
  async (how) => {
    const client = wellServer();
    const { drafts, lies } = panel(client);
    const release = client.hold(calls.replies);
    const asked = drafts.askReplies(key(), { contact_id: idOf("cnt", 1) });
    if (how === "forget") drafts.forget(place);
    else drafts.forgetMails(gone);
    release();
    await asked;
    expect(drafts.get(key()).replies).toBeNull();
    expect([...lies]).toEqual([]);
  },
);

test("replies that were asked for come also where another page puts something to the same draft meanwhile", async () => {
  const client = wellServer();
  const { drafts, tell } = panel(client);
  const asked = drafts.askReplies(key(), { contact_id: idOf("cnt", 1) });
  const wish = { purpose: "Answer", points: "two zones", tone: null };
  tell(`draft 1 ${key()}`, JSON.stringify({ wish, letter: null, made: null, replies: null, repliesBy: null }));
  await asked;
  expect(drafts.get(key())).toMatchObject({ wish, replies: [{ label: "Yes" }, { label: "No" }, { label: "Later" }] });
});

/** Marta's thread, with a draft that rests on this mail, written and then made shorter. */
async function drafted(source: string) {
  const opened = show();
  const { client, user, button } = opened;
  await screen.findByText("This mail is saved");
  const result = { ...martaDraft, statements: [{ text: "Hi Marta,", sources: restsOn(source)[1]!.sources }] };
  await user.click(await button(/^Write/));
  await act(async () => client.writing.send({ type: "done", result }));
  await user.click(await button("Again"));
  await act(async () => client.writing.send({ type: "done", result }));
  await screen.findByText("Written anew");
  await user.click(await button("More"));
  await user.click(await screen.findByRole("menuitem", { name: "Forget this mail" }));
  return opened;
}

test("who forgets a mail is told that the draft from it is gone, and no way back from before brings it again", async () => {
  const { client, user, button } = await drafted(id);
  await screen.findByText("Mail forgotten. What was drafted from it is gone for good.");
  expect(screen.queryByText(/thank you for your patience/)).toBeNull();
  expect(client.asked(emailDraft)).toHaveLength(2);
  expect(screen.queryByText("Written anew")).toBeNull();
  await user.click(await button("Undo"));
  expect(client.asked(emails.store)).toEqual([martaMail]);
  expect(screen.queryByText(/thank you for your patience/)).toBeNull();
});

test("who forgets a mail keeps the draft that rests on another", async () => {
  await drafted(idOf("eml", 2));
  await screen.findByText("Mail forgotten.");
  screen.getByText(/thank you for your patience/);
});

test("of two mails of which only one can be forgotten, the draft goes with that one", async () => {
  const second = { ...martaMail, sourceId: "gmail:18c2aa" };
  const client = wellServer().answer(emails.screen, {
    messages: [stateOf(martaMail.sourceId, id), stateOf(second.sourceId, idOf("eml", 4))],
  });
  const subject = { people: [martaMail.from], thread: { key: place, subject: "", messages: [martaMail, second] } };
  const { user, button } = show({ client, subject: { ...subject, compose: null } });
  await screen.findByText("These 2 mails are saved");
  await user.click(await button(/^Write/));
  const result = { ...martaDraft, statements: [{ text: "Hi Marta,", sources: restsOn(id)[1]!.sources }] };
  await act(async () => client.writing.send({ type: "done", result }));
  client.answer(emails.forget, ({ id: which }) => {
    if (which !== id) throw new Error("it is away");
    return { id };
  });
  await user.click(await button("More"));
  await user.click(await screen.findByRole("menuitem", { name: "Forget these mails" }));
  await waitFor(() => expect(client.asked(emails.forget)).toHaveLength(2));
  await waitFor(() => expect(screen.queryByText(/thank you for your patience/)).toBeNull());
  expect(screen.queryByText(/forgotten/)).toBeNull();
});

test("who forgets a thread loses what was drafted from it in another thread, too", async () => {
  const client = wellServer().answer(emails.forgetThread, {
    threadId: storedMail.threadId,
    mails: 2,
    emailIds: [id, idOf("eml", 4)],
    undoable: false,
  });
  const other = { ...ofMarta, people: [jonas], thread: { key: "gmail:other", subject: "Noise", messages: [] } };
  const { host, user, button } = show({ client, subject: other });
  await user.click(await button(/^Write/));
  const result = { ...martaDraft, statements: restsOn(idOf("eml", 4)) };
  await act(async () => client.writing.send({ type: "done", result }));
  await screen.findByText(/thank you for your patience/);
  act(() => host.show(ofMarta));
  await screen.findByText("This mail is saved");
  await user.click(await button("More"));
  await user.click(await screen.findByRole("menuitem", { name: "Forget this thread …" }));
  await user.click(await button("Forget it for good"));
  await screen.findByText("Thread forgotten.");
  act(() => host.show(other));
  await button(/^Write/);
  expect(screen.queryByText(/thank you for your patience/)).toBeNull();
});
