import { createHash } from "node:crypto";
import type { FileId } from "@sidenote/contract/ids";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Ctx } from "../context.ts";
import { insertMany } from "../db/bulk.ts";
import type { Tx } from "../db/database.ts";
import { notFound } from "../errors.ts";
import { newId } from "../ids.ts";
import { blobPartTable, fileTable } from "./file.table.ts";

export const PART_BYTES = 1024 * 1024;

export type NewFile = { name: string; mediaType: string; content: Uint8Array };

/** A file on its way out. */
export type Download = { name: string; sizeBytes: number; content: AsyncIterable<Uint8Array> };

const sealPurpose = (ctx: Pick<Ctx, "actor">) => `files of ${ctx.actor.organizationUuid}`;

/** Keeps files as this member's own; the same content within an organization is kept once. Returns their ids, in order. */
export async function saveFiles(tx: Tx, ctx: Ctx, files: readonly NewFile[]): Promise<FileId[]> {
  if (files.length === 0) return [];
  const hashed = files.map((file) => ({
    ...file,
    id: newId("fil"),
    hash: createHash("sha256").update(file.content).digest("hex"),
  }));
  await insertMany(
    tx,
    fileTable,
    hashed.map(({ id, hash, name, mediaType, content }) => ({
      id,
      hash,
      name,
      mediaType,
      sizeBytes: content.length,
    })),
  );
  for (const { hash, content } of new Map(hashed.map((file) => [file.hash, file])).values()) {
    for (let part = 0; part === 0 || part * PART_BYTES < content.length; part++) {
      await savePart(tx, ctx, hash, part, content.subarray(part * PART_BYTES, (part + 1) * PART_BYTES));
    }
  }
  return hashed.map((file) => file.id);
}

/** One part of a blob; a part that is there already stays. The file that uses it must exist. */
export async function savePart(tx: Tx, ctx: Ctx, hash: string, part: number, content: Uint8Array): Promise<void> {
  await tx
    .insert(blobPartTable)
    .values({ hash, part, bytes: ctx.app.seal.seal(sealPurpose(ctx), content) })
    .onConflictDoNothing();
}

/** Throws `not_found` where the member has no such file. */
export async function fileIn(tx: Tx, id: FileId): Promise<typeof fileTable.$inferSelect> {
  const [file] = await tx.select().from(fileTable).where(eq(fileTable.id, id));
  if (!file) throw notFound("file", id);
  return file;
}

/** The parts of a file's content, opened, one after the other; `read` runs each query in a transaction of its own. */
export async function* fileParts(
  ctx: Ctx,
  hash: string,
  read: <T>(run: (tx: Tx) => Promise<T>) => Promise<T>,
): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part++) {
    const [row] = await read((tx) =>
      tx
        .select({ bytes: blobPartTable.bytes })
        .from(blobPartTable)
        .where(and(eq(blobPartTable.hash, hash), eq(blobPartTable.part, part))),
    );
    if (!row) return;
    yield ctx.app.seal.open(sealPurpose(ctx), row.bytes);
  }
}

/** The first part of each of these files' contents, by hash. */
export async function fileBeginnings(tx: Tx, ctx: Ctx, hashes: readonly string[]): Promise<Map<string, Uint8Array>> {
  if (hashes.length === 0) return new Map();
  const parts = await tx
    .select({ hash: blobPartTable.hash, bytes: blobPartTable.bytes })
    .from(blobPartTable)
    .where(and(inArray(blobPartTable.hash, [...hashes]), eq(blobPartTable.part, 0)));
  return new Map(parts.map(({ hash, bytes }) => [hash, ctx.app.seal.open(sealPurpose(ctx), bytes)]));
}

/** A small file's whole content. */
export async function fileContent(tx: Tx, ctx: Ctx, hash: string): Promise<Uint8Array> {
  const parts = await tx
    .select({ bytes: blobPartTable.bytes })
    .from(blobPartTable)
    .where(eq(blobPartTable.hash, hash))
    .orderBy(asc(blobPartTable.part));
  return Buffer.concat(parts.map(({ bytes }) => ctx.app.seal.open(sealPurpose(ctx), bytes)));
}
