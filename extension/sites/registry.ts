import { gmail } from "./gmail/adapter.ts";
import type { Site } from "./site.ts";

export const sites: readonly Site[] = [gmail];

export const siteFor = (url: URL): Site | null => sites.find((site) => site.matches(url)) ?? null;
