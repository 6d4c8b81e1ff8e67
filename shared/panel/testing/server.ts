import { activities } from "@sidenote/contract/activities";
import { contacts } from "@sidenote/contract/contacts";
import { context, emailContext } from "@sidenote/contract/context";
import { drafts } from "@sidenote/contract/drafts";
import { emails } from "@sidenote/contract/emails";
import { type ModelSettings, model } from "@sidenote/contract/model";
import { organizations } from "@sidenote/contract/organizations";
import { type SearchHit, search } from "@sidenote/contract/search";
import {
  ASKS,
  ada,
  ago,
  idOf,
  karin,
  karinContext,
  karinMail,
  martaContact,
  martaContext,
  martaMade,
  martaMail,
  martaReplies,
  stateOf,
  storedMail,
} from "./canned.ts";
import { FakeClient } from "./fake-client.ts";

const fjordKyl = { id: idOf("org", 1), name: "Fjord Kyl", demo: false, role: "agent" as const };

/** The settings of an organization that has connected none. */
export const noModel: ModelSettings = {
  baseUrl: null,
  model: null,
  hasKey: false,
  local: null,
  sendUnmasked: false,
  fromEnvironment: false,
  version: 1,
};

/** A server on which all is well: Marta is saved and her mail stored, Karin is nobody whom it knows. */
export function wellServer(): FakeClient {
  const client = new FakeClient();
  const note = {
    id: idOf("act", 9),
    kind: "note" as const,
    title: "",
    text: "",
    at: ago(0),
    outcome: null,
    version: 1,
  };
  const asks = "Could you send me a price list for ice machines?";
  const start = karinMail.text.indexOf(asks);
  return client
    .answer(emails.screen, ({ messages }) => ({
      messages: messages.map(({ sourceId }) =>
        sourceId === martaMail.sourceId ? stateOf(sourceId, storedMail.id) : stateOf(sourceId),
      ),
    }))
    .answer(organizations.me, {
      member: { id: idOf("mbr", 1), name: ada.name, role: "agent", timeZone: "Europe/Stockholm", version: 1 },
      organization: fjordKyl,
      organizations: [fjordKyl],
      ownAddresses: [ada.address],
      empty: false,
    })
    .answer(context.get, ({ address }) => (address === karin.address ? karinContext : martaContext))
    .answer(context.ofScreen, ({ screen }) => (screen.address === karin.address ? karinContext : martaContext))
    .answer(emailContext, {
      summary: "",
      key_points: [],
      tone_recommendation: "",
      last_contact_date: null,
      model_used: "builtin",
      statements: [
        { text: `Karin wrote: “${asks}”`, sources: [{ id: "screen:0", quote: asks, start, end: start + asks.length }] },
        {
          text: "Karin, today: “Tomasz Wójcik gave me your name.”",
          sources: [{ id: "screen:0", quote: "Tomasz Wójcik gave me your name.", start: 8, end: 40 }],
        },
      ],
    })
    .answer(model.get, noModel)
    .answer(drafts.replies, { replies: martaReplies, limit: null, ...martaMade })
    .answer(drafts.inserted, {})
    .answer(drafts.subjects, { subjects: ["Re: Cold storage, second offer", "The deposit in two parts"], ...martaMade })
    .answer(emails.get, storedMail)
    .answer(emails.store, { email: storedMail, outcome: "stored" })
    .answer(emails.forget, ({ id }) => ({ id }))
    .answer(contacts.get, martaContact)
    .answer(contacts.create, { ...martaContact, name: karin.name })
    .answer(contacts.save, martaContact)
    .answer(contacts.unsave, { ...martaContact, state: "seen" })
    .answer(contacts.archive, { ...martaContact, archived: true })
    .answer(activities.get, {
      ...note,
      kind: "call",
      dueAt: null,
      doneAt: null,
      contactIds: [martaContact.id],
      companyId: null,
    })
    .answer(activities.create, ({ text }) => ({
      ...note,
      text,
      title: text,
      dueAt: null,
      doneAt: null,
      contactIds: [martaContact.id],
      companyId: null,
    }))
    .answer(activities.remove, ({ id }) => ({ id }))
    .answer(search.all, ({ q }) => ({ items: [mailHit(q), personHit] }));
}

const personHit: SearchHit = {
  kind: "contact",
  id: martaContact.id,
  title: martaContact.name,
  subtitle: "Nordfrakt AB",
  at: null,
  threadId: null,
  passage: martaContact.text,
  marks: [],
  relevance: 0.6,
};

function mailHit(q: string): SearchHit {
  const start = ASKS.toLowerCase().indexOf(q);
  return {
    kind: "email",
    id: storedMail.id,
    title: storedMail.subject,
    subtitle: "Marta Lindqvist",
    at: storedMail.at,
    threadId: storedMail.threadId,
    passage: ASKS,
    marks: start < 0 ? [] : [{ start, end: start + q.length }],
    relevance: 1,
  };
}
