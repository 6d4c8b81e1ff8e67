import { crc32, createInflateRaw } from "node:zlib";
import {
  type Entry,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  RandomAccessReader,
  type ZipFile,
} from "yauzl";
import { unpack } from "./unpack.ts";

/** Bytes that lie there, and can be read from any place as often as needed. */
export type Kept = {
  sizeBytes: number;
  bytes(from: number, to: number): AsyncIterable<Uint8Array>;
  /** The same, where only looked up: it does not count as having got that far. */
  lookUp(from: number, to: number): AsyncIterable<Uint8Array>;
  /** A file among others. */
  isPart?: boolean;
};

/** A zip is read by its directory, which stands at its end. What signatures look like stands in mail by chance. */
export class Zip {
  readonly #kept: Kept;
  /** The directory is missing or ends too early: what is not told of in it is not read. */
  isDamaged = false;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  async *files(): AsyncGenerator<Zipped> {
    const reader = new KeptReader(this.#kept);
    try {
      const zip = await fromRandomAccessReaderPromise(reader, this.#kept.sizeBytes, {
        decodeStrings: false,
        autoClose: false,
        // One file of which they do not agree must not hide those behind it.
        validateEntrySizes: false,
      });
      for await (const entry of zip.eachEntry()) {
        const file = new Zipped(this.#kept, reader, zip, entry);
        if (!file.name.endsWith("/")) yield file;
      }
    } catch (error) {
      if (reader.failure !== null) throw error;
      this.isDamaged = true;
    }
  }
}

const STORED = 0;
const DEFLATED = 8;
const INFLATED_CHUNK_BYTES = 64 * 1024;

/** A file in a zip, as its directory tells of it. */
export class Zipped {
  /** To be shown only: a stranger wrote it. */
  readonly name: string;
  /** As the directory tells it; not a byte more is taken out. */
  readonly sizeBytes: number;
  /** Known when it has been read: it ends too early, or it is not what its checksum says. */
  damage: "cut off" | "altered" | null = null;
  readonly #kept: Kept;
  readonly #reader: KeptReader;
  readonly #zip: ZipFile;
  readonly #entry: Entry;

  constructor(kept: Kept, reader: KeptReader, zip: ZipFile, entry: Entry) {
    this.#kept = kept;
    this.#reader = reader;
    this.#zip = zip;
    this.#entry = entry;
    this.name = nameOf(entry);
    this.sizeBytes = entry.uncompressedSize;
  }

  /** Why it cannot be read, if so. */
  get closed(): string | null {
    const { compressionMethod: method } = this.#entry;
    if (this.#entry.isEncrypted())
      return "it is encrypted: unpack the .zip with its password, and import what is in it";
    if (method === STORED || method === DEFLATED) return null;
    return `it is packed in a way that is not read here (method ${method}): unpack the .zip, and import what is in it`;
  }

  async *bytes(): AsyncGenerator<Uint8Array> {
    const from = await this.#dataStart();
    if (from === null) return;
    const packed = this.#kept.bytes(from, from + this.#entry.compressedSize);
    const inflated = this.#entry.compressionMethod === DEFLATED ? inflate(packed) : null;
    let sum = 0;
    let left = this.sizeBytes;
    for await (const chunk of inflated?.bytes() ?? packed) {
      const bytes = chunk.subarray(0, left);
      left -= bytes.length;
      sum = crc32(bytes, sum);
      if (bytes.length > 0) yield bytes;
      if (bytes.length < chunk.length) {
        this.damage = "altered";
        return;
      }
    }
    if (inflated?.isDamaged() || left > 0) this.damage = "cut off";
    else if (sum !== this.#entry.crc32) this.damage = "altered";
  }

  async #dataStart(): Promise<number | null> {
    try {
      return (await this.#zip.readLocalFileHeaderPromise(this.#entry, { minimal: true })).fileDataStart;
    } catch (error) {
      if (this.#reader.failure !== null) throw error;
      this.damage = "cut off";
      return null;
    }
  }
}

const inflate = (packed: AsyncIterable<Uint8Array>) =>
  unpack(packed, createInflateRaw({ chunkSize: INFLATED_CHUNK_BYTES }));

const LONGEST_NAME = 500;
/** What no database keeps, and what makes a name look like another. */
const UNSHOWN = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/** Many programs write UTF-8 without saying so. */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const isUtf8 = Buffer.from(raw.toString("utf8")).equals(raw);
  const name = isUtf8
    ? raw.toString("utf8").replaceAll("\\", "/")
    : getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false);
  return name.slice(-LONGEST_NAME).replace(UNSHOWN, "\ufffd");
}

class KeptReader extends RandomAccessReader {
  readonly #kept: Kept;
  /** What went wrong with reading what is kept: ours, not the archive's. */
  failure: unknown = null;

  constructor(kept: Kept) {
    super();
    this.#kept = kept;
  }

  override read(
    into: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.#copy(into, offset, length, position).then(
      (bytesRead) => callback(null, bytesRead),
      (error: Error) => {
        this.failure = error;
        callback(error);
      },
    );
  }

  async #copy(into: Buffer, offset: number, length: number, position: number): Promise<number> {
    let copied = 0;
    for await (const bytes of this.#kept.lookUp(position, position + length)) {
      into.set(bytes, offset + copied);
      copied += bytes.length;
    }
    return copied;
  }
}
