export { type Owing, owingsIn, type Turn } from "./owing.ts";
export { openPromises } from "./service.ts";
