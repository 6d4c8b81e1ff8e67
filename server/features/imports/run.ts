import type { ImportId } from "@sidenote/contract/ids";
import { eq } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { change, read } from "../../core/db/transaction.ts";
import { AppError } from "../../core/errors.ts";
import { errorLine } from "../../core/log.ts";
import { messagesIn } from "../../core/mail/archive/messages.ts";
import { NoReader } from "../../core/mail/reader.ts";
import { addOwnAddress, ownAddresses } from "../organizations/index.ts";
import { Batch } from "./batch.ts";
import { finish } from "./finish.ts";
import { forgetHalves } from "./large.ts";
import { Overtaken } from "./overtaken.ts";
import { commonestRecipient } from "./own-address.ts";
import { takeNameFromMail } from "./own-name.ts";
import { readAll } from "./read.ts";
import { Received, Stopped } from "./received.ts";
import { importIn, lockedIn } from "./service.ts";
import { Statistics } from "./statistics.ts";
import { importTable } from "./table.ts";

/** Reads what an import has received; a process that is killed goes on at the last batch, and nothing is doubled. */
export async function runImport(ctx: Ctx, id: ImportId): Promise<void> {
  try {
    await readToItsEnd(ctx, id);
  } catch (error) {
    // A full disk or an absent database says nothing about the mail: the queue tries again, later and later.
    const isAway = error instanceof AppError && error.code === "unavailable" && !(error instanceof NoReader);
    const passes = ctx.signal.aborted || isAway;
    if (!passes && (await noteError(ctx, id, error))) return;
    throw error;
  }
}

/**
 * Two runs may meet in one import (see `Overtaken`). Each goes on behind what the other has written, until the one that has lost
 * its job hears of it. Neither may just end: it cannot tell which of the two it is, and the import could be left unread.
 */
async function readToItsEnd(ctx: Ctx, id: ImportId): Promise<void> {
  for (;;) {
    try {
      return await readOn(ctx, id);
    } catch (error) {
      if (error instanceof Stopped) return forgetHalves(ctx, id);
      if (!(error instanceof Overtaken) || ctx.signal.aborted) throw error;
      ctx.app.log.info({ importId: id }, "import was read by another run meanwhile");
    }
  }
}

async function readOn(ctx: Ctx, id: ImportId): Promise<void> {
  const row = await read(ctx, (tx) => importIn(tx, id));
  // Also of one that was stopped in the middle of a large message.
  await forgetHalves(ctx, id);
  if (row.state !== "running") return;
  await guessOwnAddress(ctx, id);
  const batch = new Batch(ctx, id, row.position);
  const statistics = await Statistics.open(ctx);
  let messages = 0;
  try {
    for await (const one of readAll(ctx, id, row.position)) {
      if (!(await batch.add(one))) return forgetHalves(ctx, id);
      await statistics.after(++messages);
      ctx.signal.throwIfAborted();
    }
    if (!(await batch.end())) return forgetHalves(ctx, id);
  } finally {
    await batch.settled();
  }
  await statistics.end(messages);
  await takeNameFromMail(ctx);
  await finish(ctx, id);
}

/** Without a known own address, direction cannot be told: the commonest recipient is taken, and said. */
async function guessOwnAddress(ctx: Ctx, id: ImportId): Promise<void> {
  const known = await read(ctx, (tx) => ownAddresses(tx, ctx));
  if (known.length > 0) return;
  const { name } = await read(ctx, (tx) => importIn(tx, id));
  const received = await Received.open(ctx, id);
  const messages = messagesIn(received.bytes(), name, ctx.app.config.maxMessageBytes, received);
  const address = await commonestRecipient(messages);
  if (address === null) return;
  await addOwnAddress(ctx, { address });
  await change(ctx, "import.run", async (tx) => {
    await tx.update(importTable).set({ guessedAddress: address }).where(eq(importTable.id, id));
    return { after: { id, guessedAddress: address } };
  });
}

/**
 * Notes what stopped the reading. The second time at the same place trying again cannot help, and the import has failed (true);
 * it can be started again, and goes on there.
 */
const noteError = (ctx: Ctx, id: ImportId, error: unknown): Promise<boolean> =>
  change(ctx, "import.run", async (tx) => {
    const row = await lockedIn(tx, id);
    if (row.state !== "running") return { after: false, recordId: id };
    ctx.app.log.error({ err: error, importId: id, position: row.position }, "import stopped");
    const sentence = stoppedAt(row, errorLine(error));
    const failed = row.error === sentence;
    await tx
      .update(importTable)
      .set({ error: sentence, ...(failed ? failedAt(ctx) : {}) })
      .where(eq(importTable.id, id));
    return { after: failed, recordId: id, events: [{ type: "import.progress", payload: { importId: id } }] };
  });

/** No try came to its end, and none could say why: its process died, or what it needs was away all the time. */
export const failImport = (ctx: Ctx, id: ImportId, reason: string): Promise<void> =>
  change(ctx, "import.run", async (tx) => {
    const row = await lockedIn(tx, id);
    if (row.state !== "running") return { after: undefined, recordId: id };
    const error = `${stoppedAt(row, reason)}. Start it again: it goes on there`;
    await tx
      .update(importTable)
      .set({ error, ...failedAt(ctx) })
      .where(eq(importTable.id, id));
    return {
      after: undefined,
      recordId: id,
      audit: { id, state: "failed" },
      events: [{ type: "import.progress", payload: { importId: id } }],
    };
  });

const stoppedAt = ({ position }: { position: number }, reason: string): string =>
  `Reading stopped at message ${position + 1}: ${reason}`;

const failedAt = (ctx: Ctx) => ({ state: "failed" as const, finishedAt: ctx.now().toISOString() });
