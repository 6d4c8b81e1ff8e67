import { browser } from "wxt/browser";
import type { Sender } from "./messages.ts";
import { siteFor } from "./sites/registry.ts";

/** A script of ours at the top of a page that we know. */
export const isPage = (sender: Sender): boolean =>
  sender.id === browser.runtime.id &&
  sender.tab?.id !== undefined &&
  sender.frameId === 0 &&
  sender.url !== undefined &&
  siteFor(new URL(sender.url)) !== null;

/** A page of the extension itself. */
export const isOwn = (sender: Sender): boolean =>
  sender.id === browser.runtime.id && (sender.url ?? "").startsWith(browser.runtime.getURL("/"));
