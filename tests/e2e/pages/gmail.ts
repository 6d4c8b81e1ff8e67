import type { Page } from "playwright-core";
import { expect } from "vitest";

export type SavedPage =
  | "inbox"
  | "thread"
  | "thread-uk"
  | "reply"
  | "compose"
  | "compose-popout"
  | "split-pane"
  | "side-panel-open";
type Heard = { inputs: number; keys: string[]; resizes: number; messages: unknown[] };

/** Runs in the page. */
export async function addComposeFrom(name: SavedPage): Promise<void> {
  type Policy = { createHTML(html: string): string };
  type Types = { createPolicy(name: string, rules: Policy): Policy };
  const here = window as never as { trusted?: Policy; trustedTypes?: Types };
  here.trusted ??= here.trustedTypes?.createPolicy("gmail", { createHTML: (html) => html }) ?? {
    createHTML: (html) => html,
  };
  const html = await (await fetch(`/mail/u/0/${name}`)).text();
  const saved = new DOMParser().parseFromString(here.trusted.createHTML(html), "text/html");
  document.querySelector(".dw .no")!.append(document.adoptNode(saved.querySelector("[role=dialog]")!));
}

/** Gmail as a person sees it, and as its own script does. */
export class Gmail {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  open = (what: SavedPage) => this.page.goto(`https://mail.google.com/mail/u/0/${what}`);

  /** Opens a compose window beside what is there, taken from another saved page. */
  addCompose = (from: SavedPage): Promise<void> => this.page.evaluate(addComposeFrom, from);

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
    await expect.poll(async () => (await this.heard()).inputs).toBeGreaterThan(inputs);
  }

  /** How wide the page's own content is. */
  width = (): Promise<number> => this.page.evaluate(() => document.body.getBoundingClientRect().width);

  /** What of ours is in the page. */
  ours = (): Promise<number> => this.page.evaluate(() => document.querySelectorAll("sidenote-dock").length);
}
