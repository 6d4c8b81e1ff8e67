import { z } from "zod";
import { Person } from "./emails.ts";
import { endpoint, Instant, page, pageInput, Version } from "./endpoint.ts";
import { ContactId, PromiseId, ThreadId } from "./ids.ts";
import { SourceQuote } from "./sources.ts";

/** `ask`: the writer wants something of the other side; `promise`: the writer says that it will be done. */
export const PromiseKind = z.enum(["ask", "promise"]);
export type PromiseKind = z.infer<typeof PromiseKind>;

/** `other`: neither you nor the person whom it is about. */
export const Party = z.enum(["you", "them", "other"]);
export type Party = z.infer<typeof Party>;

/**
 * `answered`: a later mail settled it, of its thread or another one. `old`: neither settled nor spoken of for so long that nobody
 * waits any more. `done`, `dismissed` ("not a promise") and `open` after a decision ("still open") are a person's word, which no
 * later reading of the mail overrules. `proposed`: a model found it where the rules had not, and no person has said yet what it is.
 */
export const PromiseState = z.enum(["open", "answered", "old", "done", "dismissed", "proposed"]);
export type PromiseState = z.infer<typeof PromiseState>;

/** A sentence in which one side comes to owe something. */
export const PromiseRecord = z.object({
  id: PromiseId,
  kind: PromiseKind,
  owes: Party,
  owedTo: Party,
  /** The other side: whose mail it stands in, or whom your mail was written to. */
  person: Person,
  /** The sentence itself, and the mail that it stands in. */
  source: SourceQuote,
  at: Instant,
  threadId: ThreadId,
  subject: z.string(),
  /** By when, as the writer's calendar has it, and the words of the sentence that say so: `by Friday`. */
  due: z.object({ on: z.iso.date(), words: z.string() }).nullable(),
  state: PromiseState,
  /** The model that found it; null: the rules did. */
  foundBy: z.string().nullable().optional(),
  /** The person's word that the state comes from, if one was given. */
  decision: z.enum(["done", "dismissed", "open"]).nullable().optional(),
  /** The sentence of a later mail that settled it. */
  answer: SourceQuote.extend({ at: Instant }).nullable(),
  version: Version,
});
export type PromiseRecord = z.infer<typeof PromiseRecord>;

/** For a panel: also what stands in a mail on screen that is stored nowhere, which has no id and nothing to mark done. */
export const ContextPromise = PromiseRecord.omit({ state: true, decision: true, answer: true }).extend({
  id: PromiseId.nullable(),
  threadId: ThreadId.nullable(),
});
export type ContextPromise = z.infer<typeof ContextPromise>;

export const promises = {
  list: endpoint({
    method: "GET",
    path: "/v1/promises",
    access: "emails:read",
    summary: "What was asked and promised in your mail, the newest first; open ones unless another state is named",
    input: z.object({
      ...pageInput,
      state: PromiseState.optional(),
      kind: PromiseKind.optional(),
      owes: Party.optional(),
      contactId: ContactId.optional(),
      threadId: ThreadId.optional(),
    }),
    output: page(PromiseRecord),
  }),
  get: endpoint({
    method: "GET",
    path: "/v1/promises/:id",
    access: "emails:read",
    summary: "One promise or question",
    input: z.object({ id: PromiseId }),
    output: PromiseRecord,
  }),
  propose: endpoint({
    method: "POST",
    path: "/v1/promises/propose",
    access: "emails:write",
    summary:
      "Have the connected model read a thread for what the rules did not find. It is asked where it is on this machine or network, once a mail, and proposes; a person decides",
    input: z.object({ threadId: ThreadId }),
    output: z.object({
      /** How many sentences it proposes anew. */
      proposed: z.int(),
      /** Who read it; null: none is near, nothing is left to read, or its answer is of no use. */
      model: z.string().nullable(),
      /** Why its answer is of no use; null when all went well. */
      failure: z.string().nullable(),
    }),
  }),
  decide: endpoint({
    method: "PATCH",
    path: "/v1/promises/:id",
    access: "emails:write",
    summary: "Say that it is done, that it is no promise, or that it is still open; `decision: null` takes that back",
    input: z.object({ id: PromiseId, version: Version, decision: z.enum(["done", "dismissed", "open"]).nullable() }),
    output: PromiseRecord,
  }),
};
