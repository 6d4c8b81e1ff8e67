import { createHash } from "node:crypto";
import type { Person, Span } from "@sidenote/contract/emails";
import { beginningOf } from "../text/storable.ts";
import { forwardedText, ownText, saidText } from "./said/quotes.ts";

/** The words of a mail and where they came from: all that it is known again by. */
type Said = { from: Person; at: string; text: string; spans: readonly Span[] };

/** Letters and digits only, in lower case: what two renderings of the same words have in common. */
export const lettersOf = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/<[^<>\s]{1,500}>|https?:\/\/\S+/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

const JOIN_LETTERS = 400;
const OPENING_LETTERS = 60;
/** Enough to find those letters in, also among links. */
const JOIN_TEXT = 10_000;

/**
 * Sender, minute and the mail's own words: equal for a panel's copy and a file's of the same mail. With the signature, for HTML
 * tells its beginning better than what is on screen; of a mail that only passes on, what it passes on.
 */
export function joinKey(mail: Said): string {
  const letters = lettersIn(ownText(mail.text, mail.spans)) || lettersIn(mail.text);
  return digest([mail.from.address, mail.at.slice(0, 16), letters.slice(0, JOIN_LETTERS)].join("\0"));
}

const SNIPPET_LENGTH = 160;

/** The beginning of what was said; of a mail that only passes on, of what it passes on. */
export const snippetOf = (mail: Pick<Said, "text" | "spans">): string =>
  beginningOf(
    beginningOf(saidText(mail.text, mail.spans) || forwardedText(mail.text, mail.spans), 4 * SNIPPET_LENGTH).replace(
      /\s+/g,
      " ",
    ),
    SNIPPET_LENGTH,
  );

/** The first letters of what was newly said. */
export const openingOf = (mail: Pick<Said, "text" | "spans">): string =>
  beginningOf(lettersIn(saidText(mail.text, mail.spans)), OPENING_LETTERS);

const lettersIn = (text: string): string => lettersOf(text.slice(0, JOIN_TEXT));

const REPLY_PREFIX =
  /^\s*((re|fwd?|aw|wg|sv|vs|antw|odp|pd|tr|rv|ref|res|enc|на|відп|ответ|пересл?|fs|ynt|ilt|r|i)(\[\d+\]|\(\d+\))?\s*[:：]\s*)+/i;

const SUBJECT_LETTERS = 300;

export const isReply = (subject: string): boolean => REPLY_PREFIX.test(subject);

/** What a subject is about, without Re: and Fwd: and the marks of lists. */
export const subjectKey = (subject: string): string =>
  beginningOf(
    subject
      .replace(REPLY_PREFIX, "")
      .replace(/^\s*\[[^\]]{1,40}\]\s*/, "")
      .replace(REPLY_PREFIX, "")
      .replace(/\s+/g, " ")
      .trim()
      .toLowerCase(),
    SUBJECT_LETTERS,
  );

export const digest = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("base64url");
