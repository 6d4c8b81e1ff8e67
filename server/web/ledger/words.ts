import type { ImportCounts } from "@sidenote/contract/imports";
import type { LedgerSource } from "@sidenote/contract/ledger";

const number = (count: number): string => count.toLocaleString("en-GB");

/** The sum as it is checked: `480 seen = 470 stored + 8 already there + 2 set aside`. */
export function sumWords({ seen, stored, duplicate, setAside, notWanted, notMail }: ImportCounts): string {
  if (seen === 0) return notMail > 0 ? `No mail; ${number(notMail)} not mail` : "No mail so far";
  const parts = [
    `${number(stored)} stored`,
    duplicate > 0 && `${number(duplicate)} already there`,
    setAside > 0 && `${number(setAside)} set aside`,
    notWanted > 0 && `${number(notWanted)} not wanted`,
  ].filter(Boolean);
  return `${number(seen)} seen = ${parts.join(" + ")}${notMail > 0 ? `; ${number(notMail)} not mail` : ""}`;
}

/** What became of the stored since, and who did not want the rest; nothing where there is nothing to say. */
export function sinceWords({ kept, forgotten, rules }: Pick<LedgerSource, "kept" | "forgotten" | "rules">): string {
  const wanted = rules.map(({ rule, count }) => `${number(count)} ${ruleWords(rule)}`).join(", ");
  const parts = [
    forgotten > 0 && `${number(kept)} of the stored are here, ${number(forgotten)} forgotten since`,
    wanted && `Not wanted: ${wanted}`,
  ];
  return parts.filter(Boolean).join(". ");
}

const RULES: Record<string, string> = {
  forgotten: "that you had forgotten",
  saved_only: "because only what you save is stored",
  no_known_contact: "with no contact in the thread",
};
const ruleWords = (rule: string): string => RULES[rule] ?? `with ${rule}`;
