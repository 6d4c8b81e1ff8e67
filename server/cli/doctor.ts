import { hasData } from "../core/config.ts";
import { examineData, examineMachine, type Finding } from "../core/doctor.ts";
import { AppError } from "../core/errors.ts";
import type { Command } from "./commands.ts";
import { answered, connect, runningServer } from "./connect.ts";

export const doctorCommand: Command = {
  usage: "doctor",
  summary: "Look whether everything is as it should be; says what to do where it is not",
  options: { json: { type: "boolean" } },
  async run({ options, config, terminal }) {
    const findings = await examineMachine(config);
    const running = runningServer(config);
    findings.push({
      what: "server",
      ok: true,
      found: running ? `running at ${running.url}, process ${running.pid}` : "not running",
    });
    // Opening the data would make what is missing: a doctor looks and does not.
    if (config.databaseUrl || hasData(config) || config.secret) findings.push(...(await dataFindings(config)));
    if (options.json) terminal.out(JSON.stringify({ ok: findings.every((one) => one.ok), findings }));
    else for (const one of findings) terminal.out(line(one));
    return findings.every((one) => one.ok) ? 0 : 1;
  },
};

async function dataFindings(config: Parameters<typeof connect>[0]): Promise<Finding[]> {
  try {
    const connection = await connect(config, undefined);
    try {
      if (connection.opened) return await examineData(connection.opened.app);
      const response = await connection.fetch("/local/doctor", { method: "GET" });
      return (await answered<{ findings: Finding[] }>(response)).findings;
    } finally {
      await connection.close();
    }
  } catch (error) {
    const known = error instanceof AppError ? error.message : "the data cannot be opened";
    if (/secret/.test(known)) return [{ what: "secret of the data", ok: false, found: known }];
    return [{ what: "database", ok: false, found: known, todo: "see what it says; `restore` brings back a backup" }];
  }
}

const line = ({ what, ok, found, todo }: Finding): string =>
  `${ok ? "well " : "WRONG"}  ${what}: ${found}${ok || !todo ? "" : `\n       → ${todo}`}`;
