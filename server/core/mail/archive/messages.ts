import type { Duplex } from "node:stream";
import { createGunzip } from "node:zlib";
import { type Extract, extract } from "tar-stream";
import { type Kind, kindOf, NOT_OPENED, ownMessage, whyNoMail } from "./kind.ts";
import { splitMbox } from "./mbox.ts";
import { peek, readToEnd, upTo } from "./stream.ts";
import { unpack } from "./unpack.ts";
import { type Kept, Zip, type Zipped } from "./zip.ts";

/** A stretch of a message, or something that is no mail at all. */
export type Piece =
  | { kind: "message"; file: string; number: number; bytes: Uint8Array; last: boolean }
  | { kind: "not_mail"; file: string; sizeBytes: number; reason: string };

const NO_NAME = "mail";

/**
 * The messages in a stream of bytes: an mbox, one message, or an archive of such files (tar, also gzipped; zip); told apart by
 * what they contain, not by their names. A message longer than the limit comes in several pieces. A zip is read by its end, so
 * only where its bytes are kept.
 */
export async function* messagesIn(
  source: AsyncIterable<Uint8Array>,
  name: string,
  limitBytes: number,
  kept: Kept | null = null,
): AsyncGenerator<Piece> {
  const bytes = kept ? Math.max(ALWAYS_BYTES, kept.sizeBytes * MOST_TIMES) : Number.POSITIVE_INFINITY;
  yield* open(source, name, { limitBytes, kept, mayComeOut: { bytes } });
}

/** Mail packs to a tenth, much alike to a fiftieth. What would unpack to more is made to fill a disk. */
const MOST_TIMES = 200;
const ALWAYS_BYTES = 64 * 1024 * 1024;

/** What is known around a file: where its bytes are kept, and how much may yet come out of all archives together. */
type Around = { limitBytes: number; kept: Kept | null; mayComeOut: { bytes: number } };

async function* open(source: AsyncIterable<Uint8Array>, name: string, around: Around): AsyncGenerator<Piece> {
  const { limitBytes, kept } = around;
  const { head, all } = await peek(source);
  const kind = kindOf(head, name);
  switch (kind) {
    case "gzip": {
      const unpacked = unpack(all, createGunzip());
      const some = upTo(unpacked.bytes(), around.mayComeOut);
      yield* open(some.bytes(), name.replace(/\.(gz|tgz)$/, ""), { ...around, kept: null });
      if (some.isOver()) yield damaged(name, TOO_MUCH);
      else if (unpacked.isDamaged()) yield damaged(name);
      return;
    }
    case "tar":
      yield* messagesInTar(all, name, around);
      return;
    case "zip":
      if (kept) yield* messagesInZip(kept, name, around);
      else yield { kind: "not_mail", file: name, sizeBytes: await readToEnd(all), reason: NOT_OPENED };
      return;
    case "other":
      yield { kind: "not_mail", file: name, sizeBytes: await readToEnd(all), reason: whyNoMail(head) };
      return;
    default:
      yield* messagesOf(kind, all, name, limitBytes);
  }
}

async function* messagesOf(
  kind: Exclude<Kind, "gzip" | "tar" | "zip" | "other">,
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  limitBytes: number,
): AsyncGenerator<Piece> {
  switch (kind) {
    case "mbox": {
      let number = 1;
      for await (const chunk of splitMbox(bytes, limitBytes)) {
        yield { kind: "message", file, number, ...chunk };
        if (chunk.last) number++;
      }
      return;
    }
    case "message":
      yield* oneMessage(bytes, file, limitBytes);
      return;
    case "empty":
      await readToEnd(bytes);
      if (/\.eml$/i.test(file)) yield { kind: "message", file, number: 1, bytes: new Uint8Array(), last: true };
  }
}

type EntryOf<T> = T extends AsyncIterable<infer E> ? E : never;

async function* messagesInTar(
  source: AsyncIterable<Uint8Array>,
  archive: string,
  around: Around,
): AsyncGenerator<Piece> {
  const { kept } = around;
  const unpacked = unpack<EntryOf<Extract>>(source, extract() as unknown as Duplex);
  for await (const entry of unpacked.bytes()) {
    const { name = NO_NAME, type, size = 0, byteOffset } = entry.header as typeof entry.header & { byteOffset: number };
    if (type !== "file" || isHidden(name)) {
      entry.resume();
      continue;
    }
    const bytes = unpacked.guard(entry as AsyncIterable<Uint8Array>);
    yield* open(bytes, name, { ...around, kept: kept && within(kept, byteOffset, size) });
    // A zip is not read through: its end is looked for elsewhere.
    await readToEnd(bytes);
  }
  if (unpacked.isDamaged()) yield damaged(archive);
}

/** A stretch of what is kept, as if it were all. */
function within(kept: Kept, start: number, sizeBytes: number): Kept {
  const end = start + sizeBytes;
  return {
    sizeBytes,
    bytes: (from, to) => kept.bytes(start + from, Math.min(start + to, end)),
    lookUp: (from, to) => kept.lookUp(start + from, Math.min(start + to, end)),
    isPart: true,
  };
}

async function* messagesInZip(kept: Kept, archive: string, { limitBytes, mayComeOut }: Around): AsyncGenerator<Piece> {
  const zip = new Zip(kept);
  for await (const file of zip.files()) {
    if (isHidden(file.name)) continue;
    const name = kept.isPart ? `${archive}/${file.name}` : file.name;
    const closed = file.closed ?? (file.sizeBytes > mayComeOut.bytes ? TOO_MUCH : null);
    if (closed === null) mayComeOut.bytes -= yield* messagesInZipped(file, name, limitBytes);
    else yield { kind: "not_mail", file: name, sizeBytes: file.sizeBytes, reason: closed };
  }
  if (zip.isDamaged) yield damaged(archive, NO_DIRECTORY);
}

const TOO_MUCH =
  "it unpacks to far more than mail does, which is how archives are made that fill a disk: it is not read, or no further";
const NO_DIRECTORY =
  "its directory, which stands at the end of a .zip, is missing, cut off or damaged: download or copy it again";

/** How many bytes were taken out: of what is no mail only the beginning is looked at. */
async function* messagesInZipped(file: Zipped, name: string, limitBytes: number): AsyncGenerator<Piece, number> {
  const bytes = file.bytes();
  const { head, all } = await peek(bytes);
  const kind = kindOf(head, name);
  if (kind === "gzip" || kind === "tar" || kind === "zip" || kind === "other") {
    await bytes.return(undefined);
    const reason = kind === "other" ? whyNoMail(head) : NOT_OPENED;
    yield { kind: "not_mail", file: name, sizeBytes: file.sizeBytes, reason };
    return 0;
  }
  const isGone = file.damage !== null && head.length === 0;
  if (!isGone) yield* messagesOf(kind, all, name, limitBytes);
  if (file.damage !== null) yield damaged(name, file.damage === "altered" ? ALTERED : CUT_OFF);
  return file.sizeBytes;
}

const ALTERED =
  "it is damaged: its checksum does not fit, so its mail may be wrong. Take this import back, and download or copy it again";
const CUT_OFF = "it is cut off or damaged: what stands before that place was read, the rest cannot be";

/** An archive that is cut off or damaged: what stood before that has been read, and the member is told. */
const damaged = (file: string, reason = CUT_OFF): Piece => ({ kind: "not_mail", file, sizeBytes: 0, reason });

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
  const isWhole = seenBytes <= limitBytes;
  const rest = Buffer.concat(held);
  yield { kind: "message", file, number: 1, bytes: isWhole ? ownMessage(rest) : rest, last: true };
}
