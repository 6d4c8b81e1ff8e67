import { createSignInToken } from "../core/auth/one-time-link.ts";
import type { Config } from "../core/config.ts";
import { within } from "../core/within.ts";
import { type Running, startServer } from "../main.ts";
import type { Command, Terminal } from "./commands.ts";
import { addDemo } from "./demo.ts";
import { adminUser, linkFor } from "./link.ts";

/** Each part of closing has less; this is for a process that is too busy to look at its clock. */
const STOP_LIMIT_MS = 4500;

export const startCommand: Command = {
  usage: "start [--demo] [--role api|worker|all]",
  summary: "Start the server and the workspace; --demo adds an invented company to look around in",
  options: { demo: { type: "boolean" }, role: { type: "string" } },
  async run({ options, config, terminal }) {
    const stopped = untilStopped();
    const starting = startServer(config);
    // A start that is stopped is somebody's wish, whatever becomes of it.
    const running = await Promise.race([starting, stopped]);
    const ending = running && lives(running, options, config, terminal);
    const end = await Promise.race([ending, stopped]).catch(async (error: unknown) => {
      await running?.close();
      throw error;
    });
    terminal.say(
      end
        ? `The database has stopped (${end.message}). What was confirmed is kept: start Sidenote again`
        : "Stopping …",
    );
    const closed = starting.then((opened) => opened.close());
    if (!(await within(STOP_LIMIT_MS, closed))) terminal.say("Work that did not end is taken up at the next start");
    // Nothing is waited for any more, whatever still holds this process.
    setTimeout(() => process.exit(), LINGER_MS).unref();
    return end ? 1 : 0;
  },
};
const LINGER_MS = 200;

/** Greets, and lives until the database ends by itself. */
async function lives(
  running: Running,
  options: { demo?: unknown },
  config: Config,
  terminal: Terminal,
): Promise<Error> {
  if (config.role === "worker") {
    terminal.say("Sidenote is working in the background. Ctrl-C stops it");
  } else {
    if (options.demo) await addDemo(running, terminal);
    const token = await createSignInToken(
      running.auth,
      running.app.seal,
      await adminUser(running.app),
      running.app.now(),
    );
    terminal.out(`Sidenote is running at ${running.url}`);
    terminal.out("");
    terminal.out("1. Open the workspace; this link signs you in once, within the hour:");
    terminal.out(`   ${linkFor(running.url, token, options.demo ? "demo" : undefined)}`);
    terminal.out(
      "2. Load the extension: chrome://extensions → Developer mode → Load unpacked → extension/.output/chrome-mv3",
    );
    terminal.out("3. Bring in mail: npm run -s sidenote -- import PATH");
    terminal.out("");
    terminal.out(`Your data is in ${config.dataDir}. Ctrl-C stops the server`);
  }
  return running.app.db.lost ?? new Promise<never>(() => {});
}

/** Ctrl-C arrives twice, from the terminal and passed on: the second must not end what the first has begun to close. */
const untilStopped = (): Promise<null> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve(null));
  });
