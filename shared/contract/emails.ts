import { z } from "zod";
import { Address } from "./address.ts";
import { CaptureDecision } from "./capture.ts";
import { ContactSummary } from "./contacts.ts";
import { endpoint, Instant, page, pageInput } from "./endpoint.ts";
import { ContactId, EmailId, FileId, ThreadId } from "./ids.ts";

/** `observed`: no own address is sender or recipient. */
export const Direction = z.enum(["in", "out", "observed"]);
export type Direction = z.infer<typeof Direction>;

export const Person = z.object({ name: z.string(), address: z.string() });
export type Person = z.infer<typeof Person>;

/**
 * What a stretch of a mail's text is; spans cover the text without gaps, in UTF-16 offsets. `quote` is what an answer repeats,
 * `forward` what was passed on and stands nowhere else; `disclaimer` is what machines add: notices, footers of lists.
 */
export const SpanKind = z.enum(["said", "quote", "forward", "signature", "disclaimer"]);
export const Span = z.object({ kind: SpanKind, start: z.int(), end: z.int() });
export type Span = z.infer<typeof Span>;

export const Attachment = z.object({ fileId: FileId, name: z.string(), mediaType: z.string(), sizeBytes: z.int() });

export const Email = z.object({
  id: EmailId,
  threadId: ThreadId,
  direction: Direction,
  subject: z.string(),
  from: Person,
  to: z.array(Person),
  cc: z.array(Person),
  at: Instant,
  /** Everything that the mail says as plain text; quotes and sources give offsets into this. */
  text: z.string(),
  spans: z.array(Span),
  hasHtml: z.boolean(),
  attachments: z.array(Attachment),
  shared: z.boolean(),
});
export type Email = z.infer<typeof Email>;

/** Who owes an answer in a thread, and since when. */
export const Owed = z.object({
  by: z.enum(["you", "them"]),
  since: Instant,
  emailId: EmailId,
  /** The sentence that asks, as it stands in that mail's text. */
  asks: z.string(),
  /** Nobody has written in the thread for three months: it is waited for no longer. */
  old: z.boolean().optional(),
});
export type Owed = z.infer<typeof Owed>;

export const ThreadSummary = z.object({
  id: ThreadId,
  subject: z.string(),
  people: z.array(Person),
  /** Where a list names only the first of them: how many they are. */
  peopleCount: z.int().optional(),
  count: z.int(),
  lastAt: Instant,
  lastDirection: Direction,
  /** The beginning of what was newly said last. */
  snippet: z.string(),
  owed: Owed.nullable(),
});
export type ThreadSummary = z.infer<typeof ThreadSummary>;

export const Thread = ThreadSummary.extend({ emails: z.array(Email), contacts: z.array(ContactSummary) });
export type Thread = z.infer<typeof Thread>;

/** A site's id of a thread. */
export const SiteThreadId = z
  .string()
  .regex(/^(gmail|outlook):[\w.:-]{1,200}$/, "must be an id such as gmail:18c2f0a1b2c3d4e0");

/** A mail as a panel sees it on screen; times to the minute. */
export const ScreenMessage = z.object({
  /** The site's id of the message: `gmail:18c2…`. */
  sourceId: z.string().regex(/^(gmail|outlook):[\w.:-]{1,200}$/, "must be an id such as gmail:18c2f0a1b2c3d4e5"),
  threadSourceId: SiteThreadId.optional(),
  subject: z.string().max(2000),
  from: z.object({ name: z.string().max(300), address: Address }),
  to: z.array(z.object({ name: z.string().max(300), address: Address })).max(500),
  cc: z
    .array(z.object({ name: z.string().max(300), address: Address }))
    .max(500)
    .optional(),
  at: Instant,
  text: z.string().max(1_000_000),
});
export type ScreenMessage = z.infer<typeof ScreenMessage>;

/**
 * A mail on screen, to ask what is stored of it. With `at` and `text` a copy that an import brought is found too; neither is kept.
 */
export const OnScreen = ScreenMessage.partial({ subject: true, at: true, text: true });
export type OnScreen = z.infer<typeof OnScreen>;

export const ScreenState = z.object({
  sourceId: z.string(),
  /** Null: it is not stored, because of what `decision` says. */
  emailId: EmailId.nullable(),
  /** What stored it. */
  storedBy: z.enum(["you", "policy", "import"]).nullable(),
  /** Whether the policy would store it now, by itself, and why. */
  decision: CaptureDecision,
});
export type ScreenState = z.infer<typeof ScreenState>;

