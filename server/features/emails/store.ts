import type { CaptureDecision } from "@sidenote/contract/capture";
import type { Direction } from "@sidenote/contract/emails";
import type { EmailId, FileId, ImportId, ThreadId } from "@sidenote/contract/ids";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { insertMany } from "../../core/db/bulk.ts";
import type { Tx } from "../../core/db/database.ts";
import type { DomainEvent } from "../../core/events/catalog.ts";
import { saveFiles } from "../../core/files/index.ts";
import { newId } from "../../core/ids.ts";
import { isRoleAddress } from "../../core/mail/addresses.ts";
import { firstAskIn } from "../../core/mail/asks.ts";
import { type HandedInBy, judge, liftForgotten } from "../capture/index.ts";
import { type Sighting, seePeople } from "../contacts/index.ts";
import { ownAddresses } from "../organizations/index.ts";
import { handed, namesOf } from "./handed.ts";
import { type IncomingMail, joinKey, opening, snippetOf } from "./identify.ts";
import { attachmentTable, emailSourceTable, emailTable, participantTable } from "./table.ts";
import { ThreadFinder } from "./thread-finder.ts";
import { refreshThreads } from "./thread-summary.ts";

/** Where mail comes from, which decides how the member's capture policy looks at it. */
export type MailSource =
  | { kind: "import"; importId: ImportId }
  | { kind: "panel"; by: "you" | "policy" }
  | { kind: "demo" };

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
  batch: readonly IncomingMail[],
  source: MailSource,
): Promise<Stored> {
  await lockMailbox(tx, ctx);
  const own = new Set(await ownAddresses(tx, ctx));
  const decisions = await judge(tx, ctx, await handed(tx, ctx, batch), handedInBy(source));
  const known = await KnownMails.of(tx, ctx, batch);
  const mails: StoredMail[] = [];
  const fresh: { mail: IncomingMail; id: EmailId; key: string }[] = [];
  for (const [i, mail] of batch.entries()) {
    const key = joinKey(mail);
    const twin = known.find(mail, key);
    const decision = decisions[i]!;
    if (!twin && !decision.store) {
      mails.push({ outcome: "not_wanted", emailId: null, decision });
      continue;
    }
    const id = twin ?? newId("eml");
    if (!twin) fresh.push({ mail, id, key });
    known.remember(id, mail, key);
    mails.push({ outcome: twin ? "duplicate" : "stored", emailId: id, decision });
  }
  const importId = source.kind === "import" ? source.importId : null;
  if (handedInBy(source) === "you")
    await liftForgotten(
      tx,
      ctx,
      fresh.flatMap((one) => namesOf(one.mail)),
    );
  const threadIds = await insertMails(tx, ctx, fresh, own, importId);
  await known.writeNewNames(tx);
  const sightings = sightingsOf(fresh, own);
  const { saved } = await seePeople(tx, ctx, sightings);
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

/** The mails of a mailbox that a batch may bring again, by their names and by what was said when. */
class KnownMails {
  readonly #byName = new Map<string, EmailId>();
  readonly #byKey = new Map<string, { id: EmailId; hasMessageId: boolean }[]>();
  readonly #newNames = new Map<string, EmailId>();

  static async of(tx: Tx, ctx: Ctx, batch: readonly IncomingMail[]): Promise<KnownMails> {
    const known = new KnownMails();
    const names = await tx
      .select({ sourceId: emailSourceTable.sourceId, emailId: emailSourceTable.emailId })
      .from(emailSourceTable)
      .where(
        and(
          eq(emailSourceTable.ownerId, ctx.actor.memberId),
          inArray(
            emailSourceTable.sourceId,
            batch.flatMap((mail) => mail.sourceIds),
          ),
        ),
      );
    for (const { sourceId, emailId } of names) known.#byName.set(sourceId, emailId);
    const keyed = await tx
      .select({
        id: emailTable.id,
        key: emailTable.joinKey,
        hasMessageId: sql<boolean>`exists (select 1 from email_sources s where s.org_id = ${emailTable.orgId} and s.email_id = ${emailTable.id} and s.source_id like 'rfc:%')`,
      })
      .from(emailTable)
      .where(and(eq(emailTable.ownerId, ctx.actor.memberId), inArray(emailTable.joinKey, batch.map(joinKey))));
    for (const { id, key, hasMessageId } of keyed) known.#addKey(key, id, hasMessageId);
    return known;
  }

  /** Two Message-IDs are two mails, however alike; a copy without one is the mail that says the same at the same minute. */
  find(mail: IncomingMail, key: string): EmailId | undefined {
    const named = mail.sourceIds.map((name) => this.#byName.get(name)).find((id) => id !== undefined);
    if (named) return named;
    const hasMessageId = mail.sourceIds.some((name) => name.startsWith("rfc:"));
    const fromFile = mail.sourceIds.some((name) => name.startsWith("content:"));
    return this.#byKey.get(key)?.find((one) => !(hasMessageId && one.hasMessageId) && !fromFile)?.id;
  }

  remember(id: EmailId, mail: IncomingMail, key: string): void {
    for (const name of mail.sourceIds) {
      if (!this.#byName.has(name)) this.#newNames.set(name, id);
      this.#byName.set(name, id);
    }
    this.#addKey(
      key,
      id,
      mail.sourceIds.some((name) => name.startsWith("rfc:")),
    );
  }

  async writeNewNames(tx: Tx): Promise<void> {
    const rows = [...this.#newNames].map(([sourceId, emailId]) => ({ sourceId, emailId }));
    await insertMany(tx, emailSourceTable, rows);
  }

  #addKey(key: string, id: EmailId, hasMessageId: boolean): void {
    const same = this.#byKey.get(key) ?? [];
    same.push({ id, hasMessageId });
    this.#byKey.set(key, same);
  }
}

async function insertMails(
  tx: Tx,
  ctx: Ctx,
  fresh: readonly { mail: IncomingMail; id: EmailId; key: string }[],
  own: ReadonlySet<string>,
  importId: ImportId | null,
): Promise<ThreadId[]> {
  if (fresh.length === 0) return [];
  const finder = await ThreadFinder.open(
    tx,
    ctx,
    fresh.map((one) => one.mail),
  );
  const rows = fresh.map(({ mail, id, key }) => emailRow(mail, id, key, finder.threadOf(mail, own), own, importId));
  const people = fresh.map(({ mail, id }) => participantRows(mail, id, own));
  const continued = await finder.writeThreads(
    rows.map((row, i) => ({ ...row, from: row.fromAddress, people: people[i]! })),
  );
  await insertMany(tx, emailTable, rows);
  await insertMany(tx, participantTable, people.flat());
  await insertAttachments(tx, ctx, fresh);
  await finder.mergeThreads();
  await refreshThreads(tx, continued);
  return [...new Set(rows.map((row) => finder.current(row.threadId)))];
}

export function directionOf(
  mail: Pick<IncomingMail, "from" | "to" | "cc" | "bcc">,
  own: ReadonlySet<string>,
): Direction {
  if (own.has(mail.from.address)) return "out";
  return [...mail.to, ...mail.cc, ...mail.bcc].some((person) => own.has(person.address)) ? "in" : "observed";
}

function emailRow(
  mail: IncomingMail,
  id: EmailId,
  key: string,
  threadId: ThreadId,
  own: ReadonlySet<string>,
  importId: ImportId | null,
) {
  const ask = firstAskIn(mail.text, mail.spans);
  return {
    id,
    threadId,
    direction: directionOf(mail, own),
    subject: mail.subject,
    fromName: mail.from.name,
    fromAddress: mail.from.address,
    at: mail.at,
    text: mail.text,
    spans: mail.spans,
    html: mail.html,
    headers: mail.headers || null,
    automatic: mail.automatic,
    addressed: mail.to.some((person) => own.has(person.address)),
    asks: ask?.text ?? null,
    asksStart: ask?.start ?? null,
    snippet: snippetOf(mail),
    opening: opening(mail),
    joinKey: key,
    importId,
  };
}

function participantRows(mail: IncomingMail, emailId: EmailId, own: ReadonlySet<string>) {
  const direction = directionOf(mail, own);
  const everybody = [
    { role: "from" as const, ...mail.from },
    ...mail.to.map((person) => ({ role: "to" as const, ...person })),
    ...mail.cc.map((person) => ({ role: "cc" as const, ...person })),
    ...mail.bcc.map((person) => ({ role: "bcc" as const, ...person })),
  ];
  const once = new Map(everybody.map((one) => [`${one.role} ${one.address}`, one]));
  return [...once.values()].map((one, position) => ({
    ...one,
    emailId,
    position,
    at: mail.at,
    direction,
    own: own.has(one.address),
  }));
}

async function insertAttachments(
  tx: Tx,
  ctx: Ctx,
  fresh: readonly { mail: IncomingMail; id: EmailId }[],
): Promise<void> {
  const all = fresh.flatMap(({ mail, id }) =>
    mail.attachments.map((attachment, position) => ({ emailId: id, position, attachment })),
  );
  if (all.length === 0) return;
  const fileIds: FileId[] = await saveFiles(
    tx,
    ctx,
    all.map((one) => one.attachment),
  );
  await tx.insert(attachmentTable).values(
    all.map(({ emailId, position, attachment }, i) => ({
      emailId,
      position,
      fileId: fileIds[i]!,
      contentId: attachment.inline ? attachment.contentId : null,
    })),
  );
}

/** Everybody in these mails who may be a person: not the member, not a role, not the sender of what a robot sent. */
function sightingsOf(fresh: readonly { mail: IncomingMail; id: EmailId }[], own: ReadonlySet<string>): Sighting[] {
  const byAddress = new Map<string, Sighting>();
  for (const { mail, id } of fresh) {
    const direction = directionOf(mail, own);
    const seenInMail = new Set<string>();
    for (const person of participantRows(mail, id, own)) {
      const { address, name, role } = person;
      if (
        person.own ||
        address === "" ||
        isRoleAddress(address) ||
        (role === "from" && mail.automatic) ||
        seenInMail.has(address)
      )
        continue;
      seenInMail.add(address);
      const known = byAddress.get(address);
      const one = known ?? {
        address,
        name,
        emailId: id,
        seenAt: mail.at,
        firstAt: null,
        lastAt: null,
        in: 0,
        out: 0,
        observed: 0,
        writtenTo: false,
      };
      if (!known) byAddress.set(address, one);
      if (mail.at >= one.seenAt && (name.includes(" ") || !one.name.includes(" ")))
        Object.assign(one, { name, emailId: id, seenAt: mail.at });
      if (direction === "out") one.out++;
      else if (direction === "in" && role === "from") one.in++;
      else {
        one.observed++;
        continue;
      }
      if (one.firstAt === null || mail.at < one.firstAt) one.firstAt = mail.at;
      if (one.lastAt === null || mail.at > one.lastAt) one.lastAt = mail.at;
      if (direction === "out" && role === "to") one.writtenTo = true;
    }
  }
  return [...byAddress.values()];
}
