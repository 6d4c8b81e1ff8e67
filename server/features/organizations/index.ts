export {
  addOwnAddress,
  createOrganization,
  firstOrganization,
  insertOwnAddress,
  memberWithAddresses,
  ownAddresses,
  updateMe,
} from "./service.ts";
