import path from "node:path";
import { chromium, type Locator } from "playwright-core";
import { createServer } from "vite";
import type { State } from "../../shared/panel/testing/states.ts";
import { CHROMIUM } from "../e2e/launch.ts";
import { keepPicture, mustFit } from "./keep.ts";
import { drawTour } from "./tour.ts";

/**
 * `npm run pictures`: every state of the panel at 360 pixels, light and dark, side by side in docs/screens, and the tour through
 * the demo. For a person to look at; what must hold is tested elsewhere. Fails when something in a state is wider than the panel, at 360 pixels and narrower.
 */
const NARROWER = [320, 300];
const root = path.join(import.meta.dirname, "../..");
if (!CHROMIUM) throw new Error("The pictures need Chromium: apt-get install chromium, or SIDENOTE_CHROMIUM");

const vite = await createServer({
  root: path.join(root, "shared/panel"),
  configFile: false,
  logLevel: "warn",
  cacheDir: path.join(root, "node_modules/.cache/sidenote/pictures"),
  server: { port: 0, host: "127.0.0.1" },
  oxc: { jsx: { runtime: "automatic" } },
});
await vite.listen();
const address = vite.resolvedUrls?.local[0];
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
for (const theme of ["light", "dark"] as const) {
  const page = await browser.newPage({ viewport: { width: 2400, height: 1000 }, reducedMotion: "reduce" });
  await page.goto(`${address}testing/states.html?theme=${theme}`);
  await page.locator(".panel-head").first().waitFor({ timeout: 60_000 });
  for (const one of await page.locator(".one[data-does]").all())
    await act(one, JSON.parse((await one.getAttribute("data-does")) ?? "") as NonNullable<State["does"]>);
  // What waits for an answer shows that it does after 150 ms.
  await page.waitForTimeout(1000);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const sheet = page.locator(".sheet");
  for (const width of NARROWER) {
    await sheet.evaluate((all, px) => all.style.setProperty("--width", `${px}px`), width);
    await mustFit(sheet);
  }
  await sheet.evaluate((all) => all.style.removeProperty("--width"));
  await mustFit(sheet);
  keepPicture(`states-${theme}`, await page.screenshot({ fullPage: true }));
  await page.close();
}
await vite.close();
await drawTour(browser);
await browser.close();

async function act(one: Locator, does: NonNullable<State["does"]>): Promise<void> {
  if ("press" in does) return one.getByText(does.press).click();
  if ("note" in does) {
    const field = one.locator("textarea.note");
    await field.fill(does.note);
    return field.press("Enter");
  }
  await one.getByRole("button", { name: "Search", exact: true }).click();
  return one.getByRole("combobox").fill(does.search);
}
