import type { CompanyId, ContactId } from "@sidenote/contract/ids";
import { inArray, sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { atOnce } from "../../core/db/at-once.ts";
import { chunks } from "../../core/db/chunks.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { derive, read } from "../../core/db/transaction.ts";
import { EVENTS } from "../../core/events/catalog.ts";
import { appendEvents } from "../../core/events/outbox.ts";
import { fromUuid, toUuid } from "../../core/ids.ts";
import { job, type ScheduledTask } from "../../core/jobs/job.ts";
import { activityTable } from "../activities/index.ts";
import { companyIn, companyTable, oneCompany } from "../companies/index.ts";
import { contactTable, contactTexts } from "../contacts/index.ts";
import { emailTable } from "../emails/index.ts";
import { countAll, countIfChanged } from "./count.ts";
import { embedRecords } from "./embed.ts";
import { passagesOf } from "./passages.ts";
import { deletePassages, type Findable, type ScopeKind, scopeId, writePassages } from "./write.ts";

const RETRIES = 5;
const AT_ONCE = 200;

export const searchJobs = [
  job({
    name: "search.index-emails",
    on: "emails.stored",
    input: EVENTS["emails.stored"].payload,
    retries: RETRIES,
    run: (ctx, { emailIds }) =>
      index(
        ctx,
        (tx) => emails(tx, ctx, emailIds),
        emailIds.map((id) => toUuid(id, "eml")),
      ),
  }),
  job({
    name: "search.forget-emails",
    on: "emails.forgotten",
    input: EVENTS["emails.forgotten"].payload,
    retries: RETRIES,
    run: (ctx, { emailIds }) =>
      derive(ctx, (tx) =>
        deletePassages(
          tx,
          emailIds.map((id) => toUuid(id, "eml")),
        ),
      ),
  }),
  job({
    name: "search.index-contacts",
    on: "contacts.changed",
    input: EVENTS["contacts.changed"].payload,
    retries: RETRIES,
    run: (ctx, { contactIds }) =>
      index(
        ctx,
        (tx) => contacts(tx, ctx, contactIds),
        contactIds.map((id) => toUuid(id, "cnt")),
      ),
  }),
  job({
    name: "search.index-companies",
    on: "companies.changed",
    input: EVENTS["companies.changed"].payload,
    retries: RETRIES,
    run: (ctx, { companyIds }) =>
      index(
        ctx,
        (tx) => companies(tx, ctx, companyIds),
        companyIds.map((id) => toUuid(id, "cmp")),
      ),
  }),
  job({
    name: "search.index-people-of-companies",
    on: "companies.renamed",
    input: EVENTS["companies.renamed"].payload,
    retries: RETRIES,
    run: async (ctx, { companyIds }) => {
      for (const ids of chunks(await findablePeopleOf(ctx, companyIds), AT_ONCE)) {
        await index(
          ctx,
          (tx) => contacts(tx, ctx, ids),
          ids.map((id) => toUuid(id, "cnt")),
        );
        ctx.signal.throwIfAborted();
      }
    },
  }),
  job({
    name: "search.index-activities",
    on: "activities.changed",
    input: EVENTS["activities.changed"].payload,
    retries: RETRIES,
    run: (ctx, { activityIds }) =>
      index(
        ctx,
        (tx) => activities(tx, ctx, activityIds),
        activityIds.map((id) => toUuid(id, "act")),
      ),
  }),
  // After the words, which are what is searched: vectors only say what is alike, and take longer.
  job({
    name: "search.embed",
    on: "passages.written",
    input: EVENTS["passages.written"].payload,
    retries: RETRIES,
    run: (ctx, { recordIds }) => embedRecords(ctx, recordIds),
  }),
];

export const searchTasks: ScheduledTask[] = [{ name: "search.count", cron: "*/5 * * * *", run: countAll }];

/** Makes the records findable as they are by now. One that is gone, or that the member no longer sees, is found no more. */
async function index(ctx: Ctx, load: (tx: Tx) => Promise<Findable[]>, uuids: string[]): Promise<void> {
  await derive(ctx, async (tx) => {
    const records = await load(tx);
    await writePassages(tx, uuids, records);
    if (records.length > 0) {
      const recordIds = records.map((record) => record.uuid);
      await appendEvents(tx, ctx, [{ type: "passages.written", payload: { recordIds } }]);
    }
  });
  await countIfChanged(ctx);
}

async function emails(tx: Tx, ctx: Ctx, ids: (typeof emailTable.$inferSelect)["id"][]): Promise<Findable[]> {
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

const scopeKind = (record: { visibility: "own" | "team" | "organization" }): ScopeKind => record.visibility;

async function contacts(tx: Tx, ctx: Ctx, ids: (typeof contactTable.$inferSelect)["id"][]): Promise<Findable[]> {
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

/** Those at these companies, or at what became part of one, whose passages name the company. */
const findablePeopleOf = (ctx: Ctx, companyIds: readonly CompanyId[]): Promise<ContactId[]> =>
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

async function companies(tx: Tx, ctx: Ctx, ids: (typeof companyTable.$inferSelect)["id"][]): Promise<Findable[]> {
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

async function activities(tx: Tx, ctx: Ctx, ids: (typeof activityTable.$inferSelect)["id"][]): Promise<Findable[]> {
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
