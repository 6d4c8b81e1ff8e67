import { activities } from "@sidenote/contract/activities";
import { context, emailContext } from "@sidenote/contract/context";
import { emails } from "@sidenote/contract/emails";
import { model } from "@sidenote/contract/model";
import { promises } from "@sidenote/contract/promises";
import { search } from "@sidenote/contract/search";
import type { Subject } from "../host.ts";
import {
  ago,
  idOf,
  karin,
  marta,
  martaContact,
  martaContext,
  martaMail,
  ofKarin,
  ofMarta,
  stateOf,
  storedMail,
} from "./canned.ts";
import type { FakeClient } from "./fake-client.ts";
import { noModel } from "./server.ts";

/** A state of the panel, as a picture shows it: what the server answers, what is on screen, and what a person then does. */
export type State = {
  name: string;
  client?: (well: FakeClient) => void;
  subject?: Subject | null;
  /** A search that is typed, or a note that is written. */
  does?: { search: string } | { note: string } | { press: string };
};

const kept = (client: FakeClient) =>
  client.keptHere.set(`context ${marta.address} gmail:18c2`, {
    value: { ...martaContext, asOf: ago(0.2) },
    at: ago(0.2),
  });
const known = (change: Partial<typeof martaContext>) => (client: FakeClient) =>
  void client.answer(context.get, { ...martaContext, ...change });
const quiet = { ...ofMarta, compose: null };
const two = {
  ...quiet,
  thread: { ...ofMarta.thread!, messages: [martaMail, { ...martaMail, sourceId: "gmail:18c2aa", at: ago(1) }] },
};
const never = {
  reason: "never_store" as const,
  rule: "nordfrakt.example",
  because: "nordfrakt.example is on your never-store list",
};
const screenOf =
  (...states: ReturnType<typeof stateOf>[]) =>
  (client: FakeClient) =>
    void client.answer(emails.screen, { messages: states });
const long = {
  name: "Dr. Maria-Magdalena von und zu Hohenstein-Wittelsbach-Sternberg",
  address: "maria-magdalena.von-und-zu-hohenstein@verwaltungsgesellschaft-nordfrakt.example",
};
const promise = (n: number, owes: "you" | "them", kind: "promise" | "ask", quote: string, days: number) => ({
  id: idOf("prm", n),
  kind,
  owes,
  owedTo: owes === "you" ? ("them" as const) : ("you" as const),
  source: { id: idOf("eml", 3), quote, start: n * 100, end: n * 100 + quote.length },
  due: days === 0 ? null : { on: ago(-days).slice(0, 10), words: "by then" },
  at: ago(3),
  threadId: idOf("thr", 1),
  subject: martaMail.subject,
  person: marta,
  version: 1,
});

