import { expect, test } from "vitest";
import { languageOf } from "./language.ts";

test.each([
  ["en", "Sounds good, see you on Monday."],
  ["en", "Any news about the contract?"],
  ["en", "The ramp has arrived."],
  ["en", "Jean-Pierre and Señora Muñoz will be at the hall."],
  ["uk", "Домовились, чекаю."],
  ["uk", "Коли вам зручно зустрітися?"],
  ["de", "Passt, bis Montag!"],
  ["de", "Haben Sie schon etwas gehört?"],
  ["de", "Anbei das Angebot für die Halle."],
  ["fr", "D’accord, à lundi."],
  ["fr", "Avez-vous reçu le devis ?"],
  ["fr", "Le contrat est en pièce jointe."],
  ["es", "De acuerdo, hasta el lunes."],
  ["es", "¿Ha recibido el presupuesto?"],
  ["es", "Le adjunto el contrato firmado."],
  ["it", "Va bene, a lunedì."],
  ["it", "Ha ricevuto il preventivo?"],
  ["it", "In allegato il contratto firmato."],
  ["it", "Ci sentiamo domani mattina."],
  ["it", "Perfetto, grazie mille!"],
  ["pl", "Dobrze, do poniedziałku."],
  ["pl", "Czy dotarła do Państwa oferta?"],
  ["pl", "W załączeniu podpisana umowa."],
  ["pl", "Kiedy możemy się spotkać?"],
  ["pl", "Super, dzięki!"],
  ["sv", "Bra, vi ses på måndag."],
  ["sv", "Har du fått offerten?"],
  ["sv", "Avtalet är bifogat."],
])("%s: “%s”", (language, text) => {
  expect(languageOf(text)).toBe(language);
});

test.each([
  ["Dutch", "Bedankt voor uw bericht, wij komen hier graag op terug."],
  ["Norwegian", "Takk for meldingen, jeg kommer tilbake til dere på mandag."],
  ["Danish", "Tak for jeres tilbud, vi vender tilbage på mandag."],
  ["Portuguese", "Obrigado pela mensagem, não posso na segunda-feira."],
  ["Czech", "Děkuji za zprávu, ozvu se v pondělí."],
  ["Finnish", "Kiitos viestistä, palaan asiaan maanantaina."],
  ["Russian", "Спасибо за письмо, я отвечу вам завтра."],
  ["nothing", "4117, 12 x 3"],
  ["a name", "Marta Lindqvist"],
])("what is %s is not taken for a language that is written here", (_, text) => {
  expect(languageOf(text)).toBe("other");
});
