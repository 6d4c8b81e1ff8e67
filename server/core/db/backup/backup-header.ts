import { readMigrationFiles } from "drizzle-orm/migrator";
import type { App } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { VERSION } from "../../version.ts";
import { migrationsFolder } from "../migrate.ts";
import { sealedMark } from "./secret-check.ts";

/** The first line of a backup. What follows is one line a row: `{ "table": …, "row": … }`, in an order that can be inserted. */
export type Header = {
  sidenote: "backup";
  version: string;
  /** How many migrations the tables have seen. */
  migrations: number;
  createdAt: string;
  /** Something sealed, by which a restore tells whether the secret is the same. */
  seal: string;
};

export const headerOf = (app: App): Header => ({
  sidenote: "backup",
  version: VERSION,
  migrations: readMigrationFiles({ migrationsFolder }).length,
  createdAt: app.now().toISOString(),
  seal: sealedMark(app.seal),
});

/** Of this version's tables, or refused with what to do. */
export function parseHeader(line: string): Header {
  let head: Partial<Header>;
  try {
    head = JSON.parse(line) as Partial<Header>;
  } catch {
    head = {};
  }
  if (head.sidenote !== "backup" || !head.createdAt || !head.seal)
    throw new AppError("invalid", "This file is not a backup of Sidenote");
  const known = readMigrationFiles({ migrationsFolder }).length;
  if (head.migrations !== known) {
    throw new AppError(
      "invalid",
      `This backup was made by version ${head.version} with other tables. Restore it with that version, then update`,
    );
  }
  return head as Header;
}
