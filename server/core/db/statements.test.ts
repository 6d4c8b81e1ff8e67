import { contacts } from "@sidenote/contract/contacts";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createWorld, type Person, type World } from "../../testing/world.ts";
import { inBackground } from "../background.ts";
import { toUuid } from "../ids.ts";
import { rows, type Tx } from "./database.ts";
import { PgliteClient } from "./pglite/pglite.ts";
import { KEPT } from "./recurring.ts";
import { derive, lookUp, read, system } from "./transaction.ts";
import { Turns } from "./turns.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** More often than it takes to prepare a statement and to keep a plan of it. */
const OFTEN = 8;

const names = (person: Person) =>
  read(person.ctx, async (tx) =>
    (await rows<{ name: string }>(tx, sql`select name from contacts where name like ${"Kept %"}`)).map(
      (row) => row.name,
    ),
  );

test("a statement that is kept shows each member what that member may see, and a stranger to all of it nothing", async () => {
  const [ada, otto, nobody] = [await world.person(), await world.person(), await world.person()];
  await ada.api(contacts.create, { name: "Kept Ada" });
  await otto.api(contacts.create, { name: "Kept Otto" });
  for (let i = 0; i < OFTEN; i++) {
    expect(await names(ada)).toEqual(["Kept Ada"]);
    expect(await names(otto)).toEqual(["Kept Otto"]);
    expect(await names(nobody)).toEqual([]);
  }
});

test("a statement that is kept as a member is closed where that role has no policy", async () => {
  const ada = await world.person();
  await ada.api(contacts.create, { name: "Kept closed" });
  const count = sql`select count(*)::int as count from contacts where name = 'Kept closed'`;
  for (let i = 0; i < OFTEN; i++) {
    expect(await read(ada.ctx, (tx) => rows(tx, count))).toEqual([{ count: 1 }]);
    expect(await system(world.app, "data migration", (tx) => rows(tx, count))).toEqual([{ count: 0 }]);
  }
});

test("a statement beside transactions runs as the system's role, kept or not, and leaves it to nobody", async () => {
  const ada = await world.person();
  await ada.api(contacts.create, { name: "Kept beside" });
  const beside = (what: string) =>
    lookUp(world.app, "data migration", (db) => rows<object>(db, sql.raw(`select ${what}`)));
  for (let i = 0; i < OFTEN; i++) {
    const [count, seen] = await Promise.all([
      beside("count(*)::int as result from contacts"),
      names(ada),
      expect(beside("1 / (random() * 0)::int")).rejects.toThrow(),
    ]);
    expect([count, seen]).toEqual([[{ result: 0 }], ["Kept beside"]]);
    expect(await beside("current_user as result")).toEqual([{ result: "app_system" }]);
    const [owner] = await rows<{ role: string }>(world.app.db.drizzle, sql`select current_user as role`);
    expect(owner?.role).not.toBe("app_system");
  }
});

test("a statement that fails, kept or not, fails alone: the next one is answered", async () => {
  const ada = await world.person();
  const divide = (by: number) => read(ada.ctx, (tx) => rows(tx, sql`select 12 / ${by}::int as result`));
  for (let i = 0; i < OFTEN; i++) {
    await expect(divide(0)).rejects.toThrow();
    expect(await divide(4)).toEqual([{ result: 3 }]);
    await expect(read(ada.ctx, (tx) => rows(tx, sql`select no_such_column from contacts`))).rejects.toThrow();
  }
});

test("of more statements than are kept each gets its own answer", async () => {
  const ada = await world.person();
  const asked = Array.from({ length: KEPT + 50 }, (_, i) => i);
  for (let round = 0; round < 3; round++) {
    const found = await read(ada.ctx, async (tx) => {
      const answers: unknown[] = [];
      for (const i of asked) answers.push(await rows(tx, sql`select ${i}::int + ${sql.raw(String(i))} as result`));
      return answers;
    });
    expect(found).toEqual(asked.map((i) => [{ result: 2 * i }]));
  }
});

