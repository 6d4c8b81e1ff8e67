import { createHash } from "node:crypto";
import { createReadStream, readdirSync } from "node:fs";
import path from "node:path";
import { messagesIn } from "../../server/core/mail/archive/messages.ts";
import { type ParsedMail, parseMail } from "../../server/core/mail/parse.ts";

/** How labels name what they judge, so that no address and no word of real mail stands in the project. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);

export const mailboxFiles = (data: string): string[] =>
  readdirSync(path.join(data, "mail"))
    .filter((file) => file.endsWith(".mbox"))
    .sort()
    .map((file) => path.join(data, "mail", file));

const LIMIT_BYTES = 30e6;

/** The messages of the five inboxes that can be read. */
export async function* realMails(data: string): AsyncGenerator<ParsedMail> {
  for (const file of mailboxFiles(data)) {
    let held: Uint8Array[] = [];
    for await (const piece of messagesIn(createReadStream(file), path.basename(file), LIMIT_BYTES)) {
      if (piece.kind !== "message") continue;
      held.push(piece.bytes);
      if (!piece.last) continue;
      const mail = await parseMail(Buffer.concat(held)).catch(() => null);
      held = [];
      if (mail) yield mail;
    }
  }
}
