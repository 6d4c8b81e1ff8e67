import { z } from "zod";
import { Address } from "./address.ts";
import { endpoint, Instant, page, pageInput } from "./endpoint.ts";
import { EmailId, FileId, ImportId } from "./ids.ts";

export const ImportState = z.enum(["receiving", "running", "done", "failed", "cancelled", "undoing", "undone"]);

/** seen = stored + duplicate + setAside + notWanted; what is not mail is counted apart. */
export const ImportCounts = z.object({
  seen: z.int(),
  stored: z.int(),
  duplicate: z.int(),
  setAside: z.int(),
  notWanted: z.int(),
  notMail: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

export const Import = z.object({
  id: ImportId,
  name: z.string(),
  state: ImportState,
  counts: ImportCounts,
  /** How much has arrived, how much of that has been read, and how much there will be (null: not known). */
  bytesReceived: z.int(),
  bytesRead: z.int(),
  bytesTotal: z.int().nullable(),
  /** The own addresses by which direction was decided, and whether one was taken because it is the commonest recipient. */
  ownAddresses: z.array(z.string()),
  guessedAddress: z.string().nullable(),
  /** What stopped it; of one that is done, what of the mail in it could not be read. */
  error: z.string().nullable(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
  /** Of one that was stopped or failed: until when what arrived stays, and it can go on. Null where it cannot. */
  keptUntil: Instant.nullable(),
});
export type Import = z.infer<typeof Import>;

export const Outcome = z.enum(["stored", "duplicate", "set_aside", "not_wanted", "not_mail"]);

export const ImportItem = z.object({
  /** Its number in the whole import, from 0: what it is retried by. */
  item: z.int(),
  /** Which file, and the how-many-th message in it, from 1. */
  file: z.string(),
  position: z.int(),
  outcome: Outcome,
  reason: z.string().nullable(),
  /** Of what was not wanted: the entry of the never-store list, or `forgotten`. */
  rule: z.string().nullable(),
  emailId: EmailId.nullable(),
  /** Its mail was in the mailbox then, and is not any more. */
  forgotten: z.boolean(),
  fileId: FileId.nullable(),
  sizeBytes: z.int(),
});
export type ImportItem = z.infer<typeof ImportItem>;

const byId = z.object({ id: ImportId });

export const imports = {
  create: endpoint({
    method: "POST",
    path: "/v1/imports",
    access: "imports:write",
    summary: "Open an import; its bytes follow by PUT /v1/imports/:id/bytes",
    input: z.object({
      name: z.string().min(1).max(500),
      bytesTotal: z.int().min(0).nullable().optional(),
      /** An address of the member's own, remembered. */
      as: Address.optional(),
    }),
    output: Import,
    creates: true,
  }),
  /** The bytes of an mbox, a message, or a zip or tar (also gzipped) of such files; in as many requests as one likes. */
  receive: endpoint({
    method: "PUT",
    path: "/v1/imports/:id/bytes",
    access: "imports:write",
    summary: "Send bytes, beginning where the last request ended",
    input: z.object({ id: ImportId, offset: z.int().min(0) }),
    output: Import,
    bytes: "upload",
  }),
  start: endpoint({
    method: "POST",
    path: "/v1/imports/:id/start",
    access: "imports:write",
    summary: "Everything has arrived: read it. One that failed or was stopped goes on where it ended",
    input: byId,
    output: Import,
  }),
  list: endpoint({
    method: "GET",
    path: "/v1/imports",
    access: "imports:read",
    summary: "Imports, newest first",
    input: z.object(pageInput),
    output: page(Import),
  }),
  get: endpoint({
    method: "GET",
    path: "/v1/imports/:id",
    access: "imports:read",
    summary: "One import with its counts and progress",
    input: byId,
    output: Import,
  }),
  items: endpoint({
    method: "GET",
    path: "/v1/imports/:id/items",
    access: "imports:read",
    summary: "What became of each message",
    input: z.object({ id: ImportId, outcome: Outcome.optional(), ...pageInput }),
    output: page(ImportItem),
  }),
  retry: endpoint({
    method: "POST",
    path: "/v1/imports/:id/items/:item/retry",
    access: "imports:write",
    summary:
      "Read a message that was set aside again: after an update, or with a larger limit. One that was stored stays so",
    input: z.object({ id: ImportId, item: z.int32().min(0) }),
    output: ImportItem,
  }),
  cancel: endpoint({
    method: "POST",
    path: "/v1/imports/:id/cancel",
    access: "imports:write",
    summary:
      "Stop reading; what is stored stays, and what arrived is kept for three days to go on. One that still receives, or failed, cannot go on then",
    input: byId,
    output: Import,
  }),
  discard: endpoint({
    method: "POST",
    path: "/v1/imports/:id/discard",
    access: "imports:write",
    summary: "Throw away what arrived of a stopped import and is not read: it cannot go on then; what is stored stays",
    input: byId,
    output: Import,
  }),
  undo: endpoint({
    method: "POST",
    path: "/v1/imports/:id/undo",
    access: "imports:write",
    summary: "Take back everything that this import alone stored",
    input: byId,
    output: Import,
  }),
};
