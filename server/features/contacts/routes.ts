import { contacts } from "@sidenote/contract/contacts";
import { type Server, serve } from "../../core/http/serve.ts";
import { setApart } from "./apart.ts";
import { findDuplicates } from "./duplicates.ts";
import { listContacts } from "./list.ts";
import { mergeContacts, unmergeContact } from "./merge.ts";
import { saveContact, saveSeenContacts, unsaveContact } from "./save.ts";
import { archiveContact, createContact, getContact, updateContact } from "./service.ts";

export function contactRoutes(server: Server): void {
  serve(server, contacts.list, listContacts);
  // Before the one with an id: "duplicates" is none.
  serve(server, contacts.duplicates, findDuplicates);
  serve(server, contacts.apart, setApart);
  serve(server, contacts.merge, mergeContacts);
  serve(server, contacts.unmerge, unmergeContact);
  serve(server, contacts.get, (ctx, { id }) => getContact(ctx, id));
  serve(server, contacts.create, createContact);
  serve(server, contacts.update, updateContact);
  serve(server, contacts.archive, archiveContact);
  serve(server, contacts.saveSeen, saveSeenContacts);
  serve(server, contacts.save, saveContact);
  serve(server, contacts.unsave, unsaveContact);
}
