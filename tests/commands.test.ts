import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { zipOf } from "../server/testing/zip.ts";
import { command, writeMailbox } from "./command.ts";
import { createDatabase, databases, dropDatabase, freshDatabase } from "./databases.ts";
import { folderForEach } from "./folder.ts";

/** What the commands do with the data, which each of them opens anew: seconds, where others want the processor too. */
const LIMIT_MS = 300_000;
const folder = folderForEach();

test.each([
  [{ HOST: "0.0.0.0" }, /HOST=0.0.0.0 is refused/],
  [{ SIDENOTE_ROLE: "worker" }, /needs DATABASE_URL/],
])("a start with %o is refused with the reason", async (more, reason) => {
  expect(await command(["start"], { ...folder.env, ...more })).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(reason),
  });
});

test("the ledger says what became of every message that came, and reads what was set aside again", {
  timeout: LIMIT_MS,
}, async () => {
  const file = writeMailbox(path.join(folder.path, "../elsewhere"));
  await command(["import", file, "--as", "ada@fjordkyl.example"], folder.env);
  await command(["import", file], folder.env);
  const told = await command(["ledger"], folder.env);
  expect(told.code).toBe(0);
  expect(told.stdout).toMatch(/^6 messages seen = 2 stored \+ 2 already there \+ 2 set aside \+ 0 not wanted$/m);
  expect(told.stdout).toMatch(/^2 mails in the mailbox, each accounted for$/m);
  const again = JSON.parse((await command(["ledger", "--retry", "--json"], folder.env)).stdout);
  expect(again).toMatchObject({ reconciled: true, mails: 2, retried: { tried: 2, stored: 0 } });
});

test("several zips of a Takeout are given as they came", { timeout: LIMIT_MS }, async () => {
  const folderOf = path.join(folder.path, "../elsewhere");
  const mailbox = readFileSync(writeMailbox(folderOf));
  const parts = [1, 2].map((number) => path.join(folderOf, `takeout-00${number}.zip`));
  const beside = { name: "Takeout/archive_browser.html", content: "<!doctype html>" };
  for (const part of parts)
    writeFileSync(part, zipOf([beside, { name: "Takeout/Mail/All mail.mbox", content: mailbox }]));
  const { stdout, code } = await command(["import", ...parts, "--as", "ada@fjordkyl.example"], folder.env);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^6 messages: 2 stored, 2 already there, 2 set aside, 0 not wanted$/m);
  expect(stdout).toMatch(/^set aside: takeout-002\.zip\/Takeout\/Mail\/All mail\.mbox, message 3: /m);
  expect(stdout).toMatch(/^not mail: takeout-001\.zip\/Takeout\/archive_browser\.html: no headers of a mail/m);
});

describe.each(databases)("on %s", (_, url) => {
  test("a backup, a wipe and a restore bring back the same, files included", { timeout: LIMIT_MS }, async () => {
    const at = (data: string) => ({
      SIDENOTE_DATA: data,
      SIDENOTE_SECRET: "a secret for this test only",
      ...(url ? { DATABASE_URL: freshDatabase(url) } : {}),
    });
    const here = at(folder.path);
    if (url) await createDatabase(url, here.DATABASE_URL!);
    const file = writeMailbox(path.join(folder.path, "../elsewhere"));
    await command(["import", file, "--as", "ada@fjordkyl.example"], here);
    const saved = path.join(folder.path, "../all.backup");
    const backup = await command(["backup", saved], here);
    expect(backup.stdout).toMatch(/secret key is not in it/);
    expect(statSync(saved).mode & 0o777).toBe(0o600);

    const there = at(path.join(folder.path, "../restored"));
    if (url) await createDatabase(url, there.DATABASE_URL!);
    const restored = await command(["restore", saved], there);
    expect(restored.stdout + restored.stderr).toMatch(/\d+ rows of the backup/);
    expect(restored.stdout).not.toMatch(/another one/);
    const again = await command(["import", file, "--json"], there);
    expect(JSON.parse(again.stdout)).toMatchObject({ seen: 3, stored: 0, duplicate: 2, setAside: 1 });
    const second = path.join(folder.path, "../again.backup");
    expect((await command(["restore", saved], there)).stderr).toMatch(/Say --replace/);
    await command(["restore", saved, "--replace"], there);
    await command(["backup", second], there);
    expect(rowsOf(second)).toEqual(rowsOf(saved));
    for (const one of [here, there]) if (url) await dropDatabase(url, one.DATABASE_URL!);
  });
});

test("a file that is no backup, or is cut in the middle, changes nothing", { timeout: LIMIT_MS }, async () => {
  const file = writeMailbox(path.join(folder.path, "../elsewhere"));
  await command(["import", file, "--as", "ada@fjordkyl.example"], folder.env);
  const saved = path.join(folder.path, "../all.backup");
  await command(["backup", saved], folder.env);
  const whole = readFileSync(saved);
  for (const broken of [Buffer.from("nonsense"), whole.subarray(0, whole.length / 2)]) {
    writeFileSync(saved, broken);
    const refused = await command(["restore", saved, "--replace"], folder.env);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/not a backup|damaged/);
  }
  const gone = await command(["restore", path.join(folder.path, "gone.backup")], folder.env);
  expect(gone).toMatchObject({ code: 1, stderr: expect.stringContaining("gone.backup cannot be read") });
  expect(JSON.parse((await command(["import", file, "--json"], folder.env)).stdout)).toMatchObject({
    stored: 0,
    duplicate: 2,
  });
});

test("where another program listens in the server's place, a link and the doctor say so", {
  timeout: LIMIT_MS,
}, async () => {
  await command(["link"], folder.env);
  const other = createServer((_, response) => response.writeHead(404).end("<h1>Another program</h1>"));
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  // The parent of this process lives as long as the test.
  writeFileSync(path.join(folder.path, "server.json"), JSON.stringify({ pid: process.ppid, url, secret: "s" }));
  const link = await command(["link"], folder.env);
  const doctor = await command(["doctor"], folder.env);
  other.close();
  rmSync(path.join(folder.path, "server.json"));
  expect(link).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("no Sidenote server") });
  expect(doctor).toMatchObject({ code: 1, stdout: expect.stringMatching(/WRONG {2}database: .*no Sidenote server/) });
});

test("the doctor finds what is wrong, says what to do, and ends with an error", { timeout: LIMIT_MS }, async () => {
  const before = await command(["doctor"], folder.env);
  expect(before.code).toBe(1);
  expect(before.stdout).toMatch(/WRONG {2}data folder: .* is not there/);
  await command(["link"], folder.env);
  expect((await command(["doctor"], folder.env)).code).toBe(0);
  chmodSync(path.join(folder.path, "secret.key"), 0o644);
  const open = await command(["doctor"], folder.env);
  expect(open.code).toBe(1);
  expect(open.stdout).toMatch(/WRONG {2}secret: secret\.key, mode 644\n\s+→ chmod 600/);
  chmodSync(path.join(folder.path, "secret.key"), 0o600);
  rmSync(path.join(folder.path, "db/global"), { recursive: true });
  const broken = await command(["doctor"], folder.env);
  expect(broken.code).toBe(1);
  expect(broken.stdout).toMatch(/WRONG {2}database/);
});

function rowsOf(backup: string): string[] {
  const lines = gunzipSync(readFileSync(backup)).toString("utf8").split("\n").slice(1);
  // Sessions of the queue and what a restore itself leaves are not what was saved.
  return lines
    .filter((line) => !/^\{"table":"(pending|public\.(outbox|audit_\w+|imports|import_items))"/.test(line))
    .sort();
}
