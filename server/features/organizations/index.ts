export {
  addOwnAddress,
  createOrganization,
  firstOrganization,
  insertOwnAddress,
  memberIn,
  memberWithAddresses,
  ownAddresses,
  updateMe,
} from "./service.ts";
