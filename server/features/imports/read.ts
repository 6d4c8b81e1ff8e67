import type { CaptureDecision } from "@sidenote/contract/capture";
import type { ImportId } from "@sidenote/contract/ids";
import type { Ctx } from "../../core/context.ts";
import { read } from "../../core/db/transaction.ts";
import { messagesIn } from "../../core/mail/archive/messages.ts";
import type { IncomingMail } from "../../core/mail/incoming.ts";
import { judgeHeader } from "../emails/index.ts";
import { beginLarge, type Kept, type Large } from "./large.ts";
import { Received } from "./received.ts";
import { importIn } from "./service.ts";

/** Where a message stands, and how far what was received had been read when it came. */
type Place = { file: string; number: number; readTo: number };

/** One message, or thing that is no mail, and what is to become of it. */
export type Read = Place & { sizeBytes: number } & (
    | { is: "mail"; mail: IncomingMail; bytes: Uint8Array }
    | { is: "unreadable"; reason: string; bytes: Uint8Array }
    | ({ is: "kept"; reason: string } & Kept)
    | { is: "not_wanted"; decision: CaptureDecision }
    | { is: "not_mail"; reason: string }
  );

/** Handfuls that are being read while one is written. */
const AHEAD = 4;
const HANDFUL_MESSAGES = 25;
const HANDFUL_BYTES = 512 * 1024;

/** Every message from a place on, read, in order. */
export async function* readAll(ctx: Ctx, id: ImportId, from: number): AsyncGenerator<Read> {
  const { name, createdAt } = await read(ctx, (tx) => importIn(tx, id));
  const underWay: Promise<Read[]>[] = [];
  for await (const handful of handfuls(pieces(ctx, id, name, from))) {
    const reads = readHandful(ctx, handful, createdAt);
    // Whoever takes it from `underWay` gets its error; until then it must not count as an unhandled rejection.
    reads.catch(() => {});
    underWay.push(reads);
    if (underWay.length > AHEAD) yield* await underWay.shift()!;
  }
  for (const reads of underWay) yield* await reads;
}

type Message = Place & { bytes: Uint8Array };
/** What needs no reading, or a message that does. */
type Found = Read | Message;

/** What an import has received, from a place on. Before it nothing is kept: it is accounted for. */
async function* pieces(ctx: Ctx, id: ImportId, name: string, from: number): AsyncGenerator<Found> {
  const limit = ctx.app.config.maxMessageBytes;
  let position = 0;
  let spill: Large | null = null;
  const received = await Received.open(ctx, id);
  for await (const piece of messagesIn(received.bytes(), name, limit, received)) {
    const wanted = position >= from;
    const { readTo } = received;
    if (piece.kind === "not_mail") {
      const { file, sizeBytes, reason } = piece;
      position++;
      if (wanted) yield { is: "not_mail", file, number: 0, readTo, sizeBytes, reason };
      continue;
    }
    const { file, number, bytes } = piece;
    const isLarge = !piece.last || spill !== null || bytes.length > limit;
    if (isLarge && wanted) {
      spill ??= await beginLarge(ctx, id, piece);
      await spill.write(bytes);
    }
    if (!piece.last) continue;
    position++;
    const place = { file, number, readTo };
    if (wanted) yield spill ? { ...place, ...(await spill.end(tooLarge(limit))) } : { ...place, bytes };
    spill = null;
  }
}

async function* handfuls(all: AsyncIterable<Found>): AsyncGenerator<Found[]> {
  let handful: Found[] = [];
  let size = 0;
  for await (const piece of all) {
    handful.push(piece);
    size += "is" in piece ? 0 : piece.bytes.length;
    if (handful.length < HANDFUL_MESSAGES && size < HANDFUL_BYTES) continue;
    yield handful;
    handful = [];
    size = 0;
  }
  if (handful.length > 0) yield handful;
}

async function readHandful(ctx: Ctx, handful: readonly Found[], fallbackAt: string): Promise<Read[]> {
  const messages = handful.flatMap((piece) => ("is" in piece ? [] : [piece.bytes]));
  const answers = (await ctx.app.mailReader.read(messages, fallbackAt)).values();
  const reads: Read[] = [];
  for (const piece of handful) {
    if ("is" in piece) {
      reads.push(piece);
      continue;
    }
    const { bytes, ...place } = piece;
    const where = { ...place, sizeBytes: bytes.length };
    const answer = answers.next().value!;
    if ("mail" in answer) reads.push({ ...where, is: "mail", mail: answer.mail, bytes });
    else reads.push(await unreadable(ctx, where, bytes, answer.unreadable));
  }
  return reads;
}

/** What cannot be read or stored is kept as it came, unless a rule says that such mail is not. */
export async function unreadable(
  ctx: Ctx,
  where: Place & { sizeBytes: number },
  bytes: Uint8Array,
  reason: string,
): Promise<Read> {
  const decision = await judgeHeader(ctx, bytes);
  return decision.store ? { ...where, is: "unreadable", reason, bytes } : { ...where, is: "not_wanted", decision };
}

export const tooLarge = (limit: number): string => `it is larger than ${Math.round(limit / 1024 / 1024)} MB`;
