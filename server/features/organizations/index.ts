export { addOwnAddress, createOrganization, firstOrganization, ownAddresses, updateMe } from "./service.ts";
export { ownAddressTable } from "./table.ts";
