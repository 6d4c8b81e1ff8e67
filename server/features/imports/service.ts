import type { InputOf } from "@sidenote/contract/endpoint";
import { ImportId } from "@sidenote/contract/ids";
import type { Import, imports } from "@sidenote/contract/imports";
import { and, desc, eq, exists, inArray, lt, type SQL } from "drizzle-orm";
import { z } from "zod";
import { memberTable } from "../../core/auth/organization.table.ts";
import { type App, type Ctx, contextFor } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { change, derive, read, system, together } from "../../core/db/transaction.ts";
import { AppError, notFound } from "../../core/errors.ts";
import { PART_BYTES } from "../../core/files/index.ts";
import { DEFAULT_LIMIT, decodeCursor, pageOf } from "../../core/http/page.ts";
import { addOwnAddress, ownAddresses } from "../organizations/index.ts";
import { forgetHalves } from "./large.ts";
import { importPartTable, importTable } from "./table.ts";

export const NO_COUNTS = { seen: 0, stored: 0, duplicate: 0, setAside: 0, notWanted: 0, notMail: 0 };

type Row = typeof importTable.$inferSelect;

export async function importIn(tx: Tx, id: ImportId): Promise<Row> {
  const [row] = await tx.select().from(importTable).where(eq(importTable.id, id));
  if (!row) throw notFound("import", id);
  return row;
}

/** Of two who change how it stands one waits for the other. */
export async function lockedIn(tx: Tx, id: ImportId): Promise<Row> {
  const [row] = await tx.select().from(importTable).where(eq(importTable.id, id)).for("update");
  if (!row) throw notFound("import", id);
  return row;
}

const shown = async (tx: Tx, ctx: Ctx, row: Row): Promise<Import> => (await allShown(tx, ctx, [row]))[0]!;

async function allShown(tx: Tx, ctx: Ctx, all: readonly Row[]): Promise<Import[]> {
  const own = await ownAddresses(tx, ctx);
  const stopped = all.flatMap(({ id, state }) => (state === "cancelled" || state === "failed" ? [id] : []));
  const inParts = inArray(importPartTable.importId, stopped);
  const found =
    stopped.length > 0
      ? await tx.selectDistinct({ id: importPartTable.importId }).from(importPartTable).where(inParts)
      : [];
  const kept = new Set(found.map(({ id }) => id));
  return all.map((row) => ({ ...row, ownAddresses: own, keptUntil: kept.has(row.id) ? keptUntil(row) : null }));
}

const keptUntil = ({ finishedAt }: Row): string | null =>
  finishedAt && new Date(Date.parse(finishedAt) + KEPT_MS).toISOString();

export const getImport = (ctx: Ctx, id: ImportId): Promise<Import> =>
  read(ctx, async (tx) => shown(tx, ctx, await importIn(tx, id)));

export const createImport = (ctx: Ctx, input: InputOf<typeof imports.create>): Promise<Import> =>
  together(ctx, async (inside) => {
    if (input.as) await addOwnAddress(inside, { address: input.as });
    return change(inside, "import.create", async (tx) => {
      const [row] = await tx
        .insert(importTable)
        .values({ name: input.name, bytesTotal: input.bytesTotal ?? null, state: "receiving", counts: NO_COUNTS })
        .returning();
      return { after: await shown(tx, ctx, row!) };
    });
  });

/**
 * Takes bytes in, from `offset` on, and keeps each part as soon as it is whole: a broken connection goes on at `bytesReceived`.
 */
export async function receiveBytes(
  ctx: Ctx,
  { id, offset }: { id: ImportId; offset: number },
  body: AsyncIterable<Uint8Array>,
): Promise<Import> {
  let at = offset;
  for await (const part of inParts(body)) {
    await keepPart(ctx, id, at, part);
    at += part.length;
  }
  return getImport(ctx, id);
}

