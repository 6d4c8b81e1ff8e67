import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { initDatabase } from "../core/db/init.ts";
import { main } from "./commands.ts";

/** Each call opens a database of its own. */
const LIMIT_MS = 120_000;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "sidenote-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function sidenote(args: string[], env: Record<string, string> = {}) {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const code = await main(args, {
    env: { SIDENOTE_DATA: path.join(folder, "data"), ...env },
    cwd: folder,
    out: say,
    say,
    progress: () => {},
  });
  return { code, said: said.join("\n") };
}

test("data that was made with another secret is not opened, the doctor says so in one line, and with the right one all is as it was", {
  timeout: LIMIT_MS,
}, async () => {
  expect((await sidenote(["link"])).code).toBe(0);
  const another = { SIDENOTE_SECRET: "another secret, just as long" };
  const refused = await sidenote(["link"], another);
  expect(refused).toMatchObject({ code: 1, said: expect.stringMatching(/^This data was made with another secret/) });
  const doctor = await sidenote(["doctor"], another);
  expect(doctor.code).toBe(1);
  expect(doctor.said).toMatch(/^WRONG {2}secret of the data: This data was made with another secret/m);
  expect((await sidenote(["doctor"])).code).toBe(0);
});

test("without the key beside its data no other is made, unless it is said that it is lost", {
  timeout: LIMIT_MS,
}, async () => {
  await sidenote(["link"]);
  const file = path.join(folder, "data/secret.key");
  const key = readFileSync(file, "utf8");
  rmSync(file);
  const refused = await sidenote(["link"]);
  expect(refused).toMatchObject({
    code: 1,
    said: expect.stringMatching(/but not the secret\.key that it was made with/),
  });
  expect(() => readFileSync(file)).toThrow();
  writeFileSync(file, key, { mode: 0o600 });
  expect((await sidenote(["link"])).code).toBe(0);
  rmSync(file);
  expect((await sidenote(["db", "accept-secret"])).code).toBe(0);
  expect((await sidenote(["link"])).code).toBe(0);
  expect(readFileSync(file, "utf8")).not.toBe(key);
});

const admin = process.env.DATABASE_URL_TEST;
test.skipIf(!admin)("a database that is prepared again keeps the owner's password that still works", async () => {
  const known = new URL(admin!);
  known.username = "sidenote_owner";
  known.password = "known-before";
  expect(await initDatabase(admin!, { known: [known.toString()] })).toEqual({
    url: known.toString(),
    password: "kept",
  });
  const wrong = new URL(known);
  wrong.username = "somebody";
  expect(await initDatabase(admin!, { known: [wrong.toString()] })).toMatchObject({ password: "new" });
});
