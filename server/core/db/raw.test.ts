import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type World } from "../../testing/world.ts";
import { rows } from "./database.ts";
import { textList } from "./raw.ts";
import { read } from "./transaction.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("texts arrive as they are, whatever stands in them", async () => {
  const { ctx } = await world.person();
  const texts = ['"a,b"@x.example', "{}", "\\", '\\"', "null", "", " ї ", "a\nb"];
  const found = await read(ctx, (tx) =>
    rows<{ text: string }>(tx, sql`select unnest(${textList(texts)}::text[]) as text`),
  );
  expect(found.map((row) => row.text)).toEqual(texts);
  expect(await read(ctx, (tx) => rows(tx, sql`select unnest(${textList([])}::text[])`))).toEqual([]);
});
