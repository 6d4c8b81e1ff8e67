import { parseArgs } from "node:util";
import { ApiError } from "@sidenote/contract/errors";
import { type Config, readConfig } from "../core/config.ts";
import { AppError } from "../core/errors.ts";
import { withoutData } from "../core/log.ts";
import { backupCommand, restoreCommand } from "./backup.ts";
import { dbCommand } from "./db.ts";
import { doctorCommand } from "./doctor.ts";
import { importCommand } from "./import.ts";
import { keyCommand } from "./key.ts";
import { ledgerCommand } from "./ledger.ts";
import { linkCommand } from "./link.ts";
import { startCommand } from "./start.ts";

/** The world around a command: nothing in `cli` touches the process otherwise. */
export type Terminal = {
  env: Record<string, string | undefined>;
  /** Where the command was called: relative paths count from here. */
  cwd: string;
  /** What the command answers. */
  out(line: string): void;
  /** What it says about itself. */
  say(line: string): void;
  /** A line that the next one replaces; nothing where nobody watches. */
  progress(line: string): void;
};

export type Command = {
  usage: string;
  summary: string;
  options: Record<string, { type: "string" | "boolean" }>;
  /** The exit code. */
  run(call: {
    args: string[];
    options: Record<string, string | boolean | undefined>;
    config: Config;
    terminal: Terminal;
  }): Promise<number>;
};

const commands: Record<string, Command> = {
  start: startCommand,
  link: linkCommand,
  import: importCommand,
  ledger: ledgerCommand,
  key: keyCommand,
  backup: backupCommand,
  restore: restoreCommand,
  db: dbCommand,
  doctor: doctorCommand,
};

const shared = { org: { type: "string" }, help: { type: "boolean" } } as const;

export async function main(argv: string[], terminal: Terminal): Promise<number> {
  const [name = "help", ...rest] = argv;
  const command = commands[name];
  if (!command) {
    terminal.say(usage());
    return name === "help" || name === "--help" ? 0 : 2;
  }
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: { ...shared, ...command.options },
      allowPositionals: true,
    });
    if (values.help) {
      terminal.say(`${command.usage}\n${command.summary}`);
      return 0;
    }
    const options = values as Record<string, string | boolean | undefined>;
    const env = { ...terminal.env, ...(typeof options.role === "string" ? { SIDENOTE_ROLE: options.role } : {}) };
    return await command.run({ args: positionals, options, config: readConfig(env, terminal.cwd), terminal });
  } catch (error) {
    if (error instanceof AppError || error instanceof ApiError) {
      terminal.say(error.message);
      return 1;
    }
    if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
      terminal.say(`${error.message}\n${command.usage}`);
      return 2;
    }
    // A bug. What the database says quotes people's data, so of it only the code is shown.
    terminal.say(`Something went wrong: ${JSON.stringify(withoutData(error), null, 2)}`);
    return 1;
  }
}

const usage = (): string =>
  [
    "npm run -s sidenote -- <command> [--org demo]",
    "",
    ...Object.values(commands).map((command) => `  ${command.usage}\n      ${command.summary}`),
  ].join("\n");
