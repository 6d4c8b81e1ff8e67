import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { imports } from "@sidenote/contract/imports";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../../../testing/world.ts";
import { backupTo } from "./backup.ts";

let world: World;
let folder: string;
beforeAll(async () => {
  world = await createWorld();
  folder = mkdtempSync(path.join(os.tmpdir(), "sidenote-backup-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

const openFiles = () =>
  readdirSync("/proc/self/fd").flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)];
    } catch {
      return [];
    }
  });

const here = existsSync("/dev/full") && existsSync("/proc/self/fd") ? test : test.skip;

here("a backup that meets a full disk ends with that reason, and the next one is written", async () => {
  const ada = await world.person();
  const { id } = await ada.api(imports.create, { name: "mail.mbox" });
  const sent = await world.fetch(`/v1/imports/${id}/bytes?offset=0`, {
    method: "PUT",
    headers: ada.headers,
    body: randomBytes(1024 * 1024),
  });
  expect(sent.status).toBe(200);
  const full = path.join(folder, "full");
  symlinkSync("/dev/full", full);
  await expect(backupTo(world.app, full)).rejects.toThrow(/The disk is full/);
  expect(openFiles()).not.toContain("/dev/full");
  await backupTo(world.app, path.join(folder, "backup.gz"));
});

here("what stops a backup leaves no file open", async () => {
  const file = path.join(folder, "stopped.gz");
  const stopped = {
    ...world.app,
    now: () => {
      throw new Error("the clock is broken");
    },
  };
  await expect(backupTo(stopped, file)).rejects.toThrow("the clock is broken");
  expect(openFiles()).not.toContain(file);
});