export const states: State[] = [
  { name: "Full" },
  { name: "Full, without a reply open", subject: quiet },
  {
    name: "A part of a group, with several domains",
    subject: quiet,
    client: known({
      company: {
        ...martaContext.company!,
        domains: ["nordfrakt.example", "nordfrakt-cold.example", "nordfrakt.no"],
        parent: { id: idOf("cmp", 2), name: "Nordfrakt Group" },
      },
    }),
  },
  { name: "Loading", client: (client) => void [client.hold(context.get), client.hold(emails.screen)] },
  {
    name: "An error",
    client: (client) => client.refuse(context.get, "internal", "The server could not read its data"),
  },
  { name: "Kept from before, asked anew", client: (client) => void [kept(client), client.hold(context.get)] },
  {
    name: "Kept from before, asked anew in vain",
    client: (client) => {
      kept(client);
      client.refuse(context.get, "internal", "The server could not read its data");
    },
  },
  {
    name: "Server away, two notes wait",
    client: (client) => void [kept(client), client.say({ away: true, waiting: 2 })],
  },
  { name: "Server away, nothing known", client: (client) => client.say({ away: true }) },
  {
    name: "A note that had waited was refused",
    client: (client) =>
      client.say({
        refused: [
          { key: "1", words: "Call her about the deposit on Monday", reason: "This contact was deleted meanwhile" },
        ],
      }),
  },
  { name: "Somebody new", subject: ofKarin },
  {
    name: "Somebody new, what the mail says is coming",
    subject: ofKarin,
    client: (client) => void client.hold(emailContext),
  },
  {
    name: "Seen in mail only",
    subject: quiet,
    client: known({ contact: { ...martaContact, state: "seen" }, company: null }),
  },
  { name: "Archived", subject: quiet, client: known({ contact: { ...martaContact, archived: true } }) },
  {
    name: "Nothing together yet, nothing waits",
    subject: quiet,
    client: known({
      timeline: [],
      owed: [],
      months: [],
      firstContactAt: null,
      answersInHours: { they: null, you: null },
    }),
  },
  {
    name: "Promises of both sides",
    subject: quiet,
    client: known({
      promises: [
        promise(1, "you", "promise", "I will send you the plan of Gate 3 with both zones marked.", 2),
        promise(2, "you", "ask", "Is the cold room in the plan the one with two doors?", 0),
        promise(3, "them", "promise", "We will have the board’s answer on the second offer.", 6),
      ],
    }),
  },
  {
    name: "What a model proposes",
    subject: quiet,
    client: (client) => {
      known({
        proposed: [
          {
            ...promise(1, "them", "promise", "Consider the ramp done when you are back.", 2),
            due: null,
            foundBy: "llama3.1:8b",
          },
          { ...promise(2, "you", "ask", "The board wants the drawings at its meeting.", 1), foundBy: "llama3.1:8b" },
        ],
      })(client);
      client.answer(model.get, { ...noModel, baseUrl: "http://127.0.0.1:11434/v1", model: "llama3.1:8b", local: true });
      client.answer(promises.propose, { proposed: 0, model: null, failure: null });
    },
  },
  {
    name: "Long names",
    subject: { ...quiet, people: [long, ...ofMarta.people] },
    client: known({
      contact: {
        ...martaContact,
        name: long.name,
        title: "Director of Procurement and Cold Chain Logistics, Northern Europe",
      },
      person: long,
    }),
  },
  {
    name: "Each mail for its own reason",
    subject: two,
    client: screenOf(stateOf(martaMail.sourceId, storedMail.id), stateOf("gmail:18c2aa", null, never)),
    does: { press: "1 of 2 mails saved" },
  },
  { name: "Never stored", subject: quiet, client: screenOf(stateOf(martaMail.sourceId, null, never)) },
  {
    name: "Being saved by itself",
    subject: quiet,
    client: (client) => {
      screenOf(
        stateOf(martaMail.sourceId, null, {
          store: true,
          reason: "known_contact",
          because: "a contact is in this thread",
        }),
      )(client);
      client.hold(emails.capture);
    },
  },
  { name: "Nobody on screen", subject: null },
  { name: "Search", does: { search: "price" } },
  { name: "Search, nothing typed", does: { search: "" } },
  {
    name: "Search, nothing found",
    client: (client) => void client.answer(search.all, { items: [] }),
    does: { search: "sauerkraut" },
  },
  { name: "Search, looking", client: (client) => void client.hold(search.all), does: { search: "price" } },
  {
    name: "Search, refused",
    client: (client) => client.refuse(search.all, "internal", "The server could not search just now"),
    does: { search: "price" },
  },
  {
    name: "A note that was refused",
    subject: { ...quiet, people: [marta] },
    client: (client) => client.refuse(activities.create, "forbidden", "This device may not write notes"),
    does: { note: "Wants the plan of Gate 3 on paper" },
  },
  {
    name: "A note was saved",
    subject: { ...quiet, people: [marta] },
    does: { note: "Wants the plan of Gate 3 on paper" },
  },
  {
    name: "A model elsewhere",
    subject: { ...ofKarin, people: [karin] },
    client: (client) =>
      void client.answer(model.get, {
        ...noModel,
        baseUrl: "https://models.example/v1",
        model: "large-2",
        hasKey: true,
        local: false,
        sendUnmasked: true,
      }),
  },
];
