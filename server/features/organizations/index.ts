export { addOwnAddress, createOrganization, ownAddresses } from "./service.ts";
export { ownAddressTable } from "./table.ts";
