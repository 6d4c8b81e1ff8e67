import type { Browser, Page } from "puppeteer-core";
import { expect, vi } from "vitest";
import { ADDON_ID, ADDON_UUID, openFirefox, pictureAt } from "./launch.ts";
import { type MailGoogle, mailGoogle } from "./mail-google.ts";
import type { SavedPage } from "./pages/gmail.ts";
import { Server } from "./server.ts";

const CODE = /[2-9A-Z]{4}–[2-9A-Z]{4}/;
const PATIENCE = { timeout: 20_000, interval: 50 };
const soon = (holds: () => Promise<void>): Promise<void> => vi.waitFor(holds, PATIENCE);
type Storage = { storage: { local: { set(values: object): Promise<void> } } };

/**
 * A member at work in Firefox. Its automation does not see into frames of an extension, so the panel is a tab of its own, where
 * it follows the mail that was open last. Only one of the two tabs is in front at a time.
 */
export class FirefoxDesk {
  readonly server: Server;
  readonly browser: Browser;
  readonly #proxy: MailGoogle;
  gmail: Page;
  panel: Page;

  private constructor(server: Server, browser: Browser, proxy: MailGoogle, pages: { gmail: Page; panel: Page }) {
    this.server = server;
    this.browser = browser;
    this.#proxy = proxy;
    this.gmail = pages.gmail;
    this.panel = pages.panel;
  }

  static async open(args = ["--demo"]): Promise<FirefoxDesk> {
    const proxy = await mailGoogle();
    const [server, browser] = await Promise.all([Server.start(args), openFirefox(proxy.port)]);
    const gmail = await browser.newPage();
    await gmail.goto("https://mail.google.com/mail/u/0/thread");
    const desk = new FirefoxDesk(server, browser, proxy, { gmail, panel: await browser.newPage() });
    desk.#load();
    await desk.shows(/server/i);
    await desk.panel.evaluate(
      (origin) => (globalThis as never as { browser: Storage }).browser.storage.local.set({ server: origin }),
      server.url,
    );
    await desk.shows(CODE);
    await server.confirm((await desk.text()).match(CODE)![0].replace("–", "-"));
    await desk.shows("Marta Lindqvist");
    return desk;
  }

  async close(name: string): Promise<void> {
    await this.gmail.screenshot({ path: pictureAt(name) }).catch(() => {});
    await this.browser.close();
    await Promise.all([this.#proxy.close(), this.server.close()]);
  }

  /** Opens a page of Gmail, changed before the extension reads it, and the panel anew beside it. */
  async open(what: SavedPage, change?: () => void): Promise<void> {
    const added = change
      ? await this.gmail.evaluateOnNewDocument(
          `addEventListener("DOMContentLoaded", ${change.toString()}, { once: true })`,
        )
      : null;
    await this.gmail.goto(`https://mail.google.com/mail/u/0/${what}`);
    await this.gmail.waitForSelector("sidenote-dock", { timeout: 15_000 });
    if (added) await this.gmail.removeScriptToEvaluateOnNewDocument(added.identifier);
    await this.reopenPanel();
  }

  /** What this panel knew is gone, as when Gmail's page is loaded anew. */
  async reopenPanel(): Promise<void> {
    await this.panel.evaluate(() => document.querySelector("#panel")?.remove()).catch(() => {});
    this.#load();
    await soon(async () => expect(await this.#heading()).not.toBe(""));
  }

  /** Firefox never says that such a page has loaded. */
  #load(): void {
    void this.panel.goto(`moz-extension://${ADDON_UUID}/panel.html?${Math.random()}`).catch(() => {});
  }

  text = (): Promise<string> => this.panel.evaluate(() => document.body?.innerText ?? "").catch(() => "");
  shows = (what: string | RegExp): Promise<void> => soon(async () => expect(await this.text()).toMatch(what));
  hides = (what: RegExp): Promise<void> => soon(async () => expect(await this.text()).not.toMatch(what));

  /** Whom the panel is about, in its heading. */
  isAbout = (name: string): Promise<void> => soon(async () => expect(await this.#heading()).toBe(name));
  #heading = (): Promise<string> =>
    this.panel.evaluate(() => document.querySelector("h2")?.textContent ?? "").catch(() => "");

  /** Presses the panel's first button that is called so. */
  press = (name: RegExp): Promise<void> =>
    soon(async () => {
      const isThere = await this.panel.evaluate((source) => {
        const called = new RegExp(source);
        const found = [...document.querySelectorAll("button")].find(
          (one) => !one.disabled && called.test(one.getAttribute("aria-label") ?? one.textContent ?? ""),
        );
        found?.click();
        return found !== undefined;
      }, name.source);
      expect(isThere, `a button ${name.source}`).toBe(true);
    });

  /** Where Firefox was not yet ready to be typed into, some of the text is missing: it is written anew, as a person would. */
  async note(text: string): Promise<void> {
    await this.panel.bringToFront();
    await soon(async () => {
      const field = await this.panel.waitForSelector("textarea.note", PATIENCE);
      await field!.evaluate((one) => (one as HTMLTextAreaElement).select());
      await field!.focus();
      await this.panel.keyboard.type(text);
      expect(await field!.evaluate((one) => (one as HTMLTextAreaElement).value)).toBe(text);
    });
    await this.panel.keyboard.press("Enter");
  }

  /** The mails that are being written, as they stand in Gmail. */
  written = (): Promise<string[]> =>
    this.gmail.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("[contenteditable=true]")].map((one) => one.innerText),
    );

  /** Stops the extension's background now, in the middle of whatever it does. */
  async kill(): Promise<void> {
    const { connection } = this.browser as never as { connection: Bidi };
    const { contexts } = (await connection.send("browsingContext.getTree", { "moz:scope": "chrome" })).result;
    await connection.send("script.evaluate", {
      expression: `WebExtensionPolicy.getByID(${JSON.stringify(ADDON_ID)}).extension.terminateBackground({ ignoreDevToolsAttached: true })`,
      target: { context: contexts![0]!.context },
      awaitPromise: true,
    });
  }
}

type Bidi = { send(method: string, params: object): Promise<{ result: { contexts?: { context: string }[] } }> };
