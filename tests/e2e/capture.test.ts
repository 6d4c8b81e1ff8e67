import { access } from "@sidenote/contract/access";
import { capture } from "@sidenote/contract/capture";
import { emails } from "@sidenote/contract/emails";
import { afterAll, beforeAll, expect } from "vitest";
import { inChromium } from "./browsers.ts";
import { closeDesk, type Desk, openDesk } from "./desk.ts";
import { hasChromium } from "./launch.ts";
import { Panel } from "./pages/panel.ts";

/** What the member's capture policy does with the mails that are opened in Gmail, through the extension, to the database. */
let desk: Desk;
beforeAll(async () => {
  if (hasChromium) desk = await openDesk();
});
afterAll(async () => {
  if (desk) await closeDesk(desk, "capture");
});

const OF_MARTA = ["gmail:19a960563d812001", "gmail:19aa53b20b812003"];

const choose = async (mode: "saved_only" | "known_contacts" | "everything_opened") => {
  const { version } = await desk.server.member(capture.policy, {});
  await desk.server.member(capture.update, { version, mode });
};

const stored = async (sourceIds: string[]): Promise<string[]> => {
  const { stored } = await desk.server.member(emails.stored, { sourceIds });
  return stored.map(({ sourceId }) => sourceId).sort();
};

const open = async (what: Parameters<Desk["gmail"]["open"]>[0]): Promise<Panel> => {
  await desk.gmail.open(what);
  return Panel.beside(desk.page);
};

inChromium("by default a mail is stored when the member says so, and not before", async () => {
  const panel = await open("thread");
  await panel.shows(/not saved, because you chose that only what you save is stored/);
  expect(await stored(OF_MARTA)).toEqual([]);
});

inChromium(
  "threads with known contacts: Marta's mails are stored by themselves, somebody unknown's are not",
  async () => {
    await choose("known_contacts");
    const unknown = await open("thread-uk");
    await unknown.shows(/not saved, because nobody in this thread is a contact/);
    const panel = await open("thread");
    await panel.shows("These 2 mails are saved, because a contact is in this thread");
    expect(await stored(OF_MARTA)).toEqual(OF_MARTA);
  },
);

inChromium("what was taken back stays away after the panel was closed, and in every mode", async () => {
  await desk.server.member(emails.forget, { id: (await emailIds())[0]! });
  await desk.server.member(emails.forget, { id: (await emailIds())[0]! });
  await choose("everything_opened");
  const panel = await open("thread");
  await panel.shows("These 2 mails are not saved, because you asked to forget this");
  expect(await stored(OF_MARTA)).toEqual([]);
  await panel.frame.getByRole("button", { name: "Save the mails" }).click();
  await panel.shows(/These 2 mails are saved/);
  expect(await stored(OF_MARTA)).toEqual(OF_MARTA);
});

inChromium(
  "everything that is opened is stored; Undo in the panel takes it back, also for the next panel",
  async () => {
    const panel = await open("thread-uk");
    await panel.shows(/saved, because you chose that everything you open is stored/);
    await panel.frame.getByRole("button", { name: "Undo" }).first().click();
    await panel.shows(/not saved, because/);
    const next = await open("thread-uk");
    await next.shows(/not saved, because you asked to forget this/);
  },
);

inChromium("with the server away nothing is lost, and when it is back each mail is stored once", async () => {
  await choose("everything_opened");
  await desk.gmail.open("inbox");
  await desk.server.goAway();
  const panel = await open("split-pane");
  await panel.shows(/Server away/);
  await desk.server.comeBack();
  await panel.tryNow();
  await panel.hides(/Server away/);
  await panel.shows(/These 2 mails are saved/);
  const { items } = await desk.server.member(emails.threads, { limit: 100 } as never);
  expect(items.filter(({ subject }) => subject === "Cold room at Gate 3, second offer")).toHaveLength(1);
});

inChromium(
  "a draft and its points outlive a pairing that was taken back and a reload of Gmail; with the thread they are forgotten",
  async () => {
    let panel = await open("thread");
    const points = () => panel.frame.getByLabel(/What it should say/);
    await points().fill("the floor plan follows on Friday");
    await panel.writeDraft();
    await panel.edit("Hi Marta, these words are mine.");
    const { items } = await desk.server.member(access.tokens, {});
    for (const { id } of items) await desk.server.member(access.revoke, { id });
    await panel.tryNow();
    await panel.note("asks the server, which no longer knows this browser");
    await desk.server.confirm(await panel.pairingCode());
    await panel.shows("Hi Marta, these words are mine.");
    await desk.page.reload();
    panel = await Panel.beside(desk.page);
    await panel.shows("Hi Marta, these words are mine.");

    await panel.frame.getByRole("button", { name: "More", exact: true }).click();
    await panel.frame.getByRole("menuitem", { name: /^Forget this thread/ }).click();
    await panel.frame.getByRole("button", { name: "Forget it for good" }).click();
    await panel.shows("Thread forgotten.");
    await panel.hides("Hi Marta, these words are mine.");
    expect(await points().inputValue()).toBe("");
    await desk.page.reload();
    panel = await Panel.beside(desk.page);
    await panel.isAbout("Marta Lindqvist");
    expect(await points().inputValue()).toBe("");
    await panel.hides("Hi Marta, these words are mine.");
  },
);

async function emailIds() {
  const { stored } = await desk.server.member(emails.stored, { sourceIds: OF_MARTA });
  return stored.map(({ emailId }) => emailId);
}