test("after any number of lists of other lengths, as an import asks, a statement that comes again is kept all the same", async () => {
  const ada = await world.person();
  await read(ada.ctx, async (tx) => {
    for (let round = 0; round < 2; round++)
      for (let length = 1; length <= KEPT + 50; length++) {
        const list = sql.join(
          Array.from({ length }, (_, i) => sql`${i}`),
          sql`, `,
        );
        await rows(tx, sql`select 1 where 7 in (${list})`);
      }
  });
  const kept = await read(ada.ctx, async (tx) => {
    for (let i = 0; i < OFTEN; i++) await rows(tx, sql`select ${i}::int as after_lists`);
    return rows(
      tx,
      sql`select count(*)::int as kept from pg_prepared_statements where statement = 'select $1::int as after_lists'`,
    );
  });
  expect(kept).toEqual([{ kept: 1 }]);
});

test("null, text, numbers, JSON, lists and bytes arrive as they were sent, first and later", async () => {
  const ada = await world.person();
  const bytes = Buffer.from([0, 1, 92, 39, 255]);
  for (let i = 0; i < OFTEN; i++) {
    const [row] = await derive(ada.ctx, (tx) =>
      rows<Record<string, unknown>>(
        tx,
        sql`select ${null}::text as nothing, ${"it's \\ ½"}::text as text, ${i}::int as number, ${'{"a":[1,"ß"]}'}::jsonb as json,
              ${'{"x y",z}'}::text[] as list, ${bytes}::bytea as bytes`,
      ),
    );
    expect({ ...row, bytes: Buffer.from(row!.bytes as Uint8Array) }).toEqual({
      nothing: null,
      text: "it's \\ ½",
      number: i,
      json: { a: [1, "ß"] },
      list: ["x y", "z"],
      bytes,
    });
  }
});

test("transactions that begin at once take turns, and what one asks before its turn is asked in it", async () => {
  const ada = await world.person();
  const { id } = await ada.api(contacts.create, { name: "Turns", notes: "0" });
  const uuid = toUuid(id, "cnt");
  const turn = () =>
    derive(ada.ctx, async (tx) => {
      const [row] = await rows<{ notes: string }>(
        tx,
        sql`select notes from contacts where id = ${uuid}::uuid for update`,
      );
      await tx.execute(sql`update contacts set notes = ${String(Number(row?.notes) + 1)} where id = ${uuid}::uuid`);
    });
  await Promise.all(Array.from({ length: 12 }, turn));
  expect(await ada.api(contacts.get, { id })).toMatchObject({ notes: "12" });
});

test("a transaction that asks nothing, or ends before its turn has come, leaves the way free", async () => {
  const ada = await world.person();
  const nothing = Array.from({ length: 4 }, () => world.app.db.drizzle.transaction(async () => "nothing"));
  const fails = world.app.db.drizzle.transaction(async () => {
    throw new Error("given up");
  });
  await expect(fails).rejects.toThrow("given up");
  expect(await Promise.all(nothing)).toEqual(["nothing", "nothing", "nothing", "nothing"]);
  expect(await names(ada)).toEqual([]);
});

test("with one connection, what a person asks comes before what jobs wait for", async () => {
  const client = await PgliteClient.open({});
  const order: string[] = [];
  const turn = (name: string) =>
    client.transaction(async (tx) => {
      await tx.query("select 1");
      order.push(name);
    });
  const jobs = [1, 2, 3].map((n) => inBackground(() => turn(`job ${n}`)));
  await Promise.all([...jobs, turn("asked")]);
  await client.close();
  expect(order).toEqual(["job 1", "asked", "job 2", "job 3"]);
});

