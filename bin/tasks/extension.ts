import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { root, runQuietly, say, TO_BE_USED } from "./steps.ts";

/** What may run in Gmail's own page, compressed: it is read there each time that Gmail is opened. */
const MOST_IN_PAGE_BYTES = 15 * 1024;

/** The extension for both browsers, in extension/.output. Fails when too much of it would run in the sites' pages. */
export const buildExtension = (): boolean =>
  runQuietly("wxt", ["build", "--browser", "chrome"], TO_BE_USED) &&
  runQuietly("wxt", ["build", "--browser", "firefox", "--mv3"], TO_BE_USED) &&
  staysSmall();

function staysSmall(): boolean {
  const scripts = globSync("extension/.output/*/content-scripts/*.js", { cwd: root });
  const tooBig = scripts
    .map((file) => ({ file, bytes: gzipSync(readFileSync(path.join(root, file))).byteLength }))
    .filter(({ bytes }) => bytes > MOST_IN_PAGE_BYTES);
  for (const { file, bytes } of tooBig) {
    say(
      `${file} has ${bytes} bytes gzipped; ${MOST_IN_PAGE_BYTES} may run in a site's page. What is heavy belongs into the panel`,
    );
  }
  return scripts.length > 0 && tooBig.length === 0;
}
