import { expect, test } from "vitest";
import { obligationsIn, owingIn } from "./obligations.ts";
import { splitQuotes } from "./quotes.ts";

test.each([
  "I'll send you the floor plan by Friday.",
  "We will get back to you next week.",
  "Doug and I will attend the meeting.",
  "Will do.",
  "Will send the signed copy tomorrow.",
  "Let me check with our haulier and come back to you.",
  "You will have the offer by Monday.",
  "I shall keep you posted.",
  "Надішлю план до п'ятниці.",
  "Завтра зателефоную й уточню ціну.",
  "Ich schicke Ihnen das Angebot bis Freitag.",
  "Wir melden uns nächste Woche.",
  "Je vous enverrai le devis demain.",
  "Le confirmaremos la fecha mañana.",
])("“%s” is a promise of its writer", (sentence) => {
  expect(owingIn(sentence)).toEqual({ kind: "promise", by: "writer" });
});

test.each([
  "Could you send me the floor plan?",
  "Please confirm the delivery by Friday.",
  "Let me know which of the two halls you prefer.",
  "Can we meet on Thursday at ten?",
  "You promised the drawings for last week.",
  "I would like to meet with you about the lease next week.",
  "Чи можете ви надіслати рахунок?",
  "Будь ласка, підтвердьте дату.",
  "Könnten Sie mir den Vertrag schicken?",
])("“%s” asks its reader", (sentence) => {
  expect(owingIn(sentence)).toEqual({ kind: "ask", by: "reader" });
});

test("what somebody else will do for one of the two is a third one's promise", () => {
  expect(owingIn("Jonas will send you the contract on Monday.")).toEqual({ kind: "promise", by: "third" });
});

test.each([
  "If you have any questions, please call me.",
  "Please let me know if you need anything further.",
  "If you want, I will send you the old plan.",
  "I will be out of the office until Monday.",
  "I will not send the plan before we have a contract.",
  "Please find attached the plan.",
  "PLEASE DO NOT REPLY TO THIS MAIL",
  "How are you?",
  "The two zones are ready.",
  "I think we are going to have a problem.",
  "The report says that prices will rise.",
  "Якщо ви захочете, надішлю старий план.",
  "Let me know.",
])("“%s” makes nobody owe anything", (sentence) => {
  expect(owingIn(sentence)).toBeNull();
});

test("only what was newly said counts, with its place in the text", () => {
  const text =
    "Hi Ada,\n\nthe plan is nearly done. I'll send it by Friday.\n\nMarta\n\nOn Mon, 2 Feb 2026, Ada Berg <ada@fjordkyl.example> wrote:\n> Could you send the plan?\n";
  const found = obligationsIn(text, splitQuotes(text));
  expect(found).toMatchObject([{ kind: "promise", by: "writer", text: "I'll send it by Friday." }]);
  expect(text.slice(found[0]!.start, found[0]!.end)).toBe("I'll send it by Friday.");
});
