import { spawnSync } from "node:child_process";
import path from "node:path";

/** What the tests drive is the extension as it is shipped, built from the sources as they are now. */
export default function prepare(): void {
  const task = path.join(import.meta.dirname, "../../bin/tasks/build.ts");
  const built = spawnSync(process.execPath, [task, "extension"], { stdio: "inherit" });
  if (built.status !== 0) throw new Error("The extension could not be built");
}
