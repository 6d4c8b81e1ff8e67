import { type Company, type CompanySummary, companies } from "@sidenote/contract/companies";
import { contacts } from "@sidenote/contract/contacts";
import { ApiError } from "@sidenote/contract/errors";
import { idOf, martaContact } from "@sidenote/panel/testing/canned";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { type FakeWeb, fakeWeb } from "../testing/fake-web.ts";
import { open } from "../testing/render.tsx";
import { domainIn } from "./CompanyDomains.tsx";
import { CompanyPage } from "./CompanyPage.tsx";
import { MayBeOneCompanyStrip } from "./MayBeOneCompany.tsx";

const at = martaContact.createdAt;
const nordfrakt: Company = {
  id: idOf("cmp", 1),
  state: "saved",
  name: "Nordfrakt AB",
  domains: ["nordfrakt.example"],
  industry: null,
  archived: false,
  website: null,
  sizeBand: null,
  notes: null,
  parent: null,
  parts: [],
  merged: [],
  text: "Nordfrakt AB",
  version: 3,
  createdAt: at,
  updatedAt: at,
};
const row = (company: Company, people = 2): CompanySummary => ({ ...company, people, lastContactAt: at });
const norge: Company = {
  ...nordfrakt,
  id: idOf("cmp", 2),
  name: "Nordfrakt",
  domains: ["nordfrakt.no"],
  state: "seen",
};
const pair = {
  keep: row(nordfrakt),
  other: row(norge, 1),
  reasons: ["the same name before the ending, nordfrakt.example and nordfrakt.no"],
};
const none = { items: [], nextCursor: null, seen: 0, saved: 0 };

/** A server with this one company, which keeps what it is told. */
const serving = (company = nordfrakt): FakeWeb => {
  const client: FakeWeb = fakeWeb()
    .answer(companies.get, company)
    .answer(companies.timeline, { items: [], nextCursor: null })
    .answer(companies.list, { ...none, items: [row(nordfrakt), row(norge)] })
    .answer(contacts.list, none)
    .answer(companies.update, (change) => {
      const after = { ...company, domains: change.domains ?? company.domains, version: change.version + 1 };
      client.answer(companies.get, after);
      return after;
    });
  return client;
};
const opened = (client: FakeWeb) => open(<CompanyPage id={nordfrakt.id} />, client, `/companies/${nordfrakt.id}`);

