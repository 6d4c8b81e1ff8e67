import type { TimelineEntry } from "@sidenote/contract/contacts";
import { Instant } from "@sidenote/contract/endpoint";
import type { CompanyId, ContactId } from "@sidenote/contract/ids";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../../core/context.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { iso } from "../../core/db/raw.ts";
import { read } from "../../core/db/transaction.ts";
import { DEFAULT_LIMIT, decodeCursor, pageOf } from "../../core/http/page.ts";
import { fromUuid, toUuid } from "../../core/ids.ts";
import { titleOf } from "../activities/index.ts";
import { companyIn, oneCompany } from "../companies/index.ts";
import { contactIn, withJoined } from "../contacts/index.ts";

type Page = { limit?: number | undefined; cursor?: string | undefined };

export const contactTimeline = (ctx: Ctx, input: Page & { id: ContactId }) =>
  read(ctx, async (tx) => {
    const { id } = await contactIn(tx, input.id);
    return timeline(tx, input, sql`k.id = ${toUuid(id, "cnt")}::uuid`, sql`false`);
  });

export const companyTimeline = (ctx: Ctx, input: Page & { id: CompanyId }) =>
  read(ctx, async (tx) => {
    const one = oneCompany((await companyIn(tx, input.id)).id);
    return timeline(tx, input, sql`k.company_id in ${one}`, sql`a.company_id in ${one}`);
  });

type Row = {
  kind: TimelineEntry["kind"];
  id: string;
  at: string | Date;
  title: string;
  direction: TimelineEntry["direction"];
  thread_id: string | null;
};

/** Mails with these contacts and what was done with them, newest first; both under their own row security. */
async function timeline(tx: Tx, input: Page, contacts: SQL, activities: SQL) {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const after = decodeCursor(input.cursor, z.tuple([Instant, z.uuid()]));
  const people = sql`select k.org_id, k.id from contacts k where ${contacts} and k.joined_to is null`;
  const found = await rows<Row>(
    tx,
    sql`with k as materialized (select org_id, id from ${withJoined(people)} k)
        select * from (
          select 'email' as kind, e.id::text, e.at, e.subject as title, e.direction, e.thread_id::text as thread_id from emails e
          where (e.org_id, e.id) in (
            select p.org_id, p.email_id from k
            join contact_identities i on i.org_id = k.org_id and i.contact_id = k.id and i.kind = 'email'
            join email_participants p on p.org_id = i.org_id and p.address = i.value)
          union all
          select a.kind, a.id::text, a.at, a.text, null, null from activities a
          where a.removed_at is null and (${activities} or (a.org_id, a.id) in (
            select x.org_id, x.activity_id from k join activity_contacts x on x.org_id = k.org_id and x.contact_id = k.id))
        ) entry
        where ${after ? sql`(at, id) < (${after[0]}::timestamptz, ${after[1]})` : sql`true`}
        order by at desc, id desc limit ${limit + 1}`,
  );
  const page = pageOf(found, limit, (row) => [iso(row.at), row.id]);
  const items: TimelineEntry[] = page.items.map((row) => ({
    kind: row.kind,
    id: fromUuid(row.id, row.kind === "email" ? "eml" : "act"),
    at: iso(row.at),
    title: row.kind === "email" ? row.title : titleOf(row.title),
    direction: row.direction,
    threadId: row.thread_id && fromUuid(row.thread_id, "thr"),
  }));
  return { items, nextCursor: page.nextCursor };
}
