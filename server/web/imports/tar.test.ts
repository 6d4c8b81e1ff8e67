import { expect, test } from "vitest";
import { fromField, nameOf } from "./choose.ts";
import { tarOf } from "./tar.ts";

const file = (path: string, text: string) => ({ path, file: new File([text], path.split("/").at(-1)!) });

/** Reads a tar as any program does: header, content to the next 512 bytes, long names before their file. */
async function unpack(tar: Blob): Promise<[string, string][]> {
  const bytes = new Uint8Array(await tar.arrayBuffer());
  const text = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
  const found: [string, string][] = [];
  let long: string | null = null;
  for (let at = 0; bytes[at] !== 0; ) {
    const sum = Number.parseInt(text(at + 148, at + 154), 8);
    const blanked = bytes.slice(at, at + 512).fill(32, 148, 156);
    expect(blanked.reduce((total, byte) => total + byte, 0)).toBe(sum);
    const size = Number.parseInt(text(at + 124, at + 135), 8);
    const content = text(at + 512, at + 512 + size);
    if (text(at + 156, at + 157) === "L") long = content.replace(/\0$/, "");
    else {
      found.push([long ?? text(at, at + 100).replace(/\0+$/, ""), content]);
      long = null;
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return found;
}

test("many files arrive as they were, also with long names and other alphabets", async () => {
  const long = `Maildir/${"deep/".repeat(25)}1699.mail`;
  const tar = tarOf([
    file("b.eml", "second"),
    file("a.eml", ""),
    file(long, "x".repeat(600)),
    file("Пошта/лист.eml", "вітаю"),
  ]);
  expect(tar.size % 512).toBe(0);
  expect(await unpack(tar)).toEqual([
    [long, "x".repeat(600)],
    ["a.eml", ""],
    ["b.eml", "second"],
    ["Пошта/лист.eml", "вітаю"],
  ]);
});

test("the same files make the same bytes in whatever order they were chosen", async () => {
  const files = [file("a.eml", "one"), file("b.eml", "two")];
  const bytes = async (tar: Blob) => [...new Uint8Array(await tar.arrayBuffer())];
  expect(await bytes(tarOf([...files].reverse()))).toEqual(await bytes(tarOf(files)));
});

test("an import is called as what was chosen: its file, its folder, or how many", () => {
  expect(nameOf(fromField([new File([], "mail.mbox")]))).toBe("mail.mbox");
  expect(nameOf([file("Archive/cur/1", ""), file("Archive/new/2", "")])).toBe("Archive");
  expect(nameOf([file("a.eml", ""), file("b.eml", "")])).toBe("2 files");
});
