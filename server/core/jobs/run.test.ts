import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../../testing/world.ts";
import type { App } from "../context.ts";
import { runTask } from "./run.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("regular work that fails is in the log by its name, and still fails", async () => {
  const said: object[] = [];
  const log = { ...world.app.log, error: (fields: object) => void said.push(fields) } as App["log"];
  const fault = new Error("the disk is gone");
  const task = { name: "test.tidy", cron: "* * * * *", run: () => Promise.reject(fault) };
  await expect(runTask({ ...world.app, log }, task)).rejects.toBe(fault);
  expect(said).toEqual([{ err: fault, task: "test.tidy" }]);
});
