import { expect, test } from "vitest";
import { fillForm, frameIn } from "./frame.ts";
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

test("a form takes another name, and none that is no name", () => {
  expect(fillForm("Hi {first},", "Jonas Öberg")).toBe("Hi Jonas,");
  expect(fillForm("Dear {name},", "Jonas Öberg")).toBe("Dear Jonas Öberg,");
  expect(fillForm("Dear Mr {last},", "Jonas Öberg")).toBe("Dear Mr Öberg,");
  expect(fillForm("Hi {first},", "jonas@nordfrakt.example")).toBeNull();
  expect(fillForm("All:", "jonas@nordfrakt.example")).toBe("All:");
});
