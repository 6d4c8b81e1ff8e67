import type { ContactId } from "@sidenote/contract/ids";
import { sql } from "drizzle-orm";
import { rows, type Tx } from "../../core/db/database.ts";
import { toUuid } from "../../core/ids.ts";

type Move = { from: ContactId; to: ContactId };
const uuidsOf = ({ from, to }: Move) => [sql`${toUuid(from, "cnt")}::uuid`, sql`${toUuid(to, "cnt")}::uuid`];

/**
 * Where two contacts become one, the activities of the other are the kept one's. Those that name both already stay as they are. Of
 * others' private ones nobody else knows, and they find the contact by its old id. Returns which have moved.
 */
export async function moveActivities(tx: Tx, move: Move): Promise<string[]> {
  const [from, to] = uuidsOf(move);
  const moved = await rows<{ id: string }>(
    tx,
    sql`update activity_contacts a set contact_id = ${to} where a.contact_id = ${from}
        and not exists (select 1 from activity_contacts b where b.org_id = a.org_id and b.activity_id = a.activity_id and b.contact_id = ${to})
        returning a.activity_id::text as id`,
  );
  return moved.map((one) => one.id);
}

/** Those that had moved go back, where they still are the one's. */
export async function giveActivitiesBack(tx: Tx, move: Move, activities: readonly string[]): Promise<void> {
  const [from, to] = uuidsOf(move);
  await tx.execute(
    sql`update activity_contacts set contact_id = ${to} where contact_id = ${from}
        and activity_id in (select value::uuid from json_array_elements_text(${JSON.stringify(activities)}::json))`,
  );
}
