import type { Frame, Page } from "playwright-core";

/** For what never comes: longer than the panel's longest pause between two tries at a server that is away. */
const PATIENCE_MS = 30_000;

/** The panel beside Gmail, as a person uses it. */
export class Panel {
  readonly frame: Frame;
  constructor(frame: Frame) {
    this.frame = frame;
  }

  static async beside(page: Page): Promise<Panel> {
    const docked = () => page.frames().find((frame) => frame.url().includes("/panel.html"));
    const at = Date.now();
    while (!docked()) {
      if (Date.now() - at > PATIENCE_MS) throw new Error("The panel did not appear");
      await page.waitForEvent("frameattached", { timeout: 500 }).catch(() => {});
    }
    const frame = docked()!;
    await frame.waitForLoadState();
    return new Panel(frame);
  }

  pairingCode = async (): Promise<string> =>
    (await this.frame.getByLabel("Pairing code").textContent({ timeout: PATIENCE_MS }))!.replace("–", "-");

  shows = (text: string | RegExp, timeout = PATIENCE_MS): Promise<void> =>
    this.frame.getByText(text).first().waitFor({ timeout });

  hides = (text: string | RegExp, timeout = PATIENCE_MS): Promise<void> =>
    this.frame.getByText(text).first().waitFor({ state: "hidden", timeout });

  /** Whom the panel is about, in its heading. */
  isAbout = (name: string): Promise<void> =>
    this.frame.getByRole("heading", { level: 2, name }).first().waitFor({ timeout: PATIENCE_MS });

  /** Paper and ink, as they are on the screen: red, green and blue from 0 to 255. */
  colours = (): Promise<{ paper: number[]; ink: number[] }> =>
    this.frame.evaluate(() => {
      const canvas = new OffscreenCanvas(1, 1).getContext("2d")!;
      const shown = (colour: string) => {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
      };
      const { color, backgroundColor } = getComputedStyle(document.querySelector(".panel")!);
      return { paper: shown(backgroundColor), ink: shown(color) };
    });

  /** By how much something in it is wider than it. */
  overflow = (): Promise<number> =>
    this.frame.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll(".panel, .panel-body")].map((one) => one.scrollWidth - one.clientWidth),
      ),
    );

  /** How much of what was shown is moved until the server's card of this thread is there, as browsers count layout shifts. */
  async movedBy(change: () => Promise<unknown>, thread: string): Promise<number> {
    type Shift = PerformanceEntry & { value: number };
    const moved = await this.frame.evaluateHandle(() => {
      const moved = { sum: 0 };
      new PerformanceObserver((list) => {
        for (const one of list.getEntries() as Shift[]) moved.sum += one.value;
      }).observe({ type: "layout-shift" });
      return moved;
    });
    await change();
    await this.frame.waitForFunction(
      (thread) =>
        performance
          .getEntriesByName("sidenote fresh")
          .some((one) => String((one as PerformanceMark).detail).includes(thread)),
      thread,
    );
    return moved.evaluate(({ sum }) => sum);
  }

  /** How long after a change of the page the panel is told of it, in milliseconds. */
  async hearsOf(change: () => void): Promise<number> {
    const heard = this.frame.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const { onMessage } = (globalThis as never as { chrome: Chrome }).chrome.runtime;
          type Chrome = { runtime: { onMessage: Record<"addListener" | "removeListener", (l: Listener) => void> } };
          type Listener = (said: { kind: string; type: string }) => void;
          const listener: Listener = ({ kind, type }) => {
            if (kind !== "page" || type !== "subject") return;
            onMessage.removeListener(listener);
            resolve(performance.timeOrigin + performance.now());
          };
          onMessage.addListener(listener);
        }),
    );
    // Whoever listens first has the listener in place before the change is made.
    await this.frame.evaluate(() => null);
    const at = await this.frame
      .page()
      .evaluate<number>(
        `(() => { const at = performance.timeOrigin + performance.now(); (${change})(); return at; })()`,
      );
    return (await heard) - at;
  }

  /** What is shown is what the server says now, not what was kept, and nothing more comes. */
  async isFresh(): Promise<void> {
    await this.shows(/^\d+ sources?$/);
    for (let before = ""; before !== (await this.text()); await this.frame.page().waitForTimeout(700))
      before = await this.text();
  }

  text = (): Promise<string> => this.frame.locator("body").innerText();

  /** Asks for a draft, anew where one stands there from before, and waits for it. */
  async writeDraft(): Promise<void> {
    await this.frame.getByRole("button", { name: /^(Write|Again)/ }).click();
    await this.frame.getByRole("button", { name: /^Again/ }).waitFor({ timeout: PATIENCE_MS });
  }
  /** Puts the member's own words in place of the draft's. */
  async edit(text: string): Promise<void> {
    await this.frame.getByRole("button", { name: "Edit" }).click();
    await this.frame.getByLabel("Draft text").fill(text);
    await this.frame.getByRole("button", { name: "Done" }).click();
  }
  async again(): Promise<void> {
    await this.frame.getByRole("button", { name: /^Again/ }).click();
    await this.frame.getByRole("button", { name: /^(Insert|Replace)/ }).waitFor({ timeout: PATIENCE_MS });
  }
  private readonly inserted = () => this.frame.locator(".toast", { hasText: "Inserted, not sent" });
  /** Until the panel says that it stands there: what it said of an insertion before is gone then. */
  insert = async (): Promise<void> => {
    const before = await this.inserted().elementHandles();
    await this.frame.getByRole("button", { name: /^(Insert|Replace)/ }).click();
    for (const one of before) await one.waitForElementState("hidden", { timeout: PATIENCE_MS });
    await this.inserted().waitFor({ timeout: PATIENCE_MS });
  };
  undoInsert = (): Promise<void> => this.inserted().getByRole("button", { name: "Undo" }).click();

  /** Asks for subject lines and takes the first: which one. */
  async useSubject(): Promise<string> {
    await this.frame.getByRole("button", { name: "Change" }).click();
    await this.frame.getByRole("menuitem", { name: "Subject lines" }).click();
    const use = this.frame.getByRole("button", { name: /^Use: / }).first();
    await use.click({ timeout: PATIENCE_MS });
    return (await use.getAttribute("aria-label"))!.replace("Use: ", "");
  }

  async note(text: string): Promise<void> {
    const field = this.frame.getByLabel(/^Note/).and(this.frame.locator("textarea"));
    await field.fill(text);
    await field.press("Enter");
  }
  /** By hand, unless the panel has noticed by itself meanwhile. */
  tryNow = async (): Promise<void> =>
    this.frame
      .getByRole("button", { name: "Try now" })
      .click({ timeout: 2000 })
      .catch(() => {});
}
