import type { EmailId, PromiseId } from "@sidenote/contract/ids";
import { inArray } from "drizzle-orm";
import { insertMany, updateMany } from "../../core/db/bulk.ts";
import type { Tx } from "../../core/db/database.ts";
import { newId } from "../../core/ids.ts";
import type { Owing } from "./owing.ts";
import type { Answer } from "./settle.ts";
import { promiseAnswerTable, promiseTable } from "./table.ts";

type Row = typeof promiseTable.$inferSelect;

/** Makes the rows of these mails what was read in them. A person's decision, and the row that carries it, stay. */
export async function keepPromises(tx: Tx, emailIds: EmailId[], owings: readonly Owing<EmailId>[]): Promise<boolean> {
  if (emailIds.length === 0) return false;
  const before = await tx.select().from(promiseTable).where(inArray(promiseTable.emailId, emailIds));
  const known = new Map(before.map((row) => [keyOf(row.emailId, row.start), row]));
  const read = owings.map((one) => {
    const row = known.get(keyOf(one.mail.id, one.start));
    // What other threads said of it is not read again with this one.
    const owing = { ...one, mentionedAt: latest(one.mentionedAt, row?.mentionedAt ?? null) };
    return { owing, row, id: row?.id ?? newId("prm") };
  });
  const kept = new Set(read.map(({ id }) => id));
  const gone = before.filter((row) => !kept.has(row.id) && row.decision === null).map((row) => row.id);
  if (gone.length > 0) await tx.delete(promiseTable).where(inArray(promiseTable.id, gone));
  const fresh = read.filter(({ row }) => !row);
  const differing = read.filter(({ owing, row }) => row && differs(row, owing));
  await insertMany(
    tx,
    promiseTable,
    fresh.map(({ owing, id }) => ({ id, ...columnsOf(owing) })),
  );
  await updateMany(
    tx,
    promiseTable,
    promiseTable.id,
    differing.map(({ owing, id }) => ({ id, ...columnsOf(owing) })),
  );
  const answered = await keepAnswers(tx, new Set(emailIds), read);
  return answered || gone.length + fresh.length + differing.length > 0;
}

const keyOf = (emailId: EmailId, start: number): string => `${emailId} ${start}`;

const columnsOf = ({
  mail,
  kind,
  text,
  start,
  end,
  owes,
  owedTo,
  person,
  due,
  mentionedAt,
  foundBy,
}: Owing<EmailId>) => ({
  emailId: mail.id,
  start,
  end,
  quote: text,
  kind,
  owes,
  owedTo,
  personName: person.name,
  personAddress: person.address,
  at: mail.at,
  dueOn: due?.on ?? null,
  dueWords: due?.words ?? null,
  mentionedAt,
  foundBy,
});

const differs = (row: Row, owing: Owing<EmailId>): boolean =>
  Object.entries(columnsOf(owing)).some(([name, value]) => row[name as keyof Row] !== value);

async function keepAnswers(
  tx: Tx,
  emailIds: ReadonlySet<EmailId>,
  read: readonly { id: PromiseId; owing: Owing<EmailId> }[],
): Promise<boolean> {
  if (read.length === 0) return false;
  const before = await tx
    .select()
    .from(promiseAnswerTable)
    .where(
      inArray(
        promiseAnswerTable.promiseId,
        read.map(({ id }) => id),
      ),
    );
  const known = new Map(before.map((row) => [row.promiseId, row]));
  const changed = read.filter(({ id, owing: { answer } }) => {
    const row = known.get(id);
    if (row && !answer && !emailIds.has(row.emailId)) return false;
    return row?.emailId !== answer?.emailId || row?.start !== answer?.start || row?.quote !== answer?.text;
  });
  if (changed.length === 0) return false;
  await tx.delete(promiseAnswerTable).where(
    inArray(
      promiseAnswerTable.promiseId,
      changed.map(({ id }) => id),
    ),
  );
  await insertMany(
    tx,
    promiseAnswerTable,
    changed.flatMap(({ id, owing: { answer } }) => (answer ? [answerColumns(id, answer)] : [])),
  );
  return true;
}

export const answerColumns = (promiseId: PromiseId, { emailId, start, end, text, at }: Answer<EmailId>) => ({
  promiseId,
  emailId,
  start,
  end,
  quote: text,
  at,
});

export const latest = (a: string, b: string | null): string => (b !== null && b > a ? b : a);
