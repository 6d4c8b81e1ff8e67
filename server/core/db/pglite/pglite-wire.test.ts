import { afterAll, beforeAll, expect, test } from "vitest";
import { PgliteClient } from "./pglite.ts";

let client: PgliteClient;
beforeAll(async () => {
  client = await PgliteClient.open({});
});
afterAll(() => client.close());

test("an answer longer than what the database hands over at once arrives whole, also where a letter lies across", async () => {
  const long = `a${"ї€🙂".repeat(20_000)}`;
  const { rows } = await client.query<{ text: string; n: number }>(
    "select $1::text as text, n from generate_series(1, 3) n",
    [long],
  );
  expect(rows.map(({ n }) => n)).toEqual([1, 2, 3]);
  expect(rows.every(({ text }) => text === long)).toBe(true);
});

test("thousands of rows arrive as they are, wherever one is handed over in two parts", async () => {
  const { rows } = await client.query<{ n: number; text: string }>(
    "select n, repeat('ї', n % 60) as text from generate_series(1, 5000) n",
  );
  expect(rows).toEqual(Array.from({ length: 5000 }, (_, i) => ({ n: i + 1, text: "ї".repeat((i + 1) % 60) })));
});

test("a notification is heard once, whoever sends it: a transaction, a statement beside them, a block of them", async () => {
  const heard: string[] = [];
  await client.listen("told", (payload) => heard.push(payload));
  await client.transaction((tx) => tx.query("select pg_notify('told', 'within')"));
  await client.query("select pg_notify('told', 'beside')");
  await client.exec("begin; notify told, 'block'; commit");
  await client.query("select pg_notify('untold', 'elsewhere')");
  expect(heard).toEqual(["within", "beside", "block"]);
});

test("what is answered before a statement of a block fails is no answer: the error is", async () => {
  await expect(client.exec("select 1 as n; select 1 / 0; select 2")).rejects.toMatchObject({ code: "22012" });
  expect((await client.exec("select 1 as n; select 2 as m")) as object[]).toMatchObject([
    { rows: [{ n: 1 }] },
    { rows: [{ m: 2 }] },
  ]);
});
