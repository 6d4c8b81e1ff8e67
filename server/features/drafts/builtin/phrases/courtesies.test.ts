import { expect, test } from "vitest";
import { courtesyKey } from "../../../voice/index.ts";
import { phrasesIn } from "./phrases.ts";

test.each([
  ["en", "2 February", "18 November 2025"],
  ["uk", "2 лютого", "18 листопада 2025 року"],
])(
  "each courtesy that the writer has in %s is one that can be unlearnt, whatever its day",
  (language, day, another) => {
    const { thanksForMail, thanksAlone, lookingForward, lookForwardToIt, isThereNews, warm, warmEnd } =
      phrasesIn(language);
    for (const courtesy of [thanksAlone, lookingForward, lookForwardToIt, isThereNews, warm, warmEnd])
      expect(courtesyKey(courtesy)).toBe(courtesy);
    expect(courtesyKey(thanksForMail(day))).not.toBeNull();
    expect(courtesyKey(thanksForMail(another))).toBe(courtesyKey(thanksForMail(day)));
  },
);
