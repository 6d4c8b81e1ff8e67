import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { launch, sidenote, start } from "./cli.ts";
import { writeMailbox } from "./command.ts";
import { folderForEach } from "./folder.ts";

/** The product as a person starts and stops it: real processes, real data folders. */
const LIMIT_MS = 300_000;
const folder = folderForEach();

test("it starts, signs a person in with the printed link, and ends within five seconds of SIGTERM with port and lock free", {
  timeout: LIMIT_MS,
}, async () => {
  const running = await start([], folder.env);
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
  const running = await start([], folder.env);
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
  const first = await start([], folder.env);
  const second = await sidenote(["start"], { ...folder.env, PORT: "0" });
  expect(second.code).toBe(1);
  expect(second.stderr).toMatch(/is in use by process \d+ since/);
  first.child.kill("SIGINT");
  await first.ended;
});

test("a start without its database is refused with the reason", { timeout: LIMIT_MS }, async () => {
  const refused = await sidenote(["start"], { ...folder.env, DATABASE_URL: "postgres://nobody@127.0.0.1:9/none" });
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/No PostgreSQL answers at 127.0.0.1:9/);
});

test("a command works by itself and through the running server, from any folder, and prints its answer alone on stdout", {
  timeout: LIMIT_MS,
}, async () => {
  const dir = path.join(folder.path, "../elsewhere");
  writeMailbox(dir);
  const imported = () => sidenote(["import", "mail.mbox", "--as", "ada@fjordkyl.example", "--json"], folder.env, dir);
  const all = { seen: 3, setAside: 1, notWanted: 0, ownAddresses: ["ada@fjordkyl.example"] };
  expect(JSON.parse((await imported()).stdout)).toMatchObject({ ...all, stored: 2, duplicate: 0 });
  const running = await start([], folder.env);
  expect(JSON.parse((await imported()).stdout)).toMatchObject({ ...all, stored: 0, duplicate: 2 });
  const key = (await sidenote(["key", "create", "--name", "Reports"], folder.env)).stdout.trim();
  expect(key).toMatch(/^sk_\S+$/);
  const threads = (await (
    await fetch(`${running.url}/v1/threads`, { headers: { authorization: `Bearer ${key}` } })
  ).json()) as { items: unknown[] };
  expect(threads.items).toHaveLength(2);
  const link = (await sidenote(["link"], folder.env)).stdout.trim();
  expect((await fetch(link, { redirect: "manual" })).headers.get("location")).toBe("/");
  expect((await sidenote(["doctor"], folder.env)).code).toBe(0);
  running.child.kill("SIGTERM");
  await running.ended;
});

test("a command goes on to its end when nobody reads on what it says", { timeout: LIMIT_MS }, async () => {
  const { child, ended } = launch(["sidenote", "doctor"], folder.env);
  child.stdout?.destroy();
  expect(await ended).toMatchObject({ code: 1, stderr: "" });
});
