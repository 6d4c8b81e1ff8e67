import { afterAll, beforeAll, expect } from "vitest";
import { inChromium } from "./browsers.ts";
import { closeDesk, type Desk, openDesk } from "./desk.ts";
import { hasChromium } from "./launch.ts";
import { Panel } from "./pages/panel.ts";
import { REDESIGNS } from "./redesigns.ts";

/** Gmail as it may look tomorrow, elsewhere, or on another screen: the panel says who it is, and covers nothing. */
let desk: Desk;
beforeAll(async () => {
  if (hasChromium) desk = await openDesk();
});
afterAll(async () => {
  if (desk) await closeDesk(desk, "variants");
});

const WIDTH = 1280;
const DOCK = 360;

/** Opens a page, changed before the extension reads it. */
async function openChanged(what: Parameters<Desk["gmail"]["open"]>[0], change?: () => void): Promise<Panel> {
  const { page, gmail } = desk;
  if (change) await page.addInitScript(`addEventListener("DOMContentLoaded", ${change.toString()}, { once: true })`);
  await gmail.open(what);
  return Panel.beside(page);
}

/** A page of its own for what is changed by a script, which stays with the page. */
async function inNewPage(run: () => Promise<void>): Promise<void> {
  const before = { page: desk.page, gmail: desk.gmail };
  const { Gmail } = await import("./pages/gmail.ts");
  desk.page = await desk.browser.newPage();
  desk.gmail = new Gmail(desk.page);
  await run();
  await desk.page.close();
  Object.assign(desk, before);
}

for (const [what, change] of REDESIGNS)
  inChromium(`${what}: a thread is read as before, and a draft lands in the reply`, () =>
    inNewPage(async () => {
      const panel = await openChanged("reply", change);
      await panel.shows("Marta Lindqvist");
      await panel.shows("Waiting for you");
      await panel.writeDraft();
      await desk.gmail.hears(panel.insert);
      expect(await desk.gmail.written()).toMatch(/^\s*(Hi|Dear|Hello) Marta/);
    }),
  );

inChromium("another language: whom the mail is from, and the mail's own words", async () => {
  const panel = await openChanged("thread-uk");
  await panel.shows("Олена Коваль");
  await panel.shows("olena@kholod.example");
});

inChromium("split pane: the thread beside the list", async () => {
  const panel = await openChanged("split-pane");
  await panel.shows("Marta Lindqvist");
  expect(await desk.gmail.width()).toBe(WIDTH - DOCK);
});

inChromium("a mail in a window of its own is about whom it goes to", async () => {
  const panel = await openChanged("compose-popout");
  await panel.shows("Karin Svensson");
});

inChromium("Gmail's own side panel stands beside the dock, not under it", async () => {
  const panel = await openChanged("side-panel-open");
  await panel.shows("Marta Lindqvist");
  const right = await desk.page.evaluate(
    () => document.querySelector("[aria-label=Gemini]")!.getBoundingClientRect().right,
  );
  expect(right).toBeLessThanOrEqual(WIDTH - DOCK);
});

inChromium("read from right to left the mail stands beside the dock, not under it", async () => {
  await inNewPage(async () => {
    const panel = await openChanged("thread", () => {
      document.documentElement.dir = "rtl";
    });
    await panel.shows("Marta Lindqvist");
    const { left, right } = await desk.page.evaluate(() => document.body.getBoundingClientRect());
    expect([left, right]).toEqual([0, WIDTH - DOCK]);
  });
});

inChromium("in the dark the panel is dark, and what it says can be read", async () => {
  await desk.page.emulateMedia({ colorScheme: "dark" });
  const panel = await openChanged("thread");
  await panel.shows("Marta Lindqvist");
  const { paper, ink } = await panel.colours();
  expect(luminance(paper)).toBeLessThan(0.05);
  expect((luminance(ink) + 0.05) / (luminance(paper) + 0.05)).toBeGreaterThan(4.5);
  await desk.page.emulateMedia({ colorScheme: null });
});

inChromium("at 200 % it is folded to a tab; opened, it fits and nothing in it scrolls sideways", async () => {
  await desk.page.setViewportSize({ width: WIDTH / 2, height: 400 });
  await desk.gmail.open("thread");
  await desk.page.waitForSelector("sidenote-dock", { state: "attached" });
  await expect.poll(() => desk.gmail.width()).toBe(WIDTH / 2 - 28);
  await desk.page.mouse.click(WIDTH / 2 - 14, 40);
  await expect.poll(() => desk.gmail.width()).toBe(WIDTH / 2 - 300);
  const panel = await Panel.beside(desk.page);
  await panel.shows("Marta Lindqvist");
  expect(await panel.overflow()).toBeLessThanOrEqual(0);
  await desk.page.setViewportSize({ width: WIDTH, height: 800 });
});

inChromium("of several mails being written the panel follows the one with the caret, and inserts there", async () => {
  const { gmail } = desk;
  await gmail.open("reply");
  const panel = await Panel.beside(desk.page);
  await panel.shows("Marta Lindqvist");
  await gmail.addCompose("compose");
  const [reply, compose] = [gmail.editor().first(), gmail.editor().last()];
  await compose.focus();
  await panel.isAbout("Karin Svensson");
  await reply.focus();
  await panel.isAbout("Marta Lindqvist");
  await panel.writeDraft();
  await gmail.hears(panel.insert);
  expect(await reply.innerText()).toMatch(/^\s*(Hi|Dear|Hello) Marta/);
  expect(await compose.innerText()).not.toMatch(/Marta/);
  await compose.focus();
  await panel.isAbout("Karin Svensson");
  await panel.writeDraft();
  await gmail.hears(panel.insert);
  expect(await compose.innerText()).toMatch(/Karin/);
  expect(await reply.innerText()).not.toMatch(/Karin/);
});

