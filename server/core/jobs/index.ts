export { jobFailureTable } from "./failure.table.ts";
