import type { CompanyId, ContactId } from "@sidenote/contract/ids";
import { inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { atOnce } from "../../core/db/at-once.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { uuids } from "../../core/db/raw.ts";
import { read } from "../../core/db/transaction.ts";
import { fromUuid, toUuid } from "../../core/ids.ts";
import { activityTable } from "../activities/index.ts";
import { companyIn, companyTable, oneCompany } from "../companies/index.ts";
import { contactTable, contactTexts } from "../contacts/index.ts";
import { emailTable } from "../emails/index.ts";
import { passagesOf } from "./passages.ts";
import { type Findable, type ScopeKind, scopeId } from "./write.ts";

/** Mails as they are to be found: what they say and pass on, by subject and sender too. */
export async function findableEmails(
  tx: Tx,
  ctx: Ctx,
  ids: (typeof emailTable.$inferSelect)["id"][],
): Promise<Findable[]> {
  if (ids.length === 0) return [];
  const { id, at, subject, fromName, text, spans } = emailTable;
  const [scope, found] = await atOnce(
    scopeId(tx, ctx, "mail"),
    // Who forgets one meanwhile waits, and what forgets its passages comes after them.
    tx
      .select({ id, at, subject, fromName, text, spans })
      .from(emailTable)
      .where(inArray(id, ids))
      .for("key share")
      .execute(),
  );
  return found.map((email) => ({
    kind: "email",
    uuid: toUuid(email.id, "eml"),
    scopeId: scope,
    at: email.at,
    title: `${email.subject}\n${email.fromName}`,
    passages: passagesOf(
      email.text,
      // What was passed on is often nowhere else in the mailbox; what is quoted is.
      email.spans.filter((span) => span.kind === "said" || span.kind === "forward"),
    ),
  }));
}

const scopeKind = (record: { visibility: "own" | "team" | "organization" }): ScopeKind =>
  record.visibility === "organization" ? "organization" : "own";

/** Contacts as they are to be found. Who is archived or part of another is not. */
export async function findableContacts(
  tx: Tx,
  ctx: Ctx,
  ids: (typeof contactTable.$inferSelect)["id"][],
): Promise<Findable[]> {
  const found = ids.length > 0 ? await tx.select().from(contactTable).where(inArray(contactTable.id, ids)) : [];
  const alive = found.filter((one) => !one.joinedTo && !one.archivedAt);
  const texts = await contactTexts(tx, alive);
  const records: Findable[] = [];
  for (const [kind, people] of Map.groupBy(alive, scopeKind)) {
    const scope = await scopeId(tx, ctx, kind);
    for (const row of people)
      records.push({
        kind: "contact",
        uuid: toUuid(row.id, "cnt"),
        scopeId: scope,
        at: row.updatedAt,
        title: "",
        passages: passagesOf(texts.get(row.id)!),
      });
  }
  return records;
}

/** Of these contacts, also those that are gone, the ones that have passages. */
export const findableAlready = (ctx: Ctx, contactIds: readonly ContactId[]): Promise<ContactId[]> =>
  read(ctx, async (tx) => {
    const found = await rows<{ id: string }>(
      tx,
      sql`select distinct record_id::text as id from search_passages
          where record_kind = 'contact' and record_id = any (${uuids(contactIds, "cnt")})`,
    );
    return found.map((row) => fromUuid(row.id, "cnt"));
  });

/** Those at these companies, or at what became part of one, whose passages name the company. */
export const findablePeopleOf = (ctx: Ctx, companyIds: readonly CompanyId[]): Promise<ContactId[]> =>
  read(ctx, async (tx) => {
    const found = await Promise.all(
      companyIds.map((id) =>
        rows<{ id: string }>(
          tx,
          sql`select id::text from contacts k where company_id in ${oneCompany(id)}
              and exists (select 1 from search_passages p where p.record_kind = 'contact' and p.record_id = k.id)`,
        ),
      ),
    );
    return found.flat().map((row) => fromUuid(row.id, "cnt"));
  });

/** Companies as they are to be found. What is archived or part of another is not. */
export async function findableCompanies(
  tx: Tx,
  ctx: Ctx,
  ids: (typeof companyTable.$inferSelect)["id"][],
): Promise<Findable[]> {
  const found = ids.length > 0 ? await tx.select().from(companyTable).where(inArray(companyTable.id, ids)) : [];
  const records: Findable[] = [];
  for (const row of found.filter((one) => !one.joinedTo && !one.archivedAt)) {
    const { text } = await companyIn(tx, row.id);
    records.push({
      kind: "company",
      uuid: toUuid(row.id, "cmp"),
      scopeId: await scopeId(tx, ctx, scopeKind(row)),
      at: row.updatedAt,
      title: "",
      passages: passagesOf(text),
    });
  }
  return records;
}

/** Activities as they are to be found. What was removed is not. */
export async function findableActivities(
  tx: Tx,
  ctx: Ctx,
  ids: (typeof activityTable.$inferSelect)["id"][],
): Promise<Findable[]> {
  const found = ids.length > 0 ? await tx.select().from(activityTable).where(inArray(activityTable.id, ids)) : [];
  const records: Findable[] = [];
  for (const row of found.filter((one) => !one.removedAt)) {
    records.push({
      kind: "activity",
      uuid: toUuid(row.id, "act"),
      scopeId: await scopeId(tx, ctx, row.private ? "mail" : scopeKind(row)),
      at: row.at,
      title: "",
      passages: passagesOf(row.text),
    });
  }
  return records;
}
