import type { TimelineEntry } from "@sidenote/contract/contacts";
import type { Context, ContextOwed } from "@sidenote/contract/context";
import type { Direction } from "@sidenote/contract/emails";
import { type SQL, sql } from "drizzle-orm";
import { rows, type Tx } from "../../core/db/database.ts";
import { iso } from "../../core/db/raw.ts";
import { fromUuid } from "../../core/ids.ts";

/** Mails looked at for rhythm and timeline: more tell nothing new of how somebody answers today. */
const RECENT_MAILS = 300;
const MONTHS = 24;
/** Fewer answers make no habit. */
const LEAST_ANSWERS = 3;

/** What a thread waits for; `lastAt`: when anybody wrote there last. */
export type Waiting = ContextOwed & { lastAt: string };

type Mail = {
  id: string;
  threadId: string;
  at: string;
  direction: Direction;
  subject: string;
  fromThem: boolean;
  /** What a robot sends answers nobody. */
  automatic: boolean;
  /** What it asks, where its thread waits for that. */
  owed: Waiting | null;
};
export type MailHistory = Pick<Context, "mails" | "firstContactAt" | "lastContactAt" | "months" | "answersInHours"> & {
  recent: Mail[];
};

/** Mail between the two: from them, or written to them. Where somebody is only copied in, nothing was said to them. */
const BETWEEN = sql`(p.direction = 'out' or (p.direction = 'in' and p.role = 'from'))`;

/** What the member's own mail tells of somebody: how much, since when, in which rhythm. Asked all at once: no answer waits. */
export async function mailHistory(tx: Tx, addresses: readonly string[]): Promise<MailHistory> {
  const list = sql.join(
    addresses.map((address) => sql`${address}`),
    sql`, `,
  );
  const [byMonth, mails] = await Promise.all([sumsByMonth(tx, list), recentMails(tx, list)]);
  const [sums] = byMonth;
  const months = byMonth.flatMap(({ month, in: got, out }) => (month === null ? [] : [{ month, in: got, out }]));
  const recent = mails.map(asMail);
  return {
    mails: { in: sums?.mails_in ?? 0, out: sums?.mails_out ?? 0, observed: sums?.mails_observed ?? 0 },
    firstContactAt: sums?.first ? iso(sums.first) : null,
    lastContactAt: sums?.last ? iso(sums.last) : null,
    months: withoutGaps(months),
    answersInHours: answerTimes(recent.filter((mail) => !mail.automatic)),
    recent,
  };
}

type Sums = {
  first: string | Date | null;
  last: string | Date | null;
  mails_in: number;
  mails_out: number;
  mails_observed: number;
  month: string | null;
  in: number;
  out: number;
};

/** The sums of all time beside each of the last months. */
const sumsByMonth = (tx: Tx, list: SQL): Promise<Sums[]> =>
  rows<Sums>(
    tx,
    sql`with sums as (
          select min(first_at) as first, max(last_at) as last, coalesce(sum(mails_in), 0)::int as mails_in,
            coalesce(sum(mails_out), 0)::int as mails_out, coalesce(sum(mails_observed), 0)::int as mails_observed
          from contact_sightings where owner_id = (select app.member_id()) and address in (${list}))
        select sums.*, months.* from sums left join lateral (
          select to_char(at at time zone 'UTC', 'YYYY-MM') as month, count(distinct email_id) filter (where direction = 'in')::int as in,
            count(distinct email_id) filter (where direction = 'out')::int as out
          from email_participants p where address in (${list}) and ${BETWEEN}
            and at > coalesce(sums.last, now()) - interval '${sql.raw(String(MONTHS))} months'
          group by 1) months on true
        order by month`,
  );

type Row = {
  id: string;
  thread_id: string;
  at: string | Date;
  direction: Direction;
  subject: string;
  from_them: boolean;
  automatic: boolean;
  owed_by: "you" | "them" | null;
  owed_since: string | Date;
  owed_asks: string;
  owed_start: number;
  thread_subject: string;
  thread_last_at: string | Date;
};

const recentMails = (tx: Tx, list: SQL): Promise<Row[]> =>
  rows<Row>(
    tx,
    sql`select e.id::text, e.thread_id::text, e.at, e.direction, e.subject, e.automatic, e.from_address in (${list}) as from_them,
          t.owed_by, t.owed_since, t.owed_asks, t.owed_start, t.subject as thread_subject, t.last_at as thread_last_at
        from emails e left join threads t on t.org_id = e.org_id and t.id = e.thread_id and t.owed_email_id = e.id
        where (e.org_id, e.id) in (
          select p.org_id, p.email_id from email_participants p where p.address in (${list}) and ${BETWEEN} order by p.at desc limit ${RECENT_MAILS})
        order by e.at desc, e.id desc`,
  );

const asMail = (row: Row): Mail => ({
  id: fromUuid(row.id, "eml"),
  threadId: fromUuid(row.thread_id, "thr"),
  at: iso(row.at),
  direction: row.direction,
  subject: row.subject,
  fromThem: row.from_them,
  automatic: row.automatic,
  owed: row.owed_by && {
    by: row.owed_by,
    since: iso(row.owed_since),
    sourceId: fromUuid(row.id, "eml"),
    asks: row.owed_asks,
    start: row.owed_start,
    end: row.owed_start + row.owed_asks.length,
    threadId: fromUuid(row.thread_id, "thr"),
    subject: row.thread_subject,
    lastAt: iso(row.thread_last_at),
  },
});

/** Every month from the first to the last, those without mail too. */
function withoutGaps(months: readonly { month: string; in: number; out: number }[]): MailHistory["months"] {
  const [first] = months;
  const last = months.at(-1);
  if (!first || !last) return [];
  const known = new Map(months.map((one) => [one.month, one]));
  const all: MailHistory["months"] = [];
  for (let month = first.month; month <= last.month; month = nextMonth(month))
    all.push(known.get(month) ?? { month, in: 0, out: 0 });
  return all.slice(-MONTHS);
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/** The median time from a mail to the next one of the other side in the same thread. */
function answerTimes(
  mails: readonly Pick<Mail, "threadId" | "at" | "direction" | "fromThem">[],
): MailHistory["answersInHours"] {
  const they: number[] = [];
  const you: number[] = [];
  const open = new Map<string, { by: "you" | "them"; at: number }>();
  for (const mail of [...mails].sort((a, b) => a.at.localeCompare(b.at))) {
    const by = mail.direction === "out" ? "you" : mail.direction === "in" && mail.fromThem ? "them" : null;
    if (!by) continue;
    const at = Date.parse(mail.at);
    const before = open.get(mail.threadId);
    if (before && before.by !== by) (by === "you" ? you : they).push((at - before.at) / 3_600_000);
    if (before?.by !== by) open.set(mail.threadId, { by, at });
  }
  return { they: median(they), you: median(you) };
}

function median(hours: number[]): number | null {
  if (hours.length < LEAST_ANSWERS) return null;
  const sorted = hours.sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const value = sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return Math.round(value * 10) / 10;
}

export const asTimeline = ({ id, threadId, at, direction, subject }: Mail): TimelineEntry => ({
  kind: "email",
  id,
  at,
  title: subject,
  direction,
  threadId,
});
