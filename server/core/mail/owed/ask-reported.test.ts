import { expect, test } from "vitest";
import { endless } from "../../../testing/endless.ts";
import { asksInReport } from "./ask-reported.ts";
import { owingIn } from "./obligations.ts";

test.each([
  "Our insurers have asked whether you hold a certificate.",
  "My landlord wants to know who pays for the lift.",
  "The client is asking if we can start in May.",
  "I was wondering if the price has moved.",
  "Curious whether the paint is dry yet",
  "Unsere Bank hat gefragt, ob Sie einen Grundbuchauszug haben.",
  "Mich würde interessieren, ob die Rampe breit genug ist.",
  "Notre notaire demande si vous avez les clés.",
  "Je me demandais si le local était libre.",
  "El banco pregunta si tenéis el contrato.",
  "Me preguntaba si el local ya está libre.",
  "Bank pyta, czy macie umowę.",
  "Zastanawiam się, czy lokal jest już wolny.",
  "Банк питає, чи є у вас договір.",
  "Цікаво, чи фарба вже висохла.",
])("what another asks through the writer, or the writer wonders, is asked: %s", (sentence) => {
  expect(owingIn(sentence)).toEqual({ kind: "ask", by: "reader" });
});

test.each([
  "Many of you have asked whether you should come in next week.",
  "Since the council backed the plan, the owners want to know how they will be paid.",
  "Our insurers have asked whether it leaks and I told them no.",
  "I was wondering if I had left my keys there, but they were in the car.",
  "Everybody wants to know who won.",
  "Viele Kunden fragen, ob das noch geht.",
  "Die Bank hat gefragt, ob Sie das wissen, und ich habe ja gesagt.",
  "Je me demandais si je rêvais.",
  "On se demande si c'est vrai.",
  "La gente pregunta si llueve.",
  "Ludzie pytają, czy można płacić kartą.",
  "Цікаво, що буде далі.",
])("what is told of a question asks nothing: %s", (sentence) => {
  expect(owingIn(sentence)).toBeNull();
});

test.each(["our my the ", "hat gefragt ", "wants to know ", "pregunta si ", "czy ", "питає "])(
  "a line without end is read in no time: %s",
  (piece) => {
    asksInReport(endless(piece));
  },
);
