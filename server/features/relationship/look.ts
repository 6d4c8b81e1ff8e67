import type { EmailId, ThreadId } from "@sidenote/contract/ids";
import type { Relationship } from "@sidenote/contract/relationship";
import { type SQL, sql } from "drizzle-orm";
import { rows, type Tx } from "../../core/db/database.ts";
import { iso, isoOrNull } from "../../core/db/raw.ts";
import { fromUuid } from "../../core/ids.ts";
import { contactsByAddress } from "../contacts/index.ts";
import type { Turned } from "./rhythm.ts";

/** Mails whose times are looked at, and those whose people and files are. */
const TIMES = 2000;
const MAILS = 1000;
const SHOWN_PEOPLE = 6;
const SHOWN_FILES = 5;

/**
 * The member's own mails with whoever has these addresses: from them, or written to them. The owner is named, not only left to
 * row security: mail that a colleague shares is the colleague's relationship.
 */
export const mailsWith = (addresses: readonly string[]): SQL => sql`
  from email_participants p
  where p.address in (${listOf(addresses)}) and p.owner_id = (select app.member_id())
    and (p.direction = 'out' or (p.direction = 'in' and p.role = 'from'))`;

const listOf = (addresses: readonly string[]): SQL =>
  sql.join(
    (addresses.length > 0 ? addresses : [""]).map((one) => sql`${one}`),
    sql`, `,
  );

/** First and last mail of each side, and how many; what a robot answered in their name is nobody's, as in all sums of people. */
export async function waysOf(tx: Tx, addresses: readonly string[]): Promise<Pick<Relationship, "theirs" | "yours">> {
  const found = await rows<{ direction: "in" | "out"; mails: number; first: string | Date; last: string | Date }>(
    tx,
    sql`select p.direction, count(distinct p.email_id)::int as mails, min(p.at) as first, max(p.at) as last ${mailsWith(addresses)}
          and not exists (select 1 from emails e where e.org_id = p.org_id and e.id = p.email_id and p.direction = 'in' and e.automatic)
        group by 1`,
  );
  const way = (direction: "in" | "out") => {
    const one = found.find((row) => row.direction === direction);
    return { mails: one?.mails ?? 0, firstAt: isoOrNull(one?.first ?? null), lastAt: isoOrNull(one?.last ?? null) };
  };
  return { theirs: way("in"), yours: way("out") };
}

/** When they wrote and when the member did, oldest first; what robots wrote is left out. */
export async function turnsWith(tx: Tx, addresses: readonly string[]): Promise<Turned[]> {
  const found = await rows<{ thread_id: string; at: string | Date; direction: "in" | "out" }>(
    tx,
    sql`select e.thread_id::text, e.at, e.direction from emails e where not e.automatic and (e.org_id, e.id) in (
          select p.org_id, p.email_id ${mailsWith(addresses)} order by p.at desc limit ${TIMES})
        order by e.at`,
  );
  return found.map((row) => ({
    threadId: row.thread_id,
    at: iso(row.at),
    by: row.direction === "out" ? "you" : "them",
  }));
}

/** Who else is on mails that this person is on, the most often first. */
export async function peopleInCommon(tx: Tx, addresses: readonly string[]): Promise<Relationship["inCommon"]> {
  const found = await rows<{ name: string; address: string; mails: number }>(
    tx,
    sql`select q.address, max(q.name) as name, count(distinct q.email_id)::int as mails from email_participants q
        where (q.org_id, q.email_id) in (
            select p.org_id, p.email_id from email_participants p
            where p.address in (${listOf(addresses)}) and p.owner_id = (select app.member_id()) order by p.at desc limit ${MAILS})
          and not q.own and q.address <> '' and q.address not in (${listOf(addresses)})
        group by q.address order by mails desc, max(q.at) desc limit ${SHOWN_PEOPLE}`,
  );
  const known = await contactsByAddress(
    tx,
    found.map((one) => one.address),
  );
  return found.map((one) => ({ ...one, contactId: known.get(one.address) ?? null }));
}

/** The newest files of either side, and how many there are; pictures inside a mail's HTML are none. */
export async function exchangedFiles(tx: Tx, addresses: readonly string[]): Promise<Relationship["files"]> {
  const found = await rows<{
    name: string;
    media_type: string;
    direction: "in" | "out";
    at: string | Date;
    email_id: string;
    thread_id: string;
    in: number;
    out: number;
  }>(
    tx,
    sql`select f.name, f.media_type, e.direction, e.at, e.id::text as email_id, e.thread_id::text,
          (count(*) filter (where e.direction = 'in') over ())::int as in, (count(*) filter (where e.direction = 'out') over ())::int as out
        from emails e
        join email_attachments a on a.org_id = e.org_id and a.email_id = e.id and a.content_id is null
        join files f on f.org_id = a.org_id and f.id = a.file_id
        where (e.org_id, e.id) in (select p.org_id, p.email_id ${mailsWith(addresses)} order by p.at desc limit ${MAILS})
        order by e.at desc, a.position limit ${SHOWN_FILES}`,
  );
  return {
    in: found[0]?.in ?? 0,
    out: found[0]?.out ?? 0,
    newest: found.map((row) => ({
      name: row.name,
      mediaType: row.media_type,
      direction: row.direction,
      at: iso(row.at),
      emailId: fromUuid(row.email_id, "eml") satisfies EmailId,
      threadId: fromUuid(row.thread_id, "thr") satisfies ThreadId,
    })),
  };
}
