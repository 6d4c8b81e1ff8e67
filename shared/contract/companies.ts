import { z } from "zod";
import { CompanyRef, ContactState, TimelineEntry } from "./contacts.ts";
import { endpoint, Instant, page, pageInput, Version } from "./endpoint.ts";
import { CompanyId } from "./ids.ts";
import { Name } from "./organizations.ts";

/** A host name that belongs to the company, without `www.`: nordfrakt.example. */
export const Domain = z
  .string()
  .max(253)
  .regex(/^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/, "must be a lower-case domain such as nordfrakt.example");

export const CompanySummary = z.object({
  id: CompanyId,
  state: ContactState,
  name: z.string(),
  domains: z.array(z.string()),
  industry: z.string().nullable(),
  people: z.int(),
  lastContactAt: Instant.nullable(),
  archived: z.boolean(),
});
export type CompanySummary = z.infer<typeof CompanySummary>;

export const Company = CompanySummary.omit({ people: true, lastContactAt: true }).extend({
  website: z.string().nullable(),
  sizeBand: z.string().nullable(),
  notes: z.string().nullable(),
  /** The company that it is a part of, where a person said so. */
  parent: CompanyRef.nullable().optional(),
  /** Its own parts; in the answer about one company only. */
  parts: z.array(CompanyRef).optional(),
  /** What was made one with it and can be taken apart again, by that id; in the answer about one company only. */
  merged: z.array(z.object({ id: CompanyId, name: z.string(), domains: z.array(z.string()), at: Instant })).optional(),
  /** The whole record as plain lines; sources that cite a company give offsets into this. */
  text: z.string(),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
});
export type Company = z.infer<typeof Company>;

const fields = {
  name: Name,
  domains: z.array(Domain).max(50).optional(),
  industry: z.string().max(100).nullable().optional(),
  sizeBand: z.string().max(50).nullable().optional(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .optional(),
  notes: z.string().max(20_000).nullable().optional(),
};

export const companies = {
  list: endpoint({
    method: "GET",
    path: "/v1/companies",
    access: "companies:read",
    summary: "Companies of the organization and those seen in one's own mail",
    input: z.object({
      ...pageInput,
      state: ContactState.optional(),
      q: z.string().max(200).optional(),
      archived: z.boolean().optional(),
      sort: z.enum(["name", "recent"]).optional(),
    }),
    output: page(CompanySummary).extend({ seen: z.int(), saved: z.int() }),
  }),
  get: endpoint({
    method: "GET",
    path: "/v1/companies/:id",
    access: "companies:read",
    summary: "One company",
    input: z.object({ id: CompanyId }),
    output: Company,
  }),
  create: endpoint({
    method: "POST",
    path: "/v1/companies",
    access: "companies:write",
    summary: "Add a company",
    input: z.object(fields),
    output: Company,
    creates: true,
  }),
  update: endpoint({
    method: "PATCH",
    path: "/v1/companies/:id",
    access: "companies:write",
    summary: "Change a company; a stale version is refused with the current one",
    input: z.object({
      id: CompanyId,
      version: Version,
      ...fields,
      name: Name.optional(),
      /** What it is a part of: a group, a parent. */
      parentId: CompanyId.nullable().optional(),
    }),
    output: Company,
  }),
  archive: endpoint({
    method: "POST",
    path: "/v1/companies/:id/archive",
    access: "companies:write",
    summary: "Archive a company, or bring it back",
    input: z.object({ id: CompanyId, version: Version, archived: z.boolean() }),
    output: Company,
  }),
  duplicates: endpoint({
    method: "GET",
    path: "/v1/companies/duplicates",
    access: "companies:read",
    summary: "Pairs of companies that may be one, with the reasons; nothing is made one unless somebody says so",
    input: z.object({ limit: pageInput.limit }),
    output: z.object({
      items: z.array(z.object({ keep: CompanySummary, other: CompanySummary, reasons: z.array(z.string()) })),
    }),
  }),
  apart: endpoint({
    method: "POST",
    path: "/v1/companies/:id/apart",
    access: "companies:write",
    summary: "Say that two companies are two, so that they are proposed as one no more; `apart: false` takes it back",
    input: z.object({ id: CompanyId, otherId: CompanyId, apart: z.boolean() }),
    output: z.object({ id: CompanyId, otherId: CompanyId, apart: z.boolean() }),
  }),
  merge: endpoint({
    method: "POST",
    path: "/v1/companies/:id/merge",
    access: "companies:write",
    summary: "Make another company part of this one, with its domains and people; it can be taken back",
    input: z.object({ id: CompanyId, otherId: CompanyId }),
    output: Company,
  }),
  unmerge: endpoint({
    method: "POST",
    path: "/v1/companies/:id/unmerge",
    access: "companies:write",
    summary: "Take a merge back, by the id of the company that became part of another",
    input: z.object({ id: CompanyId }),
    output: Company,
  }),
  timeline: endpoint({
    method: "GET",
    path: "/v1/companies/:id/timeline",
    access: "companies:read",
    summary: "Mails and activities with the people of a company, newest first",
    input: z.object({ id: CompanyId, ...pageInput }),
    output: page(TimelineEntry),
  }),
};
