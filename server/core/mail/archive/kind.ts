export type Kind = "mbox" | "tar" | "gzip" | "zip" | "message" | "empty" | "other";

const KNOWN_HEADER =
  /^(from|to|cc|bcc|subject|date|received|message-id|return-path|mime-version|delivered-to|reply-to|content-type|x-[\w-]+|dkim-signature|authentication-results|arc-[\w-]+|sender|in-reply-to|references|list-[\w-]+)[ \t]*:/i;

/** What a file is, told by how it begins. */
export function kindOf(head: Buffer, name: string): Kind {
  if (head.length === 0) return "empty";
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  if (head.subarray(257, 262).toString("latin1") === "ustar") return "tar";
  if (isZip(head)) return isDocument(head) ? "other" : "zip";
  const text = head.toString("latin1").trimStart();
  if (text.startsWith("From ")) return "mbox";
  const lines = text.split(/\r\n?|\n/);
  if (lengthAtHead(head) !== null && lines.slice(1, 40).some((line) => KNOWN_HEADER.test(line))) return "message";
  // A mailbox whose first line was lost is one all the same.
  if (lines.slice(0, 40).some((line) => KNOWN_HEADER.test(line))) return /\.mbo?x$/i.test(name) ? "mbox" : "message";
  return /\.eml$/i.test(name) && !isUtf16(head) ? "message" : "other";
}

/** What people drop most often that is no mail, and what to do with it. */
export function whyNoMail(head: Buffer): string {
  if (isZip(head)) return DOCUMENT;
  if (isUtf16(head)) return "it is text in UTF-16, which mail never is: save it anew from where it comes from";
  if (begins(head, "!BDN"))
    return "it is an Outlook data file (.pst, .ost): turn it into .mbox first, for example with readpst";
  if (begins(head, "\xd0\xcf\x11\xe0"))
    return "it is an Outlook message (.msg) or an Office file: save the mail as .eml";
  return NO_HEADERS;
}

const NO_HEADERS = "no headers of a mail at its beginning";
const DOCUMENT = "it is a document or a program, not mail";
export const NOT_OPENED = "it is an archive in an archive, which is not opened: unpack it, and import what is in it";

/** Why a file is left alone. Any other reason is of mail that could not be read. */
export const LEFT_ALONE: readonly string[] = [NO_HEADERS, DOCUMENT, NOT_OPENED];

/** How Apple Mail begins a file (.emlx): with the length of the message in a line of its own; behind it stands what it knows of it. */
function lengthAtHead(head: Uint8Array): { begin: number; end: number } | null {
  const [line, bytes] = /^(\d{1,10}) *\r?\n/.exec(Buffer.from(head.subarray(0, 40)).toString("latin1")) ?? [];
  return line === undefined ? null : { begin: line.length, end: line.length + Number(bytes) };
}

/** A message without what Apple Mail puts around it. */
export function ownMessage(bytes: Uint8Array): Uint8Array {
  const own = lengthAtHead(bytes);
  const behind =
    own &&
    Buffer.from(bytes.subarray(own.end, own.end + 40))
      .toString("latin1")
      .trimStart();
  return own && /^(<\?xml|<!DOCTYPE plist|<plist|$)/.test(behind!) ? bytes.subarray(own.begin, own.end) : bytes;
}

const isUtf16 = (head: Buffer) => begins(head, "\xff\xfe") || begins(head, "\xfe\xff");

const begins = (head: Buffer, bytes: string) => head.subarray(0, bytes.length).toString("latin1") === bytes;

/** With a file in it, or with none. */
const isZip = (head: Buffer) => begins(head, "PK\x03\x04") || begins(head, "PK\x05\x06");

const FIRST_NAME_AT = 30;
/** Office files, books and programs are zips as well; their first file says so. */
const isDocument = (head: Buffer) =>
  /^(\[Content_Types\]\.xml|_rels\/|docProps\/|mimetype|META-INF\/)/.test(
    head.subarray(FIRST_NAME_AT, FIRST_NAME_AT + 32).toString("latin1"),
  );
