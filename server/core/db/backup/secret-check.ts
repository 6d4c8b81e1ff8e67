import { sql } from "drizzle-orm";
import { AppError } from "../../errors.ts";
import type { Seal } from "../../files/seal.ts";
import { type Database, rows, type Tx } from "../database.ts";

const PURPOSE = "backup check";

/** Something sealed, by which data and backups tell whether a secret is theirs. */
export const sealedMark = (seal: Seal): string =>
  Buffer.from(seal.seal(PURPOSE, Buffer.from(PURPOSE))).toString("base64");

/** Whether the mark was sealed with this secret. */
export function opensMark(seal: Seal, mark: string): boolean {
  try {
    seal.open(PURPOSE, Buffer.from(mark, "base64"));
    return true;
  } catch {
    return false;
  }
}

const WRONG_SECRET =
  "This data was made with another secret: nothing was opened or changed. Start with the SIDENOTE_SECRET or the secret.key that it was made with; if that is lost for good, `npm run -s sidenote -- db accept-secret` goes on with this one, and files and the model's key stay closed";

/** Data remembers the secret that it was first opened with: with another one nothing is sealed or opened, and no sign-in holds. */
export async function checkSecret(db: Database, seal: Seal, accept: boolean): Promise<void> {
  const [row] = await rows<{ mark: string | null }>(
    db.drizzle,
    sql`select obj_description('app'::regnamespace, 'pg_namespace') as mark`,
  );
  if (row?.mark && opensMark(seal, row.mark)) return;
  if (row?.mark && !accept) throw new AppError("unavailable", WRONG_SECRET);
  await rememberMark(db.drizzle, sealedMark(seal));
}

/** Kept as the comment of the schema that the row policies use: it belongs to the database, and to no organization. */
export async function rememberMark(db: Pick<Tx, "execute">, mark: string): Promise<void> {
  if (!/^[A-Za-z0-9+/=]+$/.test(mark)) throw new AppError("invalid", "This file is not a backup, or it is damaged");
  await db.execute(sql.raw(`comment on schema app is '${mark}'`));
}
