import { endsInReturns, lastLineEnd, lineEndsIn } from "../mime/line-ends.ts";

/** A stretch of a message; `last` ends it. A message larger than the limit comes in several, so that none is held whole. */
type MessageChunk = { bytes: Uint8Array; last: boolean };

const NEWLINE = 0x0a;
const FROM = Buffer.from("From ");
const ESCAPED_FROM = /^(>+From )/;
/** With nobody or one name, or with a time or a year: anything else is a sentence that was not escaped. */
const SEPARATOR = /^From (\S*\s*$|.*\d:\d\d|.*\d{4}\s*$)/;
/** What stands below one: a header, one that was cut off, or another such line. Anything else goes on with what somebody wrote. */
const BELOW = /^(>?From |[!-9;-~]+([ \t]*:|$))/;
/** As Netscape and Thunderbird write it, or with an address and a time: it needs no empty line in front. */
const UNMISTAKABLE = /^From (-?\s*$|- [A-Z]|\S+@\S+ .*\d:\d\d)/;
/** What a message begins with, below such a line. */
const FIRST_HEADER =
  /^(return-path|received|delivered-to|message-id|from|to|date|subject|sender|reply-to|mime-version|content-[a-z-]+|x-[\w-]+|status):/i;
/** The line that git puts before a patch: it begins a message where the file is a list of patches, and else is what somebody attached. */
const PATCH = /^From [0-9a-f]{40,64} Mon Sep 17 00:00:00 2001/;
/** With a sender and a whole date, as programs write it: below it a message may have no header at all. */
const WHOLE = /^From \S+\s+[A-Z][a-z]{2} [A-Z][a-z]{2} +\d/;

/**
 * Splits an mbox into its messages as it arrives: one begins at a line `From …` at the start of the file or behind an empty
 * line, with a header below it, or anywhere if neither that line nor the header can be taken for a sentence. Where lines end with a
 * CR alone, as in files of old Macs, those count. Lines `>From ` lose one `>` (mboxrd). At most `limitBytes` are held; what is longer
 * is handed on in chunks. What stands before the first such line is a message too, whose line was lost.
 */
export async function* splitMbox(source: AsyncIterable<Uint8Array>, limitBytes: number): AsyncGenerator<MessageChunk> {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let isFirst = true;
  let afterBlank = true;
  let isLarge = false;
  let ofPatches = false;
  const take = () => {
    const bytes = held.length === 1 ? held[0]! : Buffer.concat(held);
    held = [];
    heldBytes = 0;
    const isNone = isFirst && !isLarge && isBlank(bytes);
    isFirst = false;
    return isNone ? [] : [{ bytes, last: true }];
  };
  for await (const { lines, inReturns } of wholeLines(source, limitBytes)) {
    const endOf = lineEndsIn(lines, inReturns);
    // Runs of plain lines are kept as one view of the chunk; only "From " and ">From " lines cut it.
    let runStart = 0;
    let lineStart = 0;
    const keep = (end: number) => {
      if (end > runStart) {
        held.push(lines.subarray(runStart, end));
        heldBytes += end - runStart;
      }
    };
    while (lineStart < lines.length) {
      const lineEnd = endOf(lineStart);
      const isBegin = isFirst && heldBytes === 0 && lineStart === 0;
      const mayEnd = startsWith(lines, lineStart, FROM);
      if (isBegin && mayEnd) ofPatches = PATCH.test(latin(lines, lineStart, lineEnd));
      if (mayEnd && (isBegin || isSeparator(lines, lineStart, lineEnd, { endOf, afterBlank, ofPatches }))) {
        keep(lineStart);
        yield* take();
        isLarge = false;
        runStart = lineEnd;
      } else if (lines[lineStart] === 0x3e && ESCAPED_FROM.test(latin(lines, lineStart, lineEnd))) {
        keep(lineStart);
        runStart = lineStart + 1;
      }
      afterBlank = lineEnd - lineStart <= 2 && (lines[lineStart] === NEWLINE || lines[lineStart] === 0x0d);
      lineStart = lineEnd;
    }
    keep(lines.length);
    if (heldBytes > limitBytes) isLarge = true;
    if (!isLarge) continue;
    for (const bytes of held) yield { bytes, last: false };
    held = [];
    heldBytes = 0;
  }
  yield* take();
}

type Place = { endOf: (from: number) => number; afterBlank: boolean; ofPatches: boolean };

function isSeparator(lines: Uint8Array, start: number, end: number, { endOf, afterBlank, ofPatches }: Place): boolean {
  const line = latin(lines, start, end);
  if (!SEPARATOR.test(line) || (PATCH.test(line) && !ofPatches)) return false;
  if (end === lines.length) return afterBlank;
  const below = latin(lines, end, endOf(end));
  if (!afterBlank) return UNMISTAKABLE.test(line) && FIRST_HEADER.test(below);
  return BELOW.test(below) || (below.trim() === "" && WHOLE.test(line));
}

/** The source in pieces that end with a whole line, and with none that may begin a message; a line longer than the limit is cut. */
async function* wholeLines(
  source: AsyncIterable<Uint8Array>,
  limitBytes: number,
): AsyncGenerator<{ lines: Uint8Array; inReturns: boolean }> {
  let rest: Uint8Array | null = null;
  let inReturns: boolean | undefined;
  for await (const chunk of source) {
    const bytes: Uint8Array = rest ? Buffer.concat([rest, chunk]) : chunk;
    inReturns ??= endsInReturns(bytes);
    const whole = lastLineEnd(bytes, inReturns === true);
    const last = whole === 0 ? 0 : lastLineEnd(bytes.subarray(0, whole - 1), inReturns === true);
    // What stands below such a line decides, and is yet to come.
    const end = startsWith(bytes, last, FROM) ? last : whole;
    if (end > 0) yield { lines: bytes.subarray(0, end), inReturns: inReturns === true };
    rest = end < bytes.length ? bytes.subarray(end) : null;
    if (rest && rest.length > limitBytes) {
      yield { lines: rest, inReturns: inReturns === true };
      rest = null;
    }
  }
  if (rest) yield { lines: rest, inReturns: inReturns === true };
}

function startsWith(bytes: Uint8Array, at: number, prefix: Uint8Array): boolean {
  for (let i = 0; i < prefix.length; i++) if (bytes[at + i] !== prefix[i]) return false;
  return true;
}

const latin = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(end - start, 200)).toString("latin1");

const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === NEWLINE || byte === 0x0d || byte === 0x20);
