import { afterEach, beforeEach } from "vitest";
import { dataFolder } from "./cli.ts";

/** A data folder for each test of a file, and the environment that names it. */
export function folderForEach(): { readonly path: string; readonly env: Record<string, string> } {
  let folder: ReturnType<typeof dataFolder>;
  beforeEach(() => {
    folder = dataFolder();
  });
  afterEach(() => folder.remove());
  return {
    get path() {
      return folder.path;
    },
    get env() {
      return { SIDENOTE_DATA: folder.path };
    },
  };
}
