import type { CaptureDecision } from "@sidenote/contract/capture";
import type { FileId, ImportId } from "@sidenote/contract/ids";
import type { Ctx } from "../../core/context.ts";
import { read } from "../../core/db/transaction.ts";
import { messagesIn } from "../../core/mail/messages.ts";
import { parseMail, UnreadableMail } from "../../core/mail/parse.ts";
import { type IncomingMail, incomingFromFile, judgeHeader } from "../emails/index.ts";
import { beginLarge, type Large } from "./large.ts";
import { importIn, receivedBytes } from "./service.ts";

/** One message, or thing that is no mail, and what is to become of it. */
export type Read = { file: string; number: number; sizeBytes: number } & (
  | { is: "mail"; mail: IncomingMail }
  | { is: "unreadable"; reason: string; bytes: Uint8Array }
  | { is: "kept"; reason: string; fileId: FileId }
  | { is: "not_wanted"; decision: CaptureDecision }
  | { is: "not_mail"; reason: string }
);

/** Every message, read. Null where `wanted` says that it is accounted for: then the trouble of reading it is spared. */
export async function* readAll(
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
        spill ??= await beginLarge(ctx, id, piece);
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
