import { emails } from "@sidenote/contract/emails";
import { organizations } from "@sidenote/contract/organizations";
import { search } from "@sidenote/contract/search";
import { idOf, marta } from "@sidenote/panel/testing/canned";
import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { type FakeWeb, fakeWeb, me } from "../testing/fake-web.ts";
import { open } from "../testing/render.tsx";
import { Gate } from "./Gate.tsx";
import { lettersKept } from "./keys.tsx";

const noThreads = { items: [], nextCursor: null, waitingForYou: 4, awaitingTheirs: 0 };
const workspace = (): FakeWeb => fakeWeb().answer(emails.threads, noThreads);
const enter = (client: FakeWeb, path = "/mail") => open(<Gate client={client} />, client, path);

beforeEach(() => lettersKept.set("on"));

test("who is not signed in learns how, and that a used link is used", async () => {
  enter(fakeWeb().refuse(organizations.me, "unauthenticated", "Sign in first"), "/?link=used");
  expect(await screen.findByRole("heading", { name: "That link has been used" })).toBeVisible();
  expect(screen.getByText("npm run -s sidenote link")).toBeVisible();
});

test("who has signed in elsewhere meanwhile comes in without a reload", async () => {
  const client = workspace().refuse(organizations.me, "unauthenticated", "Sign in first");
  const { user } = enter(client);
  const button = await screen.findByRole("button", { name: "I have signed in" });
  client.answer(organizations.me, me);
  await user.click(button);
  expect(await screen.findByRole("navigation", { name: "Workspace" })).toBeVisible();
});

test("when another member has signed in beside it, a page shows nothing of what the first one saw", async () => {
  const client = workspace();
  enter(client);
  expect(await screen.findByRole("link", { name: /Mail.*4/ })).toBeVisible();
  client.answer(organizations.me, { ...me, member: { ...me.member, id: idOf("mbr", 2), name: "Bo Ek" } });
  client.answer(emails.threads, { ...noThreads, waitingForYou: 7 });
  window.dispatchEvent(new Event("visibilitychange"));
  expect(await screen.findByRole("link", { name: /Mail.*7/ })).toBeVisible();
});

test("an empty organization begins with the two ways in", async () => {
  enter(workspace().answer(organizations.me, { ...me, empty: true }), "/");
  expect(await screen.findByRole("heading", { name: "Bring in your mail" })).toBeVisible();
  expect(screen.getByRole("button", { name: "Open the demo" })).toBeVisible();
});

test("keys do the same where another script's letters are written", async () => {
  const { user } = enter(workspace());
  await screen.findByRole("navigation", { name: "Workspace" });
  fireEvent.keyDown(document.body, { key: "л", code: "KeyK", ctrlKey: true });
  expect(await screen.findByRole("dialog")).toBeVisible();
  await user.keyboard("{Escape}");
});

test("Mail says how many wait", async () => {
  enter(workspace());
  expect(await screen.findByRole("link", { name: "Mail, 4 waiting for you" })).toHaveAttribute("aria-current", "page");
});

test("the strip says that the server is away, how much waits, and asks again", async () => {
  const client = workspace();
  const { user } = enter(client);
  await screen.findByRole("navigation", { name: "Workspace" });
  client.say({ away: true, waiting: 2 });
  expect(await screen.findByText(/The server is away.*2 changes wait here/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Try now" }));
  expect(client.tries).toBe(1);
});

test("what had waited and was refused is told with its words, and is gone when it is discarded", async () => {
  const client = workspace();
  const { user } = enter(client);
  await screen.findByRole("navigation", { name: "Workspace" });
  client.say({ refused: [{ key: "1", words: "Call her on Monday", reason: "There is no contact" }] });
  expect(await screen.findByText("Not saved: There is no contact")).toBeVisible();
  expect(screen.getByText("Call her on Monday")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Discard" }));
  expect(screen.queryByText("Call her on Monday")).toBeNull();
});

test("Ctrl-K finds a person from any page, and Enter goes there", async () => {
  const hit = {
    kind: "contact" as const,
    id: idOf("cnt", 1),
    title: marta.name,
    subtitle: "Nordfrakt AB",
    at: null,
    threadId: null,
    passage: marta.name,
    marks: [],
    relevance: 1,
  };
  const client = workspace().answer(search.all, { items: [hit] });
  const { user } = enter(client);
  await screen.findByRole("navigation", { name: "Workspace" });
  await user.keyboard("{Control>}k{/Control}");
  await user.type(screen.getByRole("combobox"), "marta");
  await screen.findByRole("option", { name: /Marta Lindqvist/, selected: true });
  await user.keyboard("{Enter}");
  expect(window.location.pathname).toBe(`/contacts/${idOf("cnt", 1)}`);
});

test("? shows the keys of the page, and single letters can be switched off", async () => {
  const { user } = enter(workspace());
  await screen.findByRole("heading", { name: "Mail" });
  await user.keyboard("?");
  expect(await screen.findByRole("dialog", { name: "Keys" })).toHaveTextContent("Next thread");
  await user.keyboard("{Escape}");
  lettersKept.set("off");
  await user.keyboard("?");
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("an address that leads nowhere says so and leads on", async () => {
  enter(workspace(), "/contacts/nonsense");
  expect(await screen.findByText("There is no such page")).toBeVisible();
  expect(screen.getByRole("link", { name: "Go to Mail" })).toBeVisible();
});