/** A part is nobody's decision, and there are thousands: what was decided is that the import was opened, and started. */
const keepPart = (ctx: Ctx, id: ImportId, offset: number, part: Uint8Array): Promise<void> =>
  derive(ctx, async (tx) => {
    const [row] = await tx.select().from(importTable).where(eq(importTable.id, id)).for("update");
    if (!row) throw notFound("import", id);
    if (row.state !== "receiving") throw new AppError("conflict", "This import has everything already. Open a new one");
    if (row.bytesReceived !== offset) {
      throw new AppError("conflict", `Bytes are wanted from ${row.bytesReceived} on, not from ${offset}`, {
        current: { bytesReceived: row.bytesReceived },
      });
    }
    const [last] = await tx
      .select({ part: importPartTable.part })
      .from(importPartTable)
      .where(eq(importPartTable.importId, id))
      .orderBy(desc(importPartTable.part))
      .limit(1);
    await tx.insert(importPartTable).values({
      importId: id,
      part: last ? last.part + 1 : 0,
      sizeBytes: part.length,
      bytes: ctx.app.seal.seal(sealPurpose(ctx), part),
    });
    await tx
      .update(importTable)
      .set({ bytesReceived: offset + part.length })
      .where(eq(importTable.id, id));
  });

export const sealPurpose = (ctx: Ctx) => `imports of ${ctx.actor.memberUuid}`;

async function* inParts(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  for await (const chunk of body) {
    for (let at = 0; at < chunk.length; ) {
      const piece = chunk.subarray(at, at + PART_BYTES - heldBytes);
      held.push(piece);
      heldBytes += piece.length;
      at += piece.length;
      if (heldBytes < PART_BYTES) continue;
      yield Buffer.concat(held);
      held = [];
      heldBytes = 0;
    }
  }
  if (heldBytes > 0) yield Buffer.concat(held);
}

export const startImport = (ctx: Ctx, { id }: { id: ImportId }): Promise<Import> =>
  change(ctx, "import.create", async (tx) => {
    const row = await lockedIn(tx, id);
    const { state } = row;
    const now = await shown(tx, ctx, row);
    if (state === "running" || state === "done") return { after: now };
    if (state === "cancelled" && now.keptUntil === null)
      throw new AppError("conflict", "This import was stopped, and what arrived of it is gone. Open a new one");
    if (state !== "receiving" && state !== "failed" && state !== "cancelled")
      throw new AppError("conflict", `This import is ${state}. Open a new one`);
    const [started] = await tx
      .update(importTable)
      .set({ state: "running", error: null, finishedAt: null, bytesTotal: row.bytesReceived })
      .where(eq(importTable.id, id))
      .returning();
    return { after: await shown(tx, ctx, started!), events: [{ type: "import.started", payload: { importId: id } }] };
  });

/**
 * One that was being read keeps what arrived, and can be started again: it may have been stopped by mistake. Of one that still
 * receives, or failed, nothing that is not read yet stays.
 */
export const cancelImport = (ctx: Ctx, { id }: { id: ImportId }): Promise<Import> =>
  stopIn(ctx, id, ["receiving", "running", "failed"]);

const stopIn = (ctx: Ctx, id: ImportId, states: Row["state"][]): Promise<Import> =>
  change(ctx, "import.cancel", async (tx, inside) => {
    const before = await lockedIn(tx, id);
    const [row] = await tx
      .update(importTable)
      .set({ state: "cancelled", finishedAt: ctx.now().toISOString() })
      .where(and(eq(importTable.id, id), inArray(importTable.state, states)))
      .returning();
    // What is being read writes halves until it hears of this, and tidies up itself.
    if (row && before.state !== "running") await forgetUnread(tx, inside, id);
    return {
      after: await shown(tx, ctx, row ?? before),
      events: [{ type: "import.progress", payload: { importId: id } }],
    };
  });

async function forgetUnread(tx: Tx, ctx: Ctx, id: ImportId): Promise<void> {
  await tx.delete(importPartTable).where(eq(importPartTable.importId, id));
  await forgetHalves(ctx, id);
}

