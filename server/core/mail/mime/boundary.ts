const HEADER_END = /\r?\n\r?\n/;
const TYPE = /^content-type:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/im;
const NAMED = /;\s*boundary\s*=\s*(?:"([^"]*)"|([^\s;]+))/i;
/** A line such as parts are told apart by, which a header of a part follows. */
const BEFORE_PART = /^--([^\s"\\][^\r\n"\\]{0,198})\r?\n(?=content-[a-z-]{1,40}:)/im;

/**
 * A mail of several parts (RFC 2046) under the boundary that stands in it, or as plain text where none does. For one whose header
 * names another boundary, or lost it: read as it says, it has no part at all. Null where its parts are just empty.
 */
export function withFoundBoundary(bytes: Uint8Array): Uint8Array | null {
  const raw = Buffer.from(bytes).toString("latin1");
  const headerEnd = raw.search(HEADER_END);
  const header = raw.slice(0, headerEnd);
  const body = headerEnd === -1 ? "" : raw.slice(headerEnd);
  if (body.trim() === "" || opensPart(body, header)) return null;
  const boundary = BEFORE_PART.exec(body)?.[1]?.trimEnd();
  const type = boundary ? `Content-Type: multipart/mixed; boundary="${boundary}"` : "Content-Type: text/plain";
  return Buffer.from(header.replace(TYPE, () => type) + body, "latin1");
}

function opensPart(body: string, header: string): boolean {
  const [, quoted, bare] = NAMED.exec(TYPE.exec(header)?.[0] ?? "") ?? [];
  const named = quoted ?? bare;
  return named !== undefined && body.split("\n").some((line) => line.trimEnd() === `--${named}`);
}
