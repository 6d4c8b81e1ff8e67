import type { Contact } from "@sidenote/contract/contacts";
import { and, desc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "../../core/db/database.ts";
import { activityContactTable, activityTable, titleOf } from "../activities/index.ts";
import { companyIn } from "../companies/index.ts";
import { oneContact } from "../contacts/index.ts";
import type { FactSource } from "./facts.ts";

const ACTIVITIES = 20;

/** What was noted about somebody; of a task nothing is known yet. */
export async function activitySources(tx: Tx, contact: Contact): Promise<FactSource[]> {
  const found = await tx
    .select({ id: activityTable.id, at: activityTable.at, text: activityTable.text })
    .from(activityContactTable)
    .innerJoin(
      activityTable,
      and(eq(activityTable.orgId, activityContactTable.orgId), eq(activityTable.id, activityContactTable.activityId)),
    )
    .where(
      and(
        sql`(${activityContactTable.orgId}, ${activityContactTable.contactId}) in ${oneContact(contact.id)}`,
        isNull(activityTable.removedAt),
        ne(activityTable.kind, "task"),
      ),
    )
    .orderBy(desc(activityTable.at))
    .limit(ACTIVITIES);
  return found.map(({ id, at, text }) => ({
    id,
    kind: "activity",
    at,
    by: "you",
    seen: false,
    author: "",
    subject: titleOf(text),
    text,
    ...allSaid(text),
  }));
}

const allSaid = (text: string): Pick<FactSource, "said" | "spans"> => {
  const spans: FactSource["spans"] = [{ kind: "said", start: 0, end: text.length }];
  return { said: spans, spans };
};

/** What is kept of somebody and of where they work. */
export async function recordSources(tx: Tx, contact: Contact | null): Promise<FactSource[]> {
  if (!contact) return [];
  const record = (id: string, kind: "contact" | "company", text: string): FactSource => ({
    id,
    kind,
    at: null,
    by: "other",
    seen: false,
    author: "",
    subject: "",
    text,
    ...allSaid(text),
  });
  const company = contact.company ? await companyIn(tx, contact.company.id) : null;
  return [
    record(contact.id, "contact", contact.text),
    ...(company ? [record(company.id, "company", company.text)] : []),
  ];
}
