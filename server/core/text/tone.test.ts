import { describe, expect, test } from "vitest";
import { phrasesIn } from "./phrases.ts";
import { toneOf } from "./tone.ts";

describe("how a sentence sounds", () => {
  test.each<[string, string, "warm" | "tense" | null]>([
    ["en", "Thank you so much for your help, this is excellent.", "warm"],
    ["en", "We look forward to seeing you in Bergen.", "warm"],
    ["en", "Great job!", "warm"],
    ["en", "We are very disappointed with the delay.", "tense"],
    ["en", "I have not heard back from you and I am getting worried.", "tense"],
    ["en", "I am not happy with the price.", "tense"],
    ["uk", "Дуже дякуємо, усе чудово!", "warm"],
    ["uk", "Ми не задоволені, це неприпустимо.", "tense"],
    ["de", "Wir sind sehr enttäuscht.", "tense"],
    ["de", "Vielen Dank für Ihre schnelle Hilfe, das passt hervorragend.", "warm"],
    ["fr", "Merci beaucoup.", null],
  ])("%s: %s", (language, sentence, expected) => {
    const value = toneOf(sentence, language);
    expect(value === null ? null : value > 0 ? "warm" : "tense").toBe(expected);
  });

  test.each([
    "The room is 7 m high.",
    "Please call me with any questions, problems or concerns.",
    "The agreement on the late delivery is clear, and a good one for both.",
    "If you are not happy with the room, we will find another.",
    "We would really appreciate a call before noon.",
    '"I am delighted with our new harbour," said the director.',
    "If we are worried about the ramp, somebody will call.",
    "The board of the harbour found that its plan for the ramp makes no sense.",
    "We are pleased to announce the best prices of the year.",
  ])("a word of feeling in an ordinary sentence is none: %s", (sentence) => {
    expect(toneOf(sentence, "en")).toBeNull();
  });

  test("two turns weigh more than one, no sum leaves the scale, and both ways are neither", () => {
    const one = toneOf("I am disappointed with you.", "en")!;
    const more = toneOf("I am disappointed, this is ridiculous, and you promised it.", "en")!;
    expect(more).toBeLessThan(one);
    expect(more).toBeGreaterThanOrEqual(-1);
    expect(toneOf("I am worried, but I am glad that you called.", "en")).toBeNull();
  });
});

describe("phrases of a sentence", () => {
  const phrases = (sentence: string) =>
    phrasesIn(sentence, (word) => word === "marta")
      .filter((one) => one.isThing)
      .map((one) => one.text);

  test("are runs between the little words, with the number that belongs to a name", () => {
    expect(phrases("We offer the Polhem 120 with a service plan.")).toEqual(
      expect.arrayContaining(["Polhem 120", "service plan"]),
    );
  });

  test("leave out who is called, who is named, and what is only done", () => {
    expect(phrases("Ada, Marta signs quickly and Mr Petersen agrees.")).toEqual([]);
  });
});
