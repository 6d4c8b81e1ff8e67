import { activities } from "@sidenote/contract/activities";
import { capture } from "@sidenote/contract/capture";
import { contacts } from "@sidenote/contract/contacts";
import { emails } from "@sidenote/contract/emails";
import { afterAll, beforeAll, expect } from "vitest";
import { inFirefox } from "./browsers.ts";
import { FirefoxDesk } from "./firefox-desk.ts";
import { hasFirefox } from "./launch.ts";
import { addComposeFrom } from "./pages/gmail.ts";
import { REDESIGNS } from "./redesigns.ts";

/**
 * What variants, capture and worker do in Chromium, in Firefox: redesigned pages, what is stored by itself, a background that
 * dies. Not what Firefox's automation cannot show: the docked panel's contents (frames of an extension are closed to it), and what
 * is timed (the panel is in a tab of its own, and slows down the timers of Gmail's behind it).
 */
let desk: FirefoxDesk;
beforeAll(async () => {
  if (hasFirefox) desk = await FirefoxDesk.open();
}, 120_000);
afterAll(async () => {
  await desk?.close("firefox-day");
}, 30_000);

const WIDTH = 1280;
const DOCK = 360;
const GREETED = /^\s*(Hi|Dear|Hello) Marta/;
/** How much of the window the page has left to the dock, whether it has a scrollbar or not. */
const dockWidth = () =>
  desk.gmail.evaluate(() => document.documentElement.clientWidth - document.body.getBoundingClientRect().width);
const inserted = async (which: number) => (await desk.written()).at(which);
const writeDraft = async () => {
  await desk.panel.bringToFront();
  await desk.press(/^(Write|Again)/);
  await desk.shows(/Again/);
};
const insert = () => desk.press(/^(Insert|Replace)/);

for (const [what, change] of REDESIGNS)
  inFirefox(`${what}: a thread is read as before, and a draft lands in the reply`, async () => {
    await desk.open("reply", change);
    await desk.isAbout("Marta Lindqvist");
    await desk.shows("Waiting for you");
    await writeDraft();
    await insert();
    await expect.poll(() => inserted(0), { timeout: 10_000 }).toMatch(GREETED);
  });

inFirefox("another language, a split pane, a mail in a window of its own: whom it is about", async () => {
  await desk.open("thread-uk");
  await desk.isAbout("Олена Коваль");
  await desk.open("split-pane");
  await desk.isAbout("Marta Lindqvist");
  expect(await dockWidth()).toBe(DOCK);
  await desk.open("compose-popout");
  await desk.isAbout("Karin Svensson");
});

inFirefox("Gmail's own side panel stands beside the dock, not under it", async () => {
  await desk.open("side-panel-open");
  const right = await desk.gmail.evaluate(
    () => document.querySelector("[aria-label=Gemini]")!.getBoundingClientRect().right,
  );
  expect(right).toBeLessThanOrEqual(WIDTH - DOCK);
});

inFirefox("at 200 % it is folded to a tab, and comes out again; nothing in it scrolls sideways", async () => {
  const { gmail, panel } = desk;
  await gmail.bringToFront();
  await gmail.setViewport({ width: WIDTH / 2, height: 400, deviceScaleFactor: 2 });
  await gmail.goto("https://mail.google.com/mail/u/0/thread");
  await expect.poll(dockWidth, { timeout: 10_000 }).toBe(28);
  const right = await gmail.evaluate(() => document.documentElement.clientWidth);
  await gmail.mouse.click(right - 14, 40);
  await expect.poll(dockWidth, { timeout: 10_000 }).toBe(300);
  await panel.setViewport({ width: 300, height: 400, deviceScaleFactor: 2 });
  await desk.reopenPanel();
  await desk.isAbout("Marta Lindqvist");
  const overflow = await panel.evaluate(() =>
    Math.max(...[...document.querySelectorAll(".panel, .panel-body")].map((one) => one.scrollWidth - one.clientWidth)),
  );
  expect(overflow).toBeLessThanOrEqual(0);
  for (const page of [gmail, panel]) await page.setViewport({ width: WIDTH, height: 800 });
});

