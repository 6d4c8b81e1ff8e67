import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Locator } from "playwright-core";

const screens = path.join(import.meta.dirname, "../../docs/screens");

/** Into docs/screens. A palette of 256 colours is what these need; without the program the pictures are larger. */
export function keepPicture(name: string, picture: Buffer): void {
  const file = path.join(screens, `${name}.png`);
  writeFileSync(file, picture);
  const small = spawnSync("pngquant", ["--force", "--speed", "1", "--quality", "80-98", "--output", file, file]);
  if (small.error) process.stderr.write("pngquant is not installed: the pictures stay large\n");
  process.stdout.write(`docs/screens/${name}.png: ${Math.round(readFileSync(file).byteLength / 1000)} kB\n`);
}

/** Fails where something in a panel is wider than the panel. */
export async function mustFit(around: Locator): Promise<void> {
  const wide = await around.evaluate((all) =>
    [...all.querySelectorAll(".panel, .panel-body, .panel .section, .panel .row")].flatMap((part) =>
      part.scrollWidth > part.clientWidth + 1
        ? [`${part.closest("figure")?.querySelector("figcaption")?.textContent ?? ""} ${part.className}`.trim()]
        : [],
    ),
  );
  if (wide.length > 0) throw new Error(`wider than the panel: ${[...new Set(wide)].join("; ")}`);
}
