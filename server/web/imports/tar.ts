/** A file with its place in what was chosen: `Mail/cur/1234`. */
export type Chosen = { path: string; file: File };

const BLOCK = 512;
const encoder = new TextEncoder();

/**
 * Many files as one, without reading them: the browser reads a Blob's pieces when they are sent. The same files make the same
 * bytes, so an import that was interrupted goes on where it was.
 */
export function tarOf(files: readonly Chosen[]): Blob {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const pieces: BlobPart[] = [];
  for (const { path, file } of sorted) {
    const name = encoder.encode(path);
    if (name.length > 100) pieces.push(header("././@LongLink", name.length + 1, "L"), padded(name));
    pieces.push(header(new TextDecoder().decode(name.subarray(0, 100)), file.size, "0"), file);
    const rest = file.size % BLOCK;
    if (rest > 0) pieces.push(new Uint8Array(BLOCK - rest));
  }
  return new Blob([...pieces, new Uint8Array(2 * BLOCK)]);
}

/** A name longer than its field goes before its file, as GNU tar does it. */
function padded(name: Uint8Array): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(Math.ceil((name.length + 1) / BLOCK) * BLOCK);
  block.set(name);
  return block;
}

function header(name: string, size: number, type: "0" | "L"): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(BLOCK);
  const put = (text: string, at: number) => block.set(encoder.encode(text).subarray(0, at === 0 ? 100 : undefined), at);
  const octal = (value: number, width: number) => value.toString(8).padStart(width - 1, "0");
  put(name, 0);
  put(octal(0o644, 8), 100);
  put(octal(0, 8), 108);
  put(octal(0, 8), 116);
  if (size < 8 ** 11) put(octal(size, 12), 124);
  else putLarge(block, size);
  put(octal(0, 12), 136);
  put("        ", 148);
  put(type, 156);
  put("ustar  ", 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(`${octal(sum, 7)}\0 `, 148);
  return block;
}

/** 8 GB and more are written in binary. */
function putLarge(block: Uint8Array, size: number): void {
  let rest = BigInt(size);
  for (let at = 135; at > 124; at--) {
    block[at] = Number(rest & 255n);
    rest >>= 8n;
  }
  block[124] = 0x80;
}
