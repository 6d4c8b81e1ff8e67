import type { EmailId } from "@sidenote/contract/ids";
import { desc, inArray, sql } from "drizzle-orm";
import type { Tx } from "../../core/db/database.ts";
import { contentWords } from "../../core/text/words.ts";
import { emailTable, participantTable } from "../emails/index.ts";

/** How far back is looked, how many of a question's words are looked for, and how many mails are brought. */
const LOOKED_AT = 1000;
const MOST_WORDS = 24;
const MOST_MAILS = 12;
/** Of what its words tell, so much must a mail have: one rare word is a coincidence. */
const LEAST = 0.5;

type Question = { addresses: readonly string[]; asked: readonly string[]; known: ReadonlySet<string> };

/**
 * The mails that this person wrote, got or was copied on which have most of what is asked about, besides those that are known:
 * rare words tell more than common ones. Under row security like everything that a member reads.
 */
export async function mailsAbout(tx: Tx, { addresses, asked, known }: Question): Promise<EmailId[]> {
  const words = [...contentWords(asked.join(" "))].slice(0, MOST_WORDS);
  if (words.length === 0 || addresses.length === 0) return [];
  const withPerson = tx
    .selectDistinct({ id: participantTable.emailId, at: participantTable.at })
    .from(participantTable)
    .where(inArray(participantTable.address, [...addresses]))
    .orderBy(desc(participantTable.at))
    .limit(LOOKED_AT)
    .as("with_person");
  const has = words.map((word) => sql`(position(${word} in lower(${emailTable.text})) > 0)::int::text`);
  const found = await tx
    .select({ id: emailTable.id, at: emailTable.at, has: sql<string>`${sql.join(has, sql` || `)}` })
    .from(emailTable)
    .innerJoin(withPerson, sql`${withPerson.id} = ${emailTable.id}`);
  const weights = words.map((_, i) => {
    const having = found.filter((mail) => mail.has[i] === "1").length;
    return having === 0 ? 0 : Math.log(1 + found.length / having);
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const fit = (has: string) => weights.reduce((sum, weight, i) => sum + (has[i] === "1" ? weight : 0), 0);
  return found
    .map(({ id, at, has }) => ({ id, at, fit: fit(has) }))
    .filter((mail) => mail.fit >= all * LEAST && !known.has(mail.id))
    .sort((a, b) => b.fit - a.fit || b.at.localeCompare(a.at))
    .slice(0, MOST_MAILS)
    .map((mail) => mail.id);
}
