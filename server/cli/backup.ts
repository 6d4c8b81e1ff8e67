import { constants, createReadStream, createWriteStream } from "node:fs";
import { access, rename, rm } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { Problem } from "@sidenote/contract/errors";
import { sql } from "drizzle-orm";
import { backupTo } from "../core/db/backup/backup.ts";
import { restoreBackup } from "../core/db/backup/restore.ts";
import { rows } from "../core/db/database.ts";
import { system } from "../core/db/transaction.ts";
import { AppError } from "../core/errors.ts";
import { openData } from "../main.ts";
import { jobs } from "../slices.ts";
import type { Command } from "./commands.ts";
import { connect, runningServer } from "./connect.ts";

export const backupCommand: Command = {
  usage: "backup FILE",
  summary: "Write everything, files included, into one file; the secret key is not in it",
  options: {},
  async run({ args, config, terminal }) {
    const [name] = args;
    if (!name) throw new AppError("invalid", `Usage: ${backupCommand.usage}`);
    const file = path.resolve(terminal.cwd, name);
    const unfinished = `${file}.unfinished`;
    const connection = await connect(config, undefined);
    try {
      if (connection.opened) {
        await backupTo(connection.opened.app, unfinished);
      } else {
        const response = await connection.fetch("/local/backup", { method: "GET" });
        if (!response.ok || !response.body) throw new AppError("upstream", Problem.parse(await response.json()).title);
        await pipeline(Readable.fromWeb(response.body as never), createWriteStream(unfinished, { mode: 0o600 }));
      }
      await rename(unfinished, file);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    } finally {
      await connection.close();
    }
    terminal.out(`Written to ${file}`);
    terminal.out(
      `The secret key is not in it: keep ${config.secret ? "SIDENOTE_SECRET" : path.join(config.dataDir, "secret.key")} apart. Without it, files and the model's key in the backup cannot be opened`,
    );
    return 0;
  },
};

export const restoreCommand: Command = {
  usage: "restore FILE [--replace]",
  summary: "Put back a backup, on either database; --replace where there is mail already",
  options: { replace: { type: "boolean" } },
  async run({ args, options, config, terminal }) {
    const [name] = args;
    if (!name) throw new AppError("invalid", `Usage: ${restoreCommand.usage}`);
    const running = runningServer(config);
    if (running)
      throw new AppError(
        "conflict",
        `The server is running (process ${running.pid}). Stop it first: a restore replaces everything under it`,
      );
    const file = path.resolve(terminal.cwd, name);
    await access(file, constants.R_OK).catch((cause: unknown) => {
      throw new AppError("not_found", `${file} cannot be read`, { cause });
    });
    const opened = await openData(config);
    try {
      if (!options.replace && (await hasRecords(opened.app))) {
        throw new AppError(
          "conflict",
          "There is data here already, which a restore would replace. Say --replace if that is what you want",
        );
      }
      const unpacked = createGunzip();
      createReadStream(file)
        .once("error", (error) => unpacked.destroy(error))
        .pipe(unpacked);
      const broken = new Promise<never>((_, reject) =>
        unpacked.once("error", () => reject(new AppError("invalid", "This file is not a backup, or it is damaged"))),
      );
      const lines = createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY });
      const eventOf = (job: string) => jobs.find((one) => one.name === job)?.on;
      const restored = await Promise.race([restoreBackup(opened.app, lines, eventOf), broken]);
      terminal.out(`${restored.rows} rows of the backup of ${restored.createdAt} are back`);
      if (!restored.sameSecret) {
        terminal.out(
          "The secret key here is another one: put back the secret.key (or SIDENOTE_SECRET) that the backup was made with, or files and the model's key stay closed",
        );
      }
      await opened.app.db.statement("analyze");
      return 0;
    } finally {
      await opened.close();
    }
  },
};

/** A fresh start has an organization and nothing in it. */
const hasRecords = (app: Parameters<typeof system>[0]): Promise<boolean> =>
  system(app, "first start", async (tx) => {
    const [row] = await rows<{ any: boolean }>(
      tx,
      sql`select exists (select 1 from audit_heads where sequence > 0) as any`,
    );
    return row?.any ?? false;
  });
