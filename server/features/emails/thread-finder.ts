import type { ThreadId } from "@sidenote/contract/ids";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { insertMany } from "../../core/db/bulk.ts";
import { chunks } from "../../core/db/chunks.ts";
import type { Tx } from "../../core/db/database.ts";
import { newId } from "../../core/ids.ts";
import { subjectKey } from "../../core/mail/identity.ts";
import type { IncomingMail } from "../../core/mail/incoming.ts";
import { emailTable, threadSourceTable, threadTable } from "./table.ts";
import { type BatchMail, summaryOfBatch } from "./thread-summary.ts";
import { ThreadsBySubject } from "./threads-by-subject.ts";

/** One parameter each. */
const NAMES_AT_ONCE = 30_000;

/**
 * Finds the thread of each mail: by References and the site's own id, else by subject, people, time and the original that it
 * quotes. Holds what it has looked up for one batch, which it learns from as it goes.
 */
export class ThreadFinder {
  readonly #tx: Tx;
  readonly #bySource = new Map<string, ThreadId>();
  readonly #bySubject: ThreadsBySubject;
  readonly #new: (typeof threadTable.$inferInsert & { id: ThreadId })[] = [];
  readonly #newSources = new Map<string, ThreadId>();
  readonly #merged = new Map<ThreadId, ThreadId>();

  private constructor(tx: Tx, bySubject: ThreadsBySubject) {
    this.#tx = tx;
    this.#bySubject = bySubject;
  }

  static async open(tx: Tx, ctx: Ctx, batch: readonly IncomingMail[]): Promise<ThreadFinder> {
    const finder = new ThreadFinder(tx, await ThreadsBySubject.open(tx, ctx, batch));
    const sources = [...new Set(batch.flatMap(sourcesOf))];
    for (const part of chunks(sources, NAMES_AT_ONCE)) {
      const found = await tx
        .select()
        .from(threadSourceTable)
        .where(and(eq(threadSourceTable.ownerId, ctx.actor.memberId), inArray(threadSourceTable.sourceId, part)));
      for (const { sourceId, threadId } of found) finder.#bySource.set(sourceId, threadId);
    }
    return finder;
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
      (mail.references.length === 0 ? this.#bySubject.threadOf(mail, ownAddresses) : undefined) ??
      this.#begin(mail);
    this.#remember(id, mail);
    return id;
  }

  /** The thread that this one has become part of, or itself. */
  current(id: ThreadId): ThreadId {
    const into = this.#merged.get(id);
    return into ? this.current(into) : id;
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
    this.#bySubject.learn(id, mail);
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
