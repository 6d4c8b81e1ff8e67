import { enableCompileCache } from "node:module";

// What was compiled once starts faster next time.
enableCompileCache();

// Whoever reads the first lines and leaves (`| head`) stops nothing: a command goes on to its end.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const { main } = await import("./commands.ts");
process.exitCode = await main(process.argv.slice(2), {
  env: process.env,
  cwd: process.env.SIDENOTE_CALLED_FROM ?? process.cwd(),
  out: (line) => void process.stdout.write(`${line}\n`),
  say: (line) => void process.stderr.write(`${line}\n`),
  progress: (line) => void (process.stderr.isTTY && process.stderr.write(`\r\u001b[K${line}`)),
});
