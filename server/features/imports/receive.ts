import type { ImportId } from "@sidenote/contract/ids";
import type { Import } from "@sidenote/contract/imports";
import { desc, eq } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { derive } from "../../core/db/transaction.ts";
import { AppError } from "../../core/errors.ts";
import { PART_BYTES } from "../../core/files/index.ts";
import { getImport, lockedIn } from "./service.ts";
import { importPartTable, importTable } from "./table.ts";

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
    const row = await lockedIn(tx, id);
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

/** What the parts of a member's imports are sealed for. */
export const sealPurpose = (ctx: Ctx) => `imports of ${ctx.actor.memberUuid}`;

/** The same bytes in parts of equal size; the last one may be smaller. */
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
