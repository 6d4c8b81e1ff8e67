import { contactSearch } from "@sidenote/contract/contacts";
import { search } from "@sidenote/contract/search";
import { type Server, serve, serveLook } from "../../core/http/serve.ts";
import { searchContacts } from "./contacts.ts";
import { findSimilar, searchAll } from "./service.ts";

export function searchRoutes(server: Server): void {
  serveLook(server, search.all, searchAll);
  serveLook(server, search.similar, findSimilar);
  serve(server, contactSearch, searchContacts);
}
