import { test } from "vitest";
import { hasChromium, hasFirefox } from "./launch.ts";

/** For a test of which several steps wait for something that does not come. */
const LIMIT_MS = 120_000;

type Run = () => Promise<void>;

/** A test in a browser that is on this machine: skipped, by name, where it is not. */
export const inChromium = (name: string, run: Run, timeout = LIMIT_MS): void =>
  hasChromium
    ? test(name, { timeout }, () => inOrder(run))
    : test.skip(`${name} (no Chromium: apt-get install chromium, or SIDENOTE_CHROMIUM)`, () => {});
export const inFirefox = (name: string, run: Run, timeout = LIMIT_MS): void =>
  hasFirefox
    ? test(name, { timeout }, () => inOrder(run))
    : test.skip(`${name} (no Firefox: apt-get install firefox-esr, or SIDENOTE_FIREFOX)`, () => {});

let failed = false;

/** The tests of a file are one member's day: what went wrong in the morning makes the evening meaningless. */
async function inOrder(run: Run): Promise<void> {
  if (failed) throw new Error("An earlier test of this file failed");
  failed = true;
  await run();
  failed = false;
}
