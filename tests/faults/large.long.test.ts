import { randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { zipOf } from "../../server/testing/zip.ts";
import { dataFolder, sidenote, start } from "../cli.ts";

/** Much mail at once: what comes in is passed on, not held. */
const MEGABYTE = 1024 * 1024;
const FILE_MEGABYTES = 200;
const MOST_GROWTH_MEGABYTES = 200;
const LIMIT_MS = 900_000;
/** After the first start the server gives back what it needed for it. */
const SETTLE_MS = 8000;

let folder: ReturnType<typeof dataFolder>;
beforeEach(() => {
  folder = dataFolder();
});
afterEach(() => folder.remove());

const head = (i: number) =>
  `From marta@nordfrakt.example Mon Feb  2 09:00:00 2026\nMessage-ID: <${i}@large>\nFrom: Marta <marta@nordfrakt.example>\nTo: ada@fjordkyl.example\n` +
  `Date: Mon, 2 Feb 2026 09:00:00 +0000\nSubject: Drawing ${i}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n` +
  `--b\nContent-Type: text/plain\n\nHere is drawing ${i}.\n\n--b\nContent-Type: application/pdf; name="d${i}.pdf"\nContent-Transfer-Encoding: base64\n` +
  `Content-Disposition: attachment; filename="d${i}.pdf"\n\n`;

/** A mailbox of 200 MB in as many mails as wanted. */
function writeMailbox(file: string, mails: number): void {
  const out = openSync(file, "w");
  for (let i = 0; i < mails; i++) {
    writeSync(out, head(i));
    for (let left = FILE_MEGABYTES / mails; left > 0; left--) {
      const lines =
        randomBytes((MEGABYTE * 3) / 4)
          .toString("base64")
          .match(/.{1,76}/g) ?? [];
      writeSync(out, `${lines.join("\n")}\n`);
    }
    writeSync(out, "\n--b--\n\n");
  }
  closeSync(out);
}

const megabytesOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)?.[1]) / 1024;

async function growth(
  mails: number,
  pack?: (mailbox: string) => string,
): Promise<{ counts: Record<string, number>; megabytes: number }> {
  const mailbox = path.join(path.dirname(folder.path), "large.mbox");
  writeMailbox(mailbox, mails);
  const file = pack?.(mailbox) ?? mailbox;
  const env = { SIDENOTE_DATA: folder.path };
  const first = await start([], env);
  first.child.kill("SIGTERM");
  await first.ended;
  const server = await start([], env);
  const { pid } = JSON.parse(readFileSync(path.join(folder.path, "server.json"), "utf8")) as { pid: number };
  await setTimeout(SETTLE_MS);
  const idle = megabytesOf(pid);
  let most = idle;
  const watch = setInterval(() => {
    most = Math.max(most, megabytesOf(pid));
  }, 200);
  const imported = await sidenote(["import", file, "--as", "ada@fjordkyl.example", "--json"], env);
  clearInterval(watch);
  server.child.kill("SIGTERM");
  await server.ended;
  return { counts: JSON.parse(imported.stdout) as Record<string, number>, megabytes: most - idle };
}

const here = existsSync("/proc/self/status") ? test : test.skip;

here("a mailbox of 200 MB makes the server grow by 200 MB at the most", { timeout: LIMIT_MS }, async () => {
  const { counts, megabytes } = await growth(FILE_MEGABYTES);
  expect(counts).toMatchObject({ seen: FILE_MEGABYTES, stored: FILE_MEGABYTES, setAside: 0 });
  expect(megabytes).toBeLessThan(MOST_GROWTH_MEGABYTES);
});

/** Beside it, so that the zip is read in several places. */
function zipped(mailbox: string): string {
  const file = path.join(path.dirname(mailbox), "takeout.zip");
  const beside = { name: "Takeout/archive_browser.html", content: "<!doctype html>" };
  writeFileSync(file, zipOf([beside, { name: "Takeout/Mail/All mail.mbox", content: readFileSync(mailbox) }]));
  return file;
}

here("the same mailbox in a .zip makes it grow by no more", { timeout: LIMIT_MS }, async () => {
  const { counts, megabytes } = await growth(FILE_MEGABYTES, zipped);
  expect(counts).toMatchObject({ seen: FILE_MEGABYTES, stored: FILE_MEGABYTES, setAside: 0 });
  expect(megabytes).toBeLessThan(MOST_GROWTH_MEGABYTES);
});

here("one mail of 200 MB is set aside, and is never held whole", { timeout: LIMIT_MS }, async () => {
  const { counts, megabytes } = await growth(1);
  expect(counts).toMatchObject({ seen: 1, stored: 0, setAside: 1 });
  expect(megabytes).toBeLessThan(MOST_GROWTH_MEGABYTES);
});
