export { blobPartTable, fileTable } from "./file.table.ts";
export {
  type Download,
  fileBeginnings,
  fileContent,
  fileIn,
  fileParts,
  type NewFile,
  PART_BYTES,
  saveFiles,
  savePart,
} from "./store.ts";