inFirefox("of several mails being written the panel follows the one with the caret, and inserts there", async () => {
  const { gmail } = desk;
  await desk.open("reply");
  await gmail.evaluate(addComposeFrom as (name: string) => Promise<void>, "compose");
  const focus = async (which: number) => {
    await gmail.bringToFront();
    await gmail.evaluate(
      (i) => [...document.querySelectorAll<HTMLElement>("[contenteditable=true]")].at(i)!.focus(),
      which,
    );
  };
  await focus(-1);
  await desk.isAbout("Karin Svensson");
  await focus(0);
  await desk.isAbout("Marta Lindqvist");
  await writeDraft();
  await insert();
  await expect.poll(() => inserted(0), { timeout: 10_000 }).toMatch(GREETED);
  expect(await inserted(-1)).not.toMatch(/Marta/);
  await gmail.evaluate(() => document.querySelector("[role=dialog]")!.remove());
  await desk.isAbout("Marta Lindqvist");
});

const OF_MARTA = ["gmail:19a960563d812001", "gmail:19aa53b20b812003"];
const stored = async (): Promise<string[]> =>
  (await desk.server.member(emails.stored, { sourceIds: OF_MARTA })).stored.map(({ sourceId }) => sourceId).sort();

inFirefox("what is stored by itself is what the member chose, and what was taken back stays away", async () => {
  await desk.open("thread");
  await desk.shows(/not saved, because you chose that only what you save is stored/);
  expect(await stored()).toEqual([]);
  const { version } = await desk.server.member(capture.policy, {});
  await desk.server.member(capture.update, { version, mode: "known_contacts" });
  await desk.open("thread-uk");
  await desk.shows(/not saved, because nobody in this thread is a contact/);
  await desk.open("thread");
  await desk.shows("These 2 mails are saved, because a contact is in this thread");
  expect(await stored()).toEqual(OF_MARTA);
  await desk.press(/^Undo/);
  await desk.shows(/not saved, because/);
  await desk.open("thread");
  await desk.shows("These 2 mails are not saved, because you asked to forget this");
  expect(await stored()).toEqual([]);
});

const notes = async (): Promise<string[]> => {
  const { items } = await desk.server.member(contacts.list, { q: "Marta Lindqvist" } as never);
  const kept = await desk.server.member(activities.list, { contactId: items[0]!.id, limit: 100 } as never);
  return kept.items.filter(({ kind }) => kind === "note").map(({ text }) => text);
};
const DEATHS_MS = [0, 3, 10, 25, 60, 120];

/** Stops the background again and again while something is done. */
async function whileItDies(work: () => Promise<void>): Promise<void> {
  const dying = (async () => {
    for (const afterMs of DEATHS_MS) {
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      await desk.kill();
    }
  })();
  await Promise.all([work(), dying]);
}

inFirefox(
  "of notes that are written while the background dies none is lost and none is there twice",
  async () => {
    await whileItDies(() => desk.open("reply"));
    await desk.isAbout("Marta Lindqvist");
    const written = Array.from({ length: 4 }, (_, i) => `A note that survives Firefox, number ${i + 1}`);
    for (const text of written) {
      await whileItDies(() => desk.note(text));
      await expect.poll(notes, { timeout: 20_000 }).toContain(text);
    }
    expect((await notes()).filter((text) => written.includes(text))).toHaveLength(written.length);
  },
  120_000,
);

inFirefox("a draft that is inserted while the background dies is in the mail once", async () => {
  await whileItDies(writeDraft);
  await whileItDies(insert);
  await expect
    .poll(async () => (await inserted(0))!.match(/(Hi|Dear|Hello) Marta/g), { timeout: 10_000 })
    .toHaveLength(1);
});

inFirefox(
  "notes that wait for the server survive the background's death, and are sent once when it is back",
  async () => {
    await desk.server.goAway();
    const written = ["Kept by Firefox while nobody answered, one", "Kept by Firefox while nobody answered, two"];
    for (const [i, text] of written.entries()) {
      await desk.note(text);
      await desk.kill();
      // One more where the background died before it heard that a note of before had arrived.
      await desk.shows([/[12] saves? waits?/, /[23] saves wait/][i]!);
    }
    await desk.server.comeBack();
    await desk.press(/^Try now/).catch(() => {});
    await desk.hides(/Server away/);
    await expect.poll(notes, { timeout: 20_000 }).toEqual(expect.arrayContaining(written));
    expect((await notes()).filter((text) => written.includes(text))).toHaveLength(2);
  },
  180_000,
);
