import { type Duplex, Readable } from "node:stream";

/**
 * What comes out of an unpacker. An error of its own ends it early, for a stranger made the file; one of the source, which is
 * ours, is thrown on.
 */
export function unpack<T = Uint8Array>(source: AsyncIterable<Uint8Array>, through: Duplex) {
  let ours: unknown;
  let isDamaged = false;
  const watched = Readable.from(
    (async function* () {
      try {
        yield* source;
      } catch (error) {
        ours = error;
        throw error;
      }
    })(),
  );
  watched.once("error", (error) => through.destroy(error));
  watched.pipe(through);
  async function* guard<U>(inner: AsyncIterable<U>): AsyncGenerator<U> {
    try {
      yield* inner;
    } catch (error) {
      if (ours !== undefined) throw error;
      isDamaged = true;
    }
  }
  async function* bytes(): AsyncGenerator<T> {
    try {
      yield* guard<T>(through);
    } finally {
      watched.destroy();
      through.destroy();
    }
  }
  return { bytes, guard, isDamaged: () => isDamaged };
}
