import { z } from "zod";
import { Address } from "./address.ts";
import { Company } from "./companies.ts";
import { Contact, TimelineEntry } from "./contacts.ts";
import { Owed, Person } from "./emails.ts";
import { endpoint, Instant } from "./endpoint.ts";
import { ContactId, ThreadId } from "./ids.ts";
import { ContextPromise } from "./promises.ts";
import { SourceQuote, Statement } from "./sources.ts";

export { SourceQuote, Statement };

/** What is on the member's screen and stored nowhere. None of it is kept: not in the database, a cache, the ledger or a log. */
export const Screen = z.object({
  /** Whom it is about. */
  address: Address,
  name: z.string().max(300).optional(),
  subject: z.string().max(2000).optional(),
  /** Oldest first. */
  messages: z
    .array(
      z.object({
        id: z.string().max(300),
        /** An address, or a name with an address: `Marta Lindqvist <marta@nordfrakt.example>`. */
        from: z.string().max(700),
        at: Instant,
        text: z.string().max(1_000_000),
      }),
    )
    .max(200),
});
export type Screen = z.infer<typeof Screen>;

export const ContextOwed = Owed.omit({ emailId: true, old: true }).extend({
  /** The mail that asks: `eml_…`, or `screen:n`. */
  sourceId: z.string(),
  threadId: ThreadId.nullable(),
  subject: z.string(),
  start: z.int(),
  end: z.int(),
});
export type ContextOwed = z.infer<typeof ContextOwed>;

/** Everything for the first paint of a panel. No model is asked. */
export const Context = z.object({
  /** Null: nobody of that address is known to this member. */
  contact: Contact.nullable(),
  person: Person,
  company: Company.nullable(),
  mails: z.object({ in: z.int(), out: z.int(), observed: z.int() }),
  meetings: z.int().optional(),
  firstContactAt: Instant.nullable(),
  lastContactAt: Instant.nullable(),
  /** Mails a month, oldest first, over at most 24 months up to the last contact; months without any are there. */
  months: z.array(z.object({ month: z.string(), in: z.int(), out: z.int() })),
  /** Median hours until an answer in a thread; null below three answers. */
  answersInHours: z.object({ they: z.number().nullable(), you: z.number().nullable() }),
  timeline: z.array(TimelineEntry),
  owed: z.array(ContextOwed),
  /** What was asked in threads in which nobody has written for three months, beside `oldPromises`. */
  oldOwed: z.array(ContextOwed).optional(),
  /** Open promises of either side, and what else is asked beside `owed`; those that are due first, then the newest. */
  promises: z.array(ContextPromise).optional(),
  /** What a model found besides, and no person has said of what it is. */
  proposed: z.array(ContextPromise).optional(),
  /** Promises and questions that nobody has spoken of for long: not waited for, and not forgotten. */
  oldPromises: z.array(ContextPromise).optional(),
  thread: z.object({ id: ThreadId, subject: z.string(), count: z.int() }).nullable(),
  /** The people of the thread, without the member. */
  participants: z.array(Person),
  asOf: Instant,
});
export type Context = z.infer<typeof Context>;

/** `thr_…` of ours, or the site's: `gmail:18c2…`. */
const ThreadKey = z
  .string()
  .max(300)
  .regex(/^(thr_|gmail:|outlook:)/, "must be thr_… or gmail:…");

export const context = {
  get: endpoint({
    method: "GET",
    path: "/v1/context",
    access: "context:read",
    summary: "Who this is, what was said, who owes an answer: one call, no model",
    input: z.object({ address: Address, thread: ThreadKey.optional() }),
    output: Context,
  }),
  ofScreen: endpoint({
    method: "POST",
    path: "/v1/context",
    access: "context:read",
    summary: "The same for mails on screen that are stored nowhere",
    input: z.object({ screen: Screen }),
    output: Context,
  }),
};

/** Who and what a text is about. */
export const Situation = {
  contact_id: ContactId.optional(),
  /** The thread that is answered; without it, the last one with this contact. */
  thread_id: ThreadId.optional(),
  screen: Screen.optional(),
};
/** Everybody whom a mail goes to, where that is known: three or more are greeted as the member greets a group. */
export const Recipients = z.array(z.object({ name: z.string().max(300), address: Address })).max(500);
const oneOf = "contact_id, thread_id or screen is needed";
const hasSubject = (v: { contact_id?: unknown; thread_id?: unknown; screen?: unknown }) =>
  v.contact_id !== undefined || v.thread_id !== undefined || v.screen !== undefined;
