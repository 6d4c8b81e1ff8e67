const HEAD_BYTES = 8192;

const BYTE_ORDER_MARK = Buffer.from("\ufeff");

/** The beginning of a stream, and the whole of it to read after all; without a byte order mark, which some editors put there. */
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
  const bytes = Buffer.concat(first);
  const begin = bytes.subarray(bytes.indexOf(BYTE_ORDER_MARK) === 0 ? BYTE_ORDER_MARK.length : 0);
  async function* all() {
    try {
      if (begin.length > 0) yield begin;
      for (;;) {
        const { value, done } = await iterator.next();
        if (done) return;
        yield value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { head: begin.subarray(0, HEAD_BYTES), all: all() };
}

/** Reads what is not looked at, for the stream to go on behind it. Returns how many bytes there were. */
export async function readToEnd(source: AsyncIterable<Uint8Array>): Promise<number> {
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
