import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { contacts } from "@sidenote/contract/contacts";
import { Problem } from "@sidenote/contract/errors";
import type { ImportId } from "@sidenote/contract/ids";
import { imports } from "@sidenote/contract/imports";
import { afterAll, beforeAll, expect, test } from "vitest";
import { vacuum } from "../../server/core/maintenance.ts";
import { Received } from "../../server/features/imports/received.ts";
import { importMail, mail, mbox } from "../../server/testing/factories.ts";
import { createWorld, type Person, type World } from "../../server/testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const PART_BYTES = 1_500_000;
const TOTAL_BYTES = 4_000_000;

/** Nowhere the same, so that a part in a wrong place shows. */
const mailbox = Buffer.from(Array.from({ length: TOTAL_BYTES / 16 }, (_, i) => `Line ${i}`.padEnd(15)).join("\n"));

/** A generator of the same numbers every time. */
const numbers = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
  return seed / 2 ** 32;
};

const put = (ada: Person, id: string, offset: number, body: BodyInit) =>
  world.fetch(`/v1/imports/${id}/bytes?offset=${offset}`, {
    method: "PUT",
    headers: { ...ada.headers, origin: "http://localhost:8787" },
    body,
    duplex: "half",
  } as RequestInit);

/** A part of which the end never comes. */
const brokenOff = (part: Uint8Array): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => controller.enqueue(part.subarray(0, part.length * 0.8)),
    pull: (controller) => controller.error(new Error("aborted")),
  });

/** A client that sends what is wanted, what is not, and half of it, until everything is there. */
async function sendWildly(
  ada: Person,
  id: ImportId,
  seed: number,
  { seen, signal }: { seen: (status: number, body: unknown) => void; signal: AbortSignal },
) {
  const random = numbers(seed);
  while (!signal.aborted) {
    const { bytesReceived } = await ada.api(imports.get, { id });
    if (bytesReceived === mailbox.length) return;
    const kind = random();
    const offset = kind < 0.6 ? bytesReceived : Math.floor(random() * mailbox.length);
    const part = mailbox.subarray(offset, offset + PART_BYTES);
    const answer = await put(ada, id, offset, kind > 0.4 && kind < 0.7 ? brokenOff(part) : part);
    seen(answer.status, await answer.json());
  }
}

test("parts that come at once, again, out of order and cut off, beside another import: each is taken or told from where on, and what is kept is the file", {
  timeout: 120_000,
}, async ({ signal }) => {
  const ada = await world.person();
  const { id } = await ada.api(imports.create, { name: "mail.mbox", as: "ada@fjordkyl.example" });
  const answers = new Map<number, number>();
  const seen = (status: number, body: unknown) => {
    answers.set(status, (answers.get(status) ?? 0) + 1);
    if (status === 409) expect(Problem.parse(body)).toMatchObject({ current: { bytesReceived: expect.any(Number) } });
    else if (status === 503) expect(Problem.parse(body).title).toMatch(/broke off/);
    else expect(body).toMatchObject({ id });
  };
  let over = false;
  const beside = async (work: () => Promise<unknown>) => {
    while (!over && !signal.aborted) {
      await work();
      // What has nothing to do (PostgreSQL vacuums itself) must not keep the others from being heard.
      await setImmediate();
    }
  };
  let rounds = 0;
  const others = [
    beside(() => importMail(world, ada, mbox(mail({ id: `<${rounds++}@beside>` })))),
    beside(() => vacuum(world.app)),
    beside(() => ada.api(contacts.list, {})),
  ];
  try {
    await Promise.all([1, 2, 3, 4].map((seed) => sendWildly(ada, id, seed, { seen, signal })));
  } finally {
    over = true;
  }
  await Promise.all(others);
  // Which of them come depends on who is faster.
  expect([200, 409, 503]).toEqual(expect.arrayContaining([...answers.keys()]));
  const kept = createHash("sha256");
  for await (const bytes of (await Received.open(ada.ctx, id)).bytes()) kept.update(bytes);
  expect(kept.digest("hex")).toBe(createHash("sha256").update(mailbox).digest("hex"));
});

test("a body that breaks off is no fault of the server's: what came whole is kept, and the rest is taken after it", async () => {
  const ada = await world.person();
  const { id } = await ada.api(imports.create, { name: "mail.mbox" });
  const answer = await put(ada, id, 0, brokenOff(mailbox.subarray(0, PART_BYTES)));
  expect(Problem.parse(await answer.json())).toMatchObject({ code: "unavailable", status: 503 });
  const { bytesReceived } = await ada.api(imports.get, { id });
  expect(bytesReceived).toBe(1024 * 1024);
  expect((await put(ada, id, bytesReceived, mailbox.subarray(bytesReceived))).status).toBe(200);
});
