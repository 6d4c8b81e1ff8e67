import type { ThreadId } from "@sidenote/contract/ids";
import { and, eq, inArray } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { isReply, lettersOf, subjectKey } from "../../core/mail/identity.ts";
import type { IncomingMail } from "../../core/mail/incoming.ts";
import { emailTable, threadTable } from "./table.ts";

/** How far apart two mails of one thread without References may be. */
const WINDOW_MS = 45 * 24 * 60 * 60 * 1000;
/** Shorter openings ("thanks", "ok") are in every mail. */
const LEAST_OPENING = 12;

type Candidate = {
  id: ThreadId;
  subject: string;
  subjectKey: string;
  firstAt: string;
  lastAt: string;
  addresses: Set<string>;
  openings: string[];
};

/** The threads that mails of one subject may go on with, where nothing names the thread. Learns from each mail as it goes. */
export class ThreadsBySubject {
  readonly #candidates: Candidate[] = [];

  static async open(tx: Tx, ctx: Ctx, batch: readonly IncomingMail[]): Promise<ThreadsBySubject> {
    const known = new ThreadsBySubject();
    const keys = [
      ...new Set(batch.filter((mail) => mail.references.length === 0).map((mail) => subjectKey(mail.subject))),
    ].filter((key) => key !== "");
    if (keys.length > 0) await known.#load(tx, ctx, keys);
    return known;
  }

  async #load(tx: Tx, ctx: Ctx, keys: string[]): Promise<void> {
    const mine = and(eq(threadTable.ownerId, ctx.actor.memberId), inArray(threadTable.subjectKey, keys));
    const threads = await tx.select().from(threadTable).where(mine);
    if (threads.length === 0) return;
    const openings = await tx
      .select({ threadId: emailTable.threadId, opening: emailTable.opening, from: emailTable.fromAddress })
      .from(emailTable)
      .where(
        inArray(
          emailTable.threadId,
          threads.map((thread) => thread.id),
        ),
      );
    for (const thread of threads) {
      const own = openings.filter((one) => one.threadId === thread.id);
      this.#candidates.push({
        id: thread.id,
        subject: thread.subject,
        subjectKey: thread.subjectKey,
        firstAt: thread.firstAt,
        lastAt: thread.lastAt,
        addresses: new Set([...thread.people.map((person) => person.address), ...own.map((one) => one.from)]),
        openings: own.map((one) => one.opening),
      });
    }
  }

  /** By the original that it quotes, else by the people, within weeks. */
  threadOf(mail: IncomingMail, ownAddresses: ReadonlySet<string>): ThreadId | undefined {
    const key = subjectKey(mail.subject);
    if (key === "") return undefined;
    const at = Date.parse(mail.at);
    const people = [mail.from, ...mail.to, ...mail.cc]
      .map((person) => person.address)
      .filter((address) => !ownAddresses.has(address));
    const near = this.#candidates.filter(
      (one) =>
        one.subjectKey === key && at > Date.parse(one.firstAt) - WINDOW_MS && at < Date.parse(one.lastAt) + WINDOW_MS,
    );
    if (near.length === 0) return undefined;
    const quoted = lettersOf(
      mail.spans
        .filter((span) => span.kind === "quote" || span.kind === "forward")
        .map((span) => mail.text.slice(span.start, span.end))
        .join(" ")
        .slice(0, 20_000),
    );
    const quotes = near.find((one) =>
      one.openings.some((text) => text.length >= LEAST_OPENING && quoted.includes(text)),
    );
    if (quotes) return quotes.id;
    const continues = (one: Candidate) =>
      isReply(mail.subject) || (isReply(one.subject) && at < Date.parse(one.firstAt));
    return near.find((one) => continues(one) && people.some((address) => one.addresses.has(address)))?.id;
  }

  learn(id: ThreadId, mail: IncomingMail): void {
    const addresses = [mail.from, ...mail.to, ...mail.cc].map((person) => person.address);
    const known = this.#candidates.find((one) => one.id === id);
    if (known) {
      if (mail.at < known.firstAt) {
        known.firstAt = mail.at;
        known.subject = mail.subject;
      }
      if (mail.at > known.lastAt) known.lastAt = mail.at;
      for (const address of addresses) known.addresses.add(address);
      known.openings.push(mail.opening);
    } else {
      this.#candidates.push({
        id,
        subject: mail.subject,
        subjectKey: subjectKey(mail.subject),
        firstAt: mail.at,
        lastAt: mail.at,
        addresses: new Set(addresses),
        openings: [mail.opening],
      });
    }
  }
}