/** What arrived of a stopped import goes: what was read of it stays. */
export const discardImport = (ctx: Ctx, { id }: { id: ImportId }): Promise<Import> =>
  change(ctx, "import.discard", async (tx, inside) => {
    const row = await lockedIn(tx, id);
    if (row.state !== "cancelled") throw new AppError("conflict", "This import is not stopped. Stop it first");
    await forgetUnread(tx, inside, id);
    return {
      after: await shown(tx, ctx, row),
      events: [{ type: "import.progress", payload: { importId: id } }],
    };
  });

const DAY_MS = 24 * 60 * 60 * 1000;
/** An upload that has not come to its end by now does not: a slow line needs days for what somebody has of mail. */
const STALE_MS = 14 * DAY_MS;
/**
 * An import that was stopped or failed, and has not gone on by now, does not. What arrived is kept as it came, also mail that the
 * member has forgotten since, or never wants stored: long enough to see to it, and no longer.
 */
const KEPT_MS = 3 * DAY_MS;

export async function stopStale(app: App): Promise<void> {
  const before = (ms: number) => new Date(app.now().getTime() - ms).toISOString();
  const members = await system(app, "scheduler", (tx) =>
    tx
      .select({ organizationId: memberTable.orgId, memberId: memberTable.id, role: memberTable.role })
      .from(memberTable),
  );
  for (const member of members) {
    const ctx = contextFor(app, { kind: "job", ...member });
    const { uploads, unread } = await read(ctx, async (tx) => {
      const isStale = and(eq(importTable.state, "receiving"), lt(importTable.createdAt, before(STALE_MS)));
      return {
        uploads: await tx.select({ id: importTable.id }).from(importTable).where(isStale),
        unread: await unreadImports(tx, lt(importTable.finishedAt, before(KEPT_MS))),
      };
    });
    for (const { id } of uploads) await stopIn(ctx, id, ["receiving"]);
    await discardUnread(ctx, unread);
  }
}

type Unread = Pick<Row, "id" | "state">;

/** The member's imports that were stopped or failed, of which what arrived is kept. */
export function unreadImports(tx: Tx, which?: SQL): Promise<Unread[]> {
  const { id, state } = importTable;
  const parts = tx.select().from(importPartTable).where(eq(importPartTable.importId, id));
  return tx
    .select({ id, state })
    .from(importTable)
    .where(and(inArray(state, ["cancelled", "failed"]), exists(parts), which));
}

/** What arrived of them goes. */
export async function discardUnread(ctx: Ctx, all: readonly Unread[]): Promise<void> {
  for (const { id, state } of all)
    await (state === "failed" ? stopIn(ctx, id, ["failed"]) : discardImport(ctx, { id }));
}

/** Takes back what an import stored. It is done in the background, a portion at a time; where that gave up, it goes on. */
export const undoImport = (ctx: Ctx, { id }: { id: ImportId }): Promise<Import> =>
  change(ctx, "import.undo", async (tx, inside) => {
    const before = await lockedIn(tx, id);
    const isUnderWay = before.state === "undoing" && before.error === null;
    if (before.state === "undone" || isUnderWay) return { after: await shown(tx, ctx, before) };
    if (before.state === "running" || before.state === "receiving")
      throw new AppError("conflict", "This import is still running. Cancel it first");
    await forgetHalves(inside, id);
    const [row] = await tx
      .update(importTable)
      .set({ state: "undoing", error: null })
      .where(eq(importTable.id, id))
      .returning();
    return { after: await shown(tx, ctx, row!), events: [{ type: "import.undoing", payload: { importId: id } }] };
  });

export async function listImports(ctx: Ctx, input: InputOf<typeof imports.list>) {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const after = decodeCursor(input.cursor, z.tuple([ImportId]));
  return read(ctx, async (tx) => {
    const found = await tx
      .select()
      .from(importTable)
      .where(after ? lt(importTable.id, after[0]) : undefined)
      .orderBy(desc(importTable.id))
      .limit(limit + 1);
    const page = pageOf(found, limit, (row) => [row.id]);
    return { ...page, items: await allShown(tx, ctx, page.items) };
  });
}
