import { z } from "zod";
import { Address } from "./address.ts";
import { withAsciiDomain } from "./ascii-domain.ts";
import { Empty, endpoint, Version } from "./endpoint.ts";

/**
 * Which mail on screen a panel stores by itself. `saved_only`: none, only what the member saves; `known_contacts`: threads with
 * somebody who is a saved contact; `everything_opened`: every mail that is opened.
 */
export const CaptureMode = z.enum(["saved_only", "known_contacts", "everything_opened"]);
export type CaptureMode = z.infer<typeof CaptureMode>;

/** An address, or a domain, which stands for its subdomains too. Case does not matter. */
export const NeverStore = z.union(
  [
    Address,
    z
      .string()
      .max(253)
      .overwrite((domain) => withAsciiDomain(`@${domain}`).slice(1))
      .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i),
  ],
  "must be an address or a domain",
);

/**
 * The member's own and nobody else's: no colleague and no admin sees it. Mail with somebody on the never-store list is stored
 * by nothing, neither a panel nor an import nor a click on Save.
 */
export const CapturePolicy = z.object({
  mode: CaptureMode,
  neverStore: z.array(z.string()),
  /** How many names of forgotten threads are remembered (as keyed hashes), so that nothing brings them back by itself. */
  forgotten: z.int(),
  version: Version,
});
export type CapturePolicy = z.infer<typeof CapturePolicy>;

/** Why a message is or is not stored by itself, from the rule that comes first. */
export const CaptureReason = z.enum([
  "never_store",
  "forgotten",
  "saved_only",
  "no_known_contact",
  "known_contact",
  "everything_opened",
  "asked_for",
]);
export type CaptureReason = z.infer<typeof CaptureReason>;

export const CaptureDecision = z.object({
  store: z.boolean(),
  reason: CaptureReason,
  /** The entry of the never-store list that decided. */
  rule: z.string().nullable(),
  /** The same for a person, to stand behind "Not saved, because …". */
  because: z.string(),
});
export type CaptureDecision = z.infer<typeof CaptureDecision>;

export const capture = {
  policy: endpoint({
    method: "GET",
    path: "/v1/capture",
    access: "emails:read",
    summary: "Which mail is stored: the member's own choice",
    input: Empty,
    output: CapturePolicy,
  }),
  update: endpoint({
    method: "PATCH",
    path: "/v1/capture",
    access: "emails:write",
    summary:
      "Choose which mail is stored from now on, and whose never. What is stored already stays until it is forgotten",
    input: z.object({
      version: Version,
      mode: CaptureMode.optional(),
      neverStore: z.array(NeverStore).max(2000).optional(),
    }),
    output: CapturePolicy,
  }),
  stored: endpoint({
    method: "GET",
    path: "/v1/capture/stored",
    access: "emails:read",
    summary:
      "How many of the member's mails that are stored or were set aside are with somebody who is on the never-store list by now",
    input: Empty,
    output: z.object({
      mails: z.int(),
      /** Imports that were stopped or failed, of which what arrived is kept as it came: nobody has looked who is in it. */
      unread: z.int().optional(),
    }),
  }),
  forgetStored: endpoint({
    method: "POST",
    path: "/v1/capture/stored/forget",
    access: "emails:write",
    summary:
      "Forget these mails for good, the newest first and at most 500 in one go, and what arrived of imports that were stopped or failed; `left` are still there. Done again, it finds nothing left",
    input: Empty,
    output: z.object({ mails: z.int(), left: z.int(), undoable: z.literal(false) }),
  }),
  remember: endpoint({
    method: "DELETE",
    path: "/v1/capture/forgotten",
    access: "emails:write",
    summary: "Let threads that were forgotten be stored again, should they come in again",
    input: Empty,
    output: CapturePolicy,
  }),
};
