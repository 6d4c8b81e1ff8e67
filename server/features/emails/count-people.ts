import { sql } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import { rows, type Tx } from "../../core/db/database.ts";
import { isoOrNull } from "../../core/db/raw.ts";
import { toUuid } from "../../core/ids.ts";
import { isRoleAddress } from "../../core/mail/people/addresses.ts";

type CountRow = {
  address: string;
  first_at: string | Date | null;
  last_at: string | Date | null;
  mails_in: number;
  mails_out: number;
  mails_observed: number;
};

/** From them, or written to them. */
const DIRECT = sql`(p.direction = 'out' or (p.direction = 'in' and p.role = 'from'))`;
/** Neither; who copies in themselves is the sender alone. */
const OBSERVED = sql`(p.direction = 'observed' or (p.direction = 'in' and p.role <> 'from' and (p.address <> e.from_address or e.automatic)))`;

/** How often and when each person occurs in the member's mail, by the same rule as when mail is stored (`sightingsOf`). */
export async function countPeople(tx: Tx, ctx: Ctx, where = sql`true`) {
  const counted = await rows<CountRow>(
    tx,
    sql`select p.address, min(p.at) filter (where ${DIRECT}) as first_at, max(p.at) filter (where ${DIRECT}) as last_at,
          count(distinct p.email_id) filter (where p.direction = 'in' and p.role = 'from')::int as mails_in,
          count(distinct p.email_id) filter (where p.direction = 'out')::int as mails_out,
          count(distinct p.email_id) filter (where ${OBSERVED})::int as mails_observed
        from email_participants p
        join emails e on e.org_id = p.org_id and e.id = p.email_id
        where p.owner_id = ${toUuid(ctx.actor.memberId, "mbr")}::uuid and not p.own and p.address <> '' and not (p.role = 'from' and e.automatic) and ${where}
        group by p.address`,
  );
  return counted
    .filter((row) => !isRoleAddress(row.address))
    .map((row) => ({
      address: row.address,
      firstAt: isoOrNull(row.first_at),
      lastAt: isoOrNull(row.last_at),
      in: row.mails_in,
      out: row.mails_out,
      observed: row.mails_observed,
    }));
}
