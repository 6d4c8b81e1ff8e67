import type { Direction, Person } from "@sidenote/contract/emails";
import type { EmailId, ThreadId } from "@sidenote/contract/ids";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { insertMany, updateMany } from "../../core/db/bulk.ts";
import type { Tx } from "../../core/db/database.ts";
import { newId } from "../../core/ids.ts";
import { type IncomingMail, isReply, lettersOf, opening, subjectKey } from "./identify.ts";
import { emailTable, participantTable, threadSourceTable, threadTable } from "./table.ts";

/** How far apart two mails of one thread without References may be. */
const WINDOW_MS = 45 * 24 * 60 * 60 * 1000;
const MOST_PEOPLE = 50;
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

/**
 * Finds the thread of each mail: by References and the site's own id, else by subject, people, time and the original that it
 * quotes. Holds what it has looked up for one batch, which it learns from as it goes.
 */
export class ThreadFinder {
  readonly #tx: Tx;
  readonly #bySource = new Map<string, ThreadId>();
  readonly #candidates: Candidate[] = [];
  readonly #new: (typeof threadTable.$inferInsert & { id: ThreadId })[] = [];
  readonly #newSources = new Map<string, ThreadId>();
  readonly #merged = new Map<ThreadId, ThreadId>();

  private constructor(tx: Tx) {
    this.#tx = tx;
  }

  static async open(tx: Tx, ctx: Ctx, batch: readonly IncomingMail[]): Promise<ThreadFinder> {
    const finder = new ThreadFinder(tx);
    const sources = [...new Set(batch.flatMap(sourcesOf))];
    if (sources.length > 0) {
      const found = await tx
        .select()
        .from(threadSourceTable)
        .where(and(eq(threadSourceTable.ownerId, ctx.actor.memberId), inArray(threadSourceTable.sourceId, sources)));
      for (const { sourceId, threadId } of found) finder.#bySource.set(sourceId, threadId);
    }
    const keys = [
      ...new Set(batch.filter((mail) => mail.references.length === 0).map((mail) => subjectKey(mail.subject))),
    ].filter((key) => key !== "");
    if (keys.length > 0) await finder.#loadCandidates(ctx, keys);
    return finder;
  }

  async #loadCandidates(ctx: Ctx, keys: string[]): Promise<void> {
    const mine = and(eq(threadTable.ownerId, ctx.actor.memberId), inArray(threadTable.subjectKey, keys));
    const threads = await this.#tx.select().from(threadTable).where(mine);
    if (threads.length === 0) return;
    const openings = await this.#tx
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

