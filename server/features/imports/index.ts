export { receiveBytes } from "./receive.ts";
export { createImport, getImport, startImport, undoImport } from "./service.ts";
export { importItemTable, importTable } from "./table.ts";
