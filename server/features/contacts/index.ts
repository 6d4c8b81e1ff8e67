export { contactSummaries } from "./list.ts";
export { rebuildPeople, recountPeople, type Sighting, seePeople } from "./people.ts";
export { contactIn, contactsByAddress } from "./service.ts";
export { contactIdentityTable, contactTable, sightingTable } from "./table.ts";
