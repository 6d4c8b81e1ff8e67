export { contactsByAddress } from "./by-address.ts";
export { forgetFacts, learnFromSignatures, type Signed } from "./facts.ts";
export { knownAddresses } from "./known.ts";
export { contactSummaries } from "./list.ts";
export { rebuildPeople, recountPeople, type Sighting, seePeople } from "./people.ts";
export { contactIn, updateContact } from "./service.ts";
export { contactIdentityTable, contactTable, sightingTable } from "./table.ts";
