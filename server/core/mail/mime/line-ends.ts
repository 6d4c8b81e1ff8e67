const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * Whether a file ends its lines with a CR alone, as old Macs do, told by the first line that ends; undefined where none has ended
 * yet. One or several CR before an LF are a broken copy of an LF.
 */
export function endsInReturns(begin: Uint8Array): boolean | undefined {
  const first = begin.findIndex((byte) => byte === NEWLINE || byte === RETURN);
  if (first === -1) return undefined;
  let next = first;
  while (begin[next] === RETURN) next++;
  return next === begin.length ? undefined : begin[next] !== NEWLINE;
}

/** The same of one message, by its whole header: a CR somewhere in a line of it ends none. */
function isOfReturns(message: Uint8Array): boolean {
  const newline = message.indexOf(NEWLINE);
  const head = Buffer.from(message.buffer, message.byteOffset, newline === -1 ? message.length : newline);
  if (!endsInReturns(newline === -1 ? head : message)) return false;
  return newline === -1 || head.subarray(0, endOfLast(head)).includes("\r\r");
}

/** Where the last line ends, without the CR that belong to an LF behind it. */
function endOfLast(bytes: Uint8Array): number {
  let end = bytes.length;
  while (bytes[end - 1] === RETURN) end--;
  return end;
}

/** A message as readers of mail take it, who know no CR alone; any other as it is. */
export function withNewlines<T extends Uint8Array>(message: T): T | Buffer {
  if (!isOfReturns(message)) return message;
  const bytes = Buffer.allocUnsafe(message.length);
  let end = 0;
  for (let at = 0; at < message.length; at++) {
    const isPair = message[at] === RETURN && message[at + 1] === NEWLINE;
    if (!isPair) bytes[end++] = message[at] === RETURN ? NEWLINE : message[at]!;
  }
  return bytes.subarray(0, end);
}

/** Where the line ends that begins at a place, for places that grow: also behind a CR alone where the file has such lines. */
export function lineEndsIn(bytes: Uint8Array, inReturns: boolean): (from: number) => number {
  const newline = nextOf(bytes, NEWLINE);
  if (!inReturns) return (from) => Math.min(newline(from) + 1, bytes.length);
  const carriage = nextOf(bytes, RETURN);
  return (from) => {
    const [cr, lf] = [carriage(from), newline(from)];
    return Math.min((cr < lf && lf !== cr + 1 ? cr : lf) + 1, bytes.length);
  };
}

/** The next such byte; looked for only once between two of them, however often it is asked for. */
function nextOf(bytes: Uint8Array, byte: number): (from: number) => number {
  let next = -1;
  return (from) => {
    if (next < from) {
      const found = bytes.indexOf(byte, from);
      next = found === -1 ? Number.POSITIVE_INFINITY : found;
    }
    return next;
  };
}

/** Where the last whole line ends, 0 where none does. A CR at the very end may be half of a CRLF. */
export function lastLineEnd(bytes: Uint8Array, inReturns: boolean): number {
  const newline = bytes.lastIndexOf(NEWLINE) + 1;
  return inReturns ? Math.max(newline, bytes.lastIndexOf(RETURN, -2) + 1) : newline;
}
