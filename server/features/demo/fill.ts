import type { ContactId } from "@sidenote/contract/ids";
import { sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { chunks } from "../../core/db/chunks.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { change } from "../../core/db/transaction.ts";
import { incomingFromFile } from "../../core/mail/incoming.ts";
import { parseMail } from "../../core/mail/parse.ts";
import { createActivity, updateActivity } from "../activities/index.ts";
import { companyIn, updateCompany } from "../companies/index.ts";
import { contactIn, contactsByAddress, updateContact } from "../contacts/index.ts";
import { storeMails } from "../emails/index.ts";
import { insertOwnAddress } from "../organizations/index.ts";
import { Calendar } from "./calendar.ts";
import { ada } from "./content/colleagues.ts";
import { RELATIONS } from "./content/index.ts";
import type { Happening, Person, Relation } from "./content/story.ts";
import { type Letter, lettersOf } from "./letters.ts";

const BATCH_MAILS = 50;

export type Added = { people: number; companies: number; mails: number; activities: number };

/** Brings the story in through the doors that any mail and any note come through. Done again, it doubles nothing. */
export async function fillDemo(ctx: Ctx, timeZone: string): Promise<Added> {
  const calendar = new Calendar(ctx.now(), timeZone);
  await addOwnAddress(ctx);
  const letters = lettersOf(RELATIONS, calendar);
  for (const part of chunks(letters, BATCH_MAILS)) await storePart(ctx, part);
  await addWhatPeopleSaid(ctx, calendar);
  await ctx.app.db.statement("analyze");
  return {
    people: RELATIONS.reduce((sum, one) => sum + one.people.length, 0),
    companies: RELATIONS.filter((one) => one.company).length,
    mails: letters.length,
    activities: RELATIONS.reduce((sum, one) => sum + (one.happenings?.length ?? 0), 0),
  };
}

/** There is no mail yet that would have to be sorted anew. */
const addOwnAddress = (ctx: Ctx): Promise<{ address: string }> =>
  change(ctx, "address.add", async (tx) => {
    await insertOwnAddress(tx, ada.address);
    return { after: { address: ada.address } };
  });

async function storePart(ctx: Ctx, part: readonly Letter[]): Promise<void> {
  const mails = await Promise.all(
    part.map(async ({ at, bytes }) => incomingFromFile(await parseMail(bytes), at.toISOString())),
  );
  await change(ctx, "email.store", async (tx) => {
    const { emailIds, events } = await storeMails(tx, ctx, mails, { kind: "demo" });
    return { after: { emailIds }, events };
  });
}

/** Whether everything is there: the last step of filling has left its audit row. */
export async function isFilled(tx: Tx): Promise<boolean> {
  const [found] = await rows<{ filled: boolean }>(
    tx,
    sql`select exists (select 1 from audit_log where action = 'demo.add') as filled`,
  );
  return found?.filled ?? false;
}

/** What the mail alone does not tell: titles, companies' details, and what happened beside it. */
const addWhatPeopleSaid = (ctx: Ctx, calendar: Calendar): Promise<Record<string, never>> =>
  change(ctx, "demo.add", async (tx, inside) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`demo ${ctx.actor.organizationUuid}`}, 0))`);
    if (await isFilled(tx)) return { after: {} };
    for (const relation of RELATIONS) {
      await describePeople(tx, inside, relation);
      await describeCompany(tx, inside, relation, calendar);
      for (const one of relation.happenings ?? []) await addHappening(tx, inside, one, calendar);
    }
    return { after: {} };
  });

async function describePeople(tx: Tx, ctx: Ctx, { people }: Relation): Promise<void> {
  const ids = await idsOf(tx, people);
  for (const { address, title, phone } of people) {
    const id = ids.get(address);
    if (!id || (!title && !phone)) continue;
    const { version } = await contactIn(tx, id);
    await updateContact(ctx, { id, version, ...(title ? { title } : {}), ...(phone ? { phones: [phone] } : {}) });
  }
}

async function describeCompany(tx: Tx, ctx: Ctx, { company, people }: Relation, calendar: Calendar): Promise<void> {
  const [id] = (await idsOf(tx, people)).values();
  const known = id && (await contactIn(tx, id)).company;
  if (!company || !known) return;
  const { version } = await companyIn(tx, known.id);
  const { notes, ...said } = company;
  await updateCompany(ctx, { id: known.id, version, ...said, ...(notes ? { notes: calendar.fill(notes) } : {}) });
}

async function addHappening(tx: Tx, ctx: Ctx, one: Happening, calendar: Calendar): Promise<void> {
  const ids = await idsOf(tx, one.with);
  const contactIds = one.with.flatMap(({ address }) => ids.get(address) ?? []);
  const [first] = contactIds;
  const company = first && (await contactIn(tx, first)).company;
  const { id, version } = await createActivity(ctx, {
    kind: one.kind,
    at: calendar.ago(one.when).toISOString(),
    text: calendar.fill(one.text),
    contactIds,
    ...(company ? { companyId: company.id } : {}),
    ...(one.outcome ? { outcome: one.outcome } : {}),
    ...(one.due === undefined ? {} : { dueAt: calendar.at(one.due, "17:00").toISOString() }),
  });
  if (one.done && one.due !== undefined)
    await updateActivity(ctx, { id, version, doneAt: calendar.at(one.due, "15:20").toISOString() });
}

const idsOf = (tx: Tx, people: readonly Person[]): Promise<Map<string, ContactId>> =>
  contactsByAddress(
    tx,
    people.map((person) => person.address),
  );
