import { emails } from "@sidenote/contract/emails";
import { model } from "@sidenote/contract/model";
import { afterAll, beforeAll, expect } from "vitest";
import { inChromium } from "./browsers.ts";
import { closeDesk, type Desk, openDesk } from "./desk.ts";
import { hasChromium } from "./launch.ts";
import { focused, isAt, tabTo } from "./pages/focus.ts";
import { Panel } from "./pages/panel.ts";
import { type SlowModel, slowModel } from "./slow-model.ts";

/** The panel beside Gmail by the keyboard alone: nothing here is clicked. */
let desk: Desk;
let slow: SlowModel;
let panel: Panel;
beforeAll(async () => {
  if (hasChromium) [desk, slow] = await Promise.all([openDesk(), slowModel()]);
});
afterAll(async () => {
  if (desk) await closeDesk(desk, "keys");
  await slow?.close();
});

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => desk.page.keyboard.press(key)), Promise.resolve());
const frame = () => panel.frame;

/** From the page into the panel, as a person goes who has no mouse. */
async function intoPanel(): Promise<void> {
  for (let presses = 0; presses < 200 && !(await focused(frame())); presses++) await press("Tab");
  expect(await focused(frame())).toMatchObject({ ring: true, seen: true });
}

/** What of the page's own shortcuts was set off. */
const letters = async () => (await desk.gmail.heard()).keys.filter((key) => key !== "Tab");

inChromium("Tab leads from Gmail into the panel and through all of it, and each stop is seen", async () => {
  await desk.gmail.open("reply");
  panel = await Panel.beside(desk.page);
  await panel.isFresh();
  await intoPanel();
  const stops = await tabTo(frame(), /^Note about/);
  for (const name of ["Search", "More", "Fold away"]) expect(stops).toContain(name);
  expect(stops.some((name) => /^Write/.test(name))).toBe(true);
});

inChromium("/ opens the search, arrows move in what it found, Enter opens that, Escape comes back", async () => {
  await tabTo(frame(), "Search", "Shift+Tab");
  await press("/");
  await isAt(frame(), /^Search mail/);
  await desk.page.keyboard.type("cold storage");
  const chosen = () => frame().locator("[role=option][aria-selected=true]");
  await chosen().waitFor();
  const named = () => frame().getByRole("combobox").getAttribute("aria-activedescendant");
  const first = await named();
  await press("ArrowDown");
  await expect.poll(named).not.toBe(first);
  const second = await named();
  expect(await chosen().getAttribute("id")).toBe(second);
  await press("ArrowUp");
  await expect.poll(named).toBe(first);
  const opened = desk.browser.waitForEvent("page");
  await press("Enter");
  const tab = await opened;
  expect(new URL(tab.url()).origin).toBe(desk.server.url);
  await tab.close();
  await desk.page.bringToFront();
  await press("Escape");
  await isAt(frame(), "Search");
  expect(await letters()).toEqual([]);
});

inChromium(
  "Escape stops a draft that is being written, and what had come of it goes into the mail by Ctrl+Enter",
  async () => {
    const settings = await desk.server.member(model.get, {});
    await desk.server.member(model.update, { version: settings.version, baseUrl: slow.baseUrl, model: "slow-1" });
    await press("d");
    await isAt(frame(), /^Write/);
    await press("Enter");
    await panel.shows(/Thank you for your mail/);
    await press("Escape");
    await frame()
      .getByRole("button", { name: /^Again/ })
      .waitFor();
    const before = await desk.gmail.written();
    await desk.gmail.hears(() => press("Control+Enter"));
    expect(await desk.gmail.written()).toContain("Thank you for your mail");
    await panel.shows("In the mail, not sent");
    await desk.gmail.hears(async () => {
      await tabTo(frame(), "Undo");
      await press("Enter");
    });
    expect(await desk.gmail.written()).toBe(before);
    await panel.hides("In the mail, not sent");
    expect(await letters()).toEqual([]);
  },
);

inChromium("a mail is saved by Enter, and why another was not is unfolded by it", async () => {
  await desk.gmail.open("thread");
  panel = await Panel.beside(desk.page);
  await panel.isFresh();
  await intoPanel();
  await tabTo(frame(), "Save the mails");
  await press("Enter");
  await panel.shows("These 2 mails are saved");
  const { stored } = await desk.server.member(emails.stored, {
    sourceIds: ["gmail:19a960563d812001", "gmail:19aa53b20b812003"],
  });
  await desk.server.member(emails.forget, { id: stored[0]!.emailId });
  await panel.shows("1 of 2 mails saved");
  await press("Tab");
  await tabTo(frame(), "1 of 2 mails saved");
  await press("Enter");
  await panel.shows(/not saved, because/);
  expect(await letters()).toEqual([]);
});
