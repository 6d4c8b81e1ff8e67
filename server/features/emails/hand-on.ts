import type { EmailId, ImportId } from "@sidenote/contract/ids";
import { sql } from "drizzle-orm";
import type { Tx } from "../../core/db/database.ts";
import { uuids } from "../../core/db/raw.ts";

/** Each of these mails is from now on of the import that is named beside it, and goes when that one is undone. */
export async function giveToImports(tx: Tx, given: readonly { emailId: EmailId; importId: ImportId }[]): Promise<void> {
  const emailIds = uuids(
    given.map((one) => one.emailId),
    "eml",
  );
  const importIds = uuids(
    given.map((one) => one.importId),
    "imp",
  );
  await tx.execute(
    sql`update emails e set import_id = g.import_id from unnest(${emailIds}, ${importIds}) as g (email_id, import_id) where e.id = g.email_id`,
  );
}
