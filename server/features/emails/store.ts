import { setImmediate } from "node:timers/promises";
import type { CaptureDecision } from "@sidenote/contract/capture";
import type { EmailId, FileId, ImportId, ThreadId } from "@sidenote/contract/ids";
import { sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { atOnce } from "../../core/db/at-once.ts";
import { insertMany } from "../../core/db/bulk.ts";
import type { Tx } from "../../core/db/database.ts";
import type { DomainEvent } from "../../core/events/catalog.ts";
import { saveFiles } from "../../core/files/index.ts";
import { newId } from "../../core/ids.ts";
import type { IncomingMail } from "../../core/mail/incoming.ts";
import { asWritten } from "../../core/mail/people/writer.ts";
import { type HandedInBy, judge, liftForgotten } from "../capture/index.ts";
import { seePeople } from "../contacts/index.ts";
import { ownAddresses } from "../organizations/index.ts";
import { emailRow, type Fresh, freshMail, sightingsOf } from "./fresh.ts";
import { handed, namesOf } from "./handed.ts";
import { KnownMails } from "./known-mails.ts";
import { attachmentTable, emailTable, participantTable } from "./table.ts";
import { ThreadFinder } from "./thread-finder.ts";
import { refreshThreads } from "./thread-summary.ts";

/** Where mail comes from, which decides how the member's capture policy looks at it. */
type MailSource = { kind: "import"; importId: ImportId } | { kind: "panel"; by: "you" | "policy" } | { kind: "demo" };

export type StoredMail = { decision: CaptureDecision } & (
  | { outcome: "stored" | "duplicate"; emailId: EmailId }
  | { outcome: "not_wanted"; emailId: null }
);
export type Stored = { mails: StoredMail[]; emailIds: EmailId[]; events: DomainEvent[] };

/**
 * Stores mails in the member's mailbox: each once, whatever it comes from, and none that the member's capture policy does not
 * want. One batch is one transaction; batches of one mailbox take turns, so that two imports of the same file store it once.
 */
export async function storeMails(
  tx: Tx,
  ctx: Ctx,
  incoming: readonly IncomingMail[],
  source: MailSource,
): Promise<Stored> {
  await lockMailbox(tx, ctx);
  const own = new Set(await ownAddresses(tx, ctx));
  const batch = incoming.map((mail) => asWritten(mail, own));
  const [decisions, known, finder] = await atOnce(
    handed(tx, ctx, batch).then((mails) => judge(tx, ctx, mails, handedInBy(source))),
    KnownMails.of(tx, ctx, batch),
    ThreadFinder.open(tx, ctx, batch),
  );
  const mails: StoredMail[] = [];
  const fresh: Fresh[] = [];
  for (const [i, mail] of batch.entries()) {
    const twin = known.find(mail);
    const decision = decisions[i]!;
    if (!twin && !decision.store) {
      mails.push({ outcome: "not_wanted", emailId: null, decision });
      continue;
    }
    const id = twin ?? newId("eml");
    if (!twin) fresh.push(freshMail(mail, id, own));
    known.remember(id, mail);
    mails.push({ outcome: twin ? "duplicate" : "stored", emailId: id, decision });
  }
  const importId = source.kind === "import" ? source.importId : null;
  if (handedInBy(source) === "you")
    await liftForgotten(
      tx,
      ctx,
      fresh.flatMap((one) => namesOf(one.mail)),
    );
  const writeMails = async () => {
    // The database begins with the people, while the mails are made into rows.
    await setImmediate();
    const threads = await insertMails(tx, ctx, fresh, finder, own, importId);
    await known.writeNewNames(tx);
    return threads;
  };
  const [{ saved }, threadIds] = await atOnce(seePeople(tx, ctx, sightingsOf(fresh)), writeMails());
  const emailIds = fresh.map((one) => one.id);
  const events: DomainEvent[] = [];
  if (emailIds.length > 0) events.push({ type: "emails.stored", payload: { emailIds, threadIds } });
  if (saved.length > 0) events.push({ type: "contacts.changed", payload: { contactIds: saved } });
  return { mails, emailIds, events };
}

const handedInBy = (source: MailSource): HandedInBy => (source.kind === "panel" ? source.by : "import");

/** Whatever counts or sorts a mailbox takes turns with what stores in it. */
export const lockMailbox = (tx: Tx, ctx: Ctx) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`mailbox ${ctx.actor.memberUuid}`}, 0))`);

async function insertMails(
  tx: Tx,
  ctx: Ctx,
  fresh: readonly Fresh[],
  finder: ThreadFinder,
  own: ReadonlySet<string>,
  importId: ImportId | null,
): Promise<ThreadId[]> {
  if (fresh.length === 0) return [];
  const rows = fresh.map((one) => emailRow(one, finder.threadOf(one.mail, own), own, importId));
  const continued = await finder.writeThreads(
    rows.map((row, i) => ({ ...row, from: row.fromAddress, people: fresh[i]!.people })),
  );
  await atOnce(
    insertMany(tx, emailTable, rows),
    insertMany(
      tx,
      participantTable,
      fresh.flatMap((one) => one.people),
    ),
    insertAttachments(tx, ctx, fresh),
  );
  await finder.mergeThreads();
  await refreshThreads(tx, continued);
  return [...new Set(rows.map((row) => finder.current(row.threadId)))];
}

async function insertAttachments(tx: Tx, ctx: Ctx, fresh: readonly Pick<Fresh, "mail" | "id">[]): Promise<void> {
  const all = fresh.flatMap(({ mail, id }) =>
    mail.attachments.map((attachment, position) => ({ emailId: id, position, attachment })),
  );
  if (all.length === 0) return;
  const fileIds: FileId[] = await saveFiles(
    tx,
    ctx,
    all.map((one) => one.attachment),
  );
  await insertMany(
    tx,
    attachmentTable,
    all.map(({ emailId, position, attachment }, i) => ({
      emailId,
      position,
      fileId: fileIds[i]!,
      contentId: attachment.inline ? attachment.contentId : null,
    })),
  );
}
