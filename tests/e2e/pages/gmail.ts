import type { Page } from "playwright-core";
import { expect } from "vitest";

type Heard = { inputs: number; keys: string[]; resizes: number; messages: unknown[] };

/** Gmail as a person sees it, and as its own script does. */
export class Gmail {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  open = (what: "inbox" | "thread" | "reply" | "compose" | "side-panel-open") =>
    this.page.goto(`https://mail.google.com/mail/u/0/${what}`);

  editor = () => this.page.locator("[contenteditable=true]");

  /** The whole mail that is being written, with signature and quote. */
  written = (): Promise<string> => this.editor().innerText();

  type = async (text: string): Promise<void> => {
    await this.editor().press("Control+Home");
    await this.page.keyboard.type(text);
  };

  heard = (): Promise<Heard> => this.page.evaluate(() => (window as never as { heard: Heard }).heard);

  /** Does something that changes the mail being written, and waits until Gmail has heard of it. */
  async hears(done: () => Promise<void>): Promise<void> {
    const { inputs } = await this.heard();
    await done();
    await expect.poll(async () => (await this.heard()).inputs, { timeout: 10_000 }).toBeGreaterThan(inputs);
  }

  /** How wide the page's own content is. */
  width = (): Promise<number> => this.page.evaluate(() => document.body.getBoundingClientRect().width);

  /** What of ours is in the page. */
  ours = (): Promise<number> => this.page.evaluate(() => document.querySelectorAll("sidenote-dock").length);
}
