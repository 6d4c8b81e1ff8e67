import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect } from "vitest";
import { inFirefox } from "./browsers.ts";
import { ADDON_UUID, hasFirefox, openFirefox, pictureAt } from "./launch.ts";
import { type MailGoogle, mailGoogle } from "./mail-google.ts";
import { Server } from "./server.ts";

/**
 * The same in Firefox. Its automation does not see into frames of an extension, so the panel is tried in a tab of its own,
 * where it follows the mail that was open last, and the docked one is looked at.
 */
let server: Server;
let proxy: MailGoogle;
let browser: Browser;
let panel: Page;
let gmail: Page;

beforeAll(async () => {
  if (!hasFirefox) return;
  proxy = await mailGoogle();
  [server, browser] = await Promise.all([Server.start([]), openFirefox(proxy.port)]);
}, 120_000);

afterAll(async () => {
  if (!hasFirefox) return;
  await browser?.close();
  await Promise.all([proxy?.close(), server?.close()]);
}, 30_000);

const text = (page: Page) => page.evaluate(() => document.body?.innerText ?? "");
const shows = (page: Page, what: string | RegExp) => expect.poll(() => text(page), { timeout: 20_000 }).toMatch(what);

/** How many points of a picture are not of its first point's colour: an empty frame has nearly none. */
async function inked(picture: string): Promise<number> {
  const page = await browser.newPage();
  const count = await page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d")!;
    canvas.drawImage(bitmap, 0, 0);
    // Without the line at the dock's edge.
    const { data } = canvas.getImageData(4, 4, bitmap.width - 8, bitmap.height - 8);
    let different = 0;
    for (let at = 0; at < data.length; at += 4) if (Math.abs(data[at]! - data[0]!) > 40) different++;
    return different;
  }, picture);
  await page.close();
  return count;
}

inFirefox("the panel stands beside Gmail, which makes room for it", async () => {
  gmail = await browser.newPage();
  await gmail.goto("https://mail.google.com/mail/u/0/thread");
  await gmail.waitForSelector("sidenote-dock", { timeout: 15_000 });
  const { dock, body } = await gmail.evaluate(() => ({
    dock: document.querySelector("sidenote-dock")!.getBoundingClientRect().toJSON(),
    body: document.body.getBoundingClientRect().width,
  }));
  expect(dock).toMatchObject({ width: 360, right: 1280, top: 0, height: 800 });
  expect(body).toBe(1280 - 360);
  const clip = { x: dock.x, y: dock.y, width: dock.width, height: dock.height };
  const look = async () =>
    inked(Buffer.from(await gmail.screenshot({ clip, path: pictureAt("firefox") })).toString("base64"));
  await expect.poll(look, { timeout: 15_000 }).toBeGreaterThan(500);
});

inFirefox("the panel's page is paired by a code and says who the mail is from that is open in Gmail", async () => {
  panel = await browser.newPage();
  // Firefox never says that such a page has loaded.
  void panel.goto(`moz-extension://${ADDON_UUID}/panel.html`).catch(() => {});
  await shows(panel, /server/i);
  await panel.evaluate(
    (origin) =>
      (
        globalThis as never as { browser: typeof globalThis & { storage: { local: { set(v: object): void } } } }
      ).browser.storage.local.set({
        server: origin,
      }),
    server.url,
  );
  await shows(panel, /[2-9A-Z]{4}–[2-9A-Z]{4}/);
  const code = (await text(panel)).match(/[2-9A-Z]{4}–[2-9A-Z]{4}/)![0].replace("–", "-");
  await server.confirm(code);
  await shows(panel, "Marta Lindqvist");
  await shows(panel, "Waiting for you");
});

inFirefox("a draft is streamed into the panel and lands in Gmail's reply, above signature and quote", async () => {
  await gmail.goto("https://mail.google.com/mail/u/0/reply");
  await gmail.waitForSelector("sidenote-dock");
  const written = () => gmail.evaluate(() => document.querySelector<HTMLElement>("[contenteditable=true]")!.innerText);
  const before = await written();
  await panel.bringToFront();
  const press = (name: string) =>
    panel.evaluate((wanted) => {
      const found = [...document.querySelectorAll("button")].find((button) => button.textContent?.startsWith(wanted));
      found?.click();
      return found !== undefined;
    }, name);
  await expect.poll(() => press("Write"), { timeout: 20_000 }).toBe(true);
  await expect.poll(() => press("Insert"), { timeout: 20_000 }).toBe(true);
  await expect.poll(written, { timeout: 10_000 }).toMatch(/^\s*(Hi|Dear|Hello) Marta/);
  expect((await written()).endsWith(before.trim())).toBe(true);
});
