export { domainsBeside } from "./domains.ts";
export { companyRef, oneCompany } from "./joined.ts";
export { saveSeenCompany, seeCompanies } from "./seen.ts";
export { companyIn, companyWithParent, updateCompany } from "./service.ts";
export { companyTable } from "./table.ts";
