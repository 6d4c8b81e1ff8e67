import fc from "fast-check";
import { expect, test } from "vitest";
import { MemoryBlob } from "./memory-blob.ts";

test("pieces of text and of bytes are joined as Node's own Blob joins them", async () => {
  const piece = fc.oneof(
    fc.constant("\n"),
    fc.string({ unit: "grapheme" }),
    fc.uint8Array(),
    fc.uint8Array().map((bytes) => Uint8Array.from(bytes).buffer),
    // A line is a piece of a larger buffer.
    fc.uint8Array({ minLength: 2 }).map((bytes) => bytes.subarray(1)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece), async (pieces) => {
      const joined = await new MemoryBlob(pieces).arrayBuffer();
      expect(new Uint8Array(joined)).toEqual(
        new Uint8Array(await new Blob(pieces as ConstructorParameters<typeof Blob>[0]).arrayBuffer()),
      );
    }),
  );
});
