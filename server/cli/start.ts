import { createSignInToken } from "../core/auth/one-time-link.ts";
import { startServer } from "../main.ts";
import type { Command } from "./commands.ts";
import { addDemo } from "./demo.ts";
import { adminUser, linkFor } from "./link.ts";

/** After this long a stubborn connection or job is left behind. */
const STOP_LIMIT_MS = 4500;

export const startCommand: Command = {
  usage: "start [--demo] [--role api|worker|all]",
  summary: "Start the server and the workspace; --demo adds an invented company to look around in",
  options: { demo: { type: "boolean" }, role: { type: "string" } },
  async run({ options, config, terminal }) {
    const running = await startServer(config);
    const stopped = untilStopped();
    if (config.role === "worker") {
      terminal.say("Sidenote is working in the background. Ctrl-C stops it");
    } else {
      if (options.demo) await addDemo(running, terminal);
      const organization = options.demo ? "demo" : undefined;
      const token = await createSignInToken(
        running.auth,
        running.app.seal,
        await adminUser(running.app),
        running.app.now(),
      );
      terminal.out(`Sidenote is running at ${running.url}`);
      terminal.out("");
      terminal.out("1. Open the workspace; this link signs you in once, within the hour:");
      terminal.out(`   ${linkFor(running.url, token, organization)}`);
      terminal.out(
        "2. Load the extension: chrome://extensions → Developer mode → Load unpacked → extension/.output/chrome-mv3",
      );
      terminal.out("3. Bring in mail: npm run -s sidenote -- import PATH");
      terminal.out("");
      terminal.out(`Your data is in ${config.dataDir}. Ctrl-C stops the server`);
    }
    const loss = await Promise.race([stopped, running.app.db.lost ?? stopped]);
    terminal.say(
      loss instanceof Error
        ? `The database has stopped (${loss.message}). What was confirmed is kept: start Sidenote again`
        : "Stopping …",
    );
    const closed = running.close().then(() => true);
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), STOP_LIMIT_MS).unref());
    if (!(await Promise.race([closed, late]))) process.exit(1);
    return loss instanceof Error ? 1 : 0;
  },
};

/** Ctrl-C arrives twice, from the terminal and passed on: the second must not end what the first has begun to close. */
const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
