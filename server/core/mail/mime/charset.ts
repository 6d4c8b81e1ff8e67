/** What a mail shows where its bytes are not what it says they are. */
const LOST = "\ufffd";

/** The same as it stands in UTF-8: whoever passed the mail on had lost it already. */
const LOST_BEFORE = "\xef\xbf\xbd";

const BEYOND_ASCII = /[\u0080-\uffff]/;
const HIGH = /[\x80-\xff]+/g;
const HIGH_BYTE = /[\x80-\xff]/;
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
  const isWestern = isUtf8ReadAsWestern(shown.join("\n"));
  if (!isWestern && !shown.some((text) => isWrong.test(text))) return null;
  const raw = Buffer.from(bytes).toString("latin1");
  const charset = isWestern ? "utf-8" : (charsetOfHtml(raw) ?? charsetOf(HIGH_BYTE.test(raw) ? raw : unspelled(raw)));
  if (charset === null) return null;
  const headerEnd = raw.search(HEADER_END);
  const header = headerEnd === -1 ? raw : raw.slice(0, headerEnd);
  const named = /^content-type:/im.test(header) ? "" : `Content-Type: text/plain; charset=${charset}\r\n`;
  const wrong = isWestern ? WESTERN : UTF8_OR_ASCII;
  const text =
    named + utf8(labelled(header, charset, wrong), charset) + labelled(raw.slice(header.length), charset, wrong);
  return Buffer.from(text, "latin1");
}

/** Quoted-printable (RFC 2045) with its bytes beyond ASCII as they are; the rest stays spelled out. */
const unspelled = (raw: string): string =>
  raw.replace(/=([89A-F][\dA-F])/g, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16)));

const UTF8_OR_ASCII = /^(utf-?8|us-ascii|ascii)$/i;
const WESTERN = /^(iso-?8859-?15?|latin-?1|windows-1252|cp-?1252)$/i;

/** "KÃ¶ket": each letter beyond ASCII is a part of one in UTF-8. Written in Western letters no text is all so. */
function isUtf8ReadAsWestern(shown: string): boolean {
  const beyond = shown.match(/[\u0080-\uffff]+/g);
  if (!beyond || !/[\u00c2-\u00f4]/.test(beyond[0]!)) return false;
  const bytes: number[] = [];
  for (const letter of beyond.join(" ")) {
    const byte = WESTERN_BYTES.get(letter) ?? letter.codePointAt(0)!;
    if (byte > 0xff) return false;
    bytes.push(byte);
  }
  const text = Buffer.from(bytes).toString("utf8");
  return !text.includes(LOST) && BEYOND_ASCII.test(text);
}

/** What stands in windows-1252 where ISO 8859-1 has nothing. */
const WESTERN_BYTES = new Map(
  Array.from({ length: 32 }, (_, i) => [new TextDecoder("windows-1252").decode(Uint8Array.of(0x80 + i)), 0x80 + i]),
);

/** What its HTML says that it is, where the header says nothing of it or something else; UTF-8 it is not, or nothing were lost. */
function charsetOfHtml(raw: string): string | null {
  const named = /<meta[^<>]{0,200}charset\s{0,9}=\s{0,9}["']?([\w-]{2,40})/i.exec(raw.slice(0, LOOKED_AT))?.[1];
  if (!named || UTF8_OR_ASCII.test(named)) return null;
  try {
    return new TextDecoder(named).encoding;
  } catch {
    return null;
  }
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

/** Text that says it is what it is not, or says nothing, is said to be this; what says anything else is left alone. */
const labelled = (part: string, charset: string, wrong: RegExp): string =>
  part.replace(/^(content-type:\s*text\/(?:plain|html))([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/gim, (all, type, rest) => {
    const named = /charset\s*=\s*"?([\w-]+)"?/i.exec(rest as string);
    if (!named) return `${type}; charset=${charset}${rest}`;
    return wrong.test(named[1]!) ? all.replace(named[0], `charset=${charset}`) : all;
  });

/** Headers may only hold UTF-8. */
const utf8 = (header: string, charset: string): string =>
  isMostlyUtf8(header.match(HIGH)?.join("") ?? "")
    ? header
    : Buffer.from(new TextDecoder(charset).decode(Buffer.from(header, "latin1")), "utf8").toString("latin1");
