import { describe, expect, test } from "vitest";
import { phrasesIn } from "./phrases.ts";
import { toneOf } from "./tone.ts";

describe("how a sentence sounds", () => {
  test.each<[string, string, "warm" | "cool" | null]>([
    ["en", "Thank you, this is excellent.", "warm"],
    ["en", "We are very disappointed with the delay.", "cool"],
    ["en", "That is not a problem at all.", "warm"],
    ["en", "I am not happy with the price.", "cool"],
    ["en", "The room is 7 m high.", null],
    ["uk", "Дуже дякуємо, усе чудово!", "warm"],
    ["uk", "На жаль, є проблеми із затримкою.", "cool"],
    ["uk", "Ми не задоволені, це неприпустимо.", "cool"],
    ["de", "Leider ist das Gerät wieder kaputt.", "cool"],
    ["de", "Vielen Dank, das passt hervorragend.", "warm"],
    ["fr", "Merci beaucoup.", null],
  ])("%s: %s", (language, sentence, expected) => {
    const value = toneOf(sentence, language);
    expect(value === null ? null : value > 0 ? "warm" : "cool").toBe(expected);
  });

  test("louder words weigh more, and no sum leaves the scale", () => {
    expect(toneOf("This is extremely good.", "en")!).toBeGreaterThan(toneOf("This is good.", "en")!);
    const cross = toneOf("Terrible, horrible, awful, ridiculous, useless, unacceptable.", "en")!;
    expect(cross).toBeGreaterThanOrEqual(-1);
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
