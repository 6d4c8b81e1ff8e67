import { context } from "@sidenote/contract/context";
import { type Email, emails, type Thread } from "@sidenote/contract/emails";
import { model } from "@sidenote/contract/model";
import { ago, idOf, jonas, marta, martaContext, storedMail } from "@sidenote/panel/testing/canned";
import { noModel } from "@sidenote/panel/testing/server";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { Gate } from "../shell/Gate.tsx";
import { lettersKept } from "../shell/keys.tsx";
import { type FakeWeb, fakeWeb, me } from "../testing/fake-web.ts";
import { open } from "../testing/render.tsx";
import { MailPage } from "./MailPage.tsx";

const said = "Hi Ada,\n\nthank you. ";
const asks = "What would the price be over 24 months?";
const signature = "\n\n-- \nMarta Lindqvist";
const quote = "\n\n> Hi Marta,\n> the offer is attached.\n";
const mail: Email = {
  ...storedMail,
  text: said + asks + signature + quote,
  hasHtml: true,
  spans: [
    { kind: "said", start: 0, end: said.length + asks.length },
    { kind: "signature", start: said.length + asks.length, end: said.length + asks.length + signature.length },
    {
      kind: "quote",
      start: said.length + asks.length + signature.length,
      end: (said + asks + signature + quote).length,
    },
  ],
};
const earlier: Email = {
  ...storedMail,
  id: idOf("eml", 2),
  at: ago(9),
  text: "An earlier mail",
  spans: [{ kind: "said", start: 0, end: 15 }],
  from: jonas,
};
const {
  emails: _,
  contacts: __,
  ...summary
}: Thread = {
  id: idOf("thr", 1),
  subject: "Cold storage, second offer",
  people: [marta, jonas],
  count: 2,
  lastAt: mail.at,
  lastDirection: "in",
  snippet: "thank you",
  owed: { by: "you", since: ago(3), emailId: mail.id, asks },
  emails: [],
  contacts: [],
};

const list = (items = [summary]) => ({ items, nextCursor: null, waitingForYou: items.length, awaitingTheirs: 0 });
const withThread = (): FakeWeb =>
  fakeWeb()
    .answer(emails.threads, list())
    .answer(emails.thread, { ...summary, emails: [earlier, mail], contacts: [] })
    .answer(context.get, martaContext)
    .answer(emails.get, mail)
    .answer(model.get, noModel);

const openThread = (client: FakeWeb) =>
  open(<MailPage me={me} threadId={summary.id} />, client, `/threads/${summary.id}`);
const thread = () => within(screen.getByRole("region", { name: "Thread" }));

test("who is on a thread is called by the first name, not by a title", async () => {
  const ulrike = { name: "Dr. Ulrike Brandt", address: "u.brandt@hagenmoor.example" };
  open(
    <MailPage me={me} />,
    withThread().answer(emails.threads, list([{ ...summary, people: [ulrike, jonas] }])),
    "/mail",
  );
  expect(await screen.findByRole("link", { name: /Cold storage/ })).toHaveTextContent("Ulrike, Jonas");
});

test("a flower before a name is not what somebody is called", async () => {
  const jurgen = { name: "🌸 Jürgen 🚀 Müller", address: "juergen@blumen.example" };
  open(
    <MailPage me={me} />,
    withThread().answer(emails.threads, list([{ ...summary, people: [jurgen, jonas] }])),
    "/mail",
  );
  expect(await screen.findByRole("link", { name: /Cold storage/ })).toHaveTextContent("Jürgen, Jonas");
});

test("who else is on a thread is counted, also those whom the list does not name", async () => {
  const page = list([{ ...summary, people: Array<typeof jonas>(10).fill(jonas), peopleCount: 40 }]);
  open(<MailPage me={me} />, withThread().answer(emails.threads, page), "/mail");
  expect(await screen.findByRole("link", { name: /Cold storage/ })).toHaveTextContent("Jonas, Jonas, Jonas +37");
});

