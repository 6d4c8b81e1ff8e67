import { expect, test } from "vitest";
import { fillForm, formFor } from "./greeting-form.ts";

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

test("a form for men or for women alone is for nobody of whom it is not known; Ukrainian turns it", () => {
  expect(formFor("Hallo {first},", "Marta Lindqvist")).toBe("Hallo {first},");
  for (const form of ["Sehr geehrter Herr {last},", "Liebe {first},", "Dear Ms {last},", "Estimado {first}:"])
    expect(formFor(form, "Kim Park")).toBeNull();
  expect(formFor("Шановний {first}!", "Тарас Коваль")).toBe("Шановний {first}!");
  expect(formFor("Шановний {first}!", "Олена Коваль")).toBe("Шановна {first}!");
  expect(formFor("Шановна пані {first}!", "Тарас Коваль")).toBe("Шановний пане {first}!");
  expect(formFor("Шановний {first}!", "Саша Коваль")).toBeNull();
});
