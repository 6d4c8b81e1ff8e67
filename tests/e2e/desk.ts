import type { BrowserContext, Page } from "playwright-core";
import { openChromium, pictureAt } from "./launch.ts";
import { type MailGoogle, mailGoogle } from "./mail-google.ts";
import { Gmail } from "./pages/gmail.ts";
import { Panel } from "./pages/panel.ts";
import { Server } from "./server.ts";

/** A member at work: the demo's server, a browser with the extension, paired, and Gmail in it. */
export type Desk = { server: Server; proxy: MailGoogle; browser: BrowserContext; page: Page; gmail: Gmail };

export async function openDesk(): Promise<Desk> {
  const proxy = await mailGoogle();
  const [server, browser] = await Promise.all([Server.start(["--demo"]), openChromium(proxy.port)]);
  const worker = browser.serviceWorkers()[0] ?? (await browser.waitForEvent("serviceworker"));
  await worker.evaluate((origin) => chrome.storage.local.set({ server: origin }), server.url);
  const page = await browser.newPage();
  const gmail = new Gmail(page);
  await gmail.open("thread");
  const panel = await Panel.beside(page);
  await server.confirm(await panel.pairingCode());
  await panel.shows("Marta Lindqvist");
  return { server, proxy, browser, page, gmail };
}

export async function closeDesk({ server, proxy, browser, page }: Desk, name: string): Promise<void> {
  await page.screenshot({ path: pictureAt(name) }).catch(() => {});
  await browser.close();
  await Promise.all([proxy.close(), server.close()]);
}

declare const chrome: { storage: { local: { set(values: object): Promise<void> } } };