test("a mail, its line in the list and an answer run in the direction of their own script", async () => {
  const text = "האם תוכלו לשלוח את הצעת המחיר?";
  const hebrew: Email = { ...mail, text, spans: [{ kind: "said", start: 0, end: text.length }] };
  const client = withThread()
    .answer(emails.threads, list([{ ...summary, owed: { ...summary.owed!, asks: text } }]))
    .answer(emails.thread, { ...summary, owed: null, emails: [hebrew], contacts: [] });
  const { user } = openThread(client);
  expect((await thread().findByText(text)).closest("p")).toHaveAttribute("dir", "auto");
  expect(within(screen.getByRole("region", { name: "Threads" })).getByText(text)).toHaveAttribute("dir", "auto");
  await user.keyboard("r");
  expect(await thread().findByRole("textbox")).toHaveAttribute("dir", "auto");
});

test("the list shows who waits for the member, for how long, and what they ask", async () => {
  open(<MailPage me={me} />, withThread(), "/mail");
  const row = await screen.findByRole("link", { name: /Cold storage, second offer/ });
  expect(row).toHaveTextContent("Marta, Jonas");
  expect(row).toHaveTextContent(asks);
  expect(row).toHaveTextContent("3 days");
  expect(row).toHaveAttribute("href", `/threads/${summary.id}`);
});

test("without any mail the page says the next step", async () => {
  open(<MailPage me={me} />, fakeWeb().answer(emails.threads, list([])), "/mail");
  expect(await screen.findByRole("link", { name: "Import mail" })).toHaveAttribute("href", "/import");
});

test("nobody who waits is good news, and all mail is one step away", async () => {
  const client = fakeWeb().answer(emails.threads, (input) => (input.owed ? list([]) : list()));
  const { user } = open(<MailPage me={me} />, client, "/mail?show=you");
  expect(await screen.findByText("Nobody waits for you")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Show all mail" }));
  expect(await screen.findByRole("link", { name: /Cold storage/ })).toBeVisible();
});

test("a list that cannot be had says why and can be asked for again", async () => {
  const client = fakeWeb().refuse(emails.threads, "unavailable", "The database is being restored");
  const { user } = open(<MailPage me={me} />, client, "/mail");
  expect(await screen.findByRole("alert")).toHaveTextContent("The database is being restored");
  client.answer(emails.threads, list());
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: /Cold storage/ })).toBeVisible();
});

test("in an open mail the sentence that waits is marked, and quote and signature are hidden until asked for", async () => {
  const { user } = openThread(withThread());
  expect(await screen.findByText(asks, { selector: "mark" })).toBeVisible();
  expect(thread().queryByText(/the offer is attached/)).toBeNull();
  expect(thread().getByText("Signature and 2 quoted lines hidden")).toBeVisible();
  await user.click(thread().getByRole("button", { name: "show" }));
  expect(thread().getByText(/the offer is attached/)).toBeVisible();
});

test("an earlier mail is one line until it is opened", async () => {
  const { user } = openThread(withThread());
  const folded = await screen.findByRole("button", { name: /An earlier mail/ });
  expect(folded).toHaveAttribute("aria-expanded", "false");
  await user.click(folded);
  expect(screen.getByText("An earlier mail", { selector: "p" })).toBeVisible();
});

test("HTML is shown only on demand, in a frame that may do nothing at all", async () => {
  const client = withThread().answer(emails.html, { html: "<p>Hello</p><script>alert(1)</script>" });
  const { user, container } = openThread(client);
  await screen.findByText(asks);
  expect(container.querySelector("iframe")).toBeNull();
  expect(client.asked(emails.html)).toEqual([]);
  await user.click(thread().getByRole("button", { name: "show as it was sent" }));
  const frame = await screen.findByTitle("The mail as it was sent");
  expect(frame).toHaveAttribute("sandbox", "");
  expect(frame).toHaveAttribute("srcdoc", expect.stringContaining("<p>Hello</p>"));
  expect(frame).not.toHaveAttribute("src");
});

test("a reply is written under the thread, copied out, and comes back when it was discarded by mistake", async () => {
  const { user } = openThread(withThread());
  await user.click(await screen.findByRole("button", { name: "Reply to Marta" }));
  await user.type(screen.getByRole("textbox", { name: "Reply to Marta" }), "Hi Marta");
  await user.click(screen.getByRole("button", { name: "Copy" }));
  expect(await navigator.clipboard.readText()).toBe("Hi Marta");
  await user.click(screen.getByRole("button", { name: "Discard" }));
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(screen.getByRole("textbox", { name: "Reply to Marta" })).toHaveValue("Hi Marta");
});

