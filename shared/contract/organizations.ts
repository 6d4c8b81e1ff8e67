import { z } from "zod";
import { Address } from "./address.ts";
import { Empty, endpoint, Version } from "./endpoint.ts";
import { MemberId, OrganizationId } from "./ids.ts";

export const Role = z.enum(["agent", "manager", "admin"]);
export type Role = z.infer<typeof Role>;

export const Organization = z.object({
  id: OrganizationId,
  name: z.string(),
  /** The invented company: removable in one click. */
  demo: z.boolean(),
  role: Role,
});
export type Organization = z.infer<typeof Organization>;

export const OwnAddress = z.object({ address: Address });

/** A name given to a person or a company by a member. */
export const Name = z.string().trim().min(1).max(200);

export const Member = z.object({
  id: MemberId,
  name: z.string(),
  role: Role,
  /** IANA, such as Europe/Kyiv: dates in drafts and "by Friday" are this person's. */
  timeZone: z.string(),
  version: Version,
});
export type Member = z.infer<typeof Member>;

export const Me = z.object({
  member: Member,
  organization: Organization,
  /** Every organization that this person is a member of, for the switch in the header. */
  organizations: z.array(Organization),
  ownAddresses: z.array(z.string()),
  /** Nothing has come in yet: the workspace shows the first steps. */
  empty: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const organizations = {
  me: endpoint({
    method: "GET",
    path: "/v1/me",
    access: "organization:read",
    summary: "The member who is asking, the organization, and the own addresses",
    input: Empty,
    output: Me,
  }),
  updateMe: endpoint({
    method: "PATCH",
    path: "/v1/me",
    access: "session",
    summary: "Change one's name or time zone",
    input: z.object({ version: Version, name: Name.optional(), timeZone: z.string().max(64).optional() }),
    output: Member,
  }),
  switch: endpoint({
    method: "POST",
    path: "/v1/session/organization",
    access: "session",
    summary: "Work in another organization of one's own from now on",
    input: z.object({ organizationId: OrganizationId }),
    output: Empty,
  }),
  signOut: endpoint({
    method: "POST",
    path: "/v1/session/end",
    access: "session",
    summary: "Sign out of the workspace in this browser",
    input: Empty,
    output: Empty,
  }),
  addAddress: endpoint({
    method: "POST",
    path: "/v1/own-addresses",
    access: "imports:write",
    summary: "Say that an address is one's own; mail already stored is sorted anew",
    input: OwnAddress,
    output: z.object({ ownAddresses: z.array(z.string()) }),
    creates: true,
  }),
  removeAddress: endpoint({
    method: "DELETE",
    path: "/v1/own-addresses",
    access: "imports:write",
    summary: "Take back an own address; mail already stored is sorted anew",
    input: OwnAddress,
    output: z.object({ ownAddresses: z.array(z.string()) }),
  }),
  addDemo: endpoint({
    method: "POST",
    path: "/v1/demo",
    access: "session",
    summary: "Add the invented company to look around in; where it is already, it is answered as it is",
    input: Empty,
    output: Organization,
  }),
  removeDemo: endpoint({
    method: "DELETE",
    path: "/v1/demo",
    access: "session",
    summary: "Remove the invented company and everything in it",
    input: Empty,
    output: Empty,
  }),
};
