import { sql } from "drizzle-orm";
import { insertMany } from "../../core/db/bulk.ts";
import type { Tx } from "../../core/db/database.ts";
import { sightingTable } from "./table.ts";

/** One address as some mails had it. */
export type Sighting = Count & {
  name: string;
  /** The mail that named the person so, and when. */
  emailId: string;
  seenAt: string;
  writtenTo: boolean;
};

/** Between the two, and otherwise; times are of the former. */
export type Count = {
  address: string;
  firstAt: string | null;
  lastAt: string | null;
  in: number;
  out: number;
  observed: number;
};

/** Adds to what is known of how often and when these addresses occur in the member's mail. */
export async function countSightings(tx: Tx, sightings: readonly Count[]): Promise<void> {
  const rows = sightings.map(({ address, firstAt, lastAt, in: mailsIn, out: mailsOut, observed: mailsObserved }) => ({
    address,
    firstAt,
    lastAt,
    mailsIn,
    mailsOut,
    mailsObserved,
  }));
  await insertMany(
    tx,
    sightingTable,
    rows,
    sql`on conflict (org_id, owner_id, address) do update set
      first_at = least(contact_sightings.first_at, excluded.first_at),
      last_at = greatest(contact_sightings.last_at, excluded.last_at),
      mails_in = contact_sightings.mails_in + excluded.mails_in,
      mails_out = contact_sightings.mails_out + excluded.mails_out,
      mails_observed = contact_sightings.mails_observed + excluded.mails_observed`,
  );
}
