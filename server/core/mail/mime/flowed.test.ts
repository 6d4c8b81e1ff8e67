import { expect, test } from "vitest";
import { endless } from "../../../testing/endless.ts";
import { parseMail } from "../parse.ts";
import { saidText } from "../said/quotes.ts";
import { unflowed } from "./flowed.ts";

test("a paragraph that was folded is one line again, and the next one stands apart", () => {
  expect(unflowed("The hall is \nfree on \nFriday.\n\nSo is Monday. \n\nMarta", false)).toBe(
    "The hall is free on Friday.\n\nSo is Monday. \n\nMarta",
  );
});

test("quoted lines are joined without the marks between them, and only with those quoted as deep", () => {
  expect(unflowed("> Is the hall \n> free?\n>> Which \n> one?", false)).toBe("> Is the hall free?\n>> Which \n> one?");
});

test("blanks at the end of folded lines go where the mail says that they were put there", () => {
  expect(unflowed("Lagerü \nbernahme", true)).toBe("Lagerübernahme");
});

test("the line above a signature is not joined", () => {
  expect(unflowed("Until then \n-- \nMarta", false)).toBe("Until then \n-- \nMarta");
});

test("an answer below a quote that was folded is what was said", async () => {
  const mail = await parseMail(
    Buffer.from(
      "From: Marta Lindqvist <marta@nordfrakt.example>\nTo: ada@fjordkyl.example\nSubject: Re: Hall\nContent-Type: text/plain; charset=utf-8; format=flowed\n\nOn 02/03/2026 06:26 PM, Ada Berg wrote:\n> Is it free? \nYes, it is.\n",
    ),
  );
  expect(saidText(mail.text, mail.spans)).toBe("Yes, it is.");
});

test("what a stranger marks without end is read in linear time", () => {
  for (const text of [">", "> ", "a \n", "> a \n"]) unflowed(endless(text), true);
});
