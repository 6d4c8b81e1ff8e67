import type { Chosen } from "./tar.ts";

/** What a file field was given; a folder's files carry their place in it. */
export const fromField = (files: FileList | readonly File[]): Chosen[] =>
  [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

/** What was dropped, folders with everything in them. */
export async function fromDrop(transfer: DataTransfer): Promise<Chosen[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry != null);
  if (entries.length === 0) return fromField(transfer.files);
  return (await Promise.all(entries.map((entry) => filesIn(entry)))).flat();
}

async function filesIn(entry: FileSystemEntry): Promise<Chosen[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ""), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Chosen[] = [];
  for (;;) {
    // A folder is told a hundred entries at a time.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return found;
    found.push(...(await Promise.all(some.map((one) => filesIn(one)))).flat());
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** What an import is called in the list: its file, its folder, or how many files. */
export function nameOf(files: readonly Chosen[]): string {
  const [first] = files;
  if (!first) return "";
  if (files.length === 1) return first.path.split("/").at(-1)!;
  const folders = new Set(files.map(({ path }) => (path.includes("/") ? path.split("/")[0]! : "")));
  const [folder] = folders;
  return folders.size === 1 && folder ? folder : `${files.length} files`;
}
