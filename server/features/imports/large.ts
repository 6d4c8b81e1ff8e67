import { createHash, randomUUID } from "node:crypto";
import type { CaptureDecision } from "@sidenote/contract/capture";
import type { FileId, ImportId } from "@sidenote/contract/ids";
import { eq, like, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { change, derive } from "../../core/db/transaction.ts";
import { blobPartTable, fileTable, PART_BYTES, savePart } from "../../core/files/index.ts";
import { newId } from "../../core/ids.ts";
import { judgeHeader } from "../emails/index.ts";
import { Overtaken } from "./overtaken.ts";

/** A message that is kept whole: its file, which is a half until the transaction that accounts for it has settled it. */
export type Kept = { fileId: FileId; settle(tx: Tx): Promise<void> };

type Message = { file: string; number: number; bytes: Uint8Array };

/** Takes in a message that is too large to hold, piece by piece. */
export type Large = {
  write(bytes: Uint8Array): Promise<void>;
  end(
    reason: string,
  ): Promise<
    { sizeBytes: number } & (({ is: "kept"; reason: string } & Kept) | { is: "not_wanted"; decision: CaptureDecision })
  >;
};

/** What the member never wants stored is not set aside either: its header says whose it is. */
export async function beginLarge(ctx: Ctx, id: ImportId, piece: Message): Promise<Large> {
  const decision = await judgeHeader(ctx, piece.bytes);
  if (decision.store) return Spill.begin(ctx, id, `${piece.file.replace(/[/\\]/g, "_")}-${piece.number}.eml`);
  let sizeBytes = 0;
  return {
    write: async (bytes) => {
      sizeBytes += bytes.length;
    },
    end: async () => ({ is: "not_wanted", decision, sizeBytes }),
  };
}

const pendingOf = (id: ImportId): string => `pending:${id}:`;

/**
 * Takes away what was kept of large messages that are not accounted for when the reading ends: by a kill, after which they are read
 * anew, or for good.
 */
export const forgetHalves = (ctx: Ctx, id: ImportId): Promise<void> =>
  derive(ctx, async (tx) => {
    // Whoever still writes one is waited for, and finds it gone.
    await tx
      .select({ id: fileTable.id })
      .from(fileTable)
      .where(like(fileTable.hash, `${pendingOf(id)}%`))
      .for("update");
    await tx.delete(blobPartTable).where(like(blobPartTable.hash, `${pendingOf(id)}%`));
    await tx.delete(fileTable).where(like(fileTable.hash, `${pendingOf(id)}%`));
  });

/** Keeps a message that is too large to hold, part by part, each in a transaction of its own. */
class Spill implements Large {
  readonly #ctx: Ctx;
  readonly #name: string;
  readonly #pendingHash: string;
  readonly #hash = createHash("sha256");
  #rest: Uint8Array[] = [];
  #restBytes = 0;
  #part = 0;
  #size = 0;

  private constructor(ctx: Ctx, name: string, pendingHash: string) {
    this.#ctx = ctx;
    this.#name = name;
    this.#pendingHash = pendingHash;
  }

  static async begin(ctx: Ctx, id: ImportId, name: string): Promise<Spill> {
    const hash = `${pendingOf(id)}${randomUUID()}`;
    await change(ctx, "import.run", async (tx) => {
      const [file] = await tx
        .insert(fileTable)
        .values({ hash, name, mediaType: "message/rfc822", sizeBytes: 0 })
        .returning();
      return { after: { id: file!.id } };
    });
    return new Spill(ctx, name, hash);
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes);
    this.#size += bytes.length;
    for (let at = 0; at < bytes.length; ) {
      const piece = bytes.subarray(at, at + PART_BYTES - this.#restBytes);
      this.#rest.push(piece);
      this.#restBytes += piece.length;
      at += piece.length;
      if (this.#restBytes === PART_BYTES) await this.#keep();
    }
  }

  async end(reason: string) {
    if (this.#restBytes > 0) await this.#keep();
    const file = {
      id: newId("fil"),
      hash: this.#hash.digest("hex"),
      name: this.#name,
      mediaType: "message/rfc822",
      sizeBytes: this.#size,
    };
    const settle = async (tx: Tx) => {
      await this.#mustBeThere(tx);
      await tx.insert(fileTable).values(file);
      // A part is seen and written only through a file of one's own, so both files must be there while it moves.
      await tx.execute(sql`
        insert into blob_parts (hash, part, bytes) select ${file.hash}, part, bytes from blob_parts where hash = ${this.#pendingHash}
        on conflict do nothing`);
      await tx.delete(blobPartTable).where(eq(blobPartTable.hash, this.#pendingHash));
      await tx.delete(fileTable).where(eq(fileTable.hash, this.#pendingHash));
    };
    return { is: "kept" as const, reason, fileId: file.id, sizeBytes: this.#size, settle };
  }

  async #keep(): Promise<void> {
    const part = this.#part++;
    const bytes = Buffer.concat(this.#rest);
    this.#rest = [];
    this.#restBytes = 0;
    await derive(this.#ctx, async (tx) => {
      await this.#mustBeThere(tx);
      await savePart(tx, this.#ctx, this.#pendingHash, part, bytes);
    });
  }

  /** Another run that took the import up has thrown this one's half away: going on without it would keep a message with a hole. */
  async #mustBeThere(tx: Tx): Promise<void> {
    const there = await tx
      .select({ id: fileTable.id })
      .from(fileTable)
      .where(eq(fileTable.hash, this.#pendingHash))
      .for("update");
    if (there.length === 0) throw new Overtaken();
  }
}