/** Refuses what is about nobody. */
export const withSubject = <T extends z.ZodObject>(input: T): T =>
  input.refine((value) => hasSubject(value as Record<string, unknown>), oneOf);

/** Fixed shape: POST /v1/crm/emails/context. */
export const emailContext = endpoint({
  method: "POST",
  path: "/v1/crm/emails/context",
  access: "context:read",
  summary: "What matters about somebody in a situation, each statement with its sources",
  input: z.object({ ...Situation, new_situation: z.string().max(5000).optional() }).refine(hasSubject, oneOf),
  output: z.object({
    summary: z.string(),
    key_points: z.array(z.string()),
    tone_recommendation: z.string(),
    /** YYYY-MM-DD in the member's zone. */
    last_contact_date: z.string().nullable(),
    statements: z.array(Statement),
    model_used: z.string(),
  }),
});

export const Tone = z.enum(["formal", "casual", "friendly"]);
export type Tone = z.infer<typeof Tone>;

/** A language by its short code. */
export const Language = z.string().regex(/^[a-z]{2}$/, "must be a language code: en, uk, de …");

/** A place in the draft that a person has to fill in: asked for, and in no source. Shown as `[price?]`. */
export const Blank = z.object({ text: z.string(), start: z.int(), end: z.int() });

/** What a source of the member's own says to an open place: for them to decide on, and not in the letter. */
export const ForYourEyes = z.object({ blank: z.string().nullable(), source: SourceQuote });
export type ForYourEyes = z.infer<typeof ForYourEyes>;

export const Draft = z.object({
  draft: z.string(),
  subject: z.string().nullable(),
  /** The draft's sentences in order; each `text` stands in `draft` as it is. */
  statements: z.array(Statement),
  blanks: z.array(Blank),
  /** The model's name, or `builtin`. */
  model_used: z.string(),
  /** Why the builtin writer wrote it although a model is connected; null when all went well. */
  fallback_reason: z.string().nullable(),
  /** Whether a byte left this machine or network for it. */
  left_machine: z.boolean(),
  tokens: z.object({ input: z.int(), output: z.int() }),
  interaction_id: z.string().nullable(),
  /** Notes and other internal words about what is asked, kept out of the letter. */
  for_your_eyes: z.array(ForYourEyes).optional(),
  /** The language that it is written in: `en`, `uk`, `de` … */
  language: z.string().optional(),
  /** What this writer could not do of what was asked, in a sentence; null when it did all. */
  limit: z.string().nullable().optional(),
});
export type Draft = z.infer<typeof Draft>;

export const DraftEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("text"),
    text: z.string(),
    /** Before its first word: the stored mails that it may rest on, for whoever hears meanwhile that one is forgotten. */
    rests: z.array(z.string()).optional(),
  }),
  /** What came so far is not to be used: the builtin writer starts anew. */
  z.object({ type: z.literal("restart"), reason: z.string() }),
  z.object({ type: z.literal("done"), result: Draft }),
]);
export type DraftEvent = z.infer<typeof DraftEvent>;

/** Fixed shape: POST /v1/crm/emails/draft. With `Accept: text/event-stream` it comes as it is written. */
export const emailDraft = endpoint({
  method: "POST",
  path: "/v1/crm/emails/draft",
  access: "drafts:write",
  summary: "Write a mail or a reply; facts carry their sources, what is asked for and not known is a marked blank",
  input: z
    .object({
      ...Situation,
      purpose: z.string().max(2000).optional(),
      key_points: z.array(z.string().min(1).max(1000)).max(20).optional(),
      tone: Tone.optional(),
      /** `en`, `uk`, `de` …; without it, that of the exchange. */
      language: Language.optional(),
      recipients: Recipients.optional(),
      /** Write it without the connected model. */
      builtin: z.boolean().optional(),
      /** What had come of it when the connection was lost, as it stands now: it stays, and events bring what comes behind it. */
      seen: z.string().max(20_000).optional(),
    })
    .refine(hasSubject, oneOf),
  output: Draft,
  events: DraftEvent,
});
