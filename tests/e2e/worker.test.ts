import { activities } from "@sidenote/contract/activities";
import { contacts } from "@sidenote/contract/contacts";
import type { CDPSession } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { inChromium } from "./browsers.ts";
import { closeDesk, type Desk, openDesk } from "./desk.ts";
import { CHROME_EXTENSION, hasChromium } from "./launch.ts";
import { Panel } from "./pages/panel.ts";

/** The browser stops the extension's background whenever it likes, and a store updates the extension under an open Gmail. */
let desk: Desk;
beforeAll(async () => {
  if (hasChromium) desk = await openDesk();
});
afterAll(async () => {
  if (desk) await closeDesk(desk, "worker");
});

/** Stops the background now, in the middle of whatever it does. */
async function kill(): Promise<void> {
  const cdp = await desk.browser.browser()!.newBrowserCDPSession();
  const { targetInfos } = await cdp.send("Target.getTargets");
  for (const { targetId, type } of targetInfos)
    if (type === "service_worker") await cdp.send("Target.closeTarget", { targetId });
  await cdp.detach();
}

/** Stops it again and again while something is done: before, in the middle and after each of its messages. */
async function whileItDies(work: () => Promise<void>): Promise<void> {
  let isDone = false;
  const dying = (async () => {
    for (const afterMs of DEATHS_MS) {
      if (isDone) return;
      await desk.page.waitForTimeout(afterMs);
      await kill().catch(() => {});
    }
  })();
  await work();
  isDone = true;
  await dying;
}
const DEATHS_MS = [0, 3, 10, 25, 60, 120];

const notesOfMarta = async (): Promise<string[]> => {
  const { items } = await desk.server.member(contacts.list, { q: "Marta Lindqvist" } as never);
  const kept = await desk.server.member(activities.list, { contactId: items[0]!.id, limit: 100 } as never);
  return kept.items.filter(({ kind }) => kind === "note").map(({ text }) => text);
};

inChromium("a page that is opened while the background dies says who the mail is from", async () => {
  await whileItDies(async () => {
    await desk.gmail.open("reply");
    await (await Panel.beside(desk.page)).isAbout("Marta Lindqvist");
  });
});

inChromium("of notes that are written while the background dies none is lost and none is there twice", async () => {
  const panel = await Panel.beside(desk.page);
  await panel.shows("Waiting for you");
  const written = Array.from({ length: 8 }, (_, i) => `A note that survives, number ${i + 1}`);
  for (const [i, text] of written.entries()) {
    await panel.note(text);
    await desk.page.waitForTimeout(i * 12);
    await kill();
    await expect.poll(notesOfMarta).toContain(text);
  }
  expect((await notesOfMarta()).filter((text) => written.includes(text))).toHaveLength(written.length);
  expect(await panel.text()).not.toMatch(/went wrong/);
});

inChromium(
  "a draft that is inserted while the background dies is in the mail once, and undo takes it out",
  async () => {
    const { gmail } = desk;
    const panel = await Panel.beside(desk.page);
    const before = await gmail.written();
    await whileItDies(() => panel.writeDraft());
    await whileItDies(() => gmail.hears(panel.insert));
    await expect.poll(async () => (await gmail.written()).match(/(Hi|Dear|Hello) Marta/g)).toHaveLength(1);
    await panel.undoInsert();
    await expect.poll(async () => (await gmail.written()).trim()).toBe(before.trim());
  },
);

inChromium(
  "notes that wait for the server survive the background's death, and are sent once when it is back",
  async () => {
    const panel = await Panel.beside(desk.page);
    await desk.server.goAway();
    const written = ["Kept while nobody answered, one", "Kept while nobody answered, two"];
    for (const text of written) {
      await panel.note(text);
      await kill();
    }
    // One more where the background died before it heard that a note of before had arrived.
    await panel.shows(/[23] saves wait/);
    await desk.server.comeBack();
    await whileItDies(panel.tryNow);
    await panel.tryNow();
    await panel.hides(/Server away/);
    await expect.poll(notesOfMarta).toEqual(expect.arrayContaining(written));
    expect((await notesOfMarta()).filter((text) => written.includes(text))).toHaveLength(2);
  },
  180_000,
);

inChromium(
  "when the extension is updated under an open Gmail, the new one stands there in place of the old",
  async () => {
    const { gmail, page } = desk;
    await gmail.open("thread");
    const old = await Panel.beside(page);
    await old.isAbout("Marta Lindqvist");
    await withExtensions((cdp) => cdp.send("Extensions.loadUnpacked", { path: CHROME_EXTENSION }));
    await expect.poll(() => old.frame.isDetached()).toBe(true);
    await (await Panel.beside(page)).isAbout("Marta Lindqvist");
    expect(await gmail.ours()).toBe(1);
  },
);

inChromium("an extension that is removed under an open Gmail leaves nothing in the page", async () => {
  const { gmail, page } = desk;
  const id = new URL((await Panel.beside(page)).frame.url()).host;
  await withExtensions((cdp) => cdp.send("Extensions.uninstall", { id }));
  // Nobody tells the old script; it looks when the member does something.
  const clicked = async () => {
    await page.mouse.click(200, 300);
    return gmail.ours();
  };
  await expect.poll(clicked).toBe(0);
  expect(await gmail.width()).toBe(1280);
});

async function withExtensions(work: (cdp: CDPSession) => Promise<unknown>): Promise<void> {
  const cdp = await desk.browser.browser()!.newBrowserCDPSession();
  await work(cdp);
  await cdp.detach();
}
