export { contactsByAddress, whoHas } from "./by-address.ts";
export { recountPeople } from "./forget.ts";
export { knownAddresses } from "./known.ts";
export { forgetFacts, learnFromSignatures, type Signed } from "./learn.ts";
export { contactSummaries } from "./list.ts";
export { rebuildPeople, seePeople } from "./see.ts";
export { contactIn, updateContact } from "./service.ts";
export type { Sighting } from "./sightings.ts";
export { contactIdentityTable, contactTable, sightingTable } from "./table.ts";
