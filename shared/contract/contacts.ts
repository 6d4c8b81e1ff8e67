import { z } from "zod";
import { Address } from "./address.ts";
import { endpoint, Instant, page, pageInput, Version } from "./endpoint.ts";
import { CompanyId, ContactId } from "./ids.ts";
import { Name } from "./organizations.ts";

/** `seen`: somebody in this member's mail, visible to that member alone. `saved`: a contact of the organization. */
export const ContactState = z.enum(["seen", "saved"]);
export type ContactState = z.infer<typeof ContactState>;

export const CompanyRef = z.object({ id: CompanyId, name: z.string() });

/** A contact as lists show it. */
export const ContactSummary = z.object({
  id: ContactId,
  state: ContactState,
  name: z.string(),
  title: z.string().nullable(),
  address: z.string().nullable(),
  company: CompanyRef.nullable(),
  /** The last mail from this person, or written to them, in the asking member's own mailbox. */
  lastContactAt: Instant.nullable(),
  archived: z.boolean(),
});
export type ContactSummary = z.infer<typeof ContactSummary>;

/** Where a fact comes from; `id` is a record that can be opened. */
export const FactSource = z.object({
  kind: z.enum(["mail", "person", "page", "import"]),
  id: z.string().nullable(),
  at: Instant,
});

/** One thing that is known of somebody; what is not `current` is history. */
export const ContactFact = z.object({
  field: z.enum(["name", "title", "phone", "company", "address", "link"]),
  value: z.string(),
  source: FactSource,
  current: z.boolean(),
});
export type ContactFact = z.infer<typeof ContactFact>;

