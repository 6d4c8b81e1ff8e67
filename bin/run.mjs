// The way into every command: plain Node ≥ 20 without dependencies. Installs what package.json and the lock file ask for when
// that has changed, then runs the command on the Node version that the project pins, and passes signals on to it.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const PNPM = "pnpm@12.21.0";
const windows = process.platform === "win32";
/** glibc keeps what large buffers leave behind, per thread, unless told otherwise. */
const GIVE_BACK = { MALLOC_ARENA_MAX: "2", MALLOC_MMAP_THRESHOLD_: "131072", MALLOC_TRIM_THRESHOLD_: "131072" };
/** V8 lets new garbage grow with the memory of the machine. With this the idle server is 350 MB instead of 450, and as fast. */
const SMALL = ["--max-semi-space-size=16"];
/**
 * V8 of Node 24 may free the same piece of a WebAssembly module's code twice, and ends the process then, database and all
 * (https://github.com/nodejs/node/issues/66366). So it keeps that code; it is a few megabytes.
 */
const KEEP_CODE = "--no-wasm-code-gc";
const parent = process.ppid;
const [command = "start", ...args] = process.argv.slice(2);

const commands = {
  start: ["server/cli/main.ts", "start"],
  sidenote: ["server/cli/main.ts"],
  test: ["bin/tasks/test.ts"],
  e2e: ["bin/tasks/test.ts", "e2e"],
  verify: ["bin/tasks/verify.ts"],
  format: ["bin/tasks/format.ts"],
  build: ["bin/tasks/build.ts"],
  dev: ["bin/tasks/dev.ts"],
  bench: ["bin/tasks/bench.ts"],
  evals: ["bin/tasks/evals.ts"],
  faults: ["bin/tasks/test.ts", "faults"],
  pictures: ["tests/pictures/main.ts"],
  "db:generate": ["bin/tasks/generate.ts"],
};
if (!commands[command]) fail(`There is no command "${command}". Known: ${Object.keys(commands).join(", ")}`);
if (Number(process.versions.node.split(".")[0]) < 20) fail(`Node 20 or later is needed; this is ${process.version}`);

install();
const pinned = path.join(root, "node_modules/node/bin", windows ? "node.exe" : "node");
const node = existsSync(pinned) ? pinned : process.execPath;
const env = {
  ...GIVE_BACK,
  ...process.env,
  SIDENOTE_CALLED_FROM: process.env.INIT_CWD ?? process.cwd(),
  PATH: [path.dirname(node), path.join(root, "node_modules/.bin"), process.env.PATH].join(path.delimiter),
};
if (command === "start" || command === "bench") build();
run([...commands[command], ...args]);

/** Installs when the lock file is not the one that was installed last. */
function install() {
  const stamp = path.join(root, "node_modules/.installed");
  const wanted = createHash("sha256")
    .update(readFileSync(path.join(root, "pnpm-lock.yaml")))
    .update(process.platform + process.arch)
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  process.stderr.write("Installing what Sidenote needs (once, and after updates) …\n");
  const installed = spawnSync("npx", ["--yes", PNPM, "install", "--frozen-lockfile"], {
    cwd: root,
    shell: windows,
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    env: { ...process.env, CI: "1" },
  });
  if (installed.status !== 0) {
    process.stderr.write(`${installed.stdout ?? ""}${installed.stderr ?? ""}`);
    fail(
      installed.error
        ? `npx could not be started: ${installed.error.message}`
        : "The packages could not be installed; what the installer said stands above",
    );
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Builds what the server serves where its sources have changed. Without it there is still the API, so a failure is only said. */
function build() {
  const built = spawnSync(node, [path.join(root, "bin/tasks/build.ts")], { stdio: ["ignore", 2, 2], env });
  if (built.status !== 0) process.stderr.write("The workspace could not be built; what went wrong stands above\n");
}

/** Runs to the end. npm tells its shell of a signal and dies, so a lost parent is a signal too. */
function run(argv) {
  const [script, ...rest] = argv;
  const flags = [KEEP_CODE, ...(script.startsWith("server/") ? SMALL : [])];
  // npm may have been told to stop while this was installing or building.
  if (process.ppid !== parent) process.exit(143);
  const child = spawn(node, [...flags, path.join(root, script), ...rest], { stdio: "inherit", env });
  const stop = (signal) => child.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal));
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop("SIGTERM");
  }, 500);
  watch.unref();
  child.on("error", (error) => fail(error.message));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
