export { createImport, getImport, receiveBytes, startImport, undoImport } from "./service.ts";
export { importItemTable, importTable } from "./table.ts";
