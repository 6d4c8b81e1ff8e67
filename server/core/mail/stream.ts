const HEAD_BYTES = 8192;

/** The beginning of a stream, and the whole of it to read after all. */
export async function peek(
  source: AsyncIterable<Uint8Array>,
): Promise<{ head: Buffer; all: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD_BYTES) {
    const { value, done } = await iterator.next();
    if (done) break;
    first.push(value);
    size += value.length;
  }
  async function* all() {
    try {
      yield* first;
      for (;;) {
        const { value, done } = await iterator.next();
        if (done) return;
        yield value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { head: Buffer.concat(first).subarray(0, HEAD_BYTES), all: all() };
}

export async function drain(source: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const chunk of source) size += chunk.length;
  return size;
}

/** No more of it than may come out. */
export function upTo(source: AsyncIterable<Uint8Array>, mayComeOut: { bytes: number }) {
  let isOver = false;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      isOver = chunk.length > mayComeOut.bytes;
      if (isOver) return;
      mayComeOut.bytes -= chunk.length;
      yield chunk;
    }
  }
  return { bytes, isOver: () => isOver };
}
