import { createReadStream, readFileSync } from "node:fs";
import path from "node:path";
import type { ContactSummary } from "@sidenote/contract/contacts";
import { companyDomain } from "../../server/core/mail/people/domains.ts";
import { findDuplicates } from "../../server/features/contacts/duplicates.ts";
import { listContacts } from "../../server/features/contacts/list.ts";
import { createImport, receiveBytes, startImport } from "../../server/features/imports/index.ts";
import { openHouse } from "./house.ts";
import { hashOf, mailboxFiles } from "./mailboxes.ts";
import { type Row, share } from "./measure.ts";

/** Read by hand: hash of an address → whether it is a person, the names that are right (hashed), and the company's domain (hashed). */
export type ContactLabel = { person: boolean; names: string[]; company: string | null };

export const SAMPLE = 100;

type Found = {
  people: (ContactSummary & { hash: string })[];
  /** Who is proposed as one person, in any of the five. */
  pairs: { hash: string; keep: ContactSummary; other: ContactSummary; reasons: string[] }[];
};

/** The people that the five inboxes make, in the order of the hashes of their addresses, and who of them is proposed as one. */
export async function sampled(data: string): Promise<Found> {
  const found = new Map<string, ContactSummary>();
  const pairs = new Map<string, Found["pairs"][number]>();
  for (const file of mailboxFiles(data)) {
    const house = await openHouse();
    const { id } = await createImport(house.ctx, { name: path.basename(file) });
    await receiveBytes(house.ctx, { id, offset: 0 }, createReadStream(file));
    await startImport(house.ctx, { id });
    await house.work();
    for (const state of ["seen", "saved"] as const)
      for (let cursor: string | undefined, more = true; more; ) {
        const page = await listContacts(house.ctx, { state, limit: 200, ...(cursor ? { cursor } : {}) });
        for (const one of page.items) if (one.address && !found.has(one.address)) found.set(one.address, one);
        cursor = page.nextCursor ?? undefined;
        more = cursor !== undefined;
      }
    for (const pair of (await findDuplicates(house.ctx, { limit: 200 })).items) {
      const hash = hashOf([pair.keep.address, pair.other.address].sort().join(" "));
      pairs.set(hash, { ...pair, hash });
    }
    await house.close();
  }
  const people = [...found.values()]
    .map((one) => ({ ...one, hash: hashOf(one.address ?? "") }))
    .sort((a, b) => a.hash.localeCompare(b.hash))
    .slice(0, SAMPLE);
  return { people, pairs: [...pairs.values()].sort((a, b) => a.hash.localeCompare(b.hash)).slice(0, SAMPLE) };
}

const labelled = <T>(name: string): Record<string, T> =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `labels/${name}.json`), "utf8")) as Record<string, T>;

export async function run(data: string): Promise<Row[]> {
  const labels = labelled<ContactLabel>("contacts");
  const samePerson = labelled<boolean>("same-person");
  const right = { contact: 0, company: 0 };
  const judged = { contact: 0, company: 0 };
  const { people, pairs } = await sampled(data);
  // Whom no label tells of is wrong until somebody has looked; who that is stands on the terminal only.
  const unseen = (hash: string, ...words: string[]) =>
    process.stderr.write(`not labelled: ${hash} ${words.join(" · ")}\n`);
  for (const one of people) {
    const label = labels[one.hash];
    if (!label) unseen(one.hash, one.name, one.address ?? "");
    judged.contact++;
    if (label?.person && label.names.includes(hashOf(one.name))) right.contact++;
    if (!one.company) continue;
    judged.company++;
    if (label?.company === hashOf(companyDomain(one.address ?? "") ?? "")) right.company++;
  }
  for (const { hash, keep, other } of pairs)
    if (samePerson[hash] === undefined) unseen(hash, keep.name, keep.address ?? "", other.name, other.address ?? "");
  const same = pairs.filter(({ hash }) => samePerson[hash] === true).length;
  return [
    share("contacts from mail", "a person, called so", right.contact, judged.contact, 0.95),
    share("companies from mail", "the company that they write from", right.company, judged.company, 0.95),
    share("duplicates proposed", "they are one person", same, pairs.length, 0.95),
  ];
}
