import { companies } from "@sidenote/contract/companies";
import { type Server, serve } from "../../core/http/serve.ts";
import { setCompaniesApart } from "./apart.ts";
import { findCompanyDuplicates } from "./duplicates.ts";
import { listCompanies } from "./list.ts";
import { mergeCompanies, unmergeCompany } from "./merge.ts";
import { archiveCompany, createCompany, getCompany, updateCompany } from "./service.ts";

export function companyRoutes(server: Server): void {
  serve(server, companies.list, listCompanies);
  // Before the one with an id: "duplicates" is none.
  serve(server, companies.duplicates, findCompanyDuplicates);
  serve(server, companies.apart, setCompaniesApart);
  serve(server, companies.merge, mergeCompanies);
  serve(server, companies.unmerge, unmergeCompany);
  serve(server, companies.get, (ctx, { id }) => getCompany(ctx, id));
  serve(server, companies.create, createCompany);
  serve(server, companies.update, updateCompany);
  serve(server, companies.archive, archiveCompany);
}
