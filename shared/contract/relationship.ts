import { z } from "zod";
import { endpoint, Instant } from "./endpoint.ts";
import { ContactId, EmailId, ThreadId } from "./ids.ts";
import { SourceQuote } from "./sources.ts";

/** Mail in one direction: the first and the last, and how many. */
const Way = z.object({ mails: z.int(), firstAt: Instant.nullable(), lastAt: Instant.nullable() });

/** How long until an answer: the middle one, and between which the middle half lies. */
const AnswerTime = z.object({ median: z.number(), from: z.number(), to: z.number(), answers: z.int() });

/**
 * How often the two write. `quiet`: the silence is longer than three usual pauses (the median) and than nine in ten of them;
 * `unknown`: too few pauses to tell.
 */
export const Rhythm = z.object({
  state: z.enum(["usual", "quiet", "unknown"]),
  /** Pauses between days with mail, in the last two years: what the figures are of, and how many would be needed. */
  pauses: z.int(),
  needed: z.int(),
  /** In days; null where it is not known. */
  usual: z.number().nullable(),
  long: z.number().nullable(),
  silence: z.number().nullable(),
});
export type Rhythm = z.infer<typeof Rhythm>;

/** A phrase that comes back in what the two wrote, where it stood last. */
export const Topic = z.object({ phrase: z.string(), mails: z.int(), lastAt: Instant, source: SourceQuote });
export type Topic = z.infer<typeof Topic>;

/** How their mails sound, by their words; -1 to 1, 0 where no word tells. `unknown`: too few mails, or hardly a word. */
export const ToneTrend = z.object({
  trend: z.enum(["warmer", "cooler", "steady", "unknown"]),
  /** Their mails that could be judged, how many are needed, and those in languages that cannot. */
  mails: z.int(),
  needed: z.int(),
  unjudged: z.int(),
  months: z.array(z.object({ month: z.string(), value: z.number(), mails: z.int() })),
  /** The sentences that tell most of how they sound now. */
  examples: z.array(SourceQuote.extend({ value: z.number() })),
});
export type ToneTrend = z.infer<typeof ToneTrend>;

/** What the member's own mail tells of two people. Nobody else's mail is in it. */
export const Relationship = z.object({
  theirs: Way,
  yours: Way,
  rhythm: Rhythm,
  answers: z.object({ they: AnswerTime.nullable(), you: AnswerTime.nullable() }),
  topics: z.array(Topic),
  tone: ToneTrend,
  /** Who else is on mails with this person, the most often first. */
  inCommon: z.array(
    z.object({ name: z.string(), address: z.string(), contactId: ContactId.nullable(), mails: z.int() }),
  ),
  /** The newest files, and how many went each way. */
  files: z.object({
    in: z.int(),
    out: z.int(),
    newest: z.array(
      z.object({
        name: z.string(),
        mediaType: z.string(),
        direction: z.enum(["in", "out"]),
        at: Instant,
        emailId: EmailId,
        threadId: ThreadId,
      }),
    ),
  }),
});
export type Relationship = z.infer<typeof Relationship>;

export const relationship = {
  get: endpoint({
    method: "GET",
    path: "/v1/contacts/:id/relationship",
    access: "context:read",
    summary: "How you and somebody write to each other: rhythm, answers, topics, tone, people in common, files",
    input: z.object({ id: ContactId }),
    output: Relationship,
  }),
};
