import type { Context, Draft } from "@sidenote/contract/context";
import type { ShortReply } from "@sidenote/contract/drafts";
import type { Email, ScreenMessage, ScreenState } from "@sidenote/contract/emails";
import type { EmailId, Id } from "@sidenote/contract/ids";
import type { Subject } from "../host.ts";

/** Invented people, mails and answers for tests and for the page that shows every state. */
export const idOf = <P extends string>(prefix: P, n: number): Id<P> =>
  `${prefix}_01h455vb4pex5vsknk084sn0${String(n).padStart(2, "0")}`;

const DAY = 86_400_000;
export const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString();

export const marta = { name: "Marta Lindqvist", address: "marta.lindqvist@nordfrakt.example" };
export const jonas = { name: "Jonas Öberg", address: "jonas.oberg@nordfrakt.example" };
export const karin = { name: "Karin Svensson", address: "karin@havsfisk.example" };
export const ada = { name: "Ada Berg", address: "ada@fjordkyl.example" };
const others = ["Pia Holm", "Tomasz Wójcik"].map((name) => ({
  name,
  address: `${name.split(" ")[0]!.toLowerCase()}@nordfrakt.example`,
}));

export const ASKS = "Could you tell us the price over 24 months, and whether the deposit can be split?";
export const DEPOSIT = "We can split the deposit into two payments, half with the order and half on delivery.";

export const martaMail: ScreenMessage = {
  sourceId: "gmail:18c2f0a1b2c3d4e5",
  subject: "Cold storage, second offer",
  from: marta,
  to: [ada],
  at: ago(3),
  text: `Hi Ada,\n\nthank you for the second offer. ${ASKS}\n\nBest,\nMarta`,
};
export const karinMail: ScreenMessage = {
  sourceId: "gmail:18c2f0a1b2c3d4ff",
  subject: "Ice machines",
  from: karin,
  to: [ada],
  at: ago(0.1),
  text: "Hello,\n\nTomasz Wójcik gave me your name. Could you send me a price list for ice machines?\n\nKarin Svensson\nPurchasing, Havsfisk",
};

const threadOf = (key: string, ...messages: ScreenMessage[]): Subject["thread"] => ({
  key,
  subject: messages[0]!.subject,
  messages,
});
const compose = { id: "compose-1", isReply: true, recipients: [marta], subject: "", text: "" };

export const ofMarta: Subject = {
  people: [marta, jonas, ...others],
  thread: threadOf("gmail:18c2", martaMail),
  compose,
};
export const ofKarin: Subject = { people: [karin], thread: threadOf("gmail:18ff", karinMail), compose: null };

const source = { kind: "mail" as const, id: idOf("eml", 1), at: ago(200) };
const company = { id: idOf("cmp", 1), name: "Nordfrakt AB" };
const record = { version: 1, createdAt: ago(400), updatedAt: ago(3) };

export const martaContact: NonNullable<Context["contact"]> = {
  id: idOf("cnt", 1),
  state: "saved",
  name: marta.name,
  title: "Head of Operations",
  address: marta.address,
  company,
  lastContactAt: ago(3),
  archived: false,
  addresses: [{ address: marta.address, source }],
  phones: [],
  notes: null,
  tags: [],
  text: "Marta Lindqvist\nHead of Operations\nNordfrakt AB",
  ...record,
};

const traffic = "21 12 32 00 11 22 43 10 01 23 54 32 11 00 21 11 34 21 42 63 31".split(" ");
const months = traffic.map((pair, i) => {
  const day = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() - traffic.length + 1 + i, 15));
  return { month: day.toISOString().slice(0, 7), in: Number(pair[0]), out: Number(pair[1]) };
});

