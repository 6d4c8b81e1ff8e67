import type { ImportId } from "@sidenote/contract/ids";
import { eq } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { insertMany } from "../../core/db/bulk.ts";
import { isOfTheData } from "../../core/db/failure.ts";
import { change } from "../../core/db/transaction.ts";
import { saveFiles } from "../../core/files/index.ts";
import { storeMails } from "../emails/index.ts";
import { counted, itemOf, notStored } from "./outcome.ts";
import { Overtaken } from "./overtaken.ts";
import { type Read, unreadable } from "./read.ts";
import { importItemTable, importTable } from "./table.ts";

/** The first batches are small, so that writing begins soon; each is twice the one before. */
const FIRST_MESSAGES = 25;
const BATCH_MESSAGES = 200;
const BATCH_BYTES = 4 * 1024 * 1024;

/** Writes one batch while the next is being read: the two take about as long as each other. */
export class Batch {
  readonly #ctx: Ctx;
  readonly #id: ImportId;
  #position: number;
  #reads: Read[] = [];
  #bytes = 0;
  #most = FIRST_MESSAGES;
  #writing: Promise<boolean> = Promise.resolve(true);

  constructor(ctx: Ctx, id: ImportId, position: number) {
    this.#ctx = ctx;
    this.#id = id;
    this.#position = position;
  }

  /** False: the import was cancelled meanwhile. */
  async add(one: Read): Promise<boolean> {
    this.#reads.push(one);
    this.#bytes += one.sizeBytes;
    return this.#reads.length < this.#most && this.#bytes < BATCH_BYTES ? true : this.#write();
  }

  /** Everything is written, unless false. */
  async end(): Promise<boolean> {
    if (this.#reads.length > 0) await this.#write();
    return this.#writing;
  }

  /** Nothing is being written any more, however it ended. */
  settled = (): Promise<unknown> => this.#writing.catch(() => {});

  async #write(): Promise<boolean> {
    if (!(await this.#writing)) return false;
    const reads = this.#reads;
    this.#writing = write(this.#ctx, this.#id, this.#position, reads);
    // The next call awaits it and throws its error; until then it must not count as an unhandled rejection.
    this.#writing.catch(() => {});
    this.#position += reads.length;
    this.#most = Math.min(BATCH_MESSAGES, this.#most * 2);
    this.#reads = [];
    this.#bytes = 0;
    return true;
  }
}

/** One that cannot be stored as a whole is written message by message, so that the one at fault stops none of the others. */
async function write(ctx: Ctx, id: ImportId, position: number, reads: readonly Read[]): Promise<boolean> {
  try {
    return await writeBatch(ctx, id, position, reads);
  } catch (error) {
    if (!isOfTheData(error)) throw error;
    const [one] = reads;
    if (reads.length === 1) return writeBatch(ctx, id, position, [await setAside(ctx, one!, error)]);
    ctx.app.log.warn({ err: error, importId: id, position }, "batch written message by message");
    for (const [i, each] of reads.entries()) if (!(await write(ctx, id, position + i, [each]))) return false;
    return true;
  }
}

async function setAside(ctx: Ctx, one: Read, error: unknown): Promise<Read> {
  if (one.is !== "mail") throw error;
  const { is, mail, bytes, ...place } = one;
  return unreadable(ctx, place, bytes, notStored(error));
}

/** One transaction with its mails, its rows of the ledger and the place where it ended. */
const writeBatch = (ctx: Ctx, id: ImportId, position: number, reads: readonly Read[]): Promise<boolean> =>
  change(ctx, "import.run", async (tx) => {
    const [row] = await tx.select().from(importTable).where(eq(importTable.id, id)).for("update");
    if (row?.state !== "running") return { after: false, recordId: id };
    if (row.position !== position) throw new Overtaken();
    for (const one of reads) if (one.is === "kept") await one.settle(tx);
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
      item: position + i,
      file: one.file,
      position: one.number,
      sizeBytes: one.sizeBytes,
    }));
    await insertMany(tx, importItemTable, items);
    await tx
      .update(importTable)
      .set({
        position: position + reads.length,
        counts: counted(row.counts, items),
        // An import that goes on reads again what it had read before, and does not seem to go backwards.
        bytesRead: Math.max(row.bytesRead, reads.at(-1)!.readTo),
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

const asFile = ({ file, number, bytes }: { file: string; number: number; bytes: Uint8Array }) => ({
  name: `${file.replace(/[/\\]/g, "_")}-${number}.eml`,
  mediaType: "message/rfc822",
  content: bytes,
});
