export { companyIn, saveSeenCompany, seeCompanies } from "./service.ts";
export { companyDomainTable, companyTable } from "./table.ts";
