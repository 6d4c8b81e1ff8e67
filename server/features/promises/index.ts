export { type Owing, owingsIn, type Turn } from "./owing.ts";
export { unsettledPromises } from "./service.ts";
