import { z } from "zod";
import { Empty, endpoint, Instant, page, pageInput } from "./endpoint.ts";
import { JobId } from "./ids.ts";

/** Raised when an endpoint or a field is added; a client that needs a newer one says so. */
export const CONTRACT_VERSION = 1;

export const AuditEntry = z.object({
  sequence: z.int(),
  at: Instant,
  action: z.string(),
  actor: z.object({ kind: z.enum(["member", "key", "device", "job", "system"]), name: z.string() }),
  recordId: z.string().nullable(),
  requestId: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const FailedJob = z.object({
  id: JobId,
  name: z.string(),
  at: Instant,
  error: z.string(),
  attempts: z.int(),
});
export type FailedJob = z.infer<typeof FailedJob>;

/** What `/v1/live` sends: that something changed, never what. The client asks again for what it shows. */
export const LiveEvent = z.object({ type: z.string(), ids: z.array(z.string()) });
export type LiveEvent = z.infer<typeof LiveEvent>;

export const system = {
  meta: endpoint({
    method: "GET",
    path: "/v1/meta",
    access: "public",
    summary: "What this server is and which contract it speaks",
    input: Empty,
    output: z.object({ name: z.literal("Sidenote"), version: z.string(), contract: z.int() }),
  }),
  audit: endpoint({
    method: "GET",
    path: "/v1/audit",
    access: "session",
    summary: "Who changed what, newest first (admins)",
    input: z.object(pageInput),
    output: page(AuditEntry).extend({ intact: z.boolean() }),
  }),
  failedJobs: endpoint({
    method: "GET",
    path: "/v1/jobs/failed",
    access: "session",
    summary: "Background work that gave up (one's own; admins: everybody's)",
    input: z.object(pageInput),
    output: page(FailedJob),
  }),
  retryJob: endpoint({
    method: "POST",
    path: "/v1/jobs/:id/retry",
    access: "session",
    summary: "Try a failed piece of background work again",
    input: z.object({ id: JobId }),
    output: Empty,
  }),
};
