import type { InputOf } from "@sidenote/contract/endpoint";
import { ImportId } from "@sidenote/contract/ids";
import type { Import, imports } from "@sidenote/contract/imports";
import { desc, eq, inArray, lt } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { change, read, together } from "../../core/db/transaction.ts";
import { AppError, notFound } from "../../core/errors.ts";
import { DEFAULT_LIMIT, decodeCursor, pageOf } from "../../core/http/page.ts";
import { addOwnAddress, ownAddresses } from "../organizations/index.ts";
import { forgetHalves } from "./large.ts";
import { importPartTable, importTable } from "./table.ts";

/**
 * How long what arrived of an import that was stopped or failed is kept. It lies as it came, also mail that the member has forgotten
 * since or never wants stored: long enough to start the import again, and no longer.
 */
export const KEPT_MS = 3 * 24 * 60 * 60 * 1000;

export const NO_COUNTS = { seen: 0, stored: 0, duplicate: 0, setAside: 0, notWanted: 0, notMail: 0 };

export type ImportRow = typeof importTable.$inferSelect;

/** Throws `not_found` where the member has no such import. */
export async function importIn(tx: Tx, id: ImportId): Promise<ImportRow> {
  const [row] = await tx.select().from(importTable).where(eq(importTable.id, id));
  if (!row) throw notFound("import", id);
  return row;
}

/** The same, locked: of two who change its state one waits for the other. */
export async function lockedIn(tx: Tx, id: ImportId): Promise<ImportRow> {
  const [row] = await tx.select().from(importTable).where(eq(importTable.id, id)).for("update");
  if (!row) throw notFound("import", id);
  return row;
}

/** An import as it goes over the wire. */
export const shown = async (tx: Tx, ctx: Ctx, row: ImportRow): Promise<Import> => (await allShown(tx, ctx, [row]))[0]!;

async function allShown(tx: Tx, ctx: Ctx, all: readonly ImportRow[]): Promise<Import[]> {
  const own = await ownAddresses(tx, ctx);
  const stopped = all.flatMap(({ id, state }) => (state === "cancelled" || state === "failed" ? [id] : []));
  const ofStopped = inArray(importPartTable.importId, stopped);
  const withParts =
    stopped.length > 0
      ? await tx.selectDistinct({ id: importPartTable.importId }).from(importPartTable).where(ofStopped)
      : [];
  const kept = new Set(withParts.map(({ id }) => id));
  return all.map((row) => ({ ...row, ownAddresses: own, keptUntil: kept.has(row.id) ? keptUntil(row) : null }));
}

const keptUntil = ({ finishedAt }: ImportRow): string | null =>
  finishedAt && new Date(Date.parse(finishedAt) + KEPT_MS).toISOString();

export const getImport = (ctx: Ctx, id: ImportId): Promise<Import> =>
  read(ctx, async (tx) => shown(tx, ctx, await importIn(tx, id)));

/** Opens an import for bytes. `as` is an address of the member's own, so that the direction of each mail can be told. */
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

/** Everything has arrived, or what was stopped or failed goes on: it is read in the background. Started twice, it is started once. */
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
    if (state === "receiving" && row.bytesReceived < (row.bytesTotal ?? 0))
      throw new AppError(
        "conflict",
        `Of ${row.bytesTotal} bytes ${row.bytesReceived} have arrived. Send the others first`,
        { current: { bytesReceived: row.bytesReceived } },
      );
    const [started] = await tx
      .update(importTable)
      .set({ state: "running", error: null, finishedAt: null, bytesTotal: row.bytesReceived })
      .where(eq(importTable.id, id))
      .returning();
    return { after: await shown(tx, ctx, started!), events: [{ type: "import.started", payload: { importId: id } }] };
  });

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

/** The member's imports, the newest first. */
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