export const Captured = z.object({
  sourceId: z.string(),
  outcome: z.enum(["stored", "duplicate", "not_wanted"]),
  emailId: EmailId.nullable(),
  decision: CaptureDecision,
});
export type Captured = z.infer<typeof Captured>;

/** Attachments, and messages that an import set aside. */
export const files = {
  download: endpoint({
    method: "GET",
    path: "/v1/files/:id",
    access: "emails:read",
    summary: "A file's content, always as a download",
    input: z.object({ id: FileId }),
    output: z.object({}),
    bytes: "download",
  }),
};

export const emails = {
  get: endpoint({
    method: "GET",
    path: "/v1/emails/:id",
    access: "emails:read",
    summary: "One mail",
    input: z.object({ id: EmailId }),
    output: Email,
  }),
  html: endpoint({
    method: "GET",
    path: "/v1/emails/:id/html",
    access: "emails:read",
    summary: "The mail's HTML, for a sandboxed frame only: no script runs and nothing remote is loaded there",
    input: z.object({ id: EmailId }),
    output: z.object({ html: z.string() }),
  }),
  store: endpoint({
    method: "POST",
    path: "/v1/emails",
    access: "emails:write",
    summary:
      "Save a mail that is on screen, whatever the capture mode. A copy that an import brought, or will bring, is the same mail. Refused (forbidden, with the entry) for mail with somebody on the never-store list",
    input: ScreenMessage,
    output: z.object({ email: Email, outcome: z.enum(["stored", "duplicate"]) }),
    creates: true,
  }),
  forget: endpoint({
    method: "DELETE",
    path: "/v1/emails/:id",
    access: "emails:write",
    summary:
      "Forget a stored mail: text, passages, vectors and files go, and nothing but the member's own click brings it back",
    input: z.object({ id: EmailId }),
    output: z.object({ id: EmailId }),
  }),
  stored: endpoint({
    method: "POST",
    path: "/v1/emails/stored",
    access: "emails:read",
    summary: "Which of the mails on screen are stored, by their ids alone; /v1/emails/screen also says why not",
    input: z.object({ sourceIds: z.array(z.string().max(300)).max(200) }),
    output: z.object({ stored: z.array(z.object({ sourceId: z.string(), emailId: EmailId })) }),
  }),
  screen: endpoint({
    method: "POST",
    path: "/v1/emails/screen",
    access: "emails:read",
    summary:
      "Of each mail on screen: stored, or not and why, and whether it would be stored by itself. Keeps nothing of it",
    input: z.object({ messages: z.array(OnScreen).max(200) }),
    output: z.object({ messages: z.array(ScreenState) }),
  }),
  capture: endpoint({
    method: "POST",
    path: "/v1/emails/capture",
    access: "emails:write",
    summary:
      "Hand in mails that were opened: each is stored if the member's capture policy wants it, and nothing is kept of the others",
    input: z.object({ messages: z.array(ScreenMessage).min(1).max(50) }),
    output: z.object({ messages: z.array(Captured) }),
    creates: true,
  }),
  forgetThread: endpoint({
    method: "POST",
    path: "/v1/threads/forget",
    access: "emails:write",
    summary:
      "Forget a thread: its mails, passages, vectors, files and promises go, for good, and nothing brings it back by itself. A thread that is not there is forgotten already",
    input: z.object({ thread: z.union([ThreadId, SiteThreadId]) }),
    output: z.object({
      threadId: ThreadId.nullable(),
      mails: z.int(),
      /** What they were stored as: what rests on them elsewhere is known by it. */
      emailIds: z.array(EmailId).optional(),
      undoable: z.literal(false),
    }),
  }),
  threads: endpoint({
    method: "GET",
    path: "/v1/threads",
    access: "emails:read",
    summary: "Threads, newest first; or those that wait for you, or for them",
    input: z.object({
      ...pageInput,
      owed: z.enum(["you", "them"]).optional(),
      /** Those that wait no longer, because nobody has written in them for three months. */
      old: z.boolean().optional(),
      contactId: ContactId.optional(),
    }),
    output: page(ThreadSummary).extend({ waitingForYou: z.int(), awaitingTheirs: z.int(), old: z.int().optional() }),
  }),
  thread: endpoint({
    method: "GET",
    path: "/v1/threads/:id",
    access: "emails:read",
    summary: "One thread with its mails, oldest first",
    input: z.object({ id: ThreadId }),
    output: Thread,
  }),
};
