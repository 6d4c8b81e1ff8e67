import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { holderOf, lockDataFolder } from "./lock.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "sidenote-lock-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
const now = new Date();

test("a folder that another process holds is refused, and it is said who holds it", () => {
  writeFileSync(path.join(folder, "lock"), JSON.stringify({ pid: process.ppid, since: now.toISOString() }));
  expect(() => lockDataFolder(folder, now)).toThrow(
    new RegExp(`in use by process ${process.ppid} since ${now.toISOString()}`),
  );
});

test.each([
  ["a process that is gone", JSON.stringify({ pid: 2 ** 22 + 1, since: "x" })],
  ["nobody who can be read", "{"],
  [
    "a process from before the machine was restarted, whose number is another's now",
    JSON.stringify({ pid: process.ppid, since: "2020-01-01T00:00:00.000Z" }),
  ],
])("a lock left by %s is taken over", (_, left) => {
  writeFileSync(path.join(folder, "lock"), left);
  const lock = lockDataFolder(folder, now);
  expect(holderOf(folder)).toEqual({ pid: process.pid, since: now.toISOString() });
  lock.release();
  expect(holderOf(folder)).toBeNull();
});

test("a folder that cannot be written is refused with what to do", () => {
  const file = path.join(folder, "file");
  writeFileSync(file, "");
  expect(() => lockDataFolder(path.join(file, "data"), now)).toThrow(/Choose another SIDENOTE_DATA|ENOTDIR/);
  expect(readFileSync(file, "utf8")).toBe("");
});
