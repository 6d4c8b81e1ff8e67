import type { ThreadId } from "@sidenote/contract/ids";
import { and, eq, gt, inArray, lt, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { uuids } from "../../core/db/raw.ts";
import { isReply, lettersOf, subjectKey } from "../../core/mail/identity.ts";
import type { IncomingMail } from "../../core/mail/incoming.ts";
import { isAmong } from "../../core/mail/people/addresses.ts";
import { emailTable, threadTable } from "./table.ts";

/** How far apart two mails of one thread without References may be. */
const WINDOW_MS = 45 * 24 * 60 * 60 * 1000;
/** Shorter openings ("thanks", "ok") are in every mail. */
const LEAST_OPENING = 12;

type Candidate = {
  id: ThreadId;
  subject: string;
  subjectKey: string;
  /** In milliseconds, as all of them are looked at for each mail. */
  firstAt: number;
  lastAt: number;
  addresses: Set<string>;
  openings: string[];
};

/** The threads that mails of one subject may go on with, where nothing names the thread. Learns from each mail as it goes. */
export class ThreadsBySubject {
  readonly #bySubject = new Map<string, Candidate[]>();
  readonly #byId = new Map<ThreadId, Candidate>();

  static async open(tx: Tx, ctx: Ctx, batch: readonly IncomingMail[]): Promise<ThreadsBySubject> {
    const known = new ThreadsBySubject();
    const alone = batch.filter((mail) => mail.references.length === 0 && subjectKey(mail.subject) !== "");
    if (alone.length > 0) await known.#load(tx, ctx, alone);
    return known;
  }

  async #load(tx: Tx, ctx: Ctx, mails: readonly IncomingMail[]): Promise<void> {
    const keys = [...new Set(mails.map((mail) => subjectKey(mail.subject)))];
    const times = mails.map((mail) => Date.parse(mail.at));
    const threads = await tx
      .select()
      .from(threadTable)
      .where(
        and(
          eq(threadTable.ownerId, ctx.actor.memberId),
          inArray(threadTable.subjectKey, keys),
          gt(threadTable.lastAt, new Date(Math.min(...times) - WINDOW_MS).toISOString()),
          lt(threadTable.firstAt, new Date(Math.max(...times) + WINDOW_MS).toISOString()),
        ),
      );
    if (threads.length === 0) return;
    const openings = await tx
      .select({ threadId: emailTable.threadId, opening: emailTable.opening, from: emailTable.fromAddress })
      .from(emailTable)
      .where(
        sql`${emailTable.threadId} = any (${uuids(
          threads.map((thread) => thread.id),
          "thr",
        )})`,
      );
    const byThread = Map.groupBy(openings, (one) => one.threadId);
    for (const thread of threads) {
      const own = byThread.get(thread.id) ?? [];
      this.#add({
        id: thread.id,
        subject: thread.subject,
        subjectKey: thread.subjectKey,
        firstAt: Date.parse(thread.firstAt),
        lastAt: Date.parse(thread.lastAt),
        addresses: new Set([...thread.people.map((person) => person.address), ...own.map((one) => one.from)]),
        openings: own.map((one) => one.opening),
      });
    }
  }

  #add(candidate: Candidate): void {
    this.#byId.set(candidate.id, candidate);
    const same = this.#bySubject.get(candidate.subjectKey);
    if (same) same.push(candidate);
    else this.#bySubject.set(candidate.subjectKey, [candidate]);
  }

  /** By the original that it quotes, else by the people, within weeks. */
  threadOf(mail: IncomingMail, ownAddresses: ReadonlySet<string>): ThreadId | undefined {
    const key = subjectKey(mail.subject);
    if (key === "") return undefined;
    const at = Date.parse(mail.at);
    const people = [mail.from, ...mail.to, ...mail.cc]
      .map((person) => person.address)
      .filter((address) => !isAmong(ownAddresses, address));
    const near = (this.#bySubject.get(key) ?? []).filter(
      (one) => at > one.firstAt - WINDOW_MS && at < one.lastAt + WINDOW_MS,
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
    const continues = (one: Candidate) => isReply(mail.subject) || (isReply(one.subject) && at < one.firstAt);
    return near.find((one) => continues(one) && people.some((address) => one.addresses.has(address)))?.id;
  }

  learn(id: ThreadId, mail: IncomingMail): void {
    const addresses = [mail.from, ...mail.to, ...mail.cc].map((person) => person.address);
    const at = Date.parse(mail.at);
    const known = this.#byId.get(id);
    if (known) {
      if (at < known.firstAt) {
        known.firstAt = at;
        known.subject = mail.subject;
      }
      if (at > known.lastAt) known.lastAt = at;
      for (const address of addresses) known.addresses.add(address);
      known.openings.push(mail.opening);
    } else {
      this.#add({
        id,
        subject: mail.subject,
        subjectKey: subjectKey(mail.subject),
        firstAt: at,
        lastAt: at,
        addresses: new Set(addresses),
        openings: [mail.opening],
      });
    }
  }
}
