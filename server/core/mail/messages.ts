import { type Duplex, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type Extract, extract } from "tar-stream";
import { splitMbox } from "./mbox.ts";

/** A stretch of a message, or something that is no mail at all. */
export type Piece =
  | { kind: "message"; file: string; number: number; bytes: Uint8Array; last: boolean }
  | { kind: "not_mail"; file: string; sizeBytes: number; reason: string };

const HEAD_BYTES = 8192;
const NO_NAME = "mail";

/**
 * The messages in a stream of bytes: an mbox, one message, or a tar of such files, also gzipped; told apart by what they
 * contain, not by their names. A message longer than the limit comes in several pieces.
 */
export async function* messagesIn(
  source: AsyncIterable<Uint8Array>,
  name: string,
  limitBytes: number,
): AsyncGenerator<Piece> {
  const { head, all } = await peek(source);
  switch (kindOf(head, name)) {
    case "gzip": {
      const unpacked = unpack(all, createGunzip());
      yield* messagesIn(unpacked.bytes(), name.replace(/\.(gz|tgz)$/, ""), limitBytes);
      if (unpacked.isDamaged()) yield damaged(name);
      return;
    }
    case "tar":
      yield* messagesInTar(all, name, limitBytes);
      return;
    case "mbox": {
      let number = 1;
      for await (const { bytes, last } of splitMbox(all, limitBytes)) {
        yield { kind: "message", file: name, number, bytes, last };
        if (last) number++;
      }
      return;
    }
    case "message":
      yield* oneMessage(all, name, limitBytes);
      return;
    case "empty":
      await drain(all);
      if (/\.eml$/i.test(name)) yield { kind: "message", file: name, number: 1, bytes: new Uint8Array(), last: true };
      return;
    default:
      yield { kind: "not_mail", file: name, sizeBytes: await drain(all), reason: whyNoMail(head) };
  }
}

/** What people drop most often that is none, and what to do with it. */
function whyNoMail(head: Buffer): string {
  const begins = (bytes: string) => head.subarray(0, bytes.length).toString("latin1") === bytes;
  if (begins("PK\x03\x04")) return "it is a .zip: unpack it, and import what is in it";
  if (begins("!BDN"))
    return "it is an Outlook data file (.pst, .ost): turn it into .mbox first, for example with readpst";
  if (begins("\xd0\xcf\x11\xe0")) return "it is an Outlook message (.msg) or an Office file: save the mail as .eml";
  return "no headers of a mail at its beginning";
}

type EntryOf<T> = T extends AsyncIterable<infer E> ? E : never;

async function* messagesInTar(
  source: AsyncIterable<Uint8Array>,
  archive: string,
  limitBytes: number,
): AsyncGenerator<Piece> {
  const unpacked = unpack<EntryOf<Extract>>(source, extract() as unknown as Duplex);
  for await (const entry of unpacked.bytes()) {
    const { name = NO_NAME, type } = entry.header;
    if (type !== "file" || isHidden(name)) {
      entry.resume();
      continue;
    }
    yield* messagesIn(unpacked.guard(entry as AsyncIterable<Uint8Array>), name, limitBytes);
  }
  if (unpacked.isDamaged()) yield damaged(archive);
}

/** An archive that is cut off or damaged: what stood before that has been read, and the member is told. */
const damaged = (file: string): Piece => ({
  kind: "not_mail",
  file,
  sizeBytes: 0,
  reason: "it is cut off or damaged: what stands before that place was read, the rest cannot be",
});

/**
 * What comes out of an unpacker. An error of its own ends it early, for a stranger made the file; one of the source, which is
 * ours, is thrown on.
 */
function unpack<T = Uint8Array>(source: AsyncIterable<Uint8Array>, through: Duplex) {
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
  return { bytes: () => guard<T>(through), guard, isDamaged: () => isDamaged };
}

/** What mail programs keep beside the mail. */
const isHidden = (name: string): boolean =>
  name.split("/").some((part) => part.startsWith(".") && part !== "." && part !== "..");

async function* oneMessage(source: AsyncIterable<Uint8Array>, file: string, limitBytes: number): AsyncGenerator<Piece> {
  let held: Uint8Array[] = [];
  let seenBytes = 0;
  for await (const chunk of source) {
    held.push(chunk);
    seenBytes += chunk.length;
    if (seenBytes <= limitBytes) continue;
    for (const bytes of held) yield { kind: "message", file, number: 1, bytes, last: false };
    held = [];
  }
  yield { kind: "message", file, number: 1, bytes: Buffer.concat(held), last: true };
}

type Kind = "mbox" | "tar" | "gzip" | "message" | "empty" | "other";
const KNOWN_HEADER =
  /^(from|to|cc|bcc|subject|date|received|message-id|return-path|mime-version|delivered-to|reply-to|content-type|x-[\w-]+|dkim-signature|authentication-results|arc-[\w-]+|sender|in-reply-to|references|list-[\w-]+)[ \t]*:/i;

function kindOf(head: Buffer, name: string): Kind {
  if (head.length === 0) return "empty";
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  if (head.subarray(257, 262).toString("latin1") === "ustar") return "tar";
  const text = head.toString("latin1").replace(/^(\xef\xbb\xbf)?\s*/, "");
  if (text.startsWith("From ")) return "mbox";
  const lines = text.split(/\r?\n/);
  if (lines.slice(0, 40).some((line) => KNOWN_HEADER.test(line))) return "message";
  return /\.eml$/i.test(name) ? "message" : "other";
}

/** The beginning of a stream, and the whole of it to read after all. */
async function peek(source: AsyncIterable<Uint8Array>): Promise<{ head: Buffer; all: AsyncIterable<Uint8Array> }> {
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
    yield* first;
    for (;;) {
      const { value, done } = await iterator.next();
      if (done) return;
      yield value;
    }
  }
  return { head: Buffer.concat(first).subarray(0, HEAD_BYTES), all: all() };
}

async function drain(source: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const chunk of source) size += chunk.length;
  return size;
}
