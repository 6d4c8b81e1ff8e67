import { createHash, randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { CaptureDecision } from "@sidenote/contract/capture";
import type { FileId, ImportId } from "@sidenote/contract/ids";
import type { ImportCounts } from "@sidenote/contract/imports";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { insertMany } from "../../core/db/bulk.ts";
import { change, read } from "../../core/db/transaction.ts";
import { blobPartTable, fileTable, PART_BYTES, saveFiles, savePart } from "../../core/files/index.ts";
import { newId } from "../../core/ids.ts";
import { errorLine } from "../../core/log.ts";
import { messagesIn } from "../../core/mail/messages.ts";
import { parseMail, UnreadableMail } from "../../core/mail/parse.ts";
import { type IncomingMail, incomingFromFile, judgeHeader, type StoredMail, storeMails } from "../emails/index.ts";
import { addOwnAddress, ownAddresses } from "../organizations/index.ts";
import { commonestRecipient } from "./own-address.ts";
import { takeNameFromMail } from "./own-name.ts";
import { importIn, receivedBytes } from "./service.ts";
import { importItemTable, importPartTable, importTable } from "./table.ts";

const BATCH_MESSAGES = 50;
const BATCH_BYTES = 4 * 1024 * 1024;

/** One message, or thing that is no mail, and what is to become of it. */
type Read = { file: string; number: number; sizeBytes: number } & (
  | { is: "mail"; mail: IncomingMail }
  | { is: "unreadable"; reason: string; bytes: Uint8Array }
  | { is: "kept"; reason: string; fileId: FileId }
  | { is: "not_wanted"; decision: CaptureDecision }
  | { is: "not_mail"; reason: string }
);

/**
 * Reads what an import has received. Every batch is one transaction with its mails, its rows of the ledger and the place where
 * it ended, so a process that is killed goes on there and nothing is doubled.
 */
export async function runImport(ctx: Ctx, id: ImportId): Promise<void> {
  try {
    await readOn(ctx, id);
  } catch (error) {
    if (!ctx.signal.aborted && (await noteError(ctx, id, error))) return;
    throw error;
  }
}

async function readOn(ctx: Ctx, id: ImportId): Promise<void> {
  const row = await read(ctx, (tx) => importIn(tx, id));
  if (row.state !== "running") return;
  await guessOwnAddress(ctx, id);
  const batch = new Batch(ctx, id, row.position);
  const statistics = new Statistics(ctx);
  let position = 0;
  for await (const one of readAll(ctx, id, row.createdAt, () => position >= row.position)) {
    if (position++ < row.position || one === null) continue;
    if (!(await batch.add(one))) return;
    await statistics.after(position);
    ctx.signal.throwIfAborted();
    // Between two messages other requests get their turn.
    await setImmediate();
  }
  if (!(await batch.flush())) return;
  await statistics.renew();
  await takeNameFromMail(ctx);
  await finish(ctx, id);
}

/**
 * Tells the planner of what has come in, early and then ever more rarely: it takes tables that it has no statistics of for
 * empty, and joins them accordingly.
 */
class Statistics {
  readonly #ctx: Ctx;
  #next = 200;

  constructor(ctx: Ctx) {
    this.#ctx = ctx;
  }

  async after(messages: number): Promise<void> {
    if (messages < this.#next) return;
    this.#next = messages * 4;
    await this.renew();
  }

  renew = (): Promise<void> => this.#ctx.app.db.statement("analyze");
}

class Batch {
  readonly #ctx: Ctx;
  readonly #id: ImportId;
  #position: number;
  #reads: Read[] = [];
  #bytes = 0;

  constructor(ctx: Ctx, id: ImportId, position: number) {
    this.#ctx = ctx;
    this.#id = id;
    this.#position = position;
  }

  /** False: the import was cancelled meanwhile. */
  async add(one: Read): Promise<boolean> {
    this.#reads.push(one);
    this.#bytes += one.sizeBytes;
    return this.#reads.length < BATCH_MESSAGES && this.#bytes < BATCH_BYTES ? true : this.flush();
  }

  async flush(): Promise<boolean> {
    const reads = this.#reads;
    if (reads.length === 0) return true;
    const goesOn = await writeBatch(this.#ctx, this.#id, this.#position, reads);
    this.#position += reads.length;
    this.#reads = [];
    this.#bytes = 0;
    return goesOn;
  }
}

const writeBatch = (ctx: Ctx, id: ImportId, position: number, reads: readonly Read[]): Promise<boolean> =>
  change(ctx, "import.run", async (tx) => {
    const [row] = await tx.select().from(importTable).where(eq(importTable.id, id)).for("update");
    if (row?.state !== "running" || row.position !== position) return { after: false, recordId: id };
    const mails = reads.flatMap((one) => (one.is === "mail" ? [one.mail] : []));
    const stored = await storeMails(tx, ctx, mails, { kind: "import", importId: id });
    const kept = await saveFiles(
      tx,
      ctx,
      reads.flatMap((one) => (one.is === "unreadable" ? [asFile(one)] : [])),
    );
    const outcomes = [...stored.mails];
    const items = reads.map((one, i) => ({
      ...itemOf(one, outcomes, kept),
      importId: id,
      position: position + i,
      file: one.file,
      number: one.number,
      sizeBytes: one.sizeBytes,
    }));
    await insertMany(tx, importItemTable, items);
    const bytesRead = row.bytesRead + reads.reduce((size, one) => size + one.sizeBytes, 0);
    await tx
      .update(importTable)
      .set({
        position: position + reads.length,
        counts: counted(row.counts, items),
        bytesRead: Math.min(bytesRead, row.bytesReceived),
        error: null,
      })
      .where(eq(importTable.id, id));
    for (const { outcome } of items) ctx.app.metrics.messages.inc({ outcome });
    return {
      after: true,
      recordId: id,
      audit: { id, position, messages: reads.length, stored: stored.emailIds.length },
      events: [...stored.events, { type: "import.progress", payload: { importId: id } }],
    };
  });

type Item = Pick<typeof importItemTable.$inferInsert, "outcome" | "reason" | "rule" | "emailId" | "fileId">;

const NOTHING = { reason: null, rule: null, emailId: null, fileId: null };

/** The row of the ledger for what was read; takes its result from those of the stored mails and the kept files, in order. */
function itemOf(one: Read, outcomes: StoredMail[], kept: FileId[]): Item {
  switch (one.is) {
    case "mail":
      return itemOfMail(outcomes.shift()!);
    case "unreadable":
      return { ...NOTHING, outcome: "set_aside", reason: one.reason, fileId: kept.shift()! };
    case "kept":
      return { ...NOTHING, outcome: "set_aside", reason: one.reason, fileId: one.fileId };
    case "not_wanted":
      return { ...NOTHING, ...unwanted(one.decision) };
    case "not_mail":
      return { ...NOTHING, outcome: "not_mail", reason: one.reason };
  }
}

export const itemOfMail = (mail: StoredMail): Item =>
  mail.outcome === "not_wanted"
    ? { ...NOTHING, ...unwanted(mail.decision) }
    : { ...NOTHING, outcome: mail.outcome, emailId: mail.emailId };

const unwanted = ({ because, rule, reason }: CaptureDecision) => ({
  outcome: "not_wanted" as const,
  reason: because,
  rule: rule ?? reason,
});

export function counted(before: ImportCounts, items: readonly Pick<Item, "outcome">[]): ImportCounts {
  const of = (outcome: Item["outcome"]) => items.filter((item) => item.outcome === outcome).length;
  const notMail = of("not_mail");
  return {
    seen: before.seen + items.length - notMail,
    stored: before.stored + of("stored"),
    duplicate: before.duplicate + of("duplicate"),
    setAside: before.setAside + of("set_aside"),
    notWanted: before.notWanted + of("not_wanted"),
    notMail: before.notMail + notMail,
  };
}

const asFile = ({ file, number, bytes }: { file: string; number: number; bytes: Uint8Array }) => ({
  name: `${file.replace(/[/\\]/g, "_")}-${number}.eml`,
  mediaType: "message/rfc822",
  content: bytes,
});

/** Every message, read. Null where `wanted` says that it is accounted for: then the trouble of reading it is spared. */
async function* readAll(
  ctx: Ctx,
  id: ImportId,
  fallbackAt: string,
  wanted: () => boolean,
): AsyncGenerator<Read | null> {
  const { name } = await read(ctx, (tx) => importIn(tx, id));
  const limit = ctx.app.config.maxMessageBytes;
  let spill: Large | null = null;
  for await (const piece of messagesIn(receivedBytes(ctx, id), name, limit)) {
    if (piece.kind === "not_mail") {
      const { file, sizeBytes, reason } = piece;
      yield wanted() ? { is: "not_mail", file, number: 0, sizeBytes, reason } : null;
      continue;
    }
    if (!piece.last || spill || piece.bytes.length > limit) {
      if (wanted()) {
        spill ??= await beginSpill(ctx, piece);
        await spill.write(piece.bytes);
      }
      if (!piece.last) continue;
      const { file, number } = piece;
      yield spill && { file, number, ...(await spill.end(tooLarge(limit))) };
      spill = null;
      continue;
    }
    yield wanted() ? await readOne(ctx, piece, fallbackAt) : null;
  }
}

export const tooLarge = (limit: number): string => `it is larger than ${Math.round(limit / 1024 / 1024)} MB`;

type Message = { file: string; number: number; bytes: Uint8Array };

async function readOne(ctx: Ctx, { file, number, bytes }: Message, fallbackAt: string): Promise<Read> {
  const where = { file, number, sizeBytes: bytes.length };
  const mail = await readMail(bytes, fallbackAt);
  if ("mail" in mail) return { ...where, is: "mail", mail: mail.mail };
  const decision = await judgeHeader(ctx, bytes);
  return decision.store
    ? { ...where, is: "unreadable", reason: mail.unreadable, bytes }
    : { ...where, is: "not_wanted", decision };
}

/** A message as it is stored, or why it cannot be read. */
export async function readMail(
  bytes: Uint8Array,
  fallbackAt: string,
): Promise<{ mail: IncomingMail } | { unreadable: string }> {
  if (bytes.length === 0) return { unreadable: "it is empty" };
  try {
    return { mail: incomingFromFile(await parseMail(bytes), fallbackAt) };
  } catch (error) {
    if (!(error instanceof UnreadableMail)) throw error;
    return { unreadable: error.message };
  }
}

/** Takes in a message that is too large to hold, piece by piece. */
type Large = {
  write(bytes: Uint8Array): Promise<void>;
  end(
    reason: string,
  ): Promise<
    { sizeBytes: number } & (
      | { is: "kept"; reason: string; fileId: FileId }
      | { is: "not_wanted"; decision: CaptureDecision }
    )
  >;
};

/** What the member never wants stored is not set aside either: its header says whose it is. */
async function beginSpill(ctx: Ctx, piece: Message): Promise<Large> {
  const decision = await judgeHeader(ctx, piece.bytes);
  if (decision.store) return Spill.begin(ctx, `${piece.file.replace(/[/\\]/g, "_")}-${piece.number}.eml`);
  let sizeBytes = 0;
  return {
    write: async (bytes) => {
      sizeBytes += bytes.length;
    },
    end: async () => ({ is: "not_wanted", decision, sizeBytes }),
  };
}

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

  static async begin(ctx: Ctx, name: string): Promise<Spill> {
    const hash = `pending:${randomUUID()}`;
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
    await change(this.#ctx, "import.run", async (tx) => {
      await tx.insert(fileTable).values(file);
      // A part is seen and written only through a file of one's own, so both files must be there while it moves.
      await tx.execute(sql`
        insert into blob_parts (hash, part, bytes) select ${file.hash}, part, bytes from blob_parts where hash = ${this.#pendingHash}
        on conflict do nothing`);
      await tx.delete(blobPartTable).where(eq(blobPartTable.hash, this.#pendingHash));
      await tx.delete(fileTable).where(eq(fileTable.hash, this.#pendingHash));
      return { after: { id: file.id } };
    });
    return { is: "kept" as const, reason, fileId: file.id, sizeBytes: this.#size };
  }

  async #keep(): Promise<void> {
    const part = this.#part++;
    const bytes = Buffer.concat(this.#rest);
    this.#rest = [];
    this.#restBytes = 0;
    await change(this.#ctx, "import.run", async (tx) => {
      await savePart(tx, this.#ctx, this.#pendingHash, part, bytes);
      return { after: { part }, recordId: this.#pendingHash };
    });
  }
}

/** Without a known own address, direction cannot be told: the commonest recipient is taken, and said. */
async function guessOwnAddress(ctx: Ctx, id: ImportId): Promise<void> {
  const known = await read(ctx, (tx) => ownAddresses(tx, ctx));
  if (known.length > 0) return;
  const { name } = await read(ctx, (tx) => importIn(tx, id));
  const address = await commonestRecipient(messagesIn(receivedBytes(ctx, id), name, ctx.app.config.maxMessageBytes));
  if (address === null) return;
  await addOwnAddress(ctx, { address });
  await change(ctx, "import.run", async (tx) => {
    await tx.update(importTable).set({ guessedAddress: address }).where(eq(importTable.id, id));
    return { after: { id, guessedAddress: address } };
  });
}

const finish = (ctx: Ctx, id: ImportId): Promise<{ id: ImportId }> =>
  change(ctx, "import.run", async (tx) => {
    const ended = { state: "done" as const, error: null, finishedAt: ctx.now().toISOString() };
    const [row] = await tx
      .update(importTable)
      .set(ended)
      .where(and(eq(importTable.id, id), eq(importTable.state, "running")))
      .returning();
    if (row) await tx.update(importTable).set({ bytesRead: row.bytesReceived }).where(eq(importTable.id, id));
    await tx.delete(importPartTable).where(eq(importPartTable.importId, id));
    return { after: { id }, events: [{ type: "import.progress", payload: { importId: id } }] };
  });

/**
 * Notes what stopped the reading. The second time at the same place trying again cannot help, and the import has failed (true);
 * it can be started again, and goes on there.
 */
const noteError = (ctx: Ctx, id: ImportId, error: unknown): Promise<boolean> =>
  change(ctx, "import.run", async (tx) => {
    const row = await importIn(tx, id);
    if (row.state !== "running") return { after: false, recordId: id };
    ctx.app.log.error({ err: error, importId: id, position: row.position }, "import stopped");
    const sentence = `Reading stopped at message ${row.position + 1}: ${errorLine(error)}`;
    const failed = row.error === sentence;
    await tx
      .update(importTable)
      .set({ error: sentence, ...(failed ? { state: "failed" as const, finishedAt: ctx.now().toISOString() } : {}) })
      .where(eq(importTable.id, id));
    return { after: failed, recordId: id, events: [{ type: "import.progress", payload: { importId: id } }] };
  });
