import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildExtension } from "./extension.ts";
import { root, run, say, TO_BE_USED } from "./steps.ts";

/**
 * Everything that is built before it can be used, each only when its sources are not those of the last time. `npm start` runs
 * this too, so it is silent unless there is work.
 */
type Step = {
  name: string;
  /** Files and folders; the lock file always counts. */
  sources: readonly string[];
  /** What is there afterwards. */
  output: string;
  run: () => boolean;
};

const steps: readonly Step[] = [
  {
    name: "workspace",
    sources: ["server/web", "shared/panel", "shared/contract"],
    output: "server/web/dist",
    run: () =>
      intoPlace("server/web/dist", (folder) =>
        run("vite", ["build", "server/web", "--outDir", folder, "--logLevel", "warn"], TO_BE_USED),
      ),
  },
  {
    name: "extension",
    sources: ["extension", "shared/panel", "shared/contract", "wxt.config.ts", "package.json"],
    output: "extension/.output",
    run: buildExtension,
  },
];

/** Builds beside the folder and swaps: a running server never serves half a build. */
function intoPlace(output: string, build: (folder: string) => boolean): boolean {
  const next = path.join(root, `${output}.${process.pid}`);
  try {
    if (!build(next)) return false;
    rmSync(path.join(root, output), { recursive: true, force: true });
    renameSync(next, path.join(root, output));
    return true;
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

/** How it is built counts, too. */
const HOW = ["bin/tasks/build.ts", "bin/tasks/extension.ts", "bin/tasks/steps.ts"];

function hashOf(sources: readonly string[]): string {
  const hash = createHash("sha256");
  const files = sources.flatMap((source) =>
    globSync(path.extname(source) ? source : `${source}/**/*.*`, {
      cwd: root,
      exclude: (name) => /(^|\/)(node_modules|dist(\.\d+)?|\.output|\.wxt)$|\.test\.tsx?$/.test(name),
    }),
  );
  for (const file of ["pnpm-lock.yaml", ...HOW, ...files.sort()]) {
    const at = path.join(root, file);
    if (statSync(at).isFile()) hash.update(file).update(readFileSync(at));
  }
  return hash.digest("hex");
}

/** `build extension` is that step alone. */
const only = process.argv[2];
for (const step of steps) {
  if (only !== undefined && step.name !== only) continue;
  const stamp = path.join(root, "node_modules/.cache/sidenote/build", step.name);
  const wanted = hashOf(step.sources);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && existsSync(path.join(root, step.output))) continue;
  say(`Building the ${step.name} …`);
  if (!step.run()) {
    process.exitCode = 1;
    continue;
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}
