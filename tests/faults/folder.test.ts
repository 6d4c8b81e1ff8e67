import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { readConfig } from "../../server/core/config.ts";
import { openPglite, rows } from "../../server/core/db/database.ts";
import { openDatabase } from "../../server/core/db/open.ts";
import { Seal } from "../../server/core/files/seal.ts";
import { dataFolder } from "../cli.ts";

/** The built-in database's folder, spoilt in the ways that disks, copies and updates spoil one. */
let temporary: ReturnType<typeof dataFolder>;
let whole: string;
const NOW = new Date("2026-03-02T09:00:00.000Z");

beforeAll(async () => {
  temporary = dataFolder();
  whole = path.join(temporary.path, "whole");
  mkdirSync(whole, { recursive: true });
  const template = inject("pgliteTemplate");
  const db = await openPglite({
    dataDir: path.join(whole, "db"),
    template: new Uint8Array(readFileSync(template!)),
  });
  await db.close();
});
afterAll(() => temporary.remove());

function spoilt(spoil: (db: string) => void): string {
  const folder = path.join(temporary.path, "spoilt");
  rmSync(folder, { recursive: true, force: true });
  cpSync(whole, folder, { recursive: true });
  spoil(path.join(folder, "db"));
  return folder;
}

const open = (folder: string) =>
  openDatabase(readConfig({ SIDENOTE_DATA: folder }, "/"), new Seal("a secret for this test only"), NOW);

test.each<[string, (db: string) => void, RegExp]>([
  ["of a newer version", (db) => writeFileSync(path.join(db, "PG_VERSION"), "19\n"), /newer version.*Update Sidenote/],
  [
    "of an older version",
    (db) => writeFileSync(path.join(db, "PG_VERSION"), "16\n"),
    /older version.*backup with that/,
  ],
  ["without its version", (db) => rmSync(path.join(db, "PG_VERSION")), /no PG_VERSION.*restore your last backup/],
  [
    "with a cut control file",
    (db) => truncateSync(path.join(db, "global/pg_control"), 100),
    /restore your last backup/,
  ],
  ["without its global part", (db) => rmSync(path.join(db, "global"), { recursive: true }), /restore your last backup/],
  ["with a cut log", cutLog, /restore your last backup/],
])("a folder %s is refused with what to do, left as it is, and its lock let go", async (_, spoil, says) => {
  const folder = spoilt(spoil);
  const before = readdirSync(path.join(folder, "db")).sort();
  await expect(open(folder)).rejects.toMatchObject({ code: "unavailable", message: expect.stringMatching(says) });
  expect(existsSync(path.join(folder, "lock"))).toBe(false);
  expect(readdirSync(path.join(folder, "db"))).toEqual(
    expect.arrayContaining(before.filter((name) => name !== "postmaster.pid")),
  );
});

test("data that a newer version of Sidenote has changed is refused and stays as it is", async () => {
  const folder = spoilt(() => {});
  const db = await open(folder);
  await db.drizzle.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 1)`);
  await db.close();
  await expect(open(folder)).rejects.toMatchObject({ message: expect.stringMatching(/newer version of Sidenote/) });
});

test("a first start that was cut off begins anew, and a finished one never does", async () => {
  const folder = spoilt((db) => rmSync(path.join(db, "PG_VERSION")));
  writeFileSync(path.join(folder, "db.unfinished"), "");
  const db = await open(folder);
  await db.drizzle.execute(sql`create table public.kept (one int)`);
  await db.close();
  expect(existsSync(path.join(folder, "db.unfinished"))).toBe(false);
  const again = await open(folder);
  expect(await rows(again.drizzle, sql`select to_regclass('public.kept')::text as kept`)).toEqual([{ kept: "kept" }]);
  await again.close();
});

function cutLog(db: string): void {
  for (const name of readdirSync(path.join(db, "pg_wal")))
    if (/^[0-9A-F]{24}$/.test(name)) truncateSync(path.join(db, "pg_wal", name), 1000);
}
