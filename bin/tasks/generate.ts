import { run } from "./steps.ts";

process.exitCode = run("drizzle-kit", ["generate", "--config", "server/drizzle.config.ts", ...process.argv.slice(2)])
  ? 0
  : 1;
