import { createReadStream, createWriteStream, mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import PostalMime from "postal-mime";
import { splitMbox } from "../../server/core/mail/archive/mbox.ts";
import { createKey } from "../../server/features/access/service.ts";
import { type Bed, type BroughtIn, bringIn, isStoring, type Kind, kinds, mailFolder, openBed, warmUp } from "./bed.ts";
import { generateMbox } from "./generate.ts";
import { percentiles, type Row, s, seconds, tell, timesOf } from "./measure.ts";

/** Between one look of a panel and the next. */
const BETWEEN_MS = 100;
const AIM = 2.5;
/** How many mails the generator makes for about 200 MB. */
const LARGE_MAILS = Number(process.env.BENCH_LARGE ?? 68_000);
/** Rows of one statement of the floor: a text of JSON cannot be longer than half a gigabyte. */
const FLOOR_ROWS = 20_000;

/**
 * An import, stored and indexed, against postal-mime alone over the same bytes plus the rows that came of it written by one
 * INSERT a table: into tables without index, key or policy, and into the tables themselves, whose keys and indexes every store of
 * these rows has to keep. All in a process that has done the like before.
 */
export async function run(): Promise<Row[]> {
  const folder = mailFolder ?? "";
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".mbox"))
    .map((file) => path.join(folder, file));
  const made = mkdtempSync(path.join(os.tmpdir(), "sidenote-bench-"));
  try {
    const large = path.join(made, "large.mbox");
    await pipeline(Readable.from(generateMbox(folder, LARGE_MAILS)), createWriteStream(large));
    await parseAll(files);
    const parse = await seconds(() => parseAll(files));
    const parseLarge = await seconds(() => parseAll([large]));
    const rows: Row[] = [];
    for (const kind of kinds) {
      rows.push(...(await importOf(kind, files, parse)));
      rows.push(...(await largeImportOf(kind, large, parseLarge)));
    }
    return rows;
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

async function importOf(kind: Kind, files: readonly string[], parse: number): Promise<Row[]> {
  tell(`${kind}: the mailboxes`);
  const bed = await openBed(kind, "import");
  await warmUp(bed);
  const parts: BroughtIn[] = [];
  for (const file of files) parts.push(await bringIn(bed, { file }));
  const sum = (field: "stored" | "storing" | "following") => parts.reduce((total, part) => total + part[field], 0);
  const [stored, storing, everything] = [sum("stored"), sum("storing"), sum("storing") + sum("following")];
  const bare = { parse, insert: await insertBare(bed) };
  const beside = await contextBeside(bed, kind);
  const keyed = { parse, insert: await insertKeyed(bed) };
  await bed.close();
  const what = "import, stored and indexed,";
  const following = "the same and all that follows (vectors, promises, signatures, voice)";
  return [
    importRow(`${what} floor: bare tables,`, kind, stored, storing, bare, AIM),
    importRow(`${what} floor: the tables themselves,`, kind, stored, storing, keyed, AIM),
    importRow(following, kind, stored, everything, bare, null),
    ...beside,
  ];
}

async function largeImportOf(kind: Kind, file: string, parse: number): Promise<Row[]> {
  tell(`${kind}: 200 MB of them`);
  const bed = await openBed(kind, "import");
  await warmUp(bed);
  const { stored, storing } = await bringIn(bed, { file }, isStoring);
  const bare = { parse, insert: await insertBare(bed) };
  const keyed = { parse, insert: await insertKeyed(bed) };
  await bed.close();
  const what = "import, stored and indexed, 200 MB,";
  return [
    importRow(`${what} floor: bare tables,`, kind, stored, storing, bare, AIM),
    importRow(`${what} floor: the tables themselves,`, kind, stored, storing, keyed, AIM),
  ];
}

function importRow(
  what: string,
  kind: Kind,
  stored: number,
  took: number,
  { parse, insert }: { parse: number; insert: number },
  aim: number | null,
): Row {
  return {
    what: `${what} of ${stored} mails, ${kind}`,
    measured: `${s(took)} (${Math.round(stored / took)}/s)`,
    floor: `${s(parse + insert)} (parse ${s(parse)}, insert ${s(insert)})`,
    ratio: took / (parse + insert),
    aim,
  };
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

async function parseAll(files: readonly string[]): Promise<void> {
  for (const file of files)
    for await (const { bytes } of splitMbox(createReadStream(file), 50 * 1024 * 1024)) await PostalMime.parse(bytes);
}

/** Each before what refers to it. */
const TABLES =
  "threads thread_sources emails email_participants email_sources companies company_domains contacts contact_identities contact_facts contact_sightings import_items search_passages search_index".split(
    " ",
  );

/** Seconds for the rows that came of an import, into tables of the same columns without index, key or policy; they stay there. */
async function insertBare(bed: Bed): Promise<number> {
  for (const table of TABLES)
    await bed.floor([{ sql: `create unlogged table public.floor_${table} (like public.${table})`, params: [] }]);
  return insertAll(bed, (table) => ({ from: `public.${table}`, to: `public.floor_${table}` }));
}

/** The same rows once more, into the emptied tables themselves. */
async function insertKeyed(bed: Bed): Promise<number> {
  await bed.floor([{ sql: `truncate ${TABLES.map((table) => `public.${table}`).join(", ")} cascade`, params: [] }]);
  return insertAll(bed, (table) => ({ from: `public.floor_${table}`, to: `public.${table}` }));
}

async function insertAll(bed: Bed, way: (table: string) => { from: string; to: string }): Promise<number> {
  let took = 0;
  for (const table of TABLES) {
    const { from, to } = way(table);
    const columns = await bed.ask(
      `select string_agg(quote_ident(attname), ', ') from pg_attribute
       where attrelid = '${to}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    );
    const count = Number(await bed.ask(`select count(*) from ${from}`));
    for (let at = 0; at < count; at += FLOOR_ROWS) {
      const rows = await bed.ask(
        `select json_agg(t)::text from (select * from ${from} order by ctid limit ${FLOOR_ROWS} offset ${at}) t`,
      );
      const sql = `insert into ${to} (${columns}) select ${columns} from json_populate_recordset(null::${to}, $1::text::json)`;
      took += await seconds(() => bed.floor([{ sql, params: [rows] }]));
    }
  }
  return took;
}
