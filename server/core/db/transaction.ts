import { type SQL, sql } from "drizzle-orm";
import { type Actor, assertMay } from "../actor.ts";
import { appendAudit } from "../audit.ts";
import type { Action } from "../auth/permissions.ts";
import type { App, Ctx } from "../context.ts";
import type { DomainEvent } from "../events/catalog.ts";
import { appendEvents } from "../events/outbox.ts";
import type { Drizzle, Tx } from "./database.ts";
import { databaseProblem, isCut } from "./failure.ts";
import { mustHaveRoom } from "./room.ts";

/** What a change leaves behind: its result, what it was before, and what others want to hear of. */
export type Changed<T> = {
  after: T;
  before?: unknown;
  /** The record that the audit row names; by default `after.id`. */
  recordId?: string;
  /** What the audit keeps of the change where `after` is not it (a batch: its ids). */
  audit?: unknown;
  /** Only the member may see what was changed; that something was, an admin sees. */
  private?: boolean;
  events?: readonly DomainEvent[];
};

/**
 * Looks, as the member in `ctx`: a read-only transaction that sees what that member may see. Inside a change it joins it. `run`
 * may be called twice.
 */
export const read = <T>(ctx: Ctx, run: (tx: Tx) => Promise<T>): Promise<T> => {
  if (ctx.tx) return run(ctx.tx);
  return evenIfCut(() => inTransaction(ctx.app.db.reading, memberSettings(ctx.actor, "on"), run));
};

/** Does what may be done twice once more where the connection is cut meanwhile, as by a restart of the database. */
export async function evenIfCut<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isCut(error)) throw error;
    return work();
  }
}

/**
 * Changes something, as the member in `ctx`. The role is checked, and the audit row and the events are written in the same
 * transaction: all of it happens, or nothing. Refuses the actor `ai`: what a model wants is a proposal.
 */
export async function change<T>(ctx: Ctx, action: Action, run: (tx: Tx, ctx: Ctx) => Promise<Changed<T>>): Promise<T> {
  assertMay(ctx.actor, action);
  const work = async (tx: Tx): Promise<T> => {
    const changed = await run(tx, { ...ctx, tx });
    await appendAudit(tx, ctx, action, changed);
    await appendEvents(tx, ctx, changed.events ?? []);
    return changed.after;
  };
  if (ctx.tx) return work(ctx.tx);
  return writing(ctx, work);
}

/** Several changes of one request as one: they all happen, or none. */
export const together = <T>(ctx: Ctx, run: (ctx: Ctx) => Promise<T>): Promise<T> => {
  if (ctx.tx) return run(ctx);
  return writing(ctx, (tx) => run({ ...ctx, tx }));
};

/**
 * Writes what is made of records and can be made again at any time (passages, vectors, counts), or a part of what is on its way
 * in. As the member, under row security like a change, but nothing that anybody decided, so without an audit row. What others
 * have to hear of it, `run` appends itself.
 */
export const derive = <T>(ctx: Ctx, run: (tx: Tx) => Promise<T>): Promise<T> => {
  if (ctx.tx) return run(ctx.tx);
  return writing(ctx, run);
};

/** The only reasons to look across organizations or before one is known. */
type SystemReason =
  | "sign-in"
  | "token lookup"
  | "member lookup"
  | "outbox relay"
  | "scheduler"
  | "pairing"
  | "first start"
  | "data migration";

/** The third door: as `app_system`, which sees only tables whose policies name it. Never for what a member asked for. */
export const system = <T>(app: App, _reason: SystemReason, run: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(app.db.drizzle, sql`select set_config('role', 'app_system', true)`, run);

/** The same for one statement that only looks. Nothing is sent around it, for the connection has the role already. */
export const lookUp = <T>(app: App, _reason: SystemReason, run: (db: Drizzle) => Promise<T>): Promise<T> =>
  asProblem(() => run(app.db.system));

async function writing<T>(ctx: Ctx, run: (tx: Tx) => Promise<T>): Promise<T> {
  mustHaveRoom(ctx.app.db);
  return inTransaction(ctx.app.db.drizzle, memberSettings(ctx.actor, "off"), run);
}

function memberSettings(actor: Actor, readOnly: "on" | "off"): SQL {
  return sql`select set_config('role', 'app_user', true), set_config('app.org_id', ${actor.organizationUuid}, true),
    set_config('app.member_id', ${actor.memberUuid}, true), set_config('app.role', ${actor.role}, true),
    set_config('app.teams', '{}', true), set_config('transaction_read_only', ${readOnly}, true)`;
}

const inTransaction = <T>(db: Drizzle, settings: SQL, run: (tx: Tx) => Promise<T>): Promise<T> =>
  asProblem(() =>
    db.transaction(async (tx) => {
      // A connection answers in order, and this is sent before whatever `run` asks: waiting for it would cost a round trip.
      const [, result] = await Promise.all([tx.execute(settings).execute(), run(tx as Tx)]);
      return result;
    }),
  );

async function asProblem<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw databaseProblem(error);
  }
}
