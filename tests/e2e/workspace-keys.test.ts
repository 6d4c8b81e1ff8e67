import { contacts } from "@sidenote/contract/contacts";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { inChromium } from "./browsers.ts";
import { hasChromium, openChromium, pictureAt } from "./launch.ts";
import { type MailGoogle, mailGoogle } from "./mail-google.ts";
import { focused, isAt, tabTo } from "./pages/focus.ts";
import { Server } from "./server.ts";

/** The workspace by the keyboard alone, and at twice its size: nothing here is clicked. */
let server: Server;
let proxy: MailGoogle;
let browser: BrowserContext;
let page: Page;

beforeAll(async () => {
  if (!hasChromium) return;
  proxy = await mailGoogle();
  [server, browser] = await Promise.all([Server.start(["--demo"]), openChromium(proxy.port, null)]);
  await server.signIn(browser);
  page = await browser.newPage();
});
afterAll(async () => {
  if (!hasChromium) return;
  await page?.screenshot({ path: pictureAt("workspace-keys") }).catch(() => {});
  await browser?.close();
  await Promise.all([proxy?.close(), server?.close()]);
});

const frame = () => page.mainFrame();
const heading = (name: string | RegExp) => page.getByRole("heading", { level: 1, name }).first().waitFor();
const press = (key: string) => page.keyboard.press(key);

inChromium(
  "Tab begins in the page, goes all around with each stop seen, and one of them leads past the sidebar",
  async () => {
    await page.goto(`${server.url}/mail`);
    await heading("Mail");
    await page.locator("[data-row]").first().waitFor();
    const around = await tabTo(frame(), "Skip to the page");
    expect(around[0]).toMatch(/^Waiting for you/);
    expect(around.length).toBeGreaterThan(4);
    await press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("main");
    expect(await tabTo(frame(), /./)).toEqual([around[0]]);
  },
);

inChromium(
  "a place in the sidebar is opened by Enter, a list is one stop, and arrows and letters move in it",
  async () => {
    await tabTo(frame(), "Contacts", "Shift+Tab");
    await press("Enter");
    await heading("Contacts");
    const rows = page.locator("[data-row]");
    await rows.nth(2).waitFor();
    const at = () => page.evaluate(() => document.activeElement?.getAttribute("data-row"));
    await press("j");
    expect(await at()).toBe(await rows.nth(0).getAttribute("data-row"));
    await press("ArrowDown");
    expect(await at()).toBe(await rows.nth(1).getAttribute("data-row"));
    expect(await focused(frame())).toMatchObject({ ring: true, seen: true });
    await press("Tab");
    expect(await rows.evaluateAll((all) => all.includes(document.activeElement as HTMLElement))).toBe(false);
    await press("Shift+Tab");
    expect(await at()).toBe(await rows.nth(1).getAttribute("data-row"));
    await press("k");
    const name = (await rows.nth(0).locator(".strong").textContent())!;
    await press("Enter");
    await heading(name);
  },
);

inChromium("two contacts are made one and taken apart again by Enter alone", async () => {
  const pairs = async () => (await server.member(contacts.duplicates, { limit: 100 } as never)).items.length;
  for (const address of ["nils.aker@boreal.example", "nils.aker+fairs@boreal.example"])
    await server.member(contacts.create, { name: "Nils Åker", addresses: [address] });
  await expect.poll(pairs).toBeGreaterThan(0);
  const before = await pairs();
  await page.goto(`${server.url}/contacts`);
  await heading("Contacts");
  await tabTo(frame(), "Look");
  await press("Enter");
  await tabTo(frame(), "Make them one");
  await press("Enter");
  await page.getByText(/ is one contact now$/).waitFor();
  await expect.poll(pairs).toBe(before - 1);
  await tabTo(frame(), "Undo");
  await press("Enter");
  await page.getByText(/ is a contact of its own again$/).waitFor();
  await expect.poll(pairs).toBe(before);
});

inChromium("anything is found from anywhere: Ctrl+K, a few letters, Enter; Escape leaves all as it was", async () => {
  await press("Control+k");
  await isAt(frame(), /./);
  await page.keyboard.type("settings");
  await press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await heading("Contacts");
  await press("Control+k");
  await page.keyboard.type("settings");
  await page
    .getByRole("option", { name: /Settings/ })
    .first()
    .waitFor();
  await press("Enter");
  await heading("Settings");
});

inChromium("at twice the size nothing runs out of the page to the side", async () => {
  const large = await browser.newPage();
  await large.setViewportSize({ width: 640, height: 400 });
  const { items } = await server.member(contacts.list, { limit: 1 } as never);
  const one = items[0]!.id;
  for (const path of [
    "/mail",
    "/contacts",
    `/contacts/${one}`,
    "/companies",
    "/search?q=cold",
    "/import",
    "/ledger",
    "/settings",
    "/pair",
  ]) {
    await large.goto(`${server.url}${path}`);
    await large.getByRole("heading").first().waitFor();
    await expect.poll(() => large.locator("[aria-busy=true], .skeleton").count()).toBe(0);
    const wide = await large.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll("body *")].flatMap((part) => {
        const scrolls = part === document.documentElement || /auto|scroll/.test(getComputedStyle(part).overflowX);
        return scrolls && part.scrollWidth > part.clientWidth + 1 ? [`${part.tagName} ${part.className}`] : [];
      }),
    );
    expect(wide, path).toEqual([]);
  }
  await large.close();
});
