import type { ContactId } from "@sidenote/contract/ids";
import { type SQL, sql } from "drizzle-orm";
import { toUuid } from "../../core/ids.ts";

/**
 * Contacts, and whoever became one of them: by a merge, or seen in the member's mail under an address that it has. The latter are
 * found by the address, for which there is an index. `contacts` selects `org_id` and `id`, and so does this, to stand behind `in`.
 */
export const withJoined = (contacts: SQL): SQL => sql`(with recursive merged as (
    ${contacts}
    union select m.org_id, m.contact_id from contact_merges m join merged on m.org_id = merged.org_id and m.kept_id = merged.id)
  select org_id, id from merged
  union select c.org_id, c.id from merged
    join contact_identities i on i.org_id = merged.org_id and i.contact_id = merged.id
    join contact_identities same on same.org_id = i.org_id and same.kind = i.kind and same.value = i.value
    join contacts c on c.org_id = same.org_id and c.id = same.contact_id
    where (c.org_id, c.joined_to) in (select org_id, id from merged))`;

export const oneContact = (id: ContactId): SQL =>
  withJoined(sql`select k.org_id, k.id from contacts k where k.id = ${toUuid(id, "cnt")}::uuid`);
