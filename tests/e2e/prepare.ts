import { spawnSync } from "node:child_process";
import path from "node:path";

/**
 * What the tests drive is the extension as it is shipped, built from the sources as they are now. The workspace is built here
 * too: a server that starts would do it otherwise, and several of them at once.
 */
export default function prepare(): void {
  const task = path.join(import.meta.dirname, "../../bin/tasks/build.ts");
  const built = spawnSync(process.execPath, [task], { stdio: "inherit" });
  if (built.status !== 0) throw new Error("The extension or the workspace could not be built");
}
