import fc from "fast-check";
import { expect, test } from "vitest";
import { mail, mbox } from "../../../testing/factories.ts";
import { zipOf } from "../../../testing/zip.ts";
import { messagesIn, type Piece } from "./messages.ts";
import { type Kept, Zip } from "./zip.ts";

const LIMIT = 100_000;

/** Bytes in pieces of this length. */
function keptOf(all: Uint8Array, pieceBytes = 1000): Kept {
  async function* bytes(from: number, to: number) {
    for (let at = from; at < Math.min(to, all.length); at += pieceBytes)
      yield all.subarray(at, Math.min(at + pieceBytes, to));
  }
  return { sizeBytes: all.length, bytes, lookUp: bytes };
}

async function read(all: Uint8Array, pieceBytes?: number): Promise<Piece[]> {
  const kept = keptOf(all, pieceBytes);
  const pieces: Piece[] = [];
  for await (const piece of messagesIn(kept.bytes(0, all.length), "takeout.zip", LIMIT, kept)) pieces.push(piece);
  return pieces;
}

const mails = Array.from({ length: 40 }, (_, i) => mail({ id: `<${i}@fuzz>`, subject: `Subject ${i}` }));
const files = [
  { name: "Takeout/notes.txt", content: "Just some notes of mine." },
  { name: "Takeout/Mail/a.mbox", content: mbox(...mails) },
  { name: "Takeout/Mail/b.eml", content: mail({ id: "<b@fuzz>" }), stored: true },
];
const archives = [zipOf(files), zipOf(files, { zip64: true })];

test("a zip reads the same in pieces of any length", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...archives), fc.integer({ min: 1, max: 5000 }), async (archive, pieceBytes) => {
      const pieces = await read(archive, pieceBytes);
      expect(pieces.map((piece) => piece.kind)).toEqual(["not_mail", ...Array(41).fill("message")]);
    }),
    { numRuns: 30 },
  );
});

test("files that are larger than 4 GB, and behind as much, are found", async () => {
  const FAR = 5 * 1024 ** 3;
  /** The end is looked for in so much. */
  const before = Buffer.alloc(70_000);
  const near = keptOf(Buffer.concat([before, zipOf(files, { zip64: true, behind: FAR })]));
  const start = FAR - before.length;
  const kept: Kept = {
    sizeBytes: start + near.sizeBytes,
    bytes: (from, to) => near.bytes(from - start, to - start),
    lookUp: (from, to) => near.lookUp(from - start, to - start),
  };
  const found: [string, number, string][] = [];
  for await (const file of new Zip(kept).files()) {
    const content: Uint8Array[] = [];
    for await (const chunk of file.bytes()) content.push(chunk);
    expect(file.damage).toBeNull();
    found.push([file.name, file.sizeBytes, Buffer.concat(content).toString()]);
  }
  expect(found).toEqual(files.map(({ name, content }) => [name, content.length, content]));
  const large = zipOf([{ name: "large.mbox", content: "", lies: { size: FAR, packedSize: FAR } }], { zip64: true });
  for await (const file of new Zip(keptOf(large)).files()) expect(file.sizeBytes).toBe(FAR);
});

test("a zip that is damaged anywhere, in any way, comes to an end with what can be read, and throws nothing", async () => {
  const damage = fc.record({
    archive: fc.constantFrom(...archives),
    /** From its end, where the directory is, more often than elsewhere. */
    at: fc.array(fc.oneof(fc.integer({ min: 1, max: 600 }), fc.nat()), { minLength: 1, maxLength: 6 }),
    bytes: fc.uint8Array({ minLength: 6, maxLength: 6 }),
    cut: fc.option(fc.nat()),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ archive, at, bytes, cut }) => {
      const copy = Buffer.from(archive);
      at.forEach((place, i) => {
        copy[copy.length - 1 - (place % copy.length)] = bytes[i]!;
      });
      const pieces = await read(cut === null ? copy : copy.subarray(0, cut % copy.length));
      expect(pieces.length).toBeLessThan(100);
    }),
    { numRuns: 500 },
  );
});
