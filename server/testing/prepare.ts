import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { openPglite, openPostgres } from "../core/db/database.ts";
import { initDatabase } from "../core/db/init.ts";
import { migrate } from "../core/db/migrate.ts";

/**
 * Makes one migrated database for the run, which every test file starts from a copy of: for PGlite a dump that is kept as long
 * as the migrations are the same, for PostgreSQL a template database.
 */
export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  const onPostgres = project.name.includes("postgresql");
  project.provide("pgliteTemplate", onPostgres ? null : await pgliteTemplate());
  if (!onPostgres) {
    project.provide("postgresTemplate", null);
    return async () => {};
  }
  const { url, drop } = await postgresTemplate(process.env.DATABASE_URL_TEST ?? "");
  project.provide("postgresTemplate", url);
  return drop;
}

async function pgliteTemplate(): Promise<string> {
  const dbDir = path.join(import.meta.dirname, "../core/db");
  const hash = createHash("sha256");
  for (const name of readdirSync(path.join(dbDir, "migrations")).sort()) {
    if (name.endsWith(".sql")) hash.update(readFileSync(path.join(dbDir, "migrations", name)));
  }
  for (const name of ["bootstrap.ts", "migrate.ts", "pglite/pglite-worker.ts"])
    hash.update(readFileSync(path.join(dbDir, name)));
  const folder = path.join(import.meta.dirname, "../../node_modules/.cache/sidenote");
  const file = path.join(folder, `template-${hash.digest("hex").slice(0, 16)}.tar.gz`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const db = await openPglite({});
  await migrate(db);
  writeFileSync(file, await db.dump!());
  await db.close();
  return file;
}

async function postgresTemplate(adminUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `sidenote_template_${process.pid}`;
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`drop database if exists ${name} with (force)`);
  await admin.unsafe(`create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const { url: owner } = await initDatabase(url.toString());
  const db = await openPostgres(owner);
  await migrate(db);
  await db.close();
  return {
    url: owner,
    async drop() {
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}
