import type { Facts } from "../../context/index.ts";

/**
 * Whom the member wants to introduce: of "introduce Tom to Lena Vogt" and "introduce Lena Vogt to Tom" the one who is not written
 * to. `myself`: the member, to somebody new. Empty where nobody is named.
 */
export function introduced(facts: Facts, more: string): { myself: true } | { whom: string } {
  const isNamed = (name: string) => name !== "" && facts.person.name.toLowerCase().includes(name.toLowerCase());
  const [, said = ""] = /^\p{L}+\s+(.+?)[.!]*$/iu.exec(more) ?? [];
  const [, first = "", other] = /^(.+?)\s+(?:to|with|з|із)\s+(.+)$/iu.exec(said) ?? [];
  const isThem = /^(him|her|them|you|його|її|їх|вас)$/i.test(first) || isNamed(first);
  const whom = (isThem && other ? other : said)
    .replace(/,?\s+(to|with|з|із)\s+(\p{L}+)$/iu, (all, _, to: string) =>
      /^(them|him|her|you|ним|нею|ними|вами)$/i.test(to) || isNamed(to) ? "" : all,
    )
    .replace(/[\s,]+$/, "");
  const isNew = facts.thread.length === 0 && facts.lastContactAt === null;
  return /^(myself|me|себе|себя)$/i.test(whom) || (whom === "" && isNew) ? { myself: true } : { whom };
}
