import type { BrowserContext, Frame, Page } from "playwright-core";
import { openChromium } from "../e2e/launch.ts";
import { Panel } from "../e2e/pages/panel.ts";

/** Somebody's thread, made from the saved page: its own ids, and its people's names in place of those that are there. */
export type Opened = { thread: string; name: string; address: string };

export const THREAD_PAGE = "https://mail.google.com/mail/u/0/thread";

/** Gmail's saved page with an extension's frame in the dock. */
export class GmailBed {
  readonly browser: BrowserContext;
  readonly page: Page;
  private constructor(browser: BrowserContext, page: Page) {
    this.browser = browser;
    this.page = page;
  }

  static async open(proxyPort: number, folder: string | null, serverUrl: string): Promise<GmailBed> {
    const browser = await openChromium(proxyPort, folder);
    if (folder) {
      const worker = browser.serviceWorkers()[0] ?? (await browser.waitForEvent("serviceworker"));
      await worker.evaluate((server) => chrome.storage.local.set({ server }), serverUrl);
    }
    const page = await browser.newPage();
    await page.addInitScript(watchLongTasks);
    await page.goto(THREAD_PAGE);
    return new GmailBed(browser, page);
  }

  frame = async (): Promise<Frame> => (await Panel.beside(this.page)).frame;

  /** Loads the page anew, and with it the frame: what it knew by heart is gone. */
  async reload(): Promise<Frame> {
    await this.page.reload();
    return this.frame();
  }

  /** Opens a thread the way Gmail does, by putting it in place of the one before; when that was, by the machine's clock. */
  openThread = (opened: Opened): Promise<number> => this.page.evaluate(swapThread, opened);

  /** Tasks of the page's own thread that took longer than 50 ms. */
  longTasks = (): Promise<number[]> =>
    this.page.evaluate(() => (window as never as { longTasks: number[] }).longTasks.splice(0));

  close = (): Promise<void> => this.browser.close();
}

declare const chrome: { storage: { local: { set(values: object): Promise<void> } } };

function watchLongTasks(): void {
  const found: number[] = [];
  Object.assign(window, { longTasks: found });
  new PerformanceObserver((list) => found.push(...list.getEntries().map((one) => one.duration))).observe({
    type: "longtask",
    buffered: true,
  });
}

function swapThread({ thread, name, address }: Opened): number {
  const here = window as never as { firstThread?: Element };
  const main = document.querySelector("[role=main]")!;
  here.firstThread ??= main.cloneNode(true) as Element;
  const next = here.firstThread.cloneNode(true) as Element;
  next.querySelector("h2")!.setAttribute("data-legacy-thread-id", thread);
  for (const [i, message] of [...next.querySelectorAll("[data-legacy-message-id]")].entries())
    message.setAttribute("data-legacy-message-id", `${thread}${i}`);
  for (const person of next.querySelectorAll("[email^=marta]")) {
    person.setAttribute("email", address);
    person.setAttribute("name", name);
  }
  const at = performance.timeOrigin + performance.now();
  main.replaceWith(next);
  return at;
}

/** Waits in a frame for a mark about this thread; when it was made, by the machine's clock. */
export const painted = (frame: Frame, mark: string, thread: string): Promise<number> =>
  frame.evaluate(
    ([mark, thread]) =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          for (const entry of list.getEntriesByName(mark!) as PerformanceMark[]) {
            if (!String(entry.detail).includes(thread!)) continue;
            observer.disconnect();
            resolve(performance.timeOrigin + entry.startTime);
          }
        }).observe({ type: "mark", buffered: true });
      }),
    [mark, thread] as const,
  );
