import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Row, s } from "./measure.ts";

const ROOT = path.join(import.meta.dirname, "../..");
/** As `npm start` starts it. */
const FLAGS = ["--no-wasm-code-gc", "--max-semi-space-size=16"];
const IDLE_MS = 6000;
const MORE_SECONDS = 0.3;
const MORE_MEGABYTES = 300;

/** From the start of the process to `/ready`, on data that is there, against opening PGlite on it and importing the same modules; memory against bare PGlite. */
export async function run(): Promise<Row[]> {
  const data = mkdtempSync(path.join(os.tmpdir(), "sidenote-bench-"));
  const env = { ...process.env, SIDENOTE_DATA: data, PORT: "18799", DATABASE_URL: "" };
  await untilReady(env);
  const product = await untilReady(env);
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
  ];
}

type Started = { seconds: number; megabytes: number };

async function untilReady(env: NodeJS.ProcessEnv): Promise<Started> {
  const from = performance.now();
  const command = [...FLAGS, path.join(ROOT, "server/cli/main.ts"), "start"];
  const child = spawn(process.execPath, command, { env, stdio: "ignore" });
  while (!(await isReady())) await wait(10);
  const seconds = (performance.now() - from) / 1000;
  await wait(IDLE_MS);
  const megabytes = residentMegabytes(child.pid ?? 0);
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("exit", resolve));
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
