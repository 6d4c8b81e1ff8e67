export {
  addOwnAddress,
  createOrganization,
  firstOrganization,
  memberWithAddresses,
  ownAddresses,
  updateMe,
} from "./service.ts";
export { ownAddressTable } from "./table.ts";