export const martaContext: Context = {
  contact: martaContact,
  person: marta,
  company: {
    ...company,
    state: "saved",
    domains: ["nordfrakt.example"],
    industry: "Freight and logistics",
    archived: false,
    website: "https://nordfrakt.example",
    sizeBand: "50–200",
    notes: null,
    text: "Nordfrakt AB",
    ...record,
  },
  mails: { in: 23, out: 18, observed: 0 },
  meetings: 3,
  firstContactAt: `${months[0]!.month}-04T09:00:00.000Z`,
  lastContactAt: ago(3),
  months,
  answersInHours: { they: 5, you: 36 },
  timeline: [
    entry(idOf("eml", 3), "email", 3, "Re: Cold storage, second offer", "in"),
    entry(idOf("act", 1), "call", 7, "Call, 25 min: wants two zones, worried about the noise at night", null),
    entry(idOf("eml", 2), "email", 10, "Cold storage, second offer", "out"),
  ],
  owed: [
    {
      by: "you",
      since: ago(3),
      sourceId: idOf("eml", 3),
      asks: ASKS,
      threadId: idOf("thr", 1),
      subject: martaMail.subject,
      start: martaMail.text.indexOf(ASKS),
      end: martaMail.text.indexOf(ASKS) + ASKS.length,
    },
  ],
  thread: { id: idOf("thr", 1), subject: martaMail.subject, count: 6 },
  participants: [marta, jonas],
  asOf: new Date().toISOString(),
};

function entry(
  id: string,
  kind: Context["timeline"][number]["kind"],
  days: number,
  title: string,
  direction: "in" | "out" | null,
): Context["timeline"][number] {
  return { id, kind, at: ago(days), title, direction, threadId: kind === "email" ? idOf("thr", 1) : null };
}

/** Somebody whom nothing is known of. */
export const karinContext: Context = {
  ...martaContext,
  contact: null,
  person: karin,
  company: null,
  mails: { in: 0, out: 0, observed: 0 },
  meetings: 0,
  firstContactAt: null,
  lastContactAt: null,
  months: [],
  answersInHours: { they: null, you: null },
  timeline: [],
  owed: [],
  thread: null,
  participants: [karin],
};

export const martaDraft: Draft = {
  draft:
    "Hi Marta,\n\nthank you for your patience. The 24-month term brings the monthly price to [price?], and yes, the deposit can be " +
    "split into two payments. The floor plan with both zones is attached.\n\nDoes Thursday at 10 still suit you and Jonas?\n\nBest,\nAda",
  subject: "Re: Cold storage, second offer",
  statements: [
    { text: "Hi Marta,", sources: [] },
    { text: "thank you for your patience.", sources: [] },
    {
      text: "The 24-month term brings the monthly price to [price?], and yes, the deposit can be split into two payments.",
      sources: [{ id: idOf("eml", 2), quote: DEPOSIT, start: 40, end: 40 + DEPOSIT.length }],
    },
    {
      text: "The floor plan with both zones is attached.",
      sources: [{ id: idOf("act", 1), quote: "wants two zones", start: 14, end: 29 }],
    },
    { text: "Does Thursday at 10 still suit you and Jonas?", sources: [] },
    { text: "Best,\nAda", sources: [] },
  ],
  blanks: [{ text: "price?", start: 86, end: 94 }],
  model_used: "builtin",
  fallback_reason: null,
  left_machine: false,
  tokens: { input: 0, output: 0 },
  interaction_id: null,
};

/** How an answer was made by the built-in writer. */
export const martaMade = { model_used: "builtin", fallback_reason: null, left_machine: false, interaction_id: null };

export const martaReplies: ShortReply[] = [
  { label: "Yes", words: "Yes, that is fine with me." },
  { label: "No", words: "Unfortunately that is not possible." },
  { label: "Later", words: "Thank you for your mail. May I come back to you on this?" },
].map(({ label, words }) => ({ label, draft: `Hi Marta,\n\n${words}\n\nBest,\nAda`, statements: [], blanks: [] }));

export const storedMail: Email = {
  id: idOf("eml", 3),
  threadId: idOf("thr", 1),
  direction: "in",
  subject: martaMail.subject,
  from: marta,
  to: [ada],
  cc: [],
  at: martaMail.at,
  text: martaMail.text,
  spans: [{ kind: "said", start: 0, end: martaMail.text.length }],
  hasHtml: false,
  attachments: [],
  shared: false,
};

/** What is stored of a mail on screen, as the member chose: only what they save. */
export const stateOf = (
  sourceId: string,
  emailId: EmailId | null = null,
  decision: Partial<ScreenState["decision"]> = {},
): ScreenState => ({
  sourceId,
  emailId,
  storedBy: emailId && "you",
  decision: {
    store: false,
    reason: "saved_only",
    rule: null,
    because: "you chose that only what you save is stored",
    ...decision,
  },
});
