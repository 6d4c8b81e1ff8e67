import type { Subject } from "@sidenote/panel/host";
import type { Selector } from "./selector.ts";

/** What became of a text that should go into a mail; `id` takes it back. */
export type Placed = { ok: true; id: string } | { ok: false; reason: string };

/** Of a mail that is being written. */
export type Part = "text" | "subject";

/** A page of a site while it is open: page in, plain data out. */
export type OpenPage = {
  /** What is on screen now; null when nothing concerns a person. */
  subject(): Subject | null;
  /** Puts text into the mail that the member is writing, above signature and quote, or into its subject. Never sends. */
  insert(text: string, part?: Part): Placed;
  /** Takes back what `insert` put there; false when it is no longer there. */
  undo(id: string): boolean;
};

export type Site = {
  readonly name: "gmail";
  matches(url: URL): boolean;
  /** Looks at a page until the signal ends; then nothing of ours is left on it. */
  open(doc: Document, signal: AbortSignal): OpenPage;
  readonly selectors: Readonly<Record<string, Selector>>;
};
