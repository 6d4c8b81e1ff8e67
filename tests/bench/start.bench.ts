import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Row, s } from "./measure.ts";

const ROOT = path.join(import.meta.dirname, "../..");
/** As `npm start` starts it. */
const PROCESS = [
  process.execPath,
  "--no-wasm-code-gc",
  "--max-semi-space-size=16",
  path.join(ROOT, "server/cli/main.ts"),
  "start",
];
/** The same behind what looks whether anything is to be installed or built, and that behind npm. */
const LAUNCHED = [process.execPath, "bin/run.mjs", "start"];
const BY_NPM = ["npm", "start", "--silent"];
const IDLE_MS = 6000;
const MORE_SECONDS = 0.3;
const MORE_MEGABYTES = 300;

/**
 * From the start of the process to `/ready`, on data that is there, against opening PGlite on it and importing the same modules; memory
 * against bare PGlite. Apart from that, what npm and our launcher add to it, and how long a fresh copy installs.
 */
export async function run(): Promise<Row[]> {
  const data = mkdtempSync(path.join(os.tmpdir(), "sidenote-bench-"));
  const env = { ...process.env, SIDENOTE_DATA: data, PORT: "18799", DATABASE_URL: "" };
  await untilReady(PROCESS, env);
  const product = await untilReady(PROCESS, env);
  await untilReady(LAUNCHED, env);
  const launched = await untilReady(LAUNCHED, env);
  const byNpm = await untilReady(BY_NPM, env);
  const imported = await opened(data);
  const bare = await opened(data, "bare");
  rmSync(data, { recursive: true, force: true });
  return [
    {
      what: "process to /ready, warm, PGlite",
      measured: s(product.seconds),
      floor: s(imported.seconds),
      ratio: null,
      aim: null,
      note: `${(product.seconds - imported.seconds).toFixed(2)} s more; aim ≤ ${MORE_SECONDS} s`,
    },
    {
      what: "idle memory",
      measured: `${product.megabytes} MB`,
      floor: `${bare.megabytes} MB`,
      ratio: null,
      aim: null,
      note: `${product.megabytes - bare.megabytes} MB more; aim ≤ ${MORE_MEGABYTES} MB`,
    },
    apart("launcher: nothing to install, nothing to build", launched.seconds - product.seconds),
    apart("npm, around the launcher", byNpm.seconds - launched.seconds),
    apart("a fresh copy: packages installed, once, from the machine's store as far as they are in it", installed()),
  ];
}

const apart = (what: string, seconds: number | null): Row => ({
  what,
  measured: seconds === null ? "not measured: no packages could be had" : seconds < 0.1 ? "below 0.1 s" : s(seconds),
  floor: "–",
  ratio: null,
  aim: null,
});

/** How long a copy of what is committed takes to have its packages; null where the network gives none. */
function installed(): number | null {
  const copy = mkdtempSync(path.join(os.tmpdir(), "sidenote-copy-"));
  try {
    const files = execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" }).split("\0");
    for (const file of files)
      if (file !== "" && existsSync(path.join(ROOT, file))) cpSync(path.join(ROOT, file), path.join(copy, file));
    const from = performance.now();
    const { status } = spawnSync(process.execPath, ["bin/run.mjs", "sidenote", "help"], { cwd: copy, stdio: "ignore" });
    return status === 0 ? (performance.now() - from) / 1000 : null;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

type Started = { seconds: number; megabytes: number };

async function untilReady([command = "", ...args]: readonly string[], env: NodeJS.ProcessEnv): Promise<Started> {
  const from = performance.now();
  // A group of its own: npm dies of a signal that it does not hand on.
  const child = spawn(command, args, { env, cwd: ROOT, stdio: "ignore", detached: true });
  while (!(await isReady())) await wait(10);
  const seconds = (performance.now() - from) / 1000;
  await wait(IDLE_MS);
  const megabytes = residentMegabytes(child.pid ?? 0);
  process.kill(-(child.pid ?? 0), "SIGTERM");
  await new Promise((resolve) => child.once("exit", resolve));
  while (await isReady()) await wait(10);
  return { seconds, megabytes };
}

const isReady = (): Promise<boolean> =>
  fetch("http://127.0.0.1:18799/ready", { headers: { host: "localhost:18799" } }).then(
    (response) => response.ok,
    () => false,
  );

async function opened(data: string, ...bare: "bare"[]): Promise<Started> {
  const from = performance.now();
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, "start-floor.ts"), path.join(data, "db"), ...bare],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  await new Promise((resolve, reject) => {
    child.stdout.once("data", resolve);
    child.once("exit", () => reject(new Error("the floor did not start")));
  });
  const seconds = (performance.now() - from) / 1000;
  await wait(IDLE_MS);
  const megabytes = residentMegabytes(child.pid ?? 0);
  child.kill("SIGKILL");
  return { seconds, megabytes };
}

/** Resident set, from the kernel's own account. */
function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(status.match(/VmRSS:\s+(\d+)/)?.[1] ?? 0) / 1024);
}
