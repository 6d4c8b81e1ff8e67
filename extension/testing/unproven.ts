import type { Site } from "../sites/site.ts";
import { markOf, pagesOf, parsePage } from "./page.ts";

/** The ways to find things that match on assumed pages only: a person with an account has to look whether they hold. */
export function unproven(site: Site): [name: string, css: string][] {
  const observed = pagesOf(site.name)
    .filter((page) => markOf(site.name, page).startsWith("observed"))
    .map((page) => parsePage(site.name, page));
  return Object.entries(site.selectors).flatMap(([name, { css }]) =>
    css.filter((way) => !observed.some((page) => page.querySelector(way))).map((way): [string, string] => [name, way]),
  );
}
