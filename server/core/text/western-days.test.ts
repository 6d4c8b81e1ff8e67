import { expect, test } from "vitest";
import { dueIn } from "./due.ts";

/** A Wednesday of the 48th week. */
const at = "2026-11-25T10:00:00.000Z";
const due = (sentence: string, timeZone = "Europe/Berlin") => dueIn(sentence, at, { timeZone })?.on;

test.each([
  ["Lieferung in KW 50.", "2026-12-11"],
  ["Wir liefern in der 49. KW.", "2026-12-04"],
  ["Lieferung in KW 2.", "2027-01-15"],
  ["Ich schaue es mir am Wochenende an.", "2026-11-29"],
  ["Sie haben es bis zum Wochenende.", "2026-11-27"],
  ["Ich rufe Freitagmittag an.", "2026-11-27"],
  ["Ich komme am Di um 9.", "2026-12-01"],
  ["Nächste Woche Mittwoch liefern wir.", "2026-12-02"],
  ["Sie erhalten es innerhalb von 5 Werktagen.", "2026-12-02"],
  ["Ich melde mich im Laufe der Woche.", "2026-11-27"],
  ["Livraison en semaine 50.", "2026-12-11"],
  ["Je finalise pour la fin de la semaine prochaine.", "2026-12-04"],
  ["Je regarde ce week-end.", "2026-11-29"],
  ["On se voit lundi en huit.", "2026-12-07"],
  ["Réponse sous huitaine.", "2026-12-03"],
  ["Livraison dans un délai de dix jours ouvrés.", "2026-12-09"],
  ["Je vous rappelle dans la journée.", "2026-11-25"],
  ["Je vous rappelle demain dans la matinée.", "2026-11-26"],
  ["Lo miro este fin de semana.", "2026-11-29"],
  ["Respondemos en un plazo de cinco días hábiles.", "2026-12-02"],
  ["Te lo digo a lo largo de la semana.", "2026-11-27"],
  ["Entregamos la semana 50.", "2026-12-11"],
  ["Lo vemos el mes que viene.", "2026-12-31"],
  ["Ogarnę to do końca przyszłego tygodnia.", "2026-12-04"],
  ["Wyślę do końca tygodnia.", "2026-11-27"],
  ["Spotkajmy się w przyszły piątek.", "2026-12-04"],
  ["Zerknę w weekend.", "2026-11-29"],
  ["Odpowiemy w ciągu pięciu dni roboczych.", "2026-12-02"],
  ["Wrócę za dwa tygodnie.", "2026-12-09"],
  ["Zapłacimy do 15.12 przelewem.", "2026-12-15"],
  ["Montaż w 50. tygodniu.", "2026-12-11"],
])("“%s” is due on %s", (sentence, on) => {
  expect(due(sentence)).toBe(on);
});

test.each(["Version 15.12 ist da.", "Cena wynosi od 12.10 do 15.12 zł.", "Semana 2 del proyecto.", "Teil KW 412."])(
  "“%s” names no deadline",
  (sentence) => {
    expect(due(sentence)).toBeUndefined();
  },
);

test("a week's Friday is that of where the writer is", () => {
  const late = "2026-11-29T23:30:00.000Z";
  const on = (timeZone: string) => dueIn("Zerknę w ciągu tygodnia.", late, { timeZone })?.on;
  expect(on("Europe/Warsaw")).toBe("2026-12-07");
  expect(on("Europe/London")).toBe("2026-12-06");
});
