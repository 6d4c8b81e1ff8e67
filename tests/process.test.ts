import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { mail, mbox } from "../server/testing/factories.ts";
import { dataFolder, sidenote, start } from "./cli.ts";

/** The product as a person starts and stops it: real processes, real data folders. */
const LIMIT_MS = 120_000;
let folder: ReturnType<typeof dataFolder>;
let env: Record<string, string>;
beforeEach(() => {
  folder = dataFolder();
  env = { SIDENOTE_DATA: folder.path };
});
afterEach(() => folder.remove());

const databases = [
  ["the built-in database", undefined] as const,
  ...(process.env.DATABASE_URL_TEST ? [["PostgreSQL", process.env.DATABASE_URL_TEST] as const] : []),
];
const mailbox = (dir: string) => {
  const file = path.join(dir, "mail.mbox");
  mkdirSync(dir, { recursive: true });
  writeFileSync(file, mbox(mail({ id: "<1@p>" }), mail({ id: "<2@p>", subject: "Second" }), ""));
  return file;
};

test("it starts, signs a person in with the printed link, and ends within five seconds of SIGTERM with port and lock free", {
  timeout: LIMIT_MS,
}, async () => {
  const running = await start([], env);
  const signedIn = await fetch(running.link, { redirect: "manual" });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const me = (await (await fetch(`${running.url}/v1/me`, { headers: { cookie } })).json()) as {
    member: { role: string };
    empty: boolean;
  };
  expect(me).toMatchObject({ member: { role: "admin" }, empty: true });
  expect(statSync(path.join(folder.path, "secret.key")).mode & 0o777).toBe(0o600);
  expect(statSync(path.join(folder.path, "server.json")).mode & 0o777).toBe(0o600);
  const open = fetch(`${running.url}/v1/live`, { headers: { cookie } });
  await open;
  const began = performance.now();
  running.child.kill("SIGTERM");
  expect((await running.ended).code).toBe(0);
  expect(performance.now() - began).toBeLessThan(5000);
  expect(existsSync(path.join(folder.path, "lock"))).toBe(false);
  expect(existsSync(path.join(folder.path, "server.json"))).toBe(false);
  await expect(fetch(`${running.url}/health`)).rejects.toThrow();
});

test("Ctrl-C, which a terminal sends to every process and the first passes on, ends it as cleanly", {
  timeout: LIMIT_MS,
}, async () => {
  const running = await start([], env);
  const { pid } = JSON.parse(readFileSync(path.join(folder.path, "server.json"), "utf8")) as { pid: number };
  const stopping = new Promise<void>((resolve) => {
    running.child.stderr?.on("data", (chunk) => String(chunk).includes("Stopping") && resolve());
  });
  running.child.kill("SIGINT");
  await stopping;
  process.kill(pid, "SIGINT");
  expect((await running.ended).code).toBe(0);
  expect(existsSync(path.join(folder.path, "lock"))).toBe(false);
  expect(existsSync(path.join(folder.path, "server.json"))).toBe(false);
});

test("a second start on the same data is refused with who holds it", { timeout: LIMIT_MS }, async () => {
  const first = await start([], env);
  const second = await sidenote(["start"], { ...env, PORT: "0" });
  expect(second.code).toBe(1);
  expect(second.stderr).toMatch(/is in use by process \d+ since/);
  first.child.kill("SIGINT");
  await first.ended;
});

test.each([
  [{ HOST: "0.0.0.0" }, /HOST=0.0.0.0 is refused/],
  [{ SIDENOTE_ROLE: "worker" }, /needs DATABASE_URL/],
  [{ DATABASE_URL: "postgres://nobody@127.0.0.1:9/none" }, /No PostgreSQL answers at 127.0.0.1:9/],
])("a start with %o is refused with the reason", { timeout: LIMIT_MS }, async (more, reason) => {
  const refused = await sidenote(["start"], { ...env, ...more });
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(reason);
});

test("a command works through the running server, from any folder, and prints its answer alone on stdout", {
  timeout: LIMIT_MS,
}, async () => {
  const running = await start([], env);
  const dir = path.join(folder.path, "../elsewhere");
  mailbox(dir);
  const imported = await sidenote(["import", "mail.mbox", "--as", "ada@fjordkyl.example", "--json"], env, dir);
  expect(JSON.parse(imported.stdout)).toMatchObject({
    seen: 3,
    stored: 2,
    duplicate: 0,
    setAside: 1,
    notWanted: 0,
    ownAddresses: ["ada@fjordkyl.example"],
  });
  const key = (await sidenote(["key", "create", "--name", "Reports"], env)).stdout.trim();
  expect(key).toMatch(/^sk_\S+$/);
  const threads = (await (
    await fetch(`${running.url}/v1/threads`, { headers: { authorization: `Bearer ${key}` } })
  ).json()) as { items: unknown[] };
  expect(threads.items).toHaveLength(2);
  const link = (await sidenote(["link"], env)).stdout.trim();
  expect((await fetch(link, { redirect: "manual" })).headers.get("location")).toBe("/");
  expect((await sidenote(["doctor"], env)).code).toBe(0);
  running.child.kill("SIGTERM");
  await running.ended;
});

