import { companies } from "@sidenote/contract/companies";
import { contacts } from "@sidenote/contract/contacts";
import { emails } from "@sidenote/contract/emails";
import { type Api, createApi } from "@sidenote/contract/endpoint";
import type { Browser, Page } from "playwright-core";
import { dataFolder, start } from "../cli.ts";
import { drawDrafts, write } from "./drafts.ts";
import { keepPicture, mustFit } from "./keep.ts";

const DESK = { width: 1400, height: 860 };
const PHONE = { width: 380, height: 800 };
/** So high that the panel need not scroll. */
const TALL = { width: 1400, height: 1225 };
/** Where Ada of the demo is: drafts tell days in it, and so must the pages. */
const ZONE = "Europe/Stockholm";
type Theme = "light" | "dark";
type Size = { width: number; height: number };

/** The pictures of docs/tour.md: the demo as it is today, in the workspace. */
export async function drawTour(browser: Browser): Promise<void> {
  const folder = dataFolder();
  const { child, link, url, ended } = await start(["--demo"], { SIDENOTE_DATA: folder.path });
  try {
    const member = await browser.newContext();
    const first = await member.newPage();
    await first.goto(link);
    await first.getByText("Cold storage, second offer").first().waitFor();
    const storageState = await member.storageState();
    const cookie = storageState.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const api = createApi(async ({ method, path, body }) => {
      const headers = { cookie, origin: url, "content-type": "application/json" };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await fetch(`${url}${path}`, { method, headers, ...sent });
      return { status: response.status, body: await response.json() };
    });
    const at = await places(api);
    const open = async (where: string, size: Size, theme: Theme): Promise<Page> => {
      const looks = { viewport: size, colorScheme: theme, reducedMotion: "reduce", timezoneId: ZONE } as const;
      const page = await browser.newPage({ storageState, ...looks });
      await page.goto(url + where);
      await page.locator(".panel-head, .sheet-head, .place").first().waitFor();
      await page.waitForLoadState("networkidle");
      // Beside other work an answer may come after the line was quiet for a moment.
      await page.waitForFunction(() => document.querySelector("main *") && !document.querySelector(".skeleton"));
      return page;
    };
    const whole = async (name: string, where: string, size: Size, theme: Theme) => {
      const page = await open(where, size, theme);
      keepPicture(`${name}-${theme}`, await page.screenshot());
      await page.close();
    };
    for (const theme of ["light", "dark"] as const) {
      await thread(await open(at.thread, DESK, theme), theme);
      await panel(await open(at.thread, TALL, theme), theme);
      await relationship(await open(at.thread, TALL, theme), theme);
      await drawDrafts(await open(at.thread, { ...TALL, height: 2000 }, theme), api, theme);
    }
    await whole("contact", at.contact, DESK, "light");
    await whole("company", at.company, DESK, "light");
    await whole("search", "/search?q=deposit", DESK, "dark");
    await whole("settings", "/settings", DESK, "light");
    await voice(await open("/settings", DESK, "light"));
    await whole("narrow", "/mail", PHONE, "light");
    await whole("narrow-thread", at.thread, PHONE, "dark");
  } finally {
    child.kill("SIGTERM");
    await ended;
    folder.remove();
  }
}

/** Where the tour goes. Marta's company gets a second and a third domain, and is said to be a part of a group. */
async function places(api: Api): Promise<Record<"thread" | "contact" | "company", string>> {
  const { items: threads } = await api(emails.threads, { limit: 50 });
  const { items: people } = await api(contacts.list, { limit: 50 });
  const { items: known } = await api(companies.list, { limit: 50 });
  const thread = threads.find(({ subject }) => subject.startsWith("Cold storage, second offer"))!;
  const marta = people.find(({ name }) => name === "Marta Lindqvist")!;
  const { id, version, domains } = await api(companies.get, {
    id: known.find((one) => one.name === "Nordfrakt AB")!.id,
  });
  const group = await api(companies.create, { name: "Nordfrakt Group" });
  const more = [...domains, "nordfrakt.no", "nordfrakt-cold.example"];
  await api(companies.update, { id, version, domains: more, parentId: group.id });
  return { thread: `/threads/${thread.id}`, contact: `/contacts/${marta.id}`, company: `/companies/${id}` };
}

async function thread(page: Page, theme: Theme): Promise<void> {
  await write(page);
  await page.getByRole("button", { name: /^Insert/ }).click();
  await page.getByText("Inserted, not sent.").waitFor();
  await page.getByRole("button", { name: "Discard" }).scrollIntoViewIfNeeded();
  await page.getByText("Inserted, not sent.").waitFor({ state: "hidden" });
  await mustFit(page.locator("body"));
  keepPicture(`mail-${theme}`, await page.screenshot());
  await page.close();
}

async function panel(page: Page, theme: Theme): Promise<void> {
  await write(page);
  // A draft is there again after a reload.
  await page.reload();
  await page.getByRole("button", { name: "Again" }).waitFor();
  await page.waitForLoadState("networkidle");
  await mustFit(page.locator("body"));
  keepPicture(`panel-${theme}`, await page.locator(".panel").screenshot());
  await page.close();
}

async function relationship(page: Page, theme: Theme): Promise<void> {
  const section = page.locator(".panel").getByRole("region", { name: "How you write to each other" });
  await section.waitFor();
  keepPicture(`relationship-${theme}`, await section.screenshot());
  await page.close();
}

async function voice(page: Page): Promise<void> {
  const section = page.getByRole("region", { name: "How you write" });
  await section.getByRole("group", { name: "In between" }).waitFor();
  keepPicture("voice-light", await section.screenshot());
  await page.close();
}
