import type { EmailId } from "@sidenote/contract/ids";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { insertMany } from "../../core/db/bulk.ts";
import type { Tx } from "../../core/db/database.ts";
import type { IncomingMail } from "../../core/mail/incoming.ts";
import { emailSourceTable, emailTable } from "./table.ts";

/** The mails of a mailbox that a batch may bring again, by their names and by what was said when. */
export class KnownMails {
  readonly #byName = new Map<string, EmailId>();
  readonly #byKey = new Map<string, { id: EmailId; sites: Set<string> }[]>();
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
        names: sql<
          string[]
        >`array(select s.source_id from email_sources s where s.org_id = ${emailTable}.org_id and s.email_id = ${emailTable}.id)`,
      })
      .from(emailTable)
      .where(
        and(
          eq(emailTable.ownerId, ctx.actor.memberId),
          inArray(
            emailTable.joinKey,
            batch.map((mail) => mail.joinKey),
          ),
        ),
      );
    for (const { id, key, names } of keyed) known.#addKey(key, id, names);
    return known;
  }

  /**
   * Two names in files, or two ids of one site, are two mails, however alike; what a panel saw is otherwise the mail of a file that
   * says the same at the same minute.
   */
  find(mail: IncomingMail): EmailId | undefined {
    const sites = mail.sourceIds.map(siteOf);
    return (
      this.named(mail) ?? this.#byKey.get(mail.joinKey)?.find((one) => !sites.some((site) => one.sites.has(site)))?.id
    );
  }

  named(mail: IncomingMail): EmailId | undefined {
    return mail.sourceIds.map((name) => this.#byName.get(name)).find((id) => id !== undefined);
  }

  remember(id: EmailId, mail: IncomingMail): void {
    for (const name of mail.sourceIds) {
      if (!this.#byName.has(name)) this.#newNames.set(name, id);
      this.#byName.set(name, id);
    }
    this.#addKey(mail.joinKey, id, mail.sourceIds);
  }

  async writeNewNames(tx: Tx): Promise<void> {
    const rows = [...this.#newNames].map(([sourceId, emailId]) => ({ sourceId, emailId }));
    await insertMany(tx, emailSourceTable, rows);
  }

  #addKey(key: string, id: EmailId, names: readonly string[]): void {
    const same = this.#byKey.get(key) ?? [];
    const sites = names.map(siteOf);
    const known = same.find((one) => one.id === id);
    if (known) for (const site of sites) known.sites.add(site);
    else same.push({ id, sites: new Set(sites) });
    this.#byKey.set(key, same);
  }
}

/** Where a name is from. */
const siteOf = (name: string): string => (/^(rfc|content):/.test(name) ? "file" : name.slice(0, name.indexOf(":")));
