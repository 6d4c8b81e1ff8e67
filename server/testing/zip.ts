import { crc32, deflateRawSync } from "node:zlib";

export type ZipFileInput = {
  name: string | Buffer;
  content: string | Uint8Array;
  stored?: boolean;
  /** What its directory says in place of the truth. */
  lies?: Partial<Record<"method" | "flags" | "crc" | "size" | "packedSize" | "offset", number>>;
};

/**
 * A zip as other programs make it: each file, then the directory. `zip64` writes every size in eight bytes; the files stand
 * `behind` so many other bytes, which are not made.
 */
export function zipOf(files: readonly ZipFileInput[], { zip64 = false, behind = 0 } = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = behind;
  for (const { name, content, stored, lies } of files) {
    const plain = Buffer.from(content);
    const packed = stored ? plain : deflateRawSync(plain);
    const title = Buffer.from(name);
    const told = {
      method: stored ? 0 : 8,
      flags: 0x800,
      crc: crc32(plain),
      size: plain.length,
      packedSize: packed.length,
      offset: at,
      ...lies,
    };
    const common = numbers([
      [2, told.flags],
      [2, told.method],
      [4, 0],
      [4, told.crc],
      [4, zip64 ? 0xffffffff : told.packedSize],
      [4, zip64 ? 0xffffffff : told.size],
      [2, title.length],
    ]);
    const sizes = zip64
      ? numbers([
          [2, 1],
          [2, 24],
          [8, told.size],
          [8, told.packedSize],
          [8, told.offset],
        ])
      : Buffer.alloc(0);
    const body = [Buffer.from("PK\x03\x04"), numbers([[2, 45]]), common, numbers([[2, 0]]), title, packed];
    bodies.push(...body);
    at += Buffer.concat(body).length;
    directory.push(
      Buffer.from("PK\x01\x02"),
      numbers([
        [2, 45],
        [2, 45],
      ]),
      common,
      numbers([
        [2, sizes.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, zip64 ? 0xffffffff : told.offset],
      ]),
      title,
      sizes,
    );
  }
  const told = Buffer.concat(directory);
  return Buffer.concat([...bodies, told, ending(files.length, told.length, at, zip64)]);
}

function ending(files: number, size: number, at: number, zip64: boolean): Buffer {
  const end = (count: number, bytes: number, offset: number) => [
    Buffer.from("PK\x05\x06"),
    numbers([
      [2, 0],
      [2, 0],
      [2, count],
      [2, count],
      [4, bytes],
      [4, offset],
      [2, 0],
    ]),
  ];
  if (!zip64) return Buffer.concat(end(files, size, at));
  return Buffer.concat([
    Buffer.from("PK\x06\x06"),
    numbers([
      [8, 44],
      [2, 45],
      [2, 45],
      [4, 0],
      [4, 0],
      [8, files],
      [8, files],
      [8, size],
      [8, at],
    ]),
    Buffer.from("PK\x06\x07"),
    numbers([
      [4, 0],
      [8, at + size],
      [4, 1],
    ]),
    ...end(0xffff, 0xffffffff, 0xffffffff),
  ]);
}

/** Numbers in so many bytes each, the smallest first. */
function numbers(all: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer {
  return Buffer.concat(
    all.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      if (bytes === 8) field.writeBigUInt64LE(BigInt(value));
      else field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}