test("who can wait gets a turn in the end, however many do not", async () => {
  const turns = new Turns();
  const order: string[] = [];
  const turn = async (name: string, later: boolean) => {
    await turns.take(later);
    order.push(name);
    // The next one asks before this one is over, as a page does that asks without end.
    if (!later && order.length < 100) void turn("asked", false);
    turns.pass();
  };
  const first = turn("asked", false);
  const job = turn("job", true);
  await Promise.all([first, job]);
  expect(order.indexOf("job")).toBeLessThan(30);
});

test("a block of statements that fails half-way is over before the next in turn: nobody is refused for it", async () => {
  const client = await PgliteClient.open({});
  const failing = client.exec("begin; select 1 / 0; commit");
  const others = [1, 2, 3].map((n) => client.transaction((tx) => tx.query("select $1::int as n", [n])));
  const alone = client.query("select 4 as n");
  await expect(failing).rejects.toThrow(/division by zero/);
  expect((await Promise.all([...others, alone])).map(({ rows }) => rows)).toEqual([1, 2, 3, 4].map((n) => [{ n }]));
  await client.close();
});

test("a plan that was kept when a table was small is made anew when it has grown: without autovacuum nobody else would", async () => {
  const client = await PgliteClient.open({});
  const look = "select n from grows where n = $1";
  const grow = (from: number, to: number) =>
    client.transaction((tx) => tx.query(`insert into grows select n from generate_series(${from}, ${to}) n`));
  const keptPlan = async () => {
    for (let i = 0; i < OFTEN; i++) await client.transaction((tx) => tx.query(look, [i]));
    const { rows } = await client.query<{ name: string }>(
      "select name from pg_prepared_statements where statement = $1",
      [look],
    );
    const plan = await client.query<Record<string, string>>(`explain execute ${rows[0]!.name}(7)`);
    return plan.rows.map((row) => Object.values(row)[0]).join("\n");
  };
  await client.exec("create table grows (n int primary key)");
  await grow(1, 50);
  await client.exec("analyze grows");
  expect(await keptPlan()).toContain("Seq Scan");
  await grow(51, 5000);
  expect(await keptPlan()).toContain("Index Only Scan");
  await client.close();
});

test("a statement that takes longer than a transaction may do nothing is not doing nothing", async () => {
  const client = await PgliteClient.open({});
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const slow = client.transaction(async (tx) => {
      await tx.exec("create table slow (n int)");
      const inserting = tx.query("insert into slow select n from generate_series(1, 200000) n");
      vi.advanceTimersByTime(200_000);
      await inserting;
    });
    await slow;
    expect((await client.query("select count(*)::int as n from slow")).rows).toEqual([{ n: 200_000 }]);
    const idle = client.transaction(async (tx) => {
      await tx.query("select 1");
      vi.advanceTimersByTime(200_000);
      await tx.query("select 1");
    });
    await expect(idle).rejects.toThrow(/did nothing for a minute|has ended/);
  } finally {
    vi.useRealTimers();
    await client.close();
  }
});

test("a look whose connection is cut is taken once more on another; a write is not, and says that it can be tried again", async () => {
  const ada = await world.person();
  let times = 0;
  const cutFirst = async (tx: Tx): Promise<unknown> => {
    times += 1;
    if (times === 1) await cut(tx);
    return rows(tx, sql`select 12 as result`);
  };
  expect(await read(ada.ctx, cutFirst)).toEqual([{ result: 12 }]);
  expect(times).toBe(2);
  times = 0;
  await expect(derive(ada.ctx, cutFirst)).rejects.toMatchObject({ code: "unavailable" });
  expect(times).toBe(1);
});

/** The built-in database has no connection to lose. */
async function cut(tx: Tx): Promise<void> {
  const { db } = world.app;
  if (db.kind === "pglite") throw Object.assign(new Error("cut"), { code: "ECONNRESET" });
  const [own] = await rows<{ pid: number }>(tx, sql`select pg_backend_pid() as pid`);
  await db.statement(`select pg_terminate_backend(${own!.pid})`);
}
