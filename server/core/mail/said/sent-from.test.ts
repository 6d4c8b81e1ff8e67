import { expect, test } from "vitest";
import { endless } from "../../../testing/endless.ts";
import { splitQuotes } from "./quotes.ts";
import { isSentFrom } from "./sent-from.ts";

const kindsOf = (text: string) =>
  splitQuotes(text).map(({ kind, start, end }) => [kind, text.slice(start, end).trim()] as const);

test.each([
  "Sent from my iPhone",
  "Sent with [Proton Mail](https://proton.example/) secure email.",
  "Sent via Spark Email — https://spark.example",
  "Von meinem Samsung Galaxy Smartphone gesendet.",
  "Nachricht wurde von Android-Gerät mit GMX Mail gesendet.",
  "Inviato dal mio dispositivo Android",
  "Wysłane z iPhone'a",
  "Trimis de pe iPhone",
  "Elküldve az iPhone-omról",
  "Στάλθηκε από το iPhone μου",
  "Надіслано з мобільної пошти Ukr.net",
  "iPhone'umdan gönderildi",
  "Outlook für Android<https://aka.example/1> beziehen",
  "Obtenez Outlook pour Android",
  "Obter o Outlook para Android",
  "Verzonden vanuit Outlook voor iOS",
  "Az iPhone-omról küldve",
  "Gesendet mit der mobilen Mail App",
  "\u202bأُرسلت من الـ iPhone\u202c",
  "נשלח מה-iPhone שלי",
  "Télécharger Outlook pour iOS",
])("what a phone or a mail program says of itself is not said by the person: %s", (line) => {
  expect(kindsOf(`Fine.\n\n${line}\n`)).toEqual([
    ["said", "Fine."],
    ["signature", line],
  ]);
});

test.each([
  "Sent the Outlook invite to Jonas.",
  "Die Einladung habe ich über Outlook gesendet.",
  "Von Jonas per Outlook an alle gesendet.",
  "We get Outlook for Android and iOS next week.",
  "Sent from the yard. Jonas has the key to the phone box.",
])("a person who speaks of what was sent is heard: %s", (line) => {
  expect(kindsOf(`Fine.\n\n${line}\n`).map(([kind]) => kind)).toEqual(["said"]);
});

test("a line of any length is looked at in little time", () => {
  for (const line of [
    endless("sent from "),
    endless("outlook "),
    endless("von iphone "),
    `von ${endless("ich ")}iphone gesendet`,
    `a b c d outlook ${endless("x ")}`,
  ]) {
    isSentFrom(line);
    isSentFrom(line.slice(0, 160));
  }
});
