/** What a mail shows where its bytes are not what it says they are. */
const LOST = "\ufffd";

/** The same as it stands in UTF-8: whoever passed the mail on had lost it already. */
const LOST_BEFORE = "\xef\xbf\xbd";

const BEYOND_ASCII = /[\u0080-\uffff]/;
const HIGH = /[\x80-\xff]+/g;
const HEADER_END = /\r?\n\r?\n/;
const LOOKED_AT = 100_000;

/**
 * The bytes of a mail with its text under the character set that they look like, for one that names none or a wrong one; null
 * where nothing was lost, or where the bytes look like nothing. `shown`: what was read of it as it stands; `type`: what its header
 * says that it is.
 */
export function relabelled(bytes: Uint8Array, shown: readonly string[], type = ""): Uint8Array | null {
  // ASCII is read as Western: nothing is lost, and nothing right where it is none.
  const isWrong = /ascii/i.test(type) ? BEYOND_ASCII : /\ufffd/;
  if (!shown.some((text) => isWrong.test(text))) return null;
  const raw = Buffer.from(bytes).toString("latin1");
  const charset = charsetOf(raw);
  if (charset === null) return null;
  const headerEnd = raw.search(HEADER_END);
  const header = headerEnd === -1 ? raw : raw.slice(0, headerEnd);
  const text = utf8(labelled(header, charset), charset) + labelled(raw.slice(header.length), charset);
  return Buffer.from(text, "latin1");
}

/** By how the bytes above 127 stand: Cyrillic words consist of them, in Latin ones they are few and apart. */
function charsetOf(raw: string): string | null {
  const runs = raw.slice(0, LOOKED_AT).match(HIGH) ?? [];
  const all = runs.join("");
  if (all === "" || isMostlyUtf8(all)) return null;
  const inWords = runs.filter((run) => run.length >= 3).join("");
  if (inWords.length * 2 < all.length) return "windows-1252";
  // Small letters, of which there are more, lie in the upper half of one and in the lower half of the other.
  const upper = inWords.match(/[\xe0-\xff]/g)?.length ?? 0;
  const lower = inWords.match(/[\xc0-\xdf]/g)?.length ?? 0;
  return upper >= lower ? "windows-1251" : "koi8-u";
}

/** A letter that was cut in two, or lost on the way, makes no other character set of the rest. */
function isMostlyUtf8(latin1: string): boolean {
  const text = Buffer.from(latin1.replaceAll(LOST_BEFORE, ""), "latin1").toString("utf8");
  const lost = text.split(LOST).length - 1;
  return lost === 0 || [...text].length - lost > lost;
}

/** Text that says it is UTF-8 or ASCII, or says nothing, is said to be this; what says anything else is left alone. */
const labelled = (part: string, charset: string): string =>
  part.replace(/^(content-type:\s*text\/(?:plain|html))([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/gim, (all, type, rest) => {
    const named = /charset\s*=\s*"?([\w-]+)"?/i.exec(rest as string);
    if (!named) return `${type}; charset=${charset}${rest}`;
    return /^(utf-?8|us-ascii|ascii)$/i.test(named[1]!) ? all.replace(named[0], `charset=${charset}`) : all;
  });

/** Headers may only hold UTF-8. */
const utf8 = (header: string, charset: string): string =>
  isMostlyUtf8(header.match(HIGH)?.join("") ?? "")
    ? header
    : Buffer.from(new TextDecoder(charset).decode(Buffer.from(header, "latin1")), "utf8").toString("latin1");
