import { access } from "@sidenote/contract/access";
import { Scope } from "@sidenote/contract/endpoint";
import { AppError } from "../core/errors.ts";
import type { Command } from "./commands.ts";
import { connect } from "./connect.ts";

export const keyCommand: Command = {
  usage: "key create --name NAME [--scopes a:read,b:write]",
  summary: "Make an API key that acts as the admin; the key alone is printed, and never again",
  options: { name: { type: "string" }, scopes: { type: "string" } },
  async run({ args, options, config, terminal }) {
    const { name, scopes } = options;
    if (args[0] !== "create" || typeof name !== "string") throw new AppError("invalid", `Usage: ${keyCommand.usage}`);
    const parsed = typeof scopes === "string" ? Scope.array().safeParse(scopes.split(",")) : null;
    if (parsed?.success === false) throw new AppError("invalid", `--scopes: known are ${Scope.options.join(", ")}`);
    const connection = await connect(config, options.org as string | undefined);
    try {
      const key = await connection.api(access.createKey, { name, ...(parsed?.data ? { scopes: parsed.data } : {}) });
      terminal.out(key.value);
      return 0;
    } finally {
      await connection.close();
    }
  },
};
