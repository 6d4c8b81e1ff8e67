import { remembered } from "../../remembered.ts";
import { languageOf } from "../../text/language.ts";

const spokenIn = remembered(languageOf);

/** Whether a sentence has words of a language and is not plainly in another: endings alone are much the same in several. */
export const mayBe =
  (language: "de" | "fr" | "es" | "pl", words: RegExp) =>
  (sentence: string): boolean => {
    if (!words.test(sentence)) return false;
    const spoken = spokenIn(sentence);
    return spoken === language || spoken === "other";
  };
