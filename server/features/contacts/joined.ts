import type { ContactId } from "@sidenote/contract/ids";
import { type Param, type SQL, sql } from "drizzle-orm";
import { contactTable } from "./table.ts";

/**
 * Contacts, and whoever became one of them: by a merge, or seen in the member's mail under an address that it has. `contacts`
 * selects `org_id` and `id`, and so does this, to stand behind `in`.
 */
export const withJoined = (contacts: SQL): SQL => sql`(with recursive one as (
    ${contacts}
    union select c.org_id, c.id from contacts c join one on c.org_id = one.org_id and c.joined_to = one.id)
  select org_id, id from one)`;

export const oneContact = (id: ContactId | Param): SQL =>
  withJoined(
    sql`select k.org_id, k.id from contacts k where k.id = ${typeof id === "string" ? sql.param(id, contactTable.id) : id}`,
  );
