import { cleanAddress } from "../people/addresses.ts";
import { withNewlines } from "./line-ends.ts";

const HEADERS_BYTES = 64 * 1024;

/** The header block of a message as text, one header a line, also of a message that cannot be read as a whole. */
export function headersOf(bytes: Uint8Array): string {
  const begin = withNewlines(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADERS_BYTES)));
  const text = begin.toString("latin1").replaceAll("\r\n", "\n");
  const end = text.indexOf("\n\n");
  return (end === -1 ? text : text.slice(0, end)).replace(/\n[ \t]+/g, " ");
}

/** Every address in a header's value. */
export const addressesIn = (value: string): string[] =>
  [...value.matchAll(/[^\s<>(),;:"]+@[^\s<>(),;:"]+/g)].flatMap(([candidate]) => cleanAddress(candidate) ?? []);

/** Who wrote, sent or passed on a message and to whom, where answers go, and its Message-ID, as far as its header block tells. */
export function peopleInHeader(bytes: Uint8Array): { people: string[]; messageId: string | null } {
  const headers = headersOf(bytes);
  const people = [
    ...headers.matchAll(/^(?:resent-)?(?:from|sender|reply-to|to|cc|bcc):(.*)$|^x-original-(?:from|sender):(.*)$/gim),
  ].flatMap(([, value, original]) => addressesIn(value ?? original!));
  const messageId = headers.match(/^message-id:\s*<?([^\s<>]+)>?/im)?.[1] ?? null;
  return { people: [...new Set(people)], messageId };
}
