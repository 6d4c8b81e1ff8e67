import type { Activity } from "@sidenote/contract/activities";
import type { Ago } from "../calendar.ts";

/** A mail program, by what it leaves in a mail: how it quotes, encodes, and prefixes a reply. */
export type Client = "gmail" | "gmail-uk" | "outlook" | "outlook-de" | "exchange" | "thunderbird" | "iphone";

export type Person = {
  name: string;
  address: string;
  /** What the contact is given as its title, where somebody took the trouble. */
  title?: string;
  phone?: string;
  client: Client;
  /** IANA; the member's when left out. */
  zone?: string;
  /** Below the first mail of a thread; a phone's is below each. */
  signature?: string;
};

export type Attachment =
  | { kind: "pdf"; name: string; text: string }
  | { kind: "csv"; name: string; text: string }
  | { kind: "ics"; name: string; title: string; place: string; day: number; time: string; minutes: number };

type MailOptions = {
  /** By default: whoever wrote last, or the first of the thread's people. */
  to?: readonly Person[];
  /** By default: everybody else of the thread. */
  cc?: readonly Person[];
  /** By default the thread's, with Re: from the second mail on. */
  subject?: string;
  attach?: readonly Attachment[];
  /** A reply quotes what it answers unless its writer deleted that. */
  quote?: false;
  /** By default, a person signs in full once a thread. */
  sign?: boolean;
  /** Some programs lose References on the way. */
  loose?: true;
  headers?: Readonly<Record<string, string>>;
  /** The mail is this page and has no plain text. */
  html?: string;
};

export type Mail = { from: Person; when: Ago; text: string } & MailOptions;

export type Thread = {
  subject: string;
  /** Everybody but the member. */
  with: readonly Person[];
  mails: readonly Mail[];
};

export type Happening = {
  kind: Activity["kind"];
  when: Ago;
  text: string;
  with: readonly Person[];
  outcome?: NonNullable<Activity["outcome"]>;
  /** A task: the day that it is due, in working days from today, and whether it is done. */
  due?: number;
  done?: true;
};

/** One company, its people, and all that went to and fro. */
export type Relation = {
  /** Null for mail that no company is behind: notices, newsletters. */
  company: {
    name: string;
    industry?: string;
    sizeBand?: string;
    website?: string;
    notes?: string;
  } | null;
  people: readonly Person[];
  threads: readonly Thread[];
  happenings?: readonly Happening[];
};

/** What is written, indented like the code around it; dates stand as `{+4}` and the like, see Calendar. */
type Written<T> = (text: TemplateStringsArray) => T;

export const mail =
  (from: Person, when: Ago, options: MailOptions = {}): Written<Mail> =>
  ([text = ""]) => ({ from, when, text: folded(text), ...options });

export const happened =
  (kind: Happening["kind"], when: Ago, rest: Omit<Happening, "kind" | "when" | "text">): Written<Happening> =>
  ([text = ""]) => ({ kind, when, text: folded(text), ...rest });

/** Takes the indentation off, and joins a line to the next where only the width of the screen has parted them. */
export function folded(text: string): string {
  const lines = text.replace(/^\n|\n\s*$/g, "").split("\n");
  const indent = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  const flush = lines.map((line) => line.slice(indent).trimEnd());
  return flush.reduce((done, line, i) => {
    const goesOn =
      i > 0 && flush[i - 1]!.length >= LONG_LINE && line !== "" && !/^([-*•>|]|\d+[.)]|\(\w\)) /.test(line);
    return i === 0 ? line : `${done}${goesOn ? " " : "\n"}${line}`;
  }, "");
}

/** No line of prose ends after this many characters of its own accord. */
const LONG_LINE = 80;
