import type { EmailId, PromiseId, ThreadId } from "@sidenote/contract/ids";
import { sql } from "drizzle-orm";
import { rows, type Tx } from "../../core/db/database.ts";
import { iso } from "../../core/db/raw.ts";
import { fromUuid, toUuid } from "../../core/ids.ts";
import {
  ANSWERED_WITHIN_DAYS,
  canBeHeard,
  keptElsewhere,
  LOOKED_AFTER_DAYS,
  mentionsOf,
  namingWords,
  type Sought,
} from "./elsewhere.ts";
import type { Owing } from "./owing.ts";
import type { Answer } from "./settle.ts";
import type { Turn } from "./turn.ts";

type Mail = Turn<EmailId> & { threadId: ThreadId };
/** What other threads say of a promise. */
type Heard = { answer: Answer<EmailId> | null; mentionedAt: string | null };

/** Of the later mails with somebody, the nearest are looked at, and of those the ones that hold a word of the promise. */
const NEAREST = 60;
const MOST_READ = 12;

/** What is told in these mails of a promise that stands in another thread. */
export function heardIn(sought: Sought, threadId: ThreadId, mails: readonly Mail[]): Heard {
  const mentions = mentionsOf(sought);
  let answer: Heard["answer"] = null;
  let mentionedAt: string | null = null;
  for (const mail of [...mails].sort((a, b) => a.at.localeCompare(b.at))) {
    if (mail.threadId === threadId || mail.at <= sought.at || mail.automatic) continue;
    if (!answer) {
      const kept = keptElsewhere(sought, mail);
      if (kept) answer = { emailId: mail.id, at: mail.at, text: kept.text, start: kept.start, end: kept.end };
    }
    if (withSame(sought, mail) && mentions(mail)) mentionedAt = mail.at;
  }
  return { answer, mentionedAt };
}

const withSame = ({ people }: Sought, { direction, from, to }: Mail): boolean =>
  direction === "out"
    ? to.some((one) => people.includes(one.address))
    : direction === "in" && people.includes(from.address);

export const soughtOf = (owing: Owing<EmailId>): Sought => ({
  kind: owing.kind,
  owes: owing.owes,
  text: owing.text,
  at: owing.mail.at,
  dueOn: owing.due?.on ?? null,
  people: peopleOf(owing),
});

/** Everybody on its mail but the member. */
const peopleOf = ({ mail, person }: Owing<EmailId>): string[] => [
  ...new Set([person.address, ...mail.to.map((one) => one.address)]),
];

/** Mails of other threads, stored already, that may tell of these. */
export async function laterMailsWith(
  tx: Tx,
  open: readonly { sought: Sought; threadId: ThreadId }[],
): Promise<EmailId[]> {
  const asked = open.flatMap(({ sought, threadId }) => {
    const patterns = [...namingWords(sought)].map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
    const speaks = ["%call%", "%talk%", "%meet%", "%розмов%", "%зустріч%", "%дзвінок%", "%Gespräch%", "%Anruf%"];
    return {
      people: sought.people,
      thread: toUuid(threadId, "thr"),
      at: sought.at,
      patterns: patterns.length > 0 ? patterns : speaks,
    };
  });
  if (asked.length === 0) return [];
  const found = await rows<{ id: string }>(
    tx,
    // Each text is put in small letters once: `ilike` does so anew for every pattern.
    sql`select distinct found.id::text from json_to_recordset(${JSON.stringify(asked)}::json) as s(people text[], thread uuid, at timestamptz, patterns text[])
        cross join lateral (select array_agg(lower(pattern)) as small from unnest(s.patterns) pattern) p
        cross join lateral (
          select e.id from (
            select p.org_id, p.email_id, p.at from email_participants p
            where p.address = any(s.people) and p.at > s.at and p.at <= s.at + ${`${LOOKED_AFTER_DAYS} days`}::interval
              and (p.direction = 'out' or (p.direction = 'in' and p.role = 'from'))
            order by p.at limit ${NEAREST}) near
          join emails e on e.org_id = near.org_id and e.id = near.email_id
          cross join lateral (select lower(e.subject || e'\n' || e.text) as said offset 0) small
          where e.owner_id = (select app.member_id()) and e.thread_id <> s.thread and not e.automatic and said like any(p.small)
          order by near.at limit ${MOST_READ}) found`,
  );
  return found.map((row) => fromUuid(row.id, "eml"));
}

/** `was`: when mail last spoke of it, as known so far. */
type OpenPromise = { id: PromiseId; emailId: EmailId; threadId: ThreadId; was: string; sought: Sought };

/** What is open in other threads with the people of these mails: what the mails may keep or answer. */
export async function openElsewhere(tx: Tx, mails: readonly Mail[]): Promise<OpenPromise[]> {
  const told = mails.filter((mail) => !mail.automatic && mail.direction !== "observed");
  const heard = told.flatMap(({ direction, to, from, at }) =>
    (direction === "out" ? to : [from]).map(({ address }) => ({ address, at })),
  );
  if (heard.length === 0) return [];
  const found = await rows<{
    id: string;
    email_id: string;
    thread_id: string;
    kind: Sought["kind"];
    owes: Sought["owes"];
    quote: string;
    at: string | Date;
    due_on: string | null;
    mentioned_at: string | Date;
    person_address: string;
    others: string | null;
  }>(
    tx,
    // Mail by mail (`offset 0`), and promise by promise (a subselect for one value): where nobody has told the planner how much
    // there is, as in PGlite, it goes through all promises and through all answers.
    sql`select p.id::text, p.email_id::text, e.thread_id::text, p.kind, p.owes, p.quote, p.at, p.due_on::text, p.mentioned_at, p.person_address, q.others
        from (
          select q.org_id, q.email_id, min(s.at) as heard_at from json_to_recordset(${JSON.stringify(heard)}::json) as s(address text, at timestamptz)
          join email_participants q on q.address = s.address and not q.own and q.role in ('from', 'to')
            and q.at >= s.at - ${Math.max(ANSWERED_WITHIN_DAYS, LOOKED_AFTER_DAYS)}::int * interval '1 day' and q.at < s.at
          group by q.org_id, q.email_id) near
        cross join lateral (
          select * from promises owing where owing.org_id = near.org_id and owing.email_id = near.email_id offset 0) p
        join emails e on e.org_id = p.org_id and e.id = p.email_id
        cross join lateral (
          select string_agg(q.address, ' ') as others
          from email_participants q where q.org_id = p.org_id and q.email_id = p.email_id and not q.own and q.role in ('from', 'to')) q
        where p.owner_id = (select app.member_id()) and p.owes <> 'other' and p.decision is null
          and p.at >= near.heard_at - (case p.kind when 'ask' then ${ANSWERED_WITHIN_DAYS}::int else ${LOOKED_AFTER_DAYS}::int end) * interval '1 day'
          and (select a.promise_id from promise_answers a where a.org_id = p.org_id and a.promise_id = p.id) is null`,
  );
  const open = found.map((row) => ({
    id: fromUuid(row.id, "prm"),
    emailId: fromUuid(row.email_id, "eml"),
    threadId: fromUuid(row.thread_id, "thr"),
    was: iso(row.mentioned_at),
    sought: {
      kind: row.kind,
      owes: row.owes,
      text: row.quote,
      at: iso(row.at),
      dueOn: row.due_on,
      people: [...new Set([row.person_address, ...(row.others ?? "").split(" ")])].filter(Boolean),
    },
  }));
  return open.filter((one) => canBeHeard(one.sought));
}
