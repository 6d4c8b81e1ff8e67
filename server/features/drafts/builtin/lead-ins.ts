import type { Statement } from "@sidenote/contract/context";

/** What only says that something was said before. */
const LEADS =
  /^(As I wrote on [^,]{3,30}|As I told you( on [^,]{3,30})?|As you asked), |^(Як зазначено в моєму листі від [^:]{3,30}|Як ми говорили[^:]{0,30}): /;
const BEHIND = /, як і просили(?=\.$)/;

export const withoutLead = (text: string): string => {
  const left = text.replace(LEADS, "").replace(BEHIND, "");
  return left.charAt(0).toUpperCase() + left.slice(1);
};

/** "As I wrote on 2 February" holds for the sentence behind it, too: it is said once, and the two stand together. */
export function saidOnce(paragraphs: readonly Statement[][]): Statement[][] {
  const made: Statement[][] = [];
  let before = "";
  for (const paragraph of paragraphs) {
    const said = paragraph.map((one) => {
      const lead = LEADS.exec(one.text)?.[0] ?? "";
      const isSame = lead !== "" && lead === before;
      before = lead;
      return { isSame, statement: isSame ? { ...one, text: withoutLead(one.text) } : one };
    });
    const last = made.at(-1);
    if (last && said.length > 0 && said.every((one) => one.isSame)) last.push(...said.map((one) => one.statement));
    else made.push(said.map((one) => one.statement));
  }
  return made;
}
