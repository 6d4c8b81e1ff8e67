export { domainsBeside } from "./domains.ts";
export { forgetEmptyCompanies } from "./forget.ts";
export { companyRefs, oneCompany, wholeCompany } from "./joined.ts";
export { saveSeenCompanies, seeCompanies } from "./seen.ts";
export { companyIn, companyWithParent, updateCompany } from "./service.ts";
export { companyTable } from "./table.ts";
