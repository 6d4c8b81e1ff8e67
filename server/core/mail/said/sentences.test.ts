import { expect, test } from "vitest";
import { sentencesIn } from "./sentences.ts";

const said = (text: string) => sentencesIn(text, 0, text.length).map((one) => one.text);

test.each([
  "Das geht z. B. mit dem Kran inkl. Fahrer.",
  "Habla idiomas, p. ej. alemán.",
  "Zna języki, np. niemiecki.",
  "Stoją przy ul. Długiej.",
  "Приїхав о 17 год. і нікого не застав.",
  "Знає мови, напр. німецьку.",
])("an abbreviation ends no sentence: %s", (text) => {
  expect(said(text)).toEqual([text]);
});

test.each([
  ["Beton kam um 7 h. Es fehlen zwei Kubik.", ["Beton kam um 7 h.", "Es fehlen zwei Kubik."]],
  ["On livre à 14 h. Il pleut.", ["On livre à 14 h.", "Il pleut."]],
  ["Привезли о 17 год. Нікого не було.", ["Привезли о 17 год.", "Нікого не було."]],
])("an hour before a capital ends one: %s", (text, sentences) => {
  expect(said(text)).toEqual(sentences);
});
