import { createReadStream, readdirSync } from "node:fs";
import path from "node:path";
import PostalMime from "postal-mime";
import { splitMbox } from "../../server/core/mail/mbox.ts";
import { type Bed, type BroughtIn, bringIn, kinds, mailFolder, openBed, warmUp } from "./bed.ts";
import { type Row, s, seconds } from "./measure.ts";

/**
 * An import, stored and indexed, against postal-mime alone over the same bytes plus the rows that came of it written by one
 * INSERT a table into tables without index, key or policy; both in a process that has done the like before.
 */
export async function run(): Promise<Row[]> {
  const folder = mailFolder ?? "";
  const files = readdirSync(folder).filter((file) => file.endsWith(".mbox"));
  const parseFiles = async () => {
    for (const file of files) await parseAll(path.join(folder, file));
  };
  await parseFiles();
  const parse = await seconds(parseFiles);
  const rows: Row[] = [];
  for (const kind of kinds) {
    const bed = await openBed(kind, "import");
    await warmUp(bed);
    const parts: BroughtIn[] = [];
    for (const file of files) parts.push(await bringIn(bed, { file: path.join(folder, file) }));
    const sum = (field: "stored" | "storing" | "following") => parts.reduce((total, part) => total + part[field], 0);
    const [stored, storing, everything] = [sum("stored"), sum("storing"), sum("storing") + sum("following")];
    const insert = await insertAgain(bed);
    const row = (what: string, took: number, aim: number | null): Row => ({
      what: `${what} of ${stored} mails, ${kind}`,
      measured: `${s(took)} (${Math.round(stored / took)}/s)`,
      floor: `${s(parse + insert)} (parse ${s(parse)}, insert ${s(insert)})`,
      ratio: took / (parse + insert),
      aim,
    });
    rows.push(row("import, stored and indexed,", storing, 2.5));
    rows.push(row("the same and all that follows (vectors, promises, signatures, voice)", everything, null));
    await bed.close();
  }
  return rows;
}

async function parseAll(file: string): Promise<void> {
  for await (const { bytes } of splitMbox(createReadStream(file), 50 * 1024 * 1024)) await PostalMime.parse(bytes);
}

const TABLES =
  "emails email_participants email_sources threads thread_sources contacts contact_identities contact_facts contact_sightings companies company_domains import_items search_passages search_index".split(
    " ",
  );

async function insertAgain(bed: Bed): Promise<number> {
  const found = await Promise.all(TABLES.map((table) => asJson(bed, table)));
  await bed.floor(TABLES.map((table) => ({ sql: `create unlogged table floor_${table} (like ${table})`, params: [] })));
  return seconds(() =>
    bed.floor(
      TABLES.map((table, i) => ({
        sql: `insert into floor_${table} select * from json_populate_recordset(null::floor_${table}, $1::text::json)`,
        params: [found[i]],
      })),
    ),
  );
}

const asJson = (bed: Bed, table: string): Promise<string> =>
  bed.ask(`select coalesce(json_agg(t), '[]')::text from ${table} t`);
