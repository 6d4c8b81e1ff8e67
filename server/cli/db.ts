import { initDatabase } from "../core/db/init.ts";
import { AppError } from "../core/errors.ts";
import type { Command } from "./commands.ts";

export const dbCommand: Command = {
  usage: "db init --admin-url URL",
  summary:
    "Prepare a PostgreSQL database (roles, extensions); prints the owner's URL, which is DATABASE_URL on every machine",
  options: { "admin-url": { type: "string" } },
  async run({ args, options, terminal }) {
    const url = options["admin-url"];
    if (args[0] !== "init" || typeof url !== "string" || !/^postgres(ql)?:\/\//.test(url))
      throw new AppError("invalid", `Usage: ${dbCommand.usage}`);
    const owner = await initDatabase(url);
    terminal.say(
      "The database is ready. This is DATABASE_URL for every process of Sidenote; keep it secret. A URL that was printed before works no longer:",
    );
    terminal.out(owner);
    return 0;
  },
};
