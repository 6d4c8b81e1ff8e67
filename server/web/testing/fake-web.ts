import { companies } from "@sidenote/contract/companies";
import { contacts } from "@sidenote/contract/contacts";
import type { Endpoint, OutputOf } from "@sidenote/contract/endpoint";
import { ApiError } from "@sidenote/contract/errors";
import { type Me, organizations } from "@sidenote/contract/organizations";
import { ada, idOf } from "@sidenote/panel/testing/canned";
import { FakeClient } from "@sidenote/panel/testing/fake-client";
import type { WebClient } from "../client/web-client.ts";

/** The panel's fake server, as the workspace asks it. */
export class FakeWeb extends FakeClient implements WebClient {
  upload = (async (target: Endpoint, input: unknown) =>
    (await this.api(target, input)) as OutputOf<Endpoint>) as WebClient["upload"];
  actAs(): void {}
}

/** What a server answers to a change that was made on an older version. */
export const changedMeanwhile = (current: unknown, yours?: unknown): ApiError =>
  new ApiError({
    type: "x",
    title: "This was changed in the meantime",
    status: 409,
    code: "conflict",
    requestId: "req_1",
    current,
    yours,
  });

export const me: Me = {
  member: { id: idOf("mbr", 1), name: ada.name, role: "admin", timeZone: "Europe/Stockholm", version: 1 },
  organization: { id: idOf("org", 1), name: "Fjord Kyl", demo: false, role: "admin" },
  organizations: [{ id: idOf("org", 1), name: "Fjord Kyl", demo: false, role: "admin" }],
  ownAddresses: [ada.address],
  empty: false,
};

/** A server that knows who is signed in, and of nobody who may be two. */
export const fakeWeb = (): FakeWeb =>
  new FakeWeb()
    .answer(organizations.me, me)
    .answer(contacts.duplicates, { items: [] })
    .answer(companies.duplicates, { items: [] });
