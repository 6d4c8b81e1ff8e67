import { device } from "../storage.ts";

const MOST_KINDS = 100;

/** Counts which ways to find things on a page no longer work: selectors only, never what the page says. */
export async function countFallback({ site, css, way }: { site: string; css: string; way: number }): Promise<void> {
  const fallbacks = await device.get("fallbacks");
  const name = `${site}: ${css}, by way ${way + 1}`;
  if (!(name in fallbacks) && Object.keys(fallbacks).length >= MOST_KINDS) return;
  await device.set({ fallbacks: { ...fallbacks, [name]: (fallbacks[name] ?? 0) + 1 } });
}