  /** The thread that this mail belongs to; a new one when none fits. */
  threadOf(mail: IncomingMail, ownAddresses: ReadonlySet<string>): ThreadId {
    const bySource = [...new Set(sourcesOf(mail).flatMap((source) => this.#bySource.get(source) ?? []))].map((id) =>
      this.current(id),
    );
    const [first, ...others] = [...new Set(bySource)];
    for (const other of others) this.#merged.set(other, first!);
    const id =
      first ??
      (mail.references.length === 0 ? this.#bySubject(mail, ownAddresses)?.id : undefined) ??
      this.#begin(mail);
    this.#remember(id, mail);
    return id;
  }

  /** The thread that this one has become part of, or itself. */
  current(id: ThreadId): ThreadId {
    const into = this.#merged.get(id);
    return into ? this.current(into) : id;
  }

  #bySubject(mail: IncomingMail, ownAddresses: ReadonlySet<string>): Candidate | undefined {
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
    if (quotes) return quotes;
    const continues = (one: Candidate) =>
      isReply(mail.subject) || (isReply(one.subject) && at < Date.parse(one.firstAt));
    return near.find((one) => continues(one) && people.some((address) => one.addresses.has(address)));
  }

  #begin(mail: IncomingMail): ThreadId {
    const id = newId("thr");
    this.#new.push({
      id,
      subject: mail.subject,
      subjectKey: subjectKey(mail.subject),
      people: [],
      count: 0,
      firstAt: mail.at,
      lastAt: mail.at,
      lastDirection: "observed",
      snippet: "",
    });
    return id;
  }

  #remember(id: ThreadId, mail: IncomingMail): void {
    for (const source of sourcesOf(mail)) {
      if (this.#bySource.has(source)) continue;
      this.#bySource.set(source, id);
      this.#newSources.set(source, id);
    }
    const addresses = [mail.from, ...mail.to, ...mail.cc].map((person) => person.address);
    const known = this.#candidates.find((one) => one.id === id);
    if (known) {
      if (mail.at < known.firstAt) {
        known.firstAt = mail.at;
        known.subject = mail.subject;
      }
      if (mail.at > known.lastAt) known.lastAt = mail.at;
      for (const address of addresses) known.addresses.add(address);
      known.openings.push(opening(mail));
    } else {
      this.#candidates.push({
        id,
        subject: mail.subject,
        subjectKey: subjectKey(mail.subject),
        firstAt: mail.at,
        lastAt: mail.at,
        addresses: new Set(addresses),
        openings: [opening(mail)],
      });
    }
  }

  /**
   * Writes new threads, before their mails are written. All mails of a new thread are in the batch, so its summary is made of
   * those; returned are the threads that have mails from before.
   */
  async writeThreads(mails: readonly BatchMail[]): Promise<ThreadId[]> {
    const byThread = Map.groupBy(mails, (mail) => this.current(mail.threadId));
    const rows = this.#new.map((thread) => ({ ...thread, ...summaryOfBatch(byThread.get(thread.id) ?? []) }));
    await insertMany(this.#tx, threadTable, rows);
    const sources = [...this.#newSources].map(([sourceId, threadId]) => ({
      sourceId,
      threadId: this.current(threadId),
    }));
    await insertMany(this.#tx, threadSourceTable, sources, sql`on conflict do nothing`);
    const whole = new Set(rows.filter(({ id }) => !this.#merged.has(id)).map(({ id }) => id));
    for (const into of this.#merged.keys()) whole.delete(this.current(into));
    return [...byThread.keys()].filter((id) => !whole.has(id));
  }

  /** Joins threads that a mail turned out to connect, after the mails are written. */
  async mergeThreads(): Promise<void> {
    for (const from of this.#merged.keys()) {
      const into = this.current(from);
      await this.#tx.update(emailTable).set({ threadId: into }).where(eq(emailTable.threadId, from));
      await this.#tx.update(threadSourceTable).set({ threadId: into }).where(eq(threadSourceTable.threadId, from));
      await this.#tx.delete(threadTable).where(eq(threadTable.id, from));
    }
  }
}

/** Every name that ties a mail to a thread: its own, those of the messages that it refers to, and the site's of the thread. */
const sourcesOf = (mail: IncomingMail): string[] => [
  ...mail.threadSourceIds,
  ...mail.sourceIds,
  ...mail.references.map((id) => `rfc:${id}`),
];

type Row = Pick<
  typeof emailTable.$inferSelect,
  | "id"
  | "direction"
  | "at"
  | "subject"
  | "snippet"
  | "automatic"
  | "addressed"
  | "asks"
  | "asksStart"
  | "asksSettled"
  | "threadId"
> & { from: string; to: string[] };

/** A mail of the batch that is being stored, with everybody on it in their order. */
export type BatchMail = Omit<Row, "asksSettled" | "to"> & {
  people: readonly { role: string; name: string; address: string; own: boolean }[];
};

function summaryOfBatch(mails: readonly BatchMail[]) {
  if (mails.length === 0) return {};
  const inOrder = mails
    .map((mail) => ({ ...mail, to: mail.people.filter((one) => one.role === "to").map((one) => one.address) }))
    .sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
  return { ...summaryOf(inOrder), people: firstPeople(inOrder.flatMap((mail) => mail.people)) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function firstPeople(people: Iterable<{ name: string; address: string; own: boolean }>): Person[] {
  const first = new Map<string, Person>();
  for (const { name, address, own } of people) {
    if (first.size === MOST_PEOPLE) break;
    if (!own && !first.has(address)) first.set(address, { name, address });
  }
  return [...first.values()];
}

/** Makes the summaries of these threads anew from their mails; a thread without any is gone. */
export async function refreshThreads(tx: Tx, ids: readonly ThreadId[]): Promise<void> {
  if (ids.length === 0) return;
  const mails = await tx
    .select({
      id: emailTable.id,
      threadId: emailTable.threadId,
      direction: emailTable.direction,
      at: emailTable.at,
      subject: emailTable.subject,
      snippet: emailTable.snippet,
      automatic: emailTable.automatic,
      addressed: emailTable.addressed,
      asks: emailTable.asks,
      asksStart: emailTable.asksStart,
      asksSettled: emailTable.asksSettled,
      from: emailTable.fromAddress,
      to: sql<
        string[]
      >`array(select p.address from email_participants p where p.org_id = ${emailTable.orgId} and p.email_id = ${emailTable.id} and p.role = 'to')`,
    })
    .from(emailTable)
    .where(inArray(emailTable.threadId, [...ids]))
    .orderBy(asc(emailTable.at), asc(emailTable.id));
  const people = await peopleByThread(tx, ids);
  const byThread = Map.groupBy(mails, (mail) => mail.threadId);
  const gone = ids.filter((id) => !byThread.has(id));
  if (gone.length > 0) await tx.delete(threadTable).where(inArray(threadTable.id, gone));
  const summaries = [...byThread].map(([id, own]) => ({ id, ...summaryOf(own), people: people.get(id) ?? [] }));
  await updateMany(tx, threadTable, threadTable.id, summaries);
}

/** Keeps a person's word on whether what a mail asks still waits, and what follows from it for its thread. */
export async function settleAsks(tx: Tx, id: EmailId, settled: boolean): Promise<void> {
  const [mail] = await tx
    .update(emailTable)
    .set({ asksSettled: settled })
    .where(eq(emailTable.id, id))
    .returning({ threadId: emailTable.threadId });
  if (mail) await refreshThreads(tx, [mail.threadId]);
}

async function peopleByThread(tx: Tx, ids: readonly ThreadId[]): Promise<Map<ThreadId, Person[]>> {
  const found = await tx
    .select({
      threadId: emailTable.threadId,
      name: participantTable.name,
      address: participantTable.address,
      own: participantTable.own,
    })
    .from(participantTable)
    .innerJoin(
      emailTable,
      and(eq(emailTable.orgId, participantTable.orgId), eq(emailTable.id, participantTable.emailId)),
    )
    .where(inArray(emailTable.threadId, [...ids]))
    .orderBy(asc(participantTable.at), asc(participantTable.position));
  return new Map([...Map.groupBy(found, (one) => one.threadId)].map(([id, people]) => [id, firstPeople(people)]));
}

function summaryOf(mails: readonly (Omit<Row, "asksSettled"> & { asksSettled?: boolean })[]) {
  const first = mails[0]!;
  const last = mails.at(-1)!;
  const owed = owedIn(mails);
  return {
    subject: first.subject,
    count: mails.length,
    firstAt: first.at,
    lastAt: last.at,
    lastDirection: last.direction,
    snippet: last.snippet,
    owedBy: owed?.by ?? null,
    owedSince: owed?.since ?? null,
    owedEmailId: owed?.emailId ?? null,
    owedAsks: owed?.asks ?? null,
    owedStart: owed?.start ?? null,
  };
}

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
 * not written after; any mail of theirs settles it, and so does somebody else's to the one who asked. Robots ask nobody, and a
 * copy asks somebody else.
 */
export function owedIn<I extends string>(mails: readonly Turn<I>[]): OwedIn<I> | null {
  let owed: (OwedIn<I> & { from: string }) | null = null;
  for (const mail of mails) {
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
