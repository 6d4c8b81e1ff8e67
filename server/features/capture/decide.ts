import type { CaptureDecision, CaptureMode, CapturePolicy, CaptureReason } from "@sidenote/contract/capture";
import { domainOf, isAmong, withoutPlus } from "../../core/mail/people/addresses.ts";

/** What a decision looks at of a message: addresses in lower case, and whether it or its thread was forgotten. */
export type Candidate = { people: readonly string[]; inThread: readonly string[]; forgotten: boolean };

/** Who hands it in: the member by a click, an import that the member started, or a panel by itself. */
export type HandedInBy = "you" | "import" | "policy";

type Known = { own: ReadonlySet<string>; contacts: ReadonlySet<string> };

/** Whether a message is stored, from the strictest rule to the mildest; the first that applies decides. */
export function decide(
  message: Candidate,
  policy: Pick<CapturePolicy, "mode" | "neverStore">,
  known: Known,
  by: HandedInBy,
): CaptureDecision {
  const rule = neverStoreRule(message.people, policy.neverStore, known.own);
  if (rule !== null) return because("never_store", false, rule);
  if (message.forgotten && by !== "you") return because("forgotten", false);
  if (by !== "policy") return because("asked_for", true);
  return byMode(policy.mode, message, known);
}

function byMode(mode: CaptureMode, message: Candidate, known: Known): CaptureDecision {
  switch (mode) {
    case "saved_only":
      return because("saved_only", false);
    case "everything_opened":
      return because("everything_opened", true);
    case "known_contacts": {
      const isKnown = [...message.people, ...message.inThread].some(
        (address) => known.contacts.has(address) && !known.own.has(address),
      );
      return isKnown ? because("known_contact", true) : because("no_known_contact", false);
    }
  }
}

/**
 * The entry that forbids a message with these people, if one does. The member's own address is in all of the member's mail, so a
 * domain does not mean it; only the address itself does.
 */
export function neverStoreRule(
  people: readonly string[],
  neverStore: readonly string[],
  own: ReadonlySet<string>,
): string | null {
  if (neverStore.length === 0) return null;
  const entries = new Set(neverStore);
  for (const address of people) {
    const entry = entryFor(address, entries, own);
    if (entry !== null) return entry;
  }
  return null;
}

/** Those of these addresses that the list forbids. */
export function forbiddenAmong(
  addresses: readonly string[],
  neverStore: readonly string[],
  own: ReadonlySet<string>,
): string[] {
  const entries = new Set(neverStore);
  return addresses.filter((address) => entryFor(address, entries, own) !== null);
}

function entryFor(address: string, entries: ReadonlySet<string>, own: ReadonlySet<string>): string | null {
  const entry = [address, withoutPlus(address)].find((one) => entries.has(one));
  if (entry !== undefined) return entry;
  if (isAmong(own, address)) return null;
  for (let domain = domainOf(address); domain !== ""; domain = above(domain)) if (entries.has(domain)) return domain;
  return null;
}

const above = (domain: string): string => (domain.includes(".") ? domain.slice(domain.indexOf(".") + 1) : "");

const because = (reason: CaptureReason, store: boolean, rule: string | null = null): CaptureDecision => ({
  store,
  reason,
  rule,
  because: rule === null ? WORDS[reason] : `${rule} is on your never-store list`,
});

const WORDS: Record<CaptureReason, string> = {
  never_store: "somebody in it is on your never-store list",
  forgotten: "you asked to forget this",
  saved_only: "you chose that only what you save is stored",
  no_known_contact: "nobody in this thread is a contact",
  known_contact: "a contact is in this thread",
  everything_opened: "you chose that everything you open is stored",
  asked_for: "you asked for it",
};
