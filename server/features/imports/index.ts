export { createImport, getImport, receiveBytes, startImport } from "./service.ts";
export { importItemTable, importTable } from "./table.ts";
