import type { ContextOwed, SourceQuote } from "@sidenote/contract/context";
import type { Span } from "@sidenote/contract/emails";
import type { ContactId } from "@sidenote/contract/ids";
import type { ContextPromise } from "@sidenote/contract/promises";

/** A text that may be cited. */
export type FactSource = {
  /** `eml_…`, `act_…`, `cnt_…`, `cmp_…`, `screen:n`. */
  id: string;
  kind: "mail" | "activity" | "contact" | "company";
  at: string | null;
  /** Whose words these are. */
  by: "them" | "you" | "other";
  /** Whether this person has read it: they wrote it, or it went to them. What they have not is not told without need. */
  seen: boolean;
  author: string;
  subject: string;
  text: string;
  /** What of it was newly said and may be quoted. */
  said: Span[];
  /** All that it consists of: where what somebody else wrote begins. */
  spans: Span[];
};

/** What is known for a situation: nothing that is written may come from elsewhere. */
export type Facts = {
  person: { name: string; address: string };
  contactId: ContactId | null;
  member: { name: string; timeZone: string };
  now: string;
  /** The mails of the thread that is answered, oldest first; empty for a mail of its own. */
  thread: FactSource[];
  /** Other mails with this person, activities, and the records themselves; newest first. */
  others: FactSource[];
  owed: ContextOwed[];
  /** Open promises of either side. */
  promises: ContextPromise[];
  lastContactAt: string | null;
};

/** A sentence of a source, with where it stands there. */
export type Sentence = SourceQuote & { source: FactSource };
