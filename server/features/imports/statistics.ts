import { sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { rows } from "../../core/db/database.ts";
import { read } from "../../core/db/transaction.ts";

/** What an import fills; to analyse the catalogues as well takes four times as long. */
const FILLED =
  "emails, email_participants, email_sources, threads, thread_sources, contacts, contact_identities, contact_facts, contact_sightings, companies, company_domains, import_items, promises, promise_answers, search_passages, search_index";
const FIRST_ANALYSIS = 200;

/**
 * Tells the planner of what has come in, early and then ever more rarely: it takes tables that it has no statistics of for
 * empty, and joins them accordingly. What looks after this by itself comes later: PGlite's worker after so many rows, the
 * autovacuum of a PostgreSQL after a minute.
 */
export class Statistics {
  readonly #ctx: Ctx;
  /** How many mails the planner knows of, and how many messages of this import had come when it learnt that. */
  #known = 0;
  #at = 0;

  private constructor(ctx: Ctx) {
    this.#ctx = ctx;
  }

  static async open(ctx: Ctx): Promise<Statistics> {
    const statistics = new Statistics(ctx);
    statistics.#known = await statistics.#mails();
    return statistics;
  }

  /** Four times as many as the planner knows of. */
  async after(messages: number): Promise<void> {
    if (messages - this.#at >= Math.max(FIRST_ANALYSIS, this.#known * 3)) await this.#renew(messages);
  }

  /** Twice as many. */
  async end(messages: number): Promise<void> {
    if (messages - this.#at > this.#known) await this.#renew(messages);
  }

  async #renew(messages: number): Promise<void> {
    await this.#ctx.app.db.statement(`analyze ${FILLED}`);
    this.#known = await this.#mails();
    this.#at = messages;
  }

  async #mails(): Promise<number> {
    const [emails] = await read(this.#ctx, (tx) =>
      rows<{ known: number }>(
        tx,
        sql`select greatest(reltuples, 0)::float8 as known from pg_class where oid = 'emails'::regclass`,
      ),
    );
    return emails?.known ?? 0;
  }
}
