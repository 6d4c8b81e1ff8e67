import { plainWords } from "../../../core/text/intent/index.ts";
import { blank } from "../letter.ts";
import { CODE } from "./quotable.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** A blank may say what is wanted, and not what it might be; other brackets have no place in a mail. */
export function withoutGuesses(sentence: string): string | null {
  const clean = sentence.replace(/\[([^[\]]*)\?\]/g, (_, what: string) => {
    const tokens = tokensOf(what);
    if (tokens.some((one) => one.kind === "figure" || /\d/.test(one.text))) return blank("number");
    return tokens.every(
      (one) => one.kind === "word" && (plainWords().has(one.text.toLowerCase()) || !/\p{Lu}/u.test(one.text)),
    )
      ? blank(what)
      : blank("answer");
  });
  return /\[(?![^[\]\d]{1,80}\?\])/.test(clean) || CODE.test(clean) ? null : clean;
}

/** What stands in the place of what nothing bears out. */
export const blankFor = (gap: Token): string => blank(gap.kind === "figure" ? "number" : "name");