test("a reply that was begun is there when the thread is opened again, and takes no key that leads on", async () => {
  const { user, unmount } = openThread(withThread());
  await user.click(await screen.findByRole("button", { name: "Reply to Marta" }));
  await user.type(screen.getByRole("textbox", { name: "Reply to Marta" }), "Hi Marta");
  unmount();
  openThread(withThread());
  const field = await screen.findByRole("textbox", { name: "Reply to Marta" });
  expect(field).toHaveValue("Hi Marta");
  expect(field).not.toHaveFocus();
});

test("Tab passes the list in one step, and the arrows walk in it", async () => {
  const others = [2, 3].map((n) => ({ ...summary, id: idOf("thr", n), subject: `Thread ${n}` }));
  const client = withThread().answer(emails.threads, list([summary, ...others]));
  const { user } = open(<MailPage me={me} />, client, "/mail");
  const row = (name: RegExp) => screen.findByRole("link", { name });
  const first = await row(/Cold storage/);
  screen.getByRole("button", { name: "All" }).focus();
  await user.tab();
  expect(first).toHaveFocus();
  await user.tab();
  expect(await row(/Thread 2/)).not.toHaveFocus();
  first.focus();
  await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}");
  expect(await row(/Thread 3/)).toHaveFocus();
  await user.keyboard("{Home}");
  expect(first).toHaveFocus();
});

test("Escape leads back to the thread's row in the list, also where single letters are off", async () => {
  lettersKept.set("off");
  const client = withThread();
  const { user } = open(<Gate client={client} />, client, `/threads/${summary.id}`);
  await screen.findByRole("heading", { name: summary.subject });
  await user.keyboard("{Escape}");
  lettersKept.set("on");
  await screen.findByText("Choose a thread");
  await waitFor(() => expect(screen.getByRole("link", { name: /Cold storage/ })).toHaveFocus());
});

test("what was begun in the panel beside the thread is there when the thread is opened again", async () => {
  const { user, unmount } = openThread(withThread());
  await user.type(await screen.findByLabelText(/What it should say/), "two zones");
  unmount();
  openThread(withThread());
  expect(await screen.findByLabelText(/What it should say/)).toHaveValue("two zones");
});

test("d leads from the mail to the draft in the panel, n to the note", async () => {
  const { user } = openThread(withThread());
  const write = await screen.findByRole("button", { name: /^Write/ });
  await user.keyboard("d");
  expect(write).toHaveFocus();
  await user.click(document.body);
  await user.keyboard("n");
  expect(screen.getByLabelText(/^Note about/)).toHaveFocus();
});

test("letters typed into the reply are text, not keys", async () => {
  const { user } = openThread(withThread());
  await user.click(await screen.findByRole("button", { name: "Reply to Marta" }));
  await user.keyboard("jk");
  expect(window.location.pathname).toBe(`/threads/${summary.id}`);
  expect(screen.getByRole("textbox", { name: "Reply to Marta" })).toHaveValue("jk");
});

test("threads that nobody has written in for long are a line below, and another list", async () => {
  const long: typeof summary = { ...summary, owed: { ...summary.owed!, old: true } };
  const client = withThread().answer(emails.threads, (input) => ({
    ...list(input.old ? [long] : []),
    waitingForYou: 0,
    old: 2,
  }));
  const { user } = open(<MailPage me={me} />, client, "/mail?show=you");
  await user.click(await screen.findByRole("button", { name: "2 older threads are no longer waited for" }));
  expect(await screen.findByText(long.subject)).toBeVisible();
  expect(screen.queryByText(/waiting for you for/)).toBeNull();
  expect(client.asked(emails.threads).at(-1)).toMatchObject({ old: true });
});

test("beside large numbers the two kinds of waiting have room", async () => {
  const client = withThread().answer(emails.threads, { ...list(), waitingForYou: 128, awaitingTheirs: 47 });
  open(<MailPage me={me} />, client, "/mail");
  const shown = await screen.findByRole("button", { name: "For you 128" });
  expect(shown.title).toBe("Waiting for you");
});
