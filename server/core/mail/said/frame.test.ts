import { expect, test } from "vitest";
import { frameIn, isFrameLine, isOnlyFrame } from "./frame.ts";
import { splitQuotes } from "./quotes.ts";

const ada = { name: "Ada Berg", address: "ada@fjordkyl.example" };
const marta = { name: "Marta Lindqvist", address: "marta@nordfrakt.example" };
const frame = (text: string) => Object.values(frameIn(text, splitQuotes(text), ada, [marta]));

test.each([
  ["Hi Marta,\n\nthe plan is ready.\n\nBest regards,\nAda", "Hi {first},", "Best regards,", "Ada"],
  [
    "Dear Ms Lindqvist,\n\nthe plan is ready.\n\nYours sincerely\nAda Berg",
    "Dear Ms {last},",
    "Yours sincerely",
    "Ada Berg",
  ],
  [
    "Dear Marta Lindqvist,\n\nthe plan is ready.\n\nKind regards\nAda Berg\nFjord Kyl\n+47 55 00 00 00",
    "Dear {name},",
    "Kind regards",
    "Ada Berg",
  ],
  ["Marta:\n\nthe plan is ready.\n\nAda", "{first}:", null, "Ada"],
  ["All:\n\nthe plan is ready. Look at it.\n\nAB", "All:", null, "AB"],
  ["The plan is ready.\n\nThanks!", null, "Thanks!", null],
  ["Вітаю, Марто!\n\nплан готовий.\n\nЗ повагою,\nAda Berg", "Вітаю, {first}!", "З повагою,", "Ada Berg"],
  ["Liebe Marta,\n\nder Plan ist fertig.\n\nViele Grüße\nAda", "Liebe {first},", "Viele Grüße", "Ada"],
  ["Marta, please look at the plan and tell me what you think of it.", null, null, null],
  ["The plan is ready", null, null, null],
  [
    "Hi Marta,\n\nyes.\n\nCheers,\nAda\n\nOn Mon, 2 Feb 2026, Marta <marta@nordfrakt.example> wrote:\n> Hello Ada\n> Regards\n> Marta",
    "Hi {first},",
    "Cheers,",
    "Ada",
  ],
])("%j begins and ends as it does", (text, greeting, closing, signOff) => {
  expect(frame(text)).toEqual([greeting, closing, signOff]);
});

test.each([
  ["Dzień dobry,\n\nplan jest gotowy.\n\nPozdrawiam serdecznie,\nAda", "Dzień dobry,", "Pozdrawiam serdecznie,", "Ada"],
  [
    "Hoi Marta,\n\nhet plan is klaar.\n\nMet vriendelijke groet,\nAda",
    "Hoi {first},",
    "Met vriendelijke groet,",
    "Ada",
  ],
  ["Olá Marta,\n\no plano está pronto.\n\nCumprimentos,\nAda", "Olá {first},", "Cumprimentos,", "Ada"],
  [
    "Dobrý den, paní Lindqvist,\n\nplán je hotový.\n\nS pozdravem\nAda Berg",
    "Dobrý den, paní {last},",
    "S pozdravem",
    "Ada Berg",
  ],
  ["Hei Marta,\n\nplanen er klar.\n\nVennlig hilsen\nAda", "Hei {first},", "Vennlig hilsen", "Ada"],
  ["Hallo Marta,\n\nder Plan ist fertig.\n\nHerzliche Grüße\nAda", "Hallo {first},", "Herzliche Grüße", "Ada"],
  ["Добрий день, Марто!\n\nплан готовий.\n\nЗ повагою,\nAda Berg", "Добрий день, {first}!", "З повагою,", "Ada Berg"],
  ["Hej Marta!\n\nplanen är klar.\n\n/Ada", "Hej {first}!", null, "Ada"],
  ["Вітаю, Марто!\n\nплан готовий.\n\nЗ повагою,\nАда Берг", "Вітаю, {first}!", "З повагою,", "Ада Берг"],
  ["Вітаю, Марто!\n\nплан готовий.\n\nЗ повагою,\nОлена", "Вітаю, {first}!", "З повагою,", null],
])("in its language %j begins and ends as it does", (text, greeting, closing, signOff) => {
  expect(frame(text)).toEqual([greeting, closing, signOff]);
});

test.each(["Perfect, thanks!", "Great,", "Understood:"])("“%s” greets nobody", (line) => {
  expect(frame(`${line}\n\nthe plan is ready.`)[0]).toBeNull();
});

test("names alone are a frame, words in small letters are not", () => {
  for (const line of ["Marta:", "Dave and Christi,", "all,", "Team –"]) expect(isFrameLine(line)).toBe(true);
  for (const line of ["please note this:", "two days,", "as agreed:"]) expect(isFrameLine(line)).toBe(false);
  expect(frame("marta,\n\nthe plan is ready.")[0]).toBe("{first},");
});

test("a sentence that greets and says something is more than a greeting", () => {
  for (const one of [
    "Добрий день, Адо,",
    "Dear Ms Lindqvist,",
    "Good morning Ada and Lars,",
    "Thank you very much in advance,",
    "З найкращими побажаннями,",
  ])
    expect(isOnlyFrame(one)).toBe(true);
  for (const one of [
    "Hi Ada, Thursday at 3 is perfect.",
    "Привіт, Адо, завтра не вийде.",
    "Thank you for the drawings.",
  ])
    expect(isOnlyFrame(one)).toBe(false);
});
