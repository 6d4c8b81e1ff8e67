import { expect, test } from "vitest";
import { genderOf, vocative } from "./vocative.ts";

test.each([
  ["Олена", "Олено"],
  ["Ольга", "Ольго"],
  ["Марія", "Маріє"],
  ["Софія", "Софіє"],
  ["Зоя", "Зоє"],
  ["Галя", "Галю"],
  ["Микола", "Миколо"],
  ["Ілля", "Ілле"],
  ["Тарас", "Тарасе"],
  ["Ігор", "Ігоре"],
  ["Андрій", "Андрію"],
  ["Василь", "Василю"],
  ["Дмитро", "Дмитре"],
  ["Марко", "Марку"],
  ["Олег", "Олеже"],
  ["Марк", "Марку"],
  ["Федір", "Федоре"],
  ["Ігор Петрович", "Ігоре Петровичу"],
  ["Олена Іванівна", "Олено Іванівно"],
  ["Любов", "Любове"],
])("%s is called %s", (name, called) => {
  expect(vocative(name)).toBe(called);
});

test.each(["Marta", "Керстін", "Отто", "Ганна-Marie"])("%s stays as it is", (name) => {
  expect(vocative(name)).toBe(name);
});

test("a given name tells a woman from a man where it does", () => {
  expect(["Олена", "Микола", "Тарас", "Саша", "Kim", "Саша Петрівна"].map(genderOf)).toEqual([
    "woman",
    "man",
    "man",
    null,
    null,
    "woman",
  ]);
});
