import type { InputOf } from "@sidenote/contract/endpoint";
import { ImportId } from "@sidenote/contract/ids";
import type { Import, imports } from "@sidenote/contract/imports";
import { and, desc, eq, inArray, lt } from "drizzle-orm";
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

const shown = async (tx: Tx, ctx: Ctx, row: Row): Promise<Import> => ({
  ...row,
  ownAddresses: await ownAddresses(tx, ctx),
});

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
    const row = await importIn(tx, id);
    if (row.state === "running" || row.state === "done") return { after: await shown(tx, ctx, row) };
    if (row.state !== "receiving" && row.state !== "failed")
      throw new AppError("conflict", `This import is ${row.state}. Open a new one`);
    const [started] = await tx
      .update(importTable)
      .set({ state: "running", error: null, finishedAt: null, bytesTotal: row.bytesReceived })
      .where(eq(importTable.id, id))
      .returning();
    return { after: await shown(tx, ctx, started!), events: [{ type: "import.started", payload: { importId: id } }] };
  });

/** Of one that failed, too, nothing that is not read yet stays. */
export const cancelImport = (ctx: Ctx, { id }: { id: ImportId }): Promise<Import> =>
  stopIn(ctx, id, ["receiving", "running", "failed"]);

const stopIn = (ctx: Ctx, id: ImportId, states: Row["state"][]): Promise<Import> =>
  change(ctx, "import.cancel", async (tx, inside) => {
    const before = await importIn(tx, id);
    const [row] = await tx
      .update(importTable)
      .set({ state: "cancelled", finishedAt: ctx.now().toISOString() })
      .where(and(eq(importTable.id, id), inArray(importTable.state, states)))
      .returning();
    if (row) {
      await tx.delete(importPartTable).where(eq(importPartTable.importId, id));
      // What is being read writes there until it hears of this, and tidies up itself.
      if (before.state !== "running") await forgetHalves(inside, id);
    }
    return {
      after: await shown(tx, ctx, row ?? before),
      events: [{ type: "import.progress", payload: { importId: id } }],
    };
  });

/** An upload that has not come to its end by now comes to none: what arrived of it goes. */
const STALE_MS = 14 * 24 * 60 * 60 * 1000;

export async function stopStale(app: App): Promise<void> {
  const before = new Date(app.now().getTime() - STALE_MS).toISOString();
  const members = await system(app, "scheduler", (tx) =>
    tx
      .select({ organizationId: memberTable.orgId, memberId: memberTable.id, role: memberTable.role })
      .from(memberTable),
  );
  for (const member of members) {
    const ctx = contextFor(app, { kind: "job", ...member });
    const stale = await read(ctx, (tx) =>
      tx
        .select({ id: importTable.id })
        .from(importTable)
        .where(and(eq(importTable.state, "receiving"), lt(importTable.createdAt, before))),
    );
    for (const { id } of stale) await stopIn(ctx, id, ["receiving"]);
  }
}

/** Takes back what an import stored. It is done in the background, a portion at a time. */
export const undoImport = (ctx: Ctx, { id }: { id: ImportId }): Promise<Import> =>
  change(ctx, "import.undo", async (tx, inside) => {
    const before = await importIn(tx, id);
    if (before.state === "undone" || before.state === "undoing") return { after: await shown(tx, ctx, before) };
    if (before.state === "running" || before.state === "receiving")
      throw new AppError("conflict", "This import is still running. Cancel it first");
    await forgetHalves(inside, id);
    const [row] = await tx.update(importTable).set({ state: "undoing" }).where(eq(importTable.id, id)).returning();
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
    const own = await ownAddresses(tx, ctx);
    return { items: page.items.map((row) => ({ ...row, ownAddresses: own })), nextCursor: page.nextCursor };
  });
}
