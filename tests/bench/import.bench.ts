import { createReadStream, readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import PostalMime from "postal-mime";
import { splitMbox } from "../../server/core/mail/mbox.ts";
import { createKey } from "../../server/features/access/service.ts";
import { type Bed, type BroughtIn, bringIn, type Kind, kinds, mailFolder, openBed, warmUp } from "./bed.ts";
import { percentiles, type Row, s, seconds, timesOf } from "./measure.ts";

/** Between one look of a panel and the next. */
const BETWEEN_MS = 100;

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
    rows.push(...(await contextBeside(bed, kind)));
    await bed.close();
  }
  return rows;
}

/** What a panel waits for while an import runs, beside what it waits for when none does. */
async function contextBeside(bed: Bed, kind: Kind): Promise<Row[]> {
  const { value } = await createKey(bed.ctx, { name: "bench" });
  const address = await bed.ask("select address from contact_sightings order by md5(address) limit 1");
  const ask = async () => {
    const response = await bed.opened.server.hono.request(
      `http://localhost:8787/v1/context?address=${encodeURIComponent(address)}`,
      { headers: { authorization: `Bearer ${value}`, host: "localhost:8787" } },
    );
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`context: ${response.status}`);
  };
  const alone = await timesOf(ask, { times: 50, atOnce: 1 });
  const beside: number[] = [];
  let running = true;
  const importing = bringIn(bed, { mails: 2000 }).finally(() => {
    running = false;
  });
  while (running) {
    const took = await seconds(ask);
    beside.push(took * 1000);
    await setTimeout(BETWEEN_MS);
  }
  await importing;
  return percentiles(`context while an import and all that follows runs, ${kind}`, beside, alone, null);
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
