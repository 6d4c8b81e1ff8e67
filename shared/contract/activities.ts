import { z } from "zod";
import { endpoint, Instant, page, pageInput, Version } from "./endpoint.ts";
import { ActivityId, CompanyId, ContactId } from "./ids.ts";

/** Mail is no activity of its own here: a timeline joins both. */
export const ActivityKind = z.enum(["call", "meeting", "note", "task"]);
export type ActivityKind = z.infer<typeof ActivityKind>;
export const Outcome = z.enum(["positive", "neutral", "negative"]);

export const Activity = z.object({
  id: ActivityId,
  kind: ActivityKind,
  /** The first line, for lists. */
  title: z.string(),
  /** The whole text, which a draft may quote. */
  text: z.string(),
  at: Instant,
  outcome: Outcome.nullable(),
  /** A task: when it is due and whether it is done. */
  dueAt: Instant.nullable(),
  doneAt: Instant.nullable(),
  contactIds: z.array(ContactId),
  companyId: CompanyId.nullable(),
  version: Version,
});
export type Activity = z.infer<typeof Activity>;

const fields = {
  text: z.string().trim().min(1).max(50_000),
  at: Instant.optional(),
  outcome: Outcome.nullable().optional(),
  dueAt: Instant.nullable().optional(),
};

export const activities = {
  list: endpoint({
    method: "GET",
    path: "/v1/activities",
    access: "activities:read",
    summary: "Notes, calls, meetings and tasks, newest first",
    input: z.object({
      ...pageInput,
      contactId: ContactId.optional(),
      companyId: CompanyId.optional(),
      kind: ActivityKind.optional(),
    }),
    output: page(Activity),
  }),
  get: endpoint({
    method: "GET",
    path: "/v1/activities/:id",
    access: "activities:read",
    summary: "One activity",
    input: z.object({ id: ActivityId }),
    output: Activity,
  }),
  create: endpoint({
    method: "POST",
    path: "/v1/activities",
    access: "activities:write",
    summary: "Write a note, log a call or a meeting, or set a task",
    input: z.object({
      kind: ActivityKind,
      ...fields,
      contactIds: z.array(ContactId).max(100).optional(),
      companyId: CompanyId.nullable().optional(),
    }),
    output: Activity,
    creates: true,
  }),
  update: endpoint({
    method: "PATCH",
    path: "/v1/activities/:id",
    access: "activities:write",
    summary: "Change an activity, or tick a task off",
    input: z.object({
      id: ActivityId,
      version: Version,
      ...fields,
      text: fields.text.optional(),
      doneAt: Instant.nullable().optional(),
    }),
    output: Activity,
  }),
  remove: endpoint({
    method: "DELETE",
    path: "/v1/activities/:id",
    access: "activities:write",
    summary: "Remove an activity; it can be restored for 30 days",
    input: z.object({ id: ActivityId }),
    output: z.object({ id: ActivityId }),
  }),
  restore: endpoint({
    method: "POST",
    path: "/v1/activities/:id/restore",
    access: "activities:write",
    summary: "Undo a removal",
    input: z.object({ id: ActivityId }),
    output: Activity,
  }),
};
