import { ApiError } from "@sidenote/contract/errors";
import { type Import, imports } from "@sidenote/contract/imports";
import { Away } from "@sidenote/panel/client";
import { idOf } from "@sidenote/panel/testing/canned";
import { expect, test } from "vitest";
import { FakeWeb } from "../testing/fake-web.ts";
import { PART_BYTES, Uploads } from "./uploads.ts";

const opened: Import = {
  id: idOf("imp", 1),
  name: "mail.mbox",
  state: "receiving",
  counts: { seen: 0, stored: 0, duplicate: 0, setAside: 0, notWanted: 0, notMail: 0 },
  bytesReceived: 0,
  bytesRead: 0,
  bytesTotal: null,
  ownAddresses: [],
  guessedAddress: null,
  error: null,
  createdAt: "2026-11-18T09:00:00.000Z",
  finishedAt: null,
  keptUntil: null,
};

const mailbox = (bytes: number) => [
  { path: "mail.mbox", file: new File([new Uint8Array(bytes).fill(65)], "mail.mbox") },
];

/** A server that keeps what it is sent, and says where it is. */
function receiving(fail: (part: number) => Error | null = () => null) {
  const client = new FakeWeb();
  const kept = { bytes: 0, parts: 0, offsets: [] as number[] };
  client
    .answer(imports.create, (input) => ({ ...opened, ...input, bytesTotal: input.bytesTotal ?? null }))
    .answer(imports.get, () => ({ ...opened, bytesReceived: kept.bytes }))
    .answer(imports.start, () => ({ ...opened, state: "running" as const }));
  client.upload = (async (_: unknown, { offset }: { offset: number }, bytes: Blob) => {
    kept.parts++;
    kept.offsets.push(offset);
    const error = fail(kept.parts);
    if (error) throw error;
    kept.bytes = offset + bytes.size;
    return { ...opened, bytesReceived: kept.bytes };
  }) as FakeWeb["upload"];
  return { client, kept, uploads: new Uploads(client, 1) };
}

const started = (client: FakeWeb) => expect.poll(() => client.asked(imports.start)).toHaveLength(1);

test("a mailbox goes in parts, each where the last one ended, and is read when all of it is there", async () => {
  const { client, kept, uploads } = receiving();
  await uploads.begin(mailbox(2 * PART_BYTES + 10), "ada@fjordkyl.example");
  await started(client);
  expect(kept.offsets).toEqual([0, PART_BYTES, 2 * PART_BYTES]);
  expect(kept.bytes).toBe(2 * PART_BYTES + 10);
  expect(client.asked(imports.create)).toMatchObject([
    { name: "mail.mbox", bytesTotal: 2 * PART_BYTES + 10, as: "ada@fjordkyl.example" },
  ]);
});

test("a connection that breaks goes on where the server is, by itself", async () => {
  const { client, kept, uploads } = receiving((part) => (part === 2 ? new Away() : null));
  await uploads.begin(mailbox(3 * PART_BYTES), "");
  await started(client);
  expect(kept.offsets).toEqual([0, PART_BYTES, PART_BYTES, 2 * PART_BYTES]);
  expect(kept.bytes).toBe(3 * PART_BYTES);
});

test("how long it will take is reckoned from what went since it began, again or after a break", async () => {
  const from: (number | undefined)[] = [];
  const { uploads, kept } = receiving((part) => {
    from.push(uploads.get(opened.id)?.startedFrom);
    return part === 2 ? new Away() : null;
  });
  kept.bytes = PART_BYTES;
  await uploads.send({ id: opened.id, bytesReceived: PART_BYTES }, mailbox(4 * PART_BYTES));
  expect(from).toEqual([PART_BYTES, PART_BYTES, 2 * PART_BYTES, 2 * PART_BYTES]);
});

const fault = (status: number) =>
  new ApiError({ type: "x", title: "The disk is full", status, code: "unavailable", requestId: "req_1" });

test("what the server cannot take for a moment is sent again by itself", async () => {
  const { client, kept, uploads } = receiving((part) => (part === 2 || part === 3 ? fault(503) : null));
  await uploads.begin(mailbox(2 * PART_BYTES), "");
  await started(client);
  expect(kept.offsets).toEqual([0, PART_BYTES, PART_BYTES, PART_BYTES]);
});

test("what it cannot take for long is said, and goes on with the same files when the member wants", async () => {
  let isFull = true;
  const { client, kept, uploads } = receiving((part) => (part > 1 && isFull ? fault(503) : null));
  await uploads.begin(mailbox(2 * PART_BYTES), "");
  await expect.poll(() => uploads.get(opened.id)?.error).toMatchObject({ body: { title: "The disk is full" } });
  isFull = false;
  await uploads.again(opened.id);
  await started(client);
  expect(kept.bytes).toBe(2 * PART_BYTES);
  expect(uploads.get(opened.id)).toMatchObject({ error: null });
});

test("a part that arrived although its answer did not is not sent twice", async () => {
  const body = {
    type: "x",
    title: "Bytes are wanted from elsewhere",
    status: 409,
    code: "conflict" as const,
    requestId: "req_1",
    current: { bytesReceived: 2 * PART_BYTES },
  };
  const { client, kept, uploads } = receiving((part) => (part === 2 ? new ApiError(body) : null));
  await uploads.begin(mailbox(3 * PART_BYTES), "");
  await started(client);
  expect(kept.offsets).toEqual([0, PART_BYTES, 2 * PART_BYTES]);
});

test("the same files chosen again after a reload go on from what had arrived", async () => {
  const { client, kept, uploads } = receiving();
  await uploads.send({ ...opened, bytesReceived: PART_BYTES }, mailbox(2 * PART_BYTES));
  expect(kept.offsets).toEqual([PART_BYTES]);
  expect(client.asked(imports.start)).toHaveLength(1);
});

test("a refusal ends it and is kept to be shown; nothing is read", async () => {
  const body = {
    type: "x",
    title: "This import has everything already",
    status: 409,
    code: "conflict" as const,
    requestId: "r",
  };
  const { client, uploads } = receiving(() => new ApiError(body));
  await uploads.send(opened, mailbox(10));
  expect(uploads.get(opened.id)?.error?.message).toBe("This import has everything already");
  expect(client.asked(imports.start)).toEqual([]);
});

test("that an import is to stop is said until the server has heard it; what it refuses is not said again", async () => {
  const { client, uploads } = receiving();
  const trouble = new ApiError({ type: "about:blank", title: "Trouble", status: 500, code: "internal" } as never);
  const refused = new ApiError({ type: "about:blank", title: "No", status: 403, code: "forbidden" } as never);
  const failures: Error[] = [new Away(), trouble, new Away()];
  client.answer(imports.cancel, () => {
    const failure = failures.shift();
    if (failure) throw failure;
    return { ...opened, state: "cancelled" as const };
  });
  expect((await uploads.stop(opened.id)).state).toBe("cancelled");
  expect(client.asked(imports.cancel)).toHaveLength(4);
  failures.push(refused);
  await expect(uploads.stop(opened.id)).rejects.toBe(refused);
  expect(client.asked(imports.cancel)).toHaveLength(5);
});
