import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const screens = path.join(import.meta.dirname, "../../docs/screens");

/** Into docs/screens. A palette of 256 colours is what these need; without the program the pictures are larger. */
export function keepPicture(name: string, picture: Buffer): void {
  const file = path.join(screens, `${name}.png`);
  writeFileSync(file, picture);
  const small = spawnSync("pngquant", ["--force", "--speed", "1", "--quality", "80-98", "--output", file, file]);
  if (small.error) process.stderr.write("pngquant is not installed: the pictures stay large\n");
  process.stdout.write(`docs/screens/${name}.png: ${Math.round(readFileSync(file).byteLength / 1000)} kB\n`);
}
