import type { Direction } from "@sidenote/contract/emails";
import { isMachineAddress, isRoleAddress } from "../../core/mail/people/addresses.ts";

type OwedIn<I> = { by: "you" | "them"; since: string; emailId: I; asks: string; start: number };
type Turn<I> = {
  id: I;
  direction: Direction;
  at: string;
  from: string;
  /** Whom it is written to, without those who are copied in. */
  to: readonly string[];
  automatic: boolean;
  addressed: boolean;
  asks: string | null;
  asksStart: number | null;
  /** A person said so. */
  asksSettled?: boolean;
};

/**
 * Who owes an answer at the end of these mails (oldest first). Whoever is asked owes since the first question that they have
 * not written after; any mail of theirs settles it, and so does somebody else's to the one who asked. Robots ask nobody and
 * answer nothing, and a copy asks somebody else.
 */
export function owedIn<I extends string>(mails: readonly Turn<I>[]): OwedIn<I> | null {
  let owed: (OwedIn<I> & { from: string }) | null = null;
  for (const mail of mails) {
    if (mail.automatic && mail.direction === "in" && isByMachine(mail.from)) continue;
    const answers = mail.direction === "out" ? "you" : mail.direction === "in" ? "them" : null;
    if (owed && (answers === owed.by || (owed.by === "you" && mail.from !== owed.from && mail.to.includes(owed.from))))
      owed = null;
    if (mail.automatic || mail.asks === null || mail.asksSettled || owed) continue;
    if (mail.direction === "in" && !mail.addressed) continue;
    if (mail.direction === "observed") continue;
    const by = mail.direction === "in" ? "you" : "them";
    owed = { by, since: mail.at, emailId: mail.id, asks: mail.asks, start: mail.asksStart ?? 0, from: mail.from };
  }
  return owed;
}

/** Of what looks automatic: at an address of a role, as support@, people answer too. */
const isByMachine = (from: string): boolean => isMachineAddress(from) || !isRoleAddress(from);
