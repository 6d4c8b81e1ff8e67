import { spawnSync } from "node:child_process";
import path from "node:path";

export const root = path.join(import.meta.dirname, "../..");

/** For what is built to be used. Where tests ask for it they would get, and leave behind, a React for developers. */
export const TO_BE_USED = { NODE_ENV: "production" };

/** Runs a program of node_modules/.bin with its output on this terminal; the answer is whether it ended well. */
export function run(program: string, args: readonly string[], env: Record<string, string> = {}, cwd = root): boolean {
  const result = spawnSync(program, args, {
    cwd,
    stdio: "inherit",
    env: { ...process.env, ...env },
    shell: process.platform === "win32",
  });
  return result.status === 0;
}

/** The same for a program that talks much: what it said is shown when it failed. */
export function runQuietly(program: string, args: readonly string[], env: Record<string, string> = {}): boolean {
  const result = spawnSync(program, args, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ...env },
    shell: process.platform === "win32",
  });
  if (result.status !== 0) say(`${result.stdout ?? ""}${result.stderr ?? ""}${result.error?.message ?? ""}`);
  return result.status === 0;
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Checks only what changed since the last time. */
const typesHold = (project: string): boolean => {
  const memory = path.join(root, "node_modules/.cache/sidenote", `${project.replace("/", "-")}.tsbuildinfo`);
  return run("tsc", ["-p", project, "--incremental", "--tsBuildInfoFile", memory]);
};

/** What needs neither database nor browser: seconds. */
export const checks: readonly { name: string; run: () => boolean }[] = [
  { name: "format and lint", run: () => run("biome", ["check", "--error-on-warnings"]) },
  {
    name: "types",
    run: () =>
      ["shared/contract", "shared/panel", "server", "server/web", "extension", "bin/tasks", "tests"].every(typesHold),
  },
  {
    name: "import directions",
    run: () => run("depcruise", ["--config", ".dependency-cruiser.cjs", "server", "shared", "extension", "tests"]),
  },
];
