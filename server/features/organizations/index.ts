export { addOwnAddress, createOrganization, firstOrganization, ownAddresses } from "./service.ts";
export { ownAddressTable } from "./table.ts";
