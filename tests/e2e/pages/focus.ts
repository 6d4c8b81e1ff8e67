import type { Frame } from "playwright-core";
import { expect } from "vitest";

/** Where the keyboard is in a page or a frame of it, and how that is shown. */
export type Stop = { name: string; ring: boolean; seen: boolean };

/** Null where nothing in it has the focus. */
export const focused = (frame: Frame): Promise<Stop | null> =>
  frame.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body || at === document.documentElement) return null;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    const label = at.getAttribute("aria-label") ?? (at as HTMLInputElement).labels?.[0]?.textContent ?? at.textContent;
    return {
      name: (label ?? "").trim().replaceAll(/\s+/g, " "),
      ring: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)|transparent/.test(outlineColor),
      seen: box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    };
  });

/** Tab, until the keyboard is where a person wants to be; each stop on the way shows where it is. */
export async function tabTo(frame: Frame, name: string | RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<string[]> {
  const passed: string[] = [];
  const isIt = (stop: Stop) => (typeof name === "string" ? stop.name === name : name.test(stop.name));
  for (let presses = 0; presses < 120; presses++) {
    await frame.page().keyboard.press(key);
    const stop = await focused(frame);
    if (!stop) continue;
    expect(stop, `${stop.name} shows that it has the focus`).toMatchObject({ ring: true, seen: true });
    passed.push(stop.name);
    if (isIt(stop)) return passed;
  }
  throw new Error(`Tab leads not to ${name}, but to ${passed.join(" | ")}`);
}

/** Waits until the keyboard is there. */
export const isAt = (frame: Frame, name: string | RegExp): Promise<void> =>
  expect
    .poll(() => focused(frame))
    .toMatchObject({ name: typeof name === "string" ? name : expect.stringMatching(name), seen: true });
