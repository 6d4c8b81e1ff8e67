import { companies } from "@sidenote/contract/companies";
import { type Server, serve } from "../../core/http/serve.ts";
import { listCompanies } from "./list.ts";
import { archiveCompany, createCompany, getCompany, updateCompany } from "./service.ts";

export function companyRoutes(server: Server): void {
  serve(server, companies.list, listCompanies);
  serve(server, companies.get, (ctx, { id }) => getCompany(ctx, id));
  serve(server, companies.create, createCompany);
  serve(server, companies.update, updateCompany);
  serve(server, companies.archive, archiveCompany);
}