export const Contact = ContactSummary.extend({
  addresses: z.array(z.object({ address: z.string(), source: FactSource })),
  /** Where what is shown in a field was learnt last. */
  facts: z
    .array(z.object({ field: z.enum(["name", "title", "phones", "notes", "companyId", "tags"]), source: FactSource }))
    .optional(),
  phones: z.array(z.string()),
  notes: z.string().nullable(),
  tags: z.array(z.string()),
  /** Everything that was ever learnt, what is shown first; in the answer about one contact only. */
  learnt: z.array(ContactFact).optional(),
  /** Who was made part of this contact and can be taken apart again, by that id; in the answer about one contact only. */
  merged: z
    .array(z.object({ id: ContactId, name: z.string(), addresses: z.array(z.string()), at: Instant }))
    .optional(),
  /** The whole record as plain lines; sources that cite a contact give offsets into this. */
  text: z.string(),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type Contact = z.infer<typeof Contact>;

const fields = {
  name: Name,
  title: z.string().max(200).nullable().optional(),
  addresses: z.array(Address).max(50).optional(),
  phones: z.array(z.string().max(50)).max(20).optional(),
  companyId: CompanyId.nullable().optional(),
  notes: z.string().max(20_000).nullable().optional(),
  tags: z.array(z.string().min(1).max(60)).max(50).optional(),
};

/** One line of what happened with somebody or some company: a mail or an activity. */
export const TimelineEntry = z.object({
  kind: z.enum(["email", "call", "meeting", "note", "task"]),
  id: z.string(),
  at: Instant,
  title: z.string(),
  direction: z.enum(["in", "out", "observed"]).nullable(),
  threadId: z.string().nullable(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const contacts = {
  list: endpoint({
    method: "GET",
    path: "/v1/contacts",
    access: "contacts:read",
    summary: "Contacts of the organization, or the people seen in one's own mail",
    input: z.object({
      ...pageInput,
      state: ContactState.optional(),
      q: z.string().max(200).optional(),
      companyId: CompanyId.optional(),
      archived: z.boolean().optional(),
      sort: z.enum(["name", "recent"]).optional(),
    }),
    output: page(ContactSummary).extend({ seen: z.int(), saved: z.int() }),
  }),
  get: endpoint({
    method: "GET",
    path: "/v1/contacts/:id",
    access: "contacts:read",
    summary: "One contact",
    input: z.object({ id: ContactId }),
    output: Contact,
  }),
  create: endpoint({
    method: "POST",
    path: "/v1/contacts",
    access: "contacts:write",
    summary: "Add a contact",
    input: z.object(fields),
    output: Contact,
    creates: true,
  }),
  update: endpoint({
    method: "PATCH",
    path: "/v1/contacts/:id",
    access: "contacts:write",
    summary: "Change a contact; a stale version is refused with the current one",
    input: z.object({ id: ContactId, version: Version, ...fields, name: Name.optional() }),
    output: Contact,
  }),
  archive: endpoint({
    method: "POST",
    path: "/v1/contacts/:id/archive",
    access: "contacts:write",
    summary: "Archive a contact, or bring it back",
    input: z.object({ id: ContactId, version: Version, archived: z.boolean() }),
    output: Contact,
  }),
  save: endpoint({
    method: "POST",
    path: "/v1/contacts/:id/save",
    access: "contacts:write",
    summary: "Make somebody seen in one's mail a contact of the organization; the mail stays private",
    input: z.object({ id: ContactId }),
    output: Contact,
  }),
  unsave: endpoint({
    method: "POST",
    path: "/v1/contacts/:id/unsave",
    access: "contacts:write",
    summary: "Undo a save: the person is only seen in one's mail again",
    input: z.object({ id: ContactId }),
    output: Contact,
  }),
  saveSeen: endpoint({
    method: "POST",
    path: "/v1/contacts/save-seen",
    access: "contacts:write",
    summary: "Save several people seen in one's mail at once",
    input: z.object({ ids: z.array(ContactId).min(1).max(200) }),
    output: z.object({ saved: z.int() }),
  }),
  duplicates: endpoint({
    method: "GET",
    path: "/v1/contacts/duplicates",
    access: "contacts:read",
    summary: "Pairs of contacts that may be one person, with the reasons; nothing is merged unless somebody says so",
    input: z.object({ limit: pageInput.limit }),
    output: z.object({
      items: z.array(z.object({ keep: ContactSummary, other: ContactSummary, reasons: z.array(z.string()) })),
    }),
  }),
  apart: endpoint({
    method: "POST",
    path: "/v1/contacts/:id/apart",
    access: "contacts:write",
    summary:
      "Say that two contacts are two people, so that they are proposed as one no more; `apart: false` takes it back",
    input: z.object({ id: ContactId, otherId: ContactId, apart: z.boolean() }),
    output: z.object({ id: ContactId, otherId: ContactId, apart: z.boolean() }),
  }),
  merge: endpoint({
    method: "POST",
    path: "/v1/contacts/:id/merge",
    access: "contacts:write",
    summary: "Make another contact part of this one; one only seen in mail is saved by it; it can be taken back",
    input: z.object({ id: ContactId, otherId: ContactId }),
    output: Contact,
  }),
  unmerge: endpoint({
    method: "POST",
    path: "/v1/contacts/:id/unmerge",
    access: "contacts:write",
    summary: "Take a merge back, by the id of the contact that became part of another",
    input: z.object({ id: ContactId }),
    output: Contact,
  }),
  timeline: endpoint({
    method: "GET",
    path: "/v1/contacts/:id/timeline",
    access: "contacts:read",
    summary: "Mails and activities with somebody, newest first",
    input: z.object({ id: ContactId, ...pageInput }),
    output: page(TimelineEntry),
  }),
};

/** Fixed shape: POST /v1/crm/contacts/search. */
export const contactSearch = endpoint({
  method: "POST",
  path: "/v1/crm/contacts/search",
  access: "contacts:read",
  summary: "Find people by what was said with them or by name",
  input: z.object({ query: z.string().trim().min(1).max(1000), limit: z.int().min(1).max(100).default(10) }),
  output: z.object({
    contacts: z.array(
      z.object({
        contact_id: ContactId,
        name: z.string(),
        company: z.string().nullable(),
        /** 0 to 1; 1 is the best hit of this answer. */
        relevance: z.number(),
        /** The passage that matched, as it stands in its source. */
        matched_context: z.string(),
        /** Where the passage stands: a mail, an activity, or the contact itself. */
        source_id: z.string(),
      }),
    ),
  }),
});
