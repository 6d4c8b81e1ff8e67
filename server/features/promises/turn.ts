import type { Direction, Person, Span } from "@sidenote/contract/emails";
import type { WriterZone } from "../../core/text/due.ts";

/** A mail of a thread, as far as promises are concerned. */
export type Turn<I extends string = string> = {
  id: I;
  at: string;
  direction: Direction;
  automatic: boolean;
  /** Written to the member, not only copied. */
  addressed: boolean;
  from: Person;
  /** Whom it is written to, without the member. */
  to: readonly Person[];
  /** How many get it, copies included. */
  recipients: number;
  text: string;
  spans: readonly Span[];
  zone: WriterZone;
  hasAttachments: boolean;
  subject?: string;
  /** The names of its files. */
  attachments?: readonly string[];
};