test("a company has as many domains as it has, each added and removed by itself", async () => {
  const client = serving();
  const { user } = opened(client);
  await user.type(
    await screen.findByRole("textbox", { name: "Another domain" }),
    "https://www.Nordfrakt.no/kontakt{Enter}",
  );
  const list = screen.getByRole("region", { name: "Domains of their mail" });
  expect(await within(list).findByText("nordfrakt.no")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Another domain" })).toHaveValue("");
  await user.click(screen.getByRole("button", { name: "Remove nordfrakt.example" }));
  await waitFor(() => expect(within(list).queryByText("nordfrakt.example")).toBeNull());
  expect(client.asked(companies.update)).toEqual([
    { id: nordfrakt.id, version: 3, domains: ["nordfrakt.example", "nordfrakt.no"] },
    { id: nordfrakt.id, version: 4, domains: ["nordfrakt.no"] },
  ]);
});

test("a domain that cannot be a company's stays in the field, with the reason", async () => {
  const refused = "gmail.com is a mail service: who has an address there works anywhere";
  const client = serving().answer(companies.update, () => {
    throw new ApiError({ code: "invalid", title: refused, status: 400, requestId: "req_1", type: "about:blank" });
  });
  const { user } = opened(client);
  await user.type(await screen.findByRole("textbox", { name: "Another domain" }), "gmail.com{Enter}");
  expect(await screen.findByText(new RegExp(refused))).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Another domain" })).toHaveValue("gmail.com");
});

test("what people paste becomes a domain", () => {
  expect(["Ola@Nordfrakt.NO", "http://nordfrakt.no/en?x=1", "www.nordfrakt.no", "bærøy.no"].map(domainIn)).toEqual([
    "nordfrakt.no",
    "nordfrakt.no",
    "nordfrakt.no",
    "xn--bry-yla5g.no",
  ]);
});

test("what it is a part of is chosen among the companies that are here", async () => {
  const client = serving();
  const { user } = opened(client);
  const group = within(await screen.findByRole("region", { name: "Group" }));
  await user.click(group.getByRole("button"));
  await user.type(group.getByRole("combobox", { name: "Part of" }), "nordfrakt{Enter}");
  await waitFor(() =>
    expect(client.asked(companies.update)).toEqual([{ id: nordfrakt.id, version: 3, parentId: norge.id }]),
  );
});

test("it is found among any number of companies, by what is typed; a name that is nobody's is said to be", async () => {
  const client = serving().answer(companies.list, ({ q = "", cursor }) =>
    q.toLowerCase() !== norge.name.toLowerCase()
      ? none
      : cursor
        ? { ...none, items: [row(norge)] }
        : { ...none, items: [row({ ...norge, id: idOf("cmp", 5), name: "Nordfrakt Sjø" })], nextCursor: "more" },
  );
  const { user } = opened(client);
  const group = within(await screen.findByRole("region", { name: "Group" }));
  await user.click(group.getByRole("button"));
  const field = group.getByRole("combobox", { name: "Part of" });
  await user.type(field, "Ylva{Enter}");
  expect(await screen.findByText("No company here is called Ylva")).toBeVisible();
  expect(field).toHaveValue("Ylva");
  await user.clear(field);
  await user.type(field, "nordfrakt");
  expect(await group.findByRole("option", { hidden: true })).toHaveValue("Nordfrakt Sjø");
  await user.type(field, "{Enter}");
  await waitFor(() =>
    expect(client.asked(companies.update)).toEqual([{ id: nordfrakt.id, version: 3, parentId: norge.id }]),
  );
});

test("its parent, its parts, and what was made one with it stand on its page, with the way back", async () => {
  const parent = { id: idOf("cmp", 3), name: "Nordfrakt Group" };
  const merged = [{ id: norge.id, name: "Nordfrakt Norge", domains: ["nordfrakt.no"], at }];
  const client = serving({ ...nordfrakt, parent, parts: [{ id: idOf("cmp", 4), name: "Kystlast" }], merged }).answer(
    companies.unmerge,
    norge,
  );
  const { user } = opened(client);
  expect(await screen.findByText("Nordfrakt Group")).toBeVisible();
  expect(screen.getByRole("link", { name: "Kystlast" })).toHaveAttribute("href", `/companies/${idOf("cmp", 4)}`);
  await user.click(screen.getByRole("button", { name: "Take apart Nordfrakt Norge" }));
  expect(await screen.findByText("Nordfrakt is a company of its own again")).toBeVisible();
  expect(client.asked(companies.unmerge)).toEqual([{ id: norge.id }]);
});

test("two that may be one are a quiet line until somebody looks; they are made one by a press, and apart by the next", async () => {
  const client = fakeWeb()
    .answer(companies.duplicates, { items: [pair] })
    .answer(companies.merge, nordfrakt)
    .answer(companies.unmerge, norge);
  const { user } = open(<MayBeOneCompanyStrip />, client);
  expect(await screen.findByText("Two companies may be one")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Look" }));
  expect(screen.getByRole("listitem")).toHaveTextContent(
    "Because: the same name before the ending, nordfrakt.example and nordfrakt.no. Nordfrakt is seen in your mail alone; making them one saves it for all",
  );
  await user.click(screen.getByRole("button", { name: "Make them one" }));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(client.asked(companies.merge)).toEqual([{ id: nordfrakt.id, otherId: norge.id }]);
  await waitFor(() => expect(client.asked(companies.unmerge)).toEqual([{ id: norge.id }]));
});

test("two that are two stay two, unless that is taken back", async () => {
  const client = serving()
    .answer(companies.duplicates, { items: [pair] })
    .answer(companies.apart, (input) => input);
  const { user } = opened(client);
  await user.click(await screen.findByRole("button", { name: "Not the same" }));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(client.asked(companies.apart).map((one) => one.apart)).toEqual([true, false]));
});

test("what is no domain stays in the field, and is said", async () => {
  const client = serving();
  const { user } = open(<CompanyPage id={nordfrakt.id} />, client, `/companies/${nordfrakt.id}`);
  const field = await screen.findByRole("textbox", { name: "Another domain" });
  await user.type(field, "nord frakt{Enter}");
  await screen.findByText("“nord frakt” is no domain. One reads like nordfrakt.example");
  expect(field).toHaveValue("nord frakt");
  expect(client.asked(companies.update)).toEqual([]);
});
