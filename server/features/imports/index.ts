export { createImport, getImport, receiveBytes, startImport } from "./service.ts";
