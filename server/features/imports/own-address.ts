import type { Piece } from "../../core/mail/archive/messages.ts";
import { addressesIn, headersOf } from "../../core/mail/mime/header.ts";
import { isRoleAddress } from "../../core/mail/people/addresses.ts";

const MOST_MESSAGES = 1000;
/** A mail server's own note of whose mailbox it is counts for more than being one of many recipients. */
const DELIVERED_WEIGHT = 3;

/** The address that most of the mail is written to: in a mailbox, its owner's. Null when there is no recipient at all. */
export async function commonestRecipient(pieces: AsyncIterable<Piece>): Promise<string | null> {
  const counts = new Map<string, number>();
  let messages = 0;
  for await (const piece of pieces) {
    if (piece.kind !== "message") continue;
    for (const [address, weight] of recipientsOf(headersOf(piece.bytes)))
      counts.set(address, (counts.get(address) ?? 0) + weight);
    if (++messages === MOST_MESSAGES) break;
  }
  const [first] = [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b));
  return first?.[0] ?? null;
}

function recipientsOf(headers: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const [, name, value] of headers.matchAll(/^(to|cc|delivered-to|x-original-to):(.*)$/gim)) {
    const weight = /^(to|cc)$/i.test(name!) ? 1 : DELIVERED_WEIGHT;
    for (const address of addressesIn(value!)) {
      if (!isRoleAddress(address)) found.set(address, Math.max(found.get(address) ?? 0, weight));
    }
  }
  return found;
}
