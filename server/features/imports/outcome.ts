import type { CaptureDecision } from "@sidenote/contract/capture";
import type { FileId } from "@sidenote/contract/ids";
import type { ImportCounts } from "@sidenote/contract/imports";
import { errorLine } from "../../core/log.ts";
import type { StoredMail } from "../emails/index.ts";
import type { Read } from "./read.ts";
import type { importItemTable } from "./table.ts";

export type Item = Pick<typeof importItemTable.$inferInsert, "outcome" | "reason" | "rule" | "emailId" | "fileId">;

const NOTHING = { reason: null, rule: null, emailId: null, fileId: null };

/** The row of the ledger for what was read; takes its result from those of the stored mails and the kept files, in order. */
export function itemOf(one: Read, outcomes: StoredMail[], kept: FileId[]): Item {
  switch (one.is) {
    case "mail":
      return itemOfMail(outcomes.shift()!);
    case "unreadable":
      return { ...NOTHING, outcome: "set_aside", reason: one.reason, fileId: kept.shift()! };
    case "kept":
      return { ...NOTHING, outcome: "set_aside", reason: one.reason, fileId: one.fileId };
    case "not_wanted":
      return { ...NOTHING, ...unwanted(one.decision) };
    case "not_mail":
      return { ...NOTHING, outcome: "not_mail", reason: one.reason };
  }
}

export const itemOfMail = (mail: StoredMail): Item =>
  mail.outcome === "not_wanted"
    ? { ...NOTHING, ...unwanted(mail.decision) }
    : { ...NOTHING, outcome: mail.outcome, emailId: mail.emailId };

export const unwanted = ({ because, rule, reason }: CaptureDecision) => ({
  outcome: "not_wanted" as const,
  reason: because,
  rule: rule ?? reason,
});

export const notStored = (error: unknown): string => `it cannot be stored: ${errorLine(error)}`;

/** The sums of an import with these messages added. What is not mail is counted, and is no message seen. */
export function counted(before: ImportCounts, items: readonly Pick<Item, "outcome">[]): ImportCounts {
  const of = (outcome: Item["outcome"]) => items.filter((item) => item.outcome === outcome).length;
  const notMail = of("not_mail");
  return {
    seen: before.seen + items.length - notMail,
    stored: before.stored + of("stored"),
    duplicate: before.duplicate + of("duplicate"),
    setAside: before.setAside + of("set_aside"),
    notWanted: before.notWanted + of("not_wanted"),
    notMail: before.notMail + notMail,
  };
}
