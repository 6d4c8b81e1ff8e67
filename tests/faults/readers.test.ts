import { emails, files } from "@sidenote/contract/emails";
import { imports } from "@sidenote/contract/imports";
import { organizations } from "@sidenote/contract/organizations";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../server/testing/factories.ts";
import { createWorld, type Person, type World } from "../../server/testing/world.ts";

/** More than the database has connections. */
const MANY = 14;

let world: World;
let ada: Person;
let fileId: string;
beforeAll(async () => {
  world = await createWorld({ env: { SIDENOTE_MAX_MESSAGE_BYTES: "100000" } });
  ada = await world.person();
  const large = mail({ text: "a line of a large message\n".repeat(200_000) });
  const done = await importMail(world, ada, mbox(large, mail()));
  fileId = (await ada.api(imports.items, { id: done.id, outcome: "set_aside" })).items[0]?.fileId ?? "";
});
afterAll(() => world.close());

const answers = async () => {
  expect((await ada.api(organizations.me, {})).member.name).toBe("Ada Berg");
  expect((await ada.api(emails.threads, {})).items).toHaveLength(1);
};

test("readers that begin a download and then read no further hold no connection", async () => {
  const path = files.download.path.replace(":id", fileId);
  const slow = await Promise.all(
    Array.from({ length: MANY }, async () => {
      const response = await world.fetch(path, { headers: ada.headers });
      const reader = response.body!.getReader();
      await reader.read();
      return reader;
    }),
  );
  await answers();
  for (const reader of slow) await reader.cancel();
});

test("open live streams that nobody reads hold no connection", async () => {
  const gone = new AbortController();
  const open = await Promise.all(
    Array.from({ length: MANY }, () => world.fetch("/v1/live", { headers: ada.headers, signal: gone.signal })),
  );
  await answers();
  gone.abort();
  for (const response of open) await response.body?.cancel().catch(() => {});
});

test("uploads that stop in the middle hold no connection, and go on where they stopped", async () => {
  const half = Buffer.alloc(200_000, "x");
  const stuck = await Promise.all(
    Array.from({ length: MANY }, async () => {
      const { id } = await ada.api(imports.create, { name: "stuck.mbox" });
      let end: () => void = () => {};
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(half);
          end = () => controller.close();
        },
      });
      const request = { method: "PUT", headers: ada.headers, body, duplex: "half" } as RequestInit;
      const answer = Promise.resolve(world.fetch(`/v1/imports/${id}/bytes?offset=0`, request));
      return { id, end: () => end(), answer };
    }),
  );
  await answers();
  for (const one of stuck) one.end();
  for (const { id, answer } of stuck) {
    expect((await answer).status).toBe(200);
    expect((await ada.api(imports.get, { id })).bytesReceived).toBe(half.length);
  }
});
