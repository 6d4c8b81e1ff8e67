import type { ImportId } from "@sidenote/contract/ids";
import { and, asc, eq, notInArray } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { read } from "../../core/db/transaction.ts";
import type { Kept } from "../../core/mail/archive/zip.ts";
import { sealPurpose } from "./receive.ts";
import { importPartTable, importTable } from "./table.ts";

/** Where an archive is looked up and read in turns, each finds its part again. */
const PARTS_HELD = 3;

/** The import is not being read any more, as when the member stopped it. That is not the end of what it received. */
export class Stopped extends Error {}

/** What an import has received, from any place, each part opened in a transaction of its own. */
export class Received implements Kept {
  readonly sizeBytes: number;
  /** Up to where it has been read: how far the import is, however it is packed. */
  readTo = 0;
  readonly #ctx: Ctx;
  readonly #id: ImportId;
  /** Where each part begins. */
  readonly #starts: readonly number[];
  readonly #held = new Map<number, Uint8Array>();

  private constructor(ctx: Ctx, id: ImportId, sizes: readonly number[]) {
    this.#ctx = ctx;
    this.#id = id;
    let at = 0;
    this.#starts = sizes.map((size) => {
      at += size;
      return at - size;
    });
    this.sizeBytes = at;
  }

  static async open(ctx: Ctx, id: ImportId): Promise<Received> {
    const parts = await read(ctx, (tx) =>
      tx
        .select({ sizeBytes: importPartTable.sizeBytes })
        .from(importPartTable)
        .where(eq(importPartTable.importId, id))
        .orderBy(asc(importPartTable.part)),
    );
    return new Received(
      ctx,
      id,
      parts.map((part) => part.sizeBytes),
    );
  }

  async *bytes(from = 0, to = this.sizeBytes): AsyncGenerator<Uint8Array> {
    let at = from;
    for await (const bytes of this.lookUp(from, to)) {
      at += bytes.length;
      this.readTo = Math.max(this.readTo, at);
      yield bytes;
    }
  }

  async *lookUp(from: number, to: number): AsyncGenerator<Uint8Array> {
    const end = Math.min(to, this.sizeBytes);
    let at = from;
    for (let part = this.#partAt(at); at < end; part++) {
      const bytes = await this.#part(part);
      const start = this.#starts[part]!;
      const piece = bytes.subarray(at - start, end - start);
      at += piece.length;
      yield piece;
    }
  }

  #partAt(at: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  async #part(part: number): Promise<Uint8Array> {
    const bytes = this.#held.get(part) ?? (await this.#opened(part));
    // The one used last stands at the end.
    this.#held.delete(part);
    this.#held.set(part, bytes);
    for (const [oldest] of this.#held) if (this.#held.size > PARTS_HELD) this.#held.delete(oldest);
    return bytes;
  }

  async #opened(part: number): Promise<Uint8Array> {
    this.#ctx.signal.throwIfAborted();
    const one = and(eq(importPartTable.importId, this.#id), eq(importPartTable.part, part));
    const [row] = await read(this.#ctx, (tx) =>
      tx
        .select({ bytes: importPartTable.bytes })
        .from(importPartTable)
        .innerJoin(
          importTable,
          and(eq(importTable.orgId, importPartTable.orgId), eq(importTable.id, importPartTable.importId)),
        )
        .where(and(one, notInArray(importTable.state, ["cancelled", "undoing"]))),
    );
    if (!row) throw new Stopped();
    return this.#ctx.app.seal.open(sealPurpose(this.#ctx), row.bytes);
  }
}
