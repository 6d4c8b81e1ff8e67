import type { DraftChange } from "@sidenote/contract/drafts";

/** What can be done to a draft that stands there, and what is said when it was done. */
export const CHANGES = [
  { how: "shorter", label: "Shorter", done: "Made shorter" },
  { how: "longer", label: "Longer", done: "Made longer" },
  { how: "warmer", label: "Warmer", done: "Made warmer" },
  { how: "more_formal", label: "More formal", done: "Made more formal" },
] as const satisfies readonly { how: DraftChange; label: string; done: string }[];

/** The languages of the built-in writer; the last six it only greets in, and says so. */
const LANGUAGES = ["en", "uk", "de", "fr", "es", "it", "pl", "sv"] as const;

const names = new Intl.DisplayNames(["en"], { type: "language" });
export const languagesBut = (language: string | undefined): { language: string; label: string }[] =>
  LANGUAGES.filter((one) => one !== language).map((one) => ({ language: one, label: `In ${names.of(one) ?? one}` }));
