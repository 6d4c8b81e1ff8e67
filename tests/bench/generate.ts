import { createHash } from "node:crypto";
import { createReadStream, readdirSync } from "node:fs";
import path from "node:path";
import { splitMbox } from "../../server/core/mail/archive/mbox.ts";

/** Whose mailbox the generated one is. */
export const BENCH_OWNER = "ada@fjordkyl.example";

/**
 * An mbox of as many mails as wanted, made by re-writing real ones: lengths, quotes and rhythm are theirs, people, addresses,
 * dates and every sixth longer word are invented. The same count gives the same bytes. Streams: nothing but the originals
 * is held.
 */
export async function* generateMbox(folder: string, count: number): AsyncGenerator<Uint8Array> {
  const originals = await readOriginals(folder);
  const rewriter = new Rewriter(originals);
  for (let i = 0; i < count; i++) {
    const copy = Math.floor(i / originals.length);
    yield Buffer.from(rewriter.rewrite(originals[i % originals.length]!, i, copy), "latin1");
  }
}

type Original = { date: Date; headers: string[]; body: string; owner: string };

async function readOriginals(folder: string): Promise<Original[]> {
  const originals: Original[] = [];
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith(".mbox"))
    .sort()) {
    const mails: Omit<Original, "owner">[] = [];
    for await (const { bytes } of splitMbox(createReadStream(path.join(folder, name)), 50 * 1024 * 1024)) {
      const text = Buffer.from(bytes).toString("latin1");
      const end = text.indexOf("\n\n");
      const headers = text
        .slice(0, end)
        .replace(/\n[ \t]+/g, " ")
        .split("\n");
      mails.push({ date: new Date(headerOf(headers, "Date")), headers, body: text.slice(end + 2) });
    }
    const owner = commonest(mails.flatMap(({ headers }) => addressesIn(headerOf(headers, "To"))));
    originals.push(...mails.map((mail) => ({ ...mail, owner })));
  }
  return originals;
}

const headerOf = (headers: readonly string[], name: string): string =>
  headers.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? "";
const ADDRESS = /[\w.'+-]+@[\w.-]+\w/g;
const addressesIn = (text: string): string[] => text.toLowerCase().match(ADDRESS) ?? [];

function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

const FIRST =
  "Anna Bo Carla Dmytro Elin Farid Greta Hugo Ines Jonas Katja Liam Maja Nils Olena Pavel Rosa Sten Tove Yara".split(
    " ",
  );
const LAST =
  "Aalto Berg Coste Dahl Ekman Falk Gruber Holm Ivers Jansen Kral Lind Moreau Novak Olsen Petrov Quist Rossi Sand Toth".split(
    " ",
  );
const HOSTS = "norrsken aurelia brugge cobalt dunes ember fenix granit helio ibex".split(" ");
const EVERY_SO_MANY_WORDS = 6;

class Rewriter {
  readonly #words: string[];
  readonly #names: Set<string>;

  constructor(originals: readonly Original[]) {
    this.#words = [...new Set(originals.flatMap(({ body }) => body.match(/\b[a-z]{5,12}\b/g) ?? []))].sort();
    this.#names = new Set(
      originals
        .flatMap(({ headers }) => addressesIn(headers.join(" ")).flatMap((one) => one.split("@")[0]!.split(/[._'-]/)))
        .filter((part) => part.length > 2),
    );
  }

  rewrite(original: Original, number: number, copy: number): string {
    const person = (address: string): string =>
      address === original.owner ? `Ada Berg <${BENCH_OWNER}>` : invented(`${address} ${copy}`);
    const people = (name: string) => addressesIn(headerOf(original.headers, name)).map(person).join(", ");
    const date = new Date(original.date.getTime() + copy * 11 * 86_400_000);
    const cc = people("Cc");
    return [
      `From bench@example ${date.toUTCString()}`,
      `Message-ID: <${number}.bench@generated.example>`,
      `Date: ${date.toUTCString()}`,
      `From: ${people("From") || invented(String(number))}`,
      `To: ${people("To") || BENCH_OWNER}`,
      ...(cc ? [`Cc: ${cc}`] : []),
      `Subject: ${this.#text(headerOf(original.headers, "Subject"), copy)}`,
      "Mime-Version: 1.0",
      "Content-Type: text/plain; charset=iso-8859-1",
      "",
      this.#text(original.body, copy).replace(/^From /gm, ">From "),
      "",
    ].join("\n");
  }

  #text(text: string, copy: number): string {
    return text
      .replace(ADDRESS, (address) => addressOf(hash(`${address.toLowerCase()} ${copy}`)))
      .replace(/\b[A-Za-z]{3,}\b/g, (word) => {
        const lower = word.toLowerCase();
        if (this.#names.has(lower) && word !== lower) return FIRST[hash(lower + copy) % FIRST.length]!;
        const place = hash(`${lower} ${copy}`);
        if (word.length < 5 || copy === 0 || place % EVERY_SO_MANY_WORDS !== 0) return word;
        return this.#words[place % this.#words.length]!;
      });
  }
}

function invented(seed: string): string {
  const at = hash(seed);
  return `${FIRST[at % FIRST.length]} ${LAST[(at >>> 5) % LAST.length]} <${addressOf(at)}>`;
}

const addressOf = (at: number): string =>
  `${FIRST[at % FIRST.length]!.toLowerCase()}.${LAST[(at >>> 5) % LAST.length]!.toLowerCase()}${(at >>> 10) % 50}@${HOSTS[(at >>> 16) % HOSTS.length]}${(at >>> 20) % 40}.example`;

const hash = (text: string): number => createHash("md5").update(text).digest().readUInt32BE(0);
