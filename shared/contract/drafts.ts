import { z } from "zod";
import { Address } from "./address.ts";
import { Blank, Draft, DraftEvent, Language, Recipients, Situation, Tone, withSubject } from "./context.ts";
import { endpoint } from "./endpoint.ts";
import { Statement } from "./sources.ts";

/** How a draft came to be: which writer, why that one, and whether anything left this machine. */
const made = Draft.pick({ model_used: true, fallback_reason: true, left_machine: true, interaction_id: true }).shape;

/** A whole short mail that a person may take as it is; `label` says its gist in a word or two. */
export const ShortReply = z.object({
  label: z.string(),
  draft: z.string(),
  statements: z.array(Statement),
  blanks: z.array(Blank),
});
export type ShortReply = z.infer<typeof ShortReply>;

export const DraftChange = z.enum(["shorter", "longer", "warmer", "more_formal", "language", "rewrite"]);
export type DraftChange = z.infer<typeof DraftChange>;

const LONGEST_DRAFT = 20_000;

export const drafts = {
  replies: endpoint({
    method: "POST",
    path: "/v1/drafts/replies",
    access: "drafts:write",
    summary: "Up to three short replies to choose from: to agree, to decline, to win time, as the mail asks",
    input: withSubject(
      z.object({
        ...Situation,
        language: Language.optional(),
        recipients: Recipients.optional(),
        builtin: z.boolean().optional(),
      }),
    ),
    output: z.object({ replies: z.array(ShortReply), limit: z.string().nullable(), ...made }),
  }),
  subjects: endpoint({
    method: "POST",
    path: "/v1/drafts/subjects",
    access: "drafts:write",
    summary: "Up to three subject lines for a draft; nothing in them that the draft or its thread does not say",
    input: withSubject(
      z.object({
        ...Situation,
        draft: z.string().max(LONGEST_DRAFT),
        purpose: z.string().max(2000).optional(),
        builtin: z.boolean().optional(),
      }),
    ),
    output: z.object({ subjects: z.array(z.string()), ...made }),
  }),
  change: endpoint({
    method: "POST",
    path: "/v1/drafts/change",
    access: "drafts:write",
    summary: "A draft in another form: shorter, longer, warmer, more formal, another language, or a part of it anew",
    input: withSubject(
      z.object({
        ...Situation,
        /** As it stands now, with what the member typed. */
        draft: z.string().min(1).max(LONGEST_DRAFT),
        /**
         * Its sentences that are not the member's own. What stands in `draft` and in none of them is kept to the letter, but for
         * another language. Where there are none, those are that the built-in writer would write or the sources bear out.
         */
        statements: z.array(Statement).max(200),
        how: DraftChange,
        /** With `language`: which; else the one that the draft is in, which its greeting tells where this is missing. */
        language: Language.optional(),
        /** Only this part of `draft`. */
        selection: z.object({ start: z.int().min(0), end: z.int().min(0) }).optional(),
        /** With `rewrite`: what to do to it, in the member's words. */
        instruction: z.string().max(500).optional(),
        purpose: z.string().max(2000).optional(),
        key_points: z.array(z.string().min(1).max(1000)).max(20).optional(),
        tone: Tone.optional(),
        recipients: Recipients.optional(),
        builtin: z.boolean().optional(),
      }),
    ),
    output: Draft,
    events: DraftEvent,
  }),
  inserted: endpoint({
    method: "POST",
    path: "/v1/drafts/inserted",
    access: "drafts:write",
    summary:
      "A draft was put into a mail: what becomes of it in what is sent teaches how you write. Kept until it is found there",
    input: z.object({
      /** To whom. */
      address: Address,
      draft: z.string().min(1).max(LONGEST_DRAFT),
      /** None: it was taken out again, and teaches nothing. */
      statements: z.array(z.string().max(5000)).max(200),
    }),
    output: z.object({}),
  }),
};
