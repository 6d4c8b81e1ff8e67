import { spawn } from "node:child_process";
import { root } from "./steps.ts";

/** The daily loop: the server, and the workspace rebuilt as its files change. Either ending ends both. */
const parts = [
  spawn(
    process.execPath,
    ["--watch", "--watch-preserve-output", "server/cli/main.ts", "start", ...process.argv.slice(2)],
    { cwd: root, stdio: "inherit" },
  ),
  spawn("vite", ["server/web", "--clearScreen", "false"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  }),
];
const stop = () => {
  for (const part of parts) part.kill("SIGTERM");
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
for (const part of parts) part.on("exit", stop);
