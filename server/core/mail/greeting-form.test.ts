import { expect, test } from "vitest";
import { fillForm, suitsEverybody } from "./greeting-form.ts";

test.each([
  ["Hi {first},", "Jonas Öberg", "Hi Jonas,"],
  ["Hi {first},", "Dr. Hanna Weiß", "Hi Hanna,"],
  ["Hi {first},", "Ing. Pavel Novák, MBA", "Hi Pavel,"],
  ["Dear {name},", "Jonas Öberg", "Dear Jonas Öberg,"],
  ["Dear Mr {last},", "Jonas Öberg", "Dear Mr Öberg,"],
  ["Geachte heer {last},", "Sander van den Berg", "Geachte heer van den Berg,"],
  ["Вітаю, {first}!", "Тарас Коваль", "Вітаю, Тарасе!"],
  ["Вітаю, {first}!", "Marta Lindqvist", "Вітаю, Marta!"],
  ["All:", "jonas@nordfrakt.example", "All:"],
])("%s, to %s: %s", (form, name, filled) => {
  expect(fillForm(form, name)).toBe(filled);
});

test.each(["jonas@nordfrakt.example", "J. Öberg", "Nordfrakt Support", "Procurement Team", "Nordfrakt AB"])(
  "%s is greeted by no first name",
  (name) => {
    expect(fillForm("Hi {first},", name)).toBeNull();
  },
);

test("a form for men or for women alone suits nobody of whom it is not known", () => {
  expect(suitsEverybody("Hallo {first},", "Marta Lindqvist")).toBe(true);
  for (const form of ["Sehr geehrter Herr {last},", "Liebe {first},", "Dear Ms {last},", "Estimado {first}:"])
    expect(suitsEverybody(form, "Kim Park")).toBe(false);
  expect(suitsEverybody("Шановний {first}!", "Тарас Коваль")).toBe(true);
  expect(suitsEverybody("Шановний {first}!", "Олена Коваль")).toBe(false);
  expect(suitsEverybody("Шановна пані {first}!", "Олена Коваль")).toBe(true);
});