test("the ledger says what became of every message that came, and reads what was set aside again", {
  timeout: LIMIT_MS,
}, async () => {
  const running = await start([], env);
  const file = mailbox(path.join(folder.path, "../elsewhere"));
  await sidenote(["import", file, "--as", "ada@fjordkyl.example"], env);
  await sidenote(["import", file], env);
  const told = await sidenote(["ledger"], env);
  expect(told.code).toBe(0);
  expect(told.stdout).toMatch(/^6 messages seen = 2 stored \+ 2 already there \+ 2 set aside \+ 0 not wanted$/m);
  expect(told.stdout).toMatch(/^2 mails in the mailbox, each accounted for$/m);
  const again = JSON.parse((await sidenote(["ledger", "--retry", "--json"], env)).stdout);
  expect(again).toMatchObject({ reconciled: true, mails: 2, retried: { tried: 2, stored: 0 } });
  running.child.kill("SIGTERM");
  await running.ended;
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
    const file = mailbox(path.join(folder.path, "../elsewhere"));
    await sidenote(["import", file, "--as", "ada@fjordkyl.example"], here);
    const saved = path.join(folder.path, "../all.backup");
    const backup = await sidenote(["backup", saved], here);
    expect(backup.stdout).toMatch(/secret key is not in it/);
    expect(statSync(saved).mode & 0o777).toBe(0o600);

    const there = at(path.join(folder.path, "../restored"));
    if (url) await createDatabase(url, there.DATABASE_URL!);
    const restored = await sidenote(["restore", saved], there);
    expect(restored.stdout + restored.stderr).toMatch(/\d+ rows of the backup/);
    expect(restored.stdout).not.toMatch(/another one/);
    const again = await sidenote(["import", file, "--json"], there);
    expect(JSON.parse(again.stdout)).toMatchObject({ seen: 3, stored: 0, duplicate: 2, setAside: 1 });
    const second = path.join(folder.path, "../again.backup");
    expect((await sidenote(["restore", saved], there)).stderr).toMatch(/Say --replace/);
    await sidenote(["restore", saved, "--replace"], there);
    await sidenote(["backup", second], there);
    expect(rowsOf(second)).toEqual(rowsOf(saved));
    for (const one of [here, there]) if (url) await dropDatabase(url, one.DATABASE_URL!);
  });
});

test("a file that is no backup, or is cut in the middle, changes nothing", { timeout: LIMIT_MS }, async () => {
  const file = mailbox(path.join(folder.path, "../elsewhere"));
  await sidenote(["import", file, "--as", "ada@fjordkyl.example"], env);
  const saved = path.join(folder.path, "../all.backup");
  await sidenote(["backup", saved], env);
  const whole = readFileSync(saved);
  for (const broken of [Buffer.from("nonsense"), whole.subarray(0, whole.length / 2)]) {
    writeFileSync(saved, broken);
    const refused = await sidenote(["restore", saved, "--replace"], env);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/not a backup|damaged/);
  }
  expect(JSON.parse((await sidenote(["import", file, "--json"], env)).stdout)).toMatchObject({
    stored: 0,
    duplicate: 2,
  });
});

test("the doctor finds what is wrong, says what to do, and ends with an error", { timeout: LIMIT_MS }, async () => {
  const before = await sidenote(["doctor"], env);
  expect(before.code).toBe(1);
  expect(before.stdout).toMatch(/WRONG {2}data folder: .* is not there/);
  await sidenote(["link"], env);
  expect((await sidenote(["doctor"], env)).code).toBe(0);
  chmodSync(path.join(folder.path, "secret.key"), 0o644);
  const open = await sidenote(["doctor"], env);
  expect(open.code).toBe(1);
  expect(open.stdout).toMatch(/WRONG {2}secret: secret\.key, mode 644\n\s+→ chmod 600/);
  chmodSync(path.join(folder.path, "secret.key"), 0o600);
  rmSync(path.join(folder.path, "db/global"), { recursive: true });
  const broken = await sidenote(["doctor"], env);
  expect(broken.code).toBe(1);
  expect(broken.stdout).toMatch(/WRONG {2}database/);
});

let made = 0;
function freshDatabase(admin: string): string {
  const url = new URL(admin);
  url.pathname = `/sidenote_process_${process.pid}_${++made}`;
  return url.toString();
}

async function onAdmin(admin: string, statement: string): Promise<void> {
  const client = postgres(admin, { max: 1, onnotice: () => {} });
  await client.unsafe(statement);
  await client.end();
}
const nameIn = (url: string) => new URL(url).pathname.slice(1);
const createDatabase = (admin: string, url: string) => onAdmin(admin, `create database ${nameIn(url)}`);
const dropDatabase = (admin: string, url: string) =>
  onAdmin(admin, `drop database if exists ${nameIn(url)} with (force)`);

function rowsOf(backup: string): string[] {
  const lines = gunzipSync(readFileSync(backup)).toString("utf8").split("\n").slice(1);
  // Sessions of the queue and what a restore itself leaves are not what was saved.
  return lines
    .filter((line) => !/^\{"table":"(pending|public\.(outbox|audit_\w+|imports|import_items))"/.test(line))
    .sort();
}
