export { companyIn, saveSeenCompany, seeCompanies, updateCompany } from "./service.ts";
export { companyDomainTable, companyTable } from "./table.ts";
