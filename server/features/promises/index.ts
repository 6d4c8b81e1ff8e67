export { type Owing, owingsIn } from "./owing.ts";
export { unsettledPromises } from "./service.ts";
export type { Turn } from "./turn.ts";
