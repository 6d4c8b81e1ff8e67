import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Config } from "../core/config.ts";
import { initDatabase } from "../core/db/init.ts";
import { AppError } from "../core/errors.ts";
import { openData } from "../main.ts";
import type { Command, Terminal } from "./commands.ts";
import { runningServer } from "./connect.ts";

export const dbCommand: Command = {
  usage: "db init --admin-url URL | db accept-secret",
  summary:
    "Prepare a PostgreSQL database (roles, extensions); prints the owner's URL, which is DATABASE_URL on every machine. Or, where the secret of the data is lost for good, go on with the one that is here",
  options: { "admin-url": { type: "string" } },
  async run({ args, options, config, terminal }) {
    if (args[0] === "accept-secret") return acceptSecret(config, terminal);
    const url = options["admin-url"];
    if (args[0] !== "init" || typeof url !== "string" || !/^postgres(ql)?:\/\//.test(url))
      throw new AppError("invalid", `Usage: ${dbCommand.usage}`);
    const owner = await initDatabase(url, { known: knownUrls(config) });
    terminal.say(
      owner.password === "kept"
        ? "The database is ready. The owner's password is the one that it had: URLs from before go on working. This is DATABASE_URL for every process of Sidenote; keep it secret:"
        : "The database is ready, and its owner has a new password, on the whole PostgreSQL server: a URL that was printed before works no longer, for other databases of Sidenote there neither. To keep a password, give the URL that has it as DATABASE_URL. This is DATABASE_URL for every process of Sidenote; keep it secret:",
    );
    terminal.out(owner.url);
    return 0;
  },
};

/** Where the owner's password may stand: what this installation works with. */
function knownUrls({ databaseUrl, dataDir }: Config): string[] {
  const file = path.join(dataDir, "database.url");
  return [...(databaseUrl ? [databaseUrl] : []), ...(existsSync(file) ? [readFileSync(file, "utf8").trim()] : [])];
}

async function acceptSecret(config: Config, terminal: Terminal): Promise<number> {
  const running = runningServer(config);
  if (running)
    throw new AppError("conflict", `The server is running (process ${running.pid}): its secret is the right one`);
  await (await openData(config, null, true)).close();
  terminal.out(
    "The data goes on with the secret that is here. Files and the model's key that were sealed with another stay closed, keys and devices must be made anew",
  );
  return 0;
}
