import type { Activity, activities } from "@sidenote/contract/activities";
import { type InputOf, Instant } from "@sidenote/contract/endpoint";
import { ActivityId } from "@sidenote/contract/ids";
import { and, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { change, read } from "../../core/db/transaction.ts";
import { notFound, stale } from "../../core/errors.ts";
import { DEFAULT_LIMIT, decodeCursor, pageOf } from "../../core/http/page.ts";
import { toUuid } from "../../core/ids.ts";
import { patch } from "../../core/patch.ts";
import { beginningOf } from "../../core/text/storable.ts";
import { companyIn, oneCompany } from "../companies/index.ts";
import { contactIn, oneContact } from "../contacts/index.ts";
import { activityContactTable, activityTable } from "./table.ts";

type Row = typeof activityTable.$inferSelect;

export const getActivity = (ctx: Ctx, id: ActivityId): Promise<Activity> => read(ctx, (tx) => activityIn(tx, id));

/** Throws `not_found` where the member sees no such activity, or it was removed. */
export async function activityIn(tx: Tx, id: ActivityId): Promise<Activity> {
  const [row] = await tx
    .select()
    .from(activityTable)
    .where(and(eq(activityTable.id, id), isNull(activityTable.removedAt)));
  if (!row) throw notFound("activity", id);
  const [activity] = await withContacts(tx, [row]);
  return activity!;
}

/** Activities, the newest first, of one kind, contact or company where that is asked for. */
export async function listActivities(ctx: Ctx, input: InputOf<typeof activities.list>) {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const after = decodeCursor(input.cursor, z.tuple([Instant, ActivityId]));
  return read(ctx, async (tx) => {
    const conditions: (SQL | undefined)[] = [isNull(activityTable.removedAt)];
    if (input.kind) conditions.push(eq(activityTable.kind, input.kind));
    if (input.companyId) conditions.push(sql`${activityTable.companyId} in ${oneCompany(input.companyId)}`);
    if (input.contactId)
      conditions.push(
        sql`(${activityTable.orgId}, ${activityTable.id}) in (select org_id, activity_id from activity_contacts where (org_id, contact_id) in ${oneContact(input.contactId)})`,
      );
    if (after)
      conditions.push(
        sql`(${activityTable.at}, ${activityTable.id}) < (${after[0]}::timestamptz, ${toUuid(after[1], "act")}::uuid)`,
      );
    const found = await tx
      .select()
      .from(activityTable)
      .where(and(...conditions))
      .orderBy(desc(activityTable.at), desc(activityTable.id))
      .limit(limit + 1);
    const page = pageOf(found, limit, (row) => [row.at, row.id]);
    return { items: await withContacts(tx, page.items), nextCursor: page.nextCursor };
  });
}

/** A note about somebody, or a company, that only this member has seen is this member's alone too. */
export const createActivity = (ctx: Ctx, input: InputOf<typeof activities.create>): Promise<Activity> =>
  change(ctx, "activity.create", async (tx) => {
    const { contactIds = [], ...fields } = input;
    const contacts = [];
    for (const id of new Set(contactIds)) contacts.push(await contactIn(tx, id));
    const company = input.companyId ? await companyIn(tx, input.companyId) : null;
    const seen = [...contacts, company].some((about) => about?.state === "seen");
    const [row] = await tx
      .insert(activityTable)
      .values({
        ...patch(fields),
        ...(company && { companyId: company.id }),
        kind: input.kind,
        text: input.text,
        at: input.at ?? ctx.now().toISOString(),
        ...(seen ? { visibility: "own" as const, private: true } : {}),
      })
      .returning();
    const links = [...new Set(contacts.map((contact) => contact.id))].map((contactId) => ({
      activityId: row!.id,
      contactId,
    }));
    if (links.length > 0) await tx.insert(activityContactTable).values(links);
    const after = await activityIn(tx, row!.id);
    return { after, private: row!.private, events: [activitiesChanged(after)] };
  });

export const updateActivity = (ctx: Ctx, input: InputOf<typeof activities.update>): Promise<Activity> =>
  change(ctx, "activity.update", async (tx) => {
    const { id, version, ...fields } = input;
    const before = await activityIn(tx, id);
    const [row] = await tx
      .update(activityTable)
      .set({ ...patch(fields), version: version + 1, updatedAt: ctx.now().toISOString() })
      .where(and(eq(activityTable.id, id), eq(activityTable.version, version)))
      .returning({ id: activityTable.id });
    if (!row) throw stale(before, input);
    const after = await activityIn(tx, id);
    return { after, before, private: await isPrivate(tx, id), events: [activitiesChanged(after)] };
  });

export const removeActivity = (ctx: Ctx, { id }: { id: ActivityId }): Promise<{ id: ActivityId }> =>
  change(ctx, "activity.remove", async (tx) => {
    const before = await activityIn(tx, id);
    await tx.update(activityTable).set({ removedAt: ctx.now().toISOString() }).where(eq(activityTable.id, id));
    return { after: { id }, before, private: await isPrivate(tx, id), events: [activitiesChanged(before)] };
  });

export const restoreActivity = (ctx: Ctx, { id }: { id: ActivityId }): Promise<Activity> =>
  change(ctx, "activity.restore", async (tx) => {
    const [row] = await tx
      .update(activityTable)
      .set({ removedAt: null })
      .where(and(eq(activityTable.id, id), isNotNull(activityTable.removedAt)))
      .returning({ id: activityTable.id });
    if (!row) throw notFound("removed activity", id);
    const after = await activityIn(tx, id);
    return { after, private: await isPrivate(tx, id), events: [activitiesChanged(after)] };
  });

async function withContacts(tx: Tx, found: Row[]): Promise<Activity[]> {
  if (found.length === 0) return [];
  const links = await tx
    .select()
    .from(activityContactTable)
    .where(
      inArray(
        activityContactTable.activityId,
        found.map((row) => row.id),
      ),
    );
  return found.map((row) => ({
    ...row,
    title: titleOf(row.text),
    contactIds: links.filter((link) => link.activityId === row.id).map((link) => link.contactId),
  }));
}

const LONGEST_TITLE = 120;
export const titleOf = (text: string): string => beginningOf(text.trim().split("\n", 1)[0]!, LONGEST_TITLE);

const activitiesChanged = ({ id, contactIds }: Activity) => ({
  type: "activities.changed" as const,
  payload: { activityIds: [id], contactIds },
});

async function isPrivate(tx: Tx, id: ActivityId): Promise<boolean> {
  const [row] = await tx.select({ private: activityTable.private }).from(activityTable).where(eq(activityTable.id, id));
  return row?.private ?? false;
}