inChromium(
  "a subject line goes into the mail of its own that is being written, and Undo brings back what stood there",
  async () => {
    const { gmail, page } = desk;
    await gmail.open("thread");
    await gmail.addCompose("compose");
    await gmail.editor().focus();
    const panel = await Panel.beside(page);
    await panel.isAbout("Karin Svensson");
    await panel.writeDraft();
    await panel.edit("Hi Karin,\n\nhere is the price list for the ice machines.\n\nBest regards,\nAda");
    const field = page.locator("[name=subjectbox]");
    const line = await panel.useSubject();
    await expect.poll(() => field.inputValue()).toBe(line);
    await panel.frame.getByRole("button", { name: "Undo" }).last().click();
    await expect.poll(() => field.inputValue()).toBe("Ice machines");
  },
);

inChromium("a mail that is left or closed is about nobody any more; the thread behind it is there again", async () => {
  const { gmail, page } = desk;
  await gmail.open("thread");
  const panel = await Panel.beside(page);
  await gmail.addCompose("compose");
  await gmail.editor().focus();
  await panel.isAbout("Karin Svensson");
  await page.locator(".a3s").first().click();
  await panel.isAbout("Marta Lindqvist");
  await gmail.editor().focus();
  await panel.isAbout("Karin Svensson");
  await page.locator("[role=dialog]").evaluate((dialog) => dialog.remove());
  await panel.isAbout("Marta Lindqvist");
});

inChromium("a thread that opens moves nothing of the panel that was shown already", async () => {
  const { gmail, page } = desk;
  await gmail.open("thread");
  const panel = await Panel.beside(page);
  await panel.isAbout("Marta Lindqvist");
  const moved: number[] = [];
  const opening = async (thread: string) => {
    const open = () =>
      page.evaluate((id) => document.querySelector("h2")!.setAttribute("data-legacy-thread-id", id), thread);
    moved.push(await panel.movedBy(open, thread));
    return moved.at(-1)!;
  };
  // What takes longer to answer than is waited for is shown where it then stands: of a few one is in time.
  for (let tries = 1; (await opening(`19b3${Date.now()}${tries}`)) > LEAST_SEEN; tries++)
    expect(tries, moved.join(" | ")).toBeLessThan(MOST_TRIES);
});

/** Of the panel's area and height: less moves than a line by its own height. */
const LEAST_SEEN = 0.005;

inChromium("thread, selected mail, compose and recipients reach the panel within 100 ms", async () => {
  const { gmail, page } = desk;
  await gmail.open("thread");
  const panel = await Panel.beside(page);
  await panel.isAbout("Marta Lindqvist");
  const changes = {
    thread: () => document.querySelector("h2")!.setAttribute("data-legacy-thread-id", `19b1${Date.now()}`),
    "selected mail": () => {
      const mails = document.querySelectorAll("[data-legacy-message-id]");
      mails[mails.length - 1]!.setAttribute("data-legacy-message-id", `19b2${Date.now()}`);
    },
    compose: () => {
      const subject = document.querySelector<HTMLInputElement>("[name=subjectbox]")!;
      subject.value = `Ice ${Date.now()}`;
      subject.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    recipients: () => {
      document.querySelector("[role=option]")!.setAttribute("data-hovercard-id", `k${Date.now()}@havsfisk.example`);
    },
  };
  for (const [what, change] of Object.entries(changes)) {
    if (what === "compose") {
      await gmail.addCompose("compose");
      await gmail.editor().focus();
    }
    const took: number[][] = [];
    const middle = async () => {
      const times: number[] = [];
      for (let i = 0; i < 7; i++) times.push(await panel.hearsOf(change));
      took.push(times.sort((a, b) => a - b).map(Math.round));
      return times[3]!;
    };
    // The machine may be at something else for a while: that is not what is measured.
    for (let tries = 1; (await middle()) >= 100; tries++)
      expect(tries, `${what}: ${took.join(" | ")} ms`).toBeLessThan(MOST_TRIES);
  }
});

inChromium("a panel that an update of the extension left behind is gone at the first click into it", async () => {
  const { browser, gmail, page } = desk;
  await gmail.open("thread");
  await (await Panel.beside(page)).shows("Marta Lindqvist");
  await browser
    .serviceWorkers()[0]!
    .evaluate(() => chrome.runtime.reload())
    .catch(() => {});
  await expect
    .poll(async () => {
      await page.mouse.click(WIDTH - DOCK / 2, 300);
      return gmail.ours();
    })
    .toBe(0);
  expect(await gmail.width()).toBe(WIDTH);
});

declare const chrome: { runtime: { reload(): void } };

/** So few that what looks now and then would not be lucky each time. */
const MOST_TRIES = 4;

/** WCAG's, of `rgb(…)`. */
function luminance(colour: number[]): number {
  const [r, g, b] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
