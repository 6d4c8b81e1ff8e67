import type { ContactId } from "@sidenote/contract/ids";
import { eq, inArray } from "drizzle-orm";
import { insertMany } from "../../core/db/bulk.ts";
import type { Tx } from "../../core/db/database.ts";
import { contactFactTable, contactMergeTable, type Moved } from "./table.ts";

type Fact = typeof contactFactTable.$inferInsert;
type Merge = Pick<typeof contactMergeTable.$inferSelect, "contactId" | "keptId" | "moved">;
/** A fact, with the address whose mail it comes from. */
export type Told = { fact: Fact; address: string };

/**
 * Who was made part of some contacts, each with what it brought. What is learnt from an address that came with a part is noted
 * there, whoever's mail it was, so that it goes back with the address when the merge is taken back.
 */
export class Parts {
  readonly #tx: Tx;
  readonly #merges: readonly Merge[];

  private constructor(tx: Tx, merges: readonly Merge[]) {
    this.#tx = tx;
    this.#merges = merges;
  }

  static async of(tx: Tx, ids: readonly ContactId[]): Promise<Parts> {
    const merges: Merge[] = [];
    for (let kept = [...ids]; kept.length > 0; ) {
      const found = await tx
        .select({
          contactId: contactMergeTable.contactId,
          keptId: contactMergeTable.keptId,
          moved: contactMergeTable.moved,
        })
        .from(contactMergeTable)
        .where(inArray(contactMergeTable.keptId, kept));
      merges.push(...found);
      kept = found.map((one) => one.contactId);
    }
    return new Parts(tx, merges);
  }

  hasAny = (id: ContactId): boolean => this.#merges.some((one) => one.keptId === id);

  /** Whose an address was before all merges. */
  whoBrought = (id: ContactId, address: string): ContactId => this.#path(id, has(address)).at(-1)?.contactId ?? id;

  /** Whose a fact was, or would have been. */
  whoTaught = (id: ContactId, sequence: number): ContactId =>
    this.#path(id, (moved) => isOf(moved, sequence)).at(-1)?.contactId ?? id;

  async insert(told: readonly Told[]): Promise<void> {
    const own: Fact[] = [];
    const brought = new Map<ContactId, Told[]>();
    for (const one of told) {
      const { contactId } = one.fact;
      const part = this.whoBrought(contactId, one.address);
      if (part === contactId) own.push(one.fact);
      else brought.set(part, [...(brought.get(part) ?? []), one]);
    }
    await insertMany(this.#tx, contactFactTable, own);
    for (const ofPart of brought.values()) {
      const { fact, address } = ofPart[0]!;
      const written = await this.#tx
        .insert(contactFactTable)
        .values(ofPart.map((one) => one.fact))
        .returning({ sequence: contactFactTable.sequence });
      await this.note(
        fact.contactId,
        address,
        written.map((one) => one.sequence),
      );
    }
  }

  /** These facts were learnt, or seen again, in mail from this address. */
  async note(id: ContactId, address: string, sequences: readonly number[]): Promise<void> {
    for (const merge of this.#path(id, has(address))) {
      merge.moved.learnt = [...new Set([...(merge.moved.learnt ?? []), ...sequences])];
      await this.#tx
        .update(contactMergeTable)
        .set({ moved: merge.moved })
        .where(eq(contactMergeTable.contactId, merge.contactId));
    }
  }

  /** From the contact that is kept down to the one that it comes from. */
  #path(id: ContactId, isBrought: (moved: Moved) => boolean): Merge[] {
    const merge = this.#merges.find((one) => one.keptId === id && isBrought(one.moved));
    return merge ? [merge, ...this.#path(merge.contactId, isBrought)] : [];
  }
}

const has = (address: string) => (moved: Moved) =>
  moved.identities.some(({ kind, value }) => kind === "email" && value === address);

const isOf = (moved: Moved, sequence: number): boolean =>
  moved.facts.includes(sequence) || (moved.learnt?.includes(sequence) ?? false);
