import type { Import, ImportCounts, ImportItem } from "@sidenote/contract/imports";
import { size } from "@sidenote/panel/ui/when";

export const STATES: Record<Import["state"], { label: string; tag: "" | "good" | "bad" | "accent" }> = {
  receiving: { label: "Receiving", tag: "accent" },
  running: { label: "Reading", tag: "accent" },
  done: { label: "Done", tag: "good" },
  failed: { label: "Failed", tag: "bad" },
  cancelled: { label: "Stopped", tag: "" },
  undoing: { label: "Being taken back", tag: "accent" },
  undone: { label: "Taken back", tag: "" },
};

/** How an import stands. One in which nothing was mail is done, and nothing to be glad of. */
export function standing({ state, counts, error }: Pick<Import, "state" | "counts" | "error">) {
  if (state === "done" && counts.seen === 0)
    return { label: counts.notMail > 0 ? "No mail read" : "No mail in it", tag: "" };
  return state === "undoing" && error ? { label: "Taken back in part", tag: "bad" } : STATES[state];
}

const number = (count: number): string => count.toLocaleString("en-GB");
export const mails = (count: number): string => (count === 1 ? "1 mail" : `${number(count)} mails`);

/** What became of the mails so far, leaving out what did not happen. */
export function outcomeWords({ seen, stored, duplicate, setAside, notWanted, notMail }: ImportCounts): string {
  if (seen === 0 && notMail === 0) return "";
  const parts = [
    `${mails(stored)} stored`,
    duplicate > 0 && `${number(duplicate)} already there`,
    setAside > 0 && `${number(setAside)} set aside`,
    notWanted > 0 && `${number(notWanted)} not wanted`,
    notMail > 0 && `${number(notMail)} not mail`,
  ];
  return parts.filter(Boolean).join(" · ");
}

/** What goes when an import is taken back; nothing where it kept nothing. */
export function keptWords({ stored, setAside }: ImportCounts): string {
  const aside = setAside > 0 && `${mails(setAside)} set aside`;
  const parts = [stored > 0 && `${mails(stored)} that it stored`, aside].filter(Boolean).join(" and ");
  return parts && `${parts} ${stored + setAside === 1 ? "goes" : "go"}`;
}

/** What an import that is ended keeps. */
export const stayWords = ({ stored }: ImportCounts): string =>
  stored > 0 ? `${mails(stored)} that ${stored === 1 ? "is" : "are"} stored ${stored === 1 ? "stays" : "stay"}.` : "";

/** What goes when an import that could go on is given up. */
export const removeWords = ({ bytesReceived, counts }: Pick<Import, "bytesReceived" | "counts">): string =>
  `${size(bytesReceived)} arrived, and what is not read of it is thrown away: this import cannot go on then. ${stayWords(counts)}`;

/** What could not be read among what could. */
export function leftOutWords({ setAside, notMail }: ImportCounts): string {
  const parts = [
    setAside > 0 && (setAside === 1 ? "1 mail was set aside" : `${number(setAside)} mails were set aside`),
    notMail > 0 && (notMail === 1 ? "1 file was not read as mail" : `${number(notMail)} files were not read as mail`),
  ];
  return parts.filter(Boolean).join(", ");
}

/** An import in one line of the list: what has arrived of it, then what became of it. */
export function rowWords({ state, counts, bytesReceived, bytesTotal }: Import): string {
  if (state === "receiving" && bytesTotal) return `${size(bytesReceived)} of ${size(bytesTotal)} arrived`;
  return outcomeWords(counts);
}

/** What came of reading a message once more. */
export function afterRetry({ outcome, reason }: Pick<ImportItem, "outcome" | "reason">): string {
  const still = reason ? `Still set aside: ${reason}` : "Still set aside";
  return {
    stored: "It could be read, and is stored",
    duplicate: "It could be read, and was there already",
    not_wanted: reason ? `Not stored, because ${reason}` : "Not stored: your own rules do not want it",
    not_mail: "It is not mail",
    set_aside: still,
  }[outcome];
}

/** The same of all that was set aside. */
export function afterRetryOfAll(outcomes: readonly ImportItem["outcome"][]): string {
  const still = outcomes.filter((outcome) => outcome === "set_aside").length;
  const read = outcomes.length - still;
  if (read === 0) return "None of them could be read: they are still set aside";
  return still === 0
    ? `${mails(read)} could be read, and nothing is set aside any more`
    : `${mails(read)} could be read, ${number(still)} ${still === 1 ? "is" : "are"} still set aside`;
}

/** How much longer, from how it went so far; nothing where that cannot be said. */
export function timeLeft(done: number, total: number | null, sinceMs: number, nowMs: number): string {
  const spent = nowMs - sinceMs;
  if (!total || done <= 0 || done >= total || spent < 2000) return "";
  const seconds = ((total - done) / done) * (spent / 1000);
  if (seconds < 60) return "less than a minute left";
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `about ${minutes} min left` : `about ${Math.round(minutes / 60)} h left`;
}
