import { z } from "zod";
import { endpoint, Instant, Version } from "./endpoint.ts";

/**
 * Who a mail goes to: `internal`, the same company; `known`, somebody else with whom there was mail before; `new`, nobody whom
 * you have written to yet; `group`, three or more.
 */
export const RecipientKind = z.enum(["internal", "known", "new", "group"]);
export type RecipientKind = z.infer<typeof RecipientKind>;

/** How a mail begins and ends. `{first}`, `{last}` and `{name}` stand for the recipient's: `Hi {first},`. */
export const VoiceFrame = z.object({
  greeting: z.string().nullable(),
  closing: z.string().nullable(),
  /** The name under it. */
  signOff: z.string().nullable(),
});
export type VoiceFrame = z.infer<typeof VoiceFrame>;

export const LearntFrame = VoiceFrame.extend({
  /** Mails of this kind that were looked at, and how many of them have each. */
  mails: z.int(),
  greeted: z.int(),
  closed: z.int(),
});

const text = (longest: number) => z.string().trim().min(1).max(longest);
const given = { greeting: text(80).nullable(), closing: text(80).nullable(), signOff: text(80).nullable() };

/** How long sentences and mails are, and 0 casual to 1 formal. */
const manner = {
  words: z.int().min(2).max(60).nullable(),
  sentences: z.int().min(1).max(40).nullable(),
  formality: z.number().min(0).max(1).nullable(),
};

/** Courtesies of the built-in writer by their words without a day; only its own words are kept here. */
export const VoiceEdits = z.object({
  /** Drafts that were found again in what you sent. */
  drafts: z.int(),
  /** Of their sentences, those that stayed as they were. */
  keptShare: z.number().min(0).max(1),
  /** Words sent for each word drafted. */
  lengthRatio: z.number(),
  /** Courtesies that you take out: drafts no longer have them. */
  dropped: z.array(z.string()),
});
export type VoiceEdits = z.infer<typeof VoiceEdits>;

/** What Sidenote has learnt about how you write. None of it leaves this machine unless you allow examples in prompts. */
export const Voice = z.object({
  /** Sent mails that were looked at. */
  mails: z.int(),
  learntAt: Instant.nullable(),
  learnt: z.object({
    frames: z.record(RecipientKind, LearntFrame),
    /** The commonest first: `en`, `uk`, `de`, `fr`, `es`, `it`, `pl`, `sv`; `other` for the rest. */
    languages: z.array(z.object({ language: z.string(), mails: z.int() })),
    /** 0 casual to 1 formal, by how they begin and end. */
    formality: z.number().min(0).max(1).nullable(),
    /** Words in a sentence and sentences in a mail, the middle of what was sent; null below five mails. */
    length: z.object({ words: z.int(), sentences: z.int() }).nullable().optional(),
    /** What you say again and again. */
    phrases: z.array(z.string()),
  }),
  /** How you changed drafts before you sent them; null before the first. */
  edits: VoiceEdits.nullable().optional(),
  /** What you said yourself: it counts before what was learnt. */
  edited: z.object({
    frames: z.partialRecord(RecipientKind, z.object(given).partial()),
    phrases: z.array(text(120)).max(50).nullable(),
    manner: z.object(manner).partial().optional(),
  }),
  /** Whether a model may be shown sentences of yours as examples. */
  allowExamples: z.boolean(),
  version: Version,
});
export type Voice = z.infer<typeof Voice>;

export const voice = {
  get: endpoint({
    method: "GET",
    path: "/v1/voice",
    access: "drafts:read",
    summary: "What was learnt about how you write, and what you said about it",
    input: z.object({}),
    output: Voice,
  }),
  update: endpoint({
    method: "PATCH",
    path: "/v1/voice",
    access: "session",
    summary: "Say how you write. An edit of null goes back to what was learnt",
    input: z.object({
      version: Version,
      frames: z.partialRecord(RecipientKind, z.object(given).partial().nullable()).optional(),
      phrases: z.array(text(120)).max(50).nullable().optional(),
      manner: z.object(manner).partial().optional(),
      allowExamples: z.boolean().optional(),
    }),
    output: Voice,
  }),
};
