import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");

export type Ended = { code: number | null; stdout: string; stderr: string };

/** A data folder of its own, gone afterwards. */
export function dataFolder(): { path: string; remove(): void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), "sidenote-data-"));
  return { path: path.join(folder, "data"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs a command the way `npm run -s sidenote --` does, to its end. */
export async function sidenote(args: string[], env: Record<string, string>, cwd = os.tmpdir()): Promise<Ended> {
  return launch(["sidenote", ...args], env, cwd).ended;
}

/** A started server that has said where it is. */
export async function start(
  args: string[],
  env: Record<string, string>,
): Promise<{ child: ChildProcess; link: string; url: string; ended: Promise<Ended> }> {
  const { child, ended: finished } = launch(["start", ...args], { PORT: "0", ...env });
  let said = "";
  const link = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (chunk) => {
      said += chunk;
      const found = said.match(/http:\/\/localhost:\d+\/sign-in\S+/)?.[0];
      if (found) resolve(found);
    });
    void finished.then((end) => reject(new Error(`it did not start: ${end.stderr}${end.stdout}`)));
  });
  return { child, link, url: new URL(link).origin, ended: finished };
}

/** A process of the product's, as `npm` starts it. */
export function launch(
  args: string[],
  env: Record<string, string>,
  cwd = os.tmpdir(),
): { child: ChildProcess; ended: Promise<Ended> } {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(DATABASE_URL|SIDENOTE_|LLM_|PORT$|HOST$|INIT_CWD|VITEST|NODE_OPTIONS)/.test(name),
    ),
  );
  const child = spawn(process.execPath, [path.join(root, "bin/run.mjs"), ...args], {
    cwd,
    env: { ...clean, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { child, ended: ended(child) };
}

function ended(child: ChildProcess): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, stdout, stderr })));
}
