import { expect, test } from "vitest";
import { endless } from "../../../testing/endless.ts";
import { owingIn } from "./obligations.ts";

test.each([
  "Danach sag ich dir Bescheid.",
  "Ich rede mit Jonas und melde mich.",
  "Selbstverständlich ersetzen wir die Scheibe kostenfrei.",
  "Lieferung der Tore erfolgt in KW 12.",
  "Nach der Prüfung werden wir den Betrag erstatten.",
  "Ich habe ihm zugesagt, dass wir den Plan ändern.",
  "On vous met deux palettes de côté.",
  "Je te redis lundi.",
  "Nous ne manquerons pas de vous prévenir.",
  "Les clés vous seront remises sur place.",
  "Le plan, c'est moi qui le dessine.",
  "Le virement partira dès réception de la facture.",
  "Hablo con Jonas y te digo algo.",
  "Iremos preparando los planos.",
  "Del seguro me ocupo yo.",
  "Las llaves se entregarán antes del viernes.",
  "Me he comprometido a enviarles el plano.",
  "Pogadam z szefem i się odezwę.",
  "Skoryguję plan i dam Panu znać.",
  "Montaż nastąpi do 12 marca.",
  "Fakturę biorę na siebie.",
])("“%s” is a promise of its writer", (sentence) => {
  expect(owingIn(sentence)).toEqual({ kind: "promise", by: "writer" });
});

test.each([
  "Herr Brandt meldet sich morgen bei Ihnen.",
  "Um die Tore kümmert sich Marta.",
  "Notre chauffeur vous appellera la veille.",
  "Marta s'occupe de prévenir le gardien.",
  "Nuestra arquitecta le enviará los planos.",
  "Marta se encarga de las llaves.",
  "Kierownik skontaktuje się z Państwem.",
])("what somebody else will do for one of the two is a third one's promise: %s", (sentence) => {
  expect(owingIn(sentence)).toEqual({ kind: "promise", by: "third" });
});

test.each([
  "Wir bitten Sie, uns den Plan unterschrieben zu schicken.",
  "Für eine kurze Zusage wäre ich Ihnen dankbar.",
  "Bis zum 31. März benötigen wir von Ihnen die Maße.",
  "Die Behörde braucht den Plan bis Freitag.",
  "Auch ein Lageplan wäre hilfreich.",
  "Reservier bitte schon mal den Kran.",
  "Merci de vous présenter à l'accueil.",
  "Je vous remercie de bien vouloir signer le plan.",
  "Il nous faudrait les cotes de la porte.",
  "Vos remarques doivent nous parvenir avant le 12 mars.",
  "Un plan des accès nous serait utile.",
  "Bloque-nous un quai, stp.",
  "Le ruego me envíe las medidas.",
  "Deberá presentar el plano firmado.",
  "A ver si puedes mirarlo hoy.",
  "Nos harían falta dos fotos.",
  "Quisiera saber si el muelle está libre.",
  "Indíquenos la hora de llegada.",
  "Uprzejmie prosimy o odesłanie planu.",
  "Do 12 marca potrzebowalibyśmy wymiarów.",
  "Musi Pan jeszcze podpisać plan.",
  "Niech każdy sprawdzi swoją część.",
  "Chętnie poznam Państwa zdanie.",
])("“%s” asks its reader", (sentence) => {
  expect(owingIn(sentence)).toEqual({ kind: "ask", by: "reader" });
});

test.each([
  "Gerne bestätige ich Ihnen die Besichtigung am 19. März.",
  "In der Regel schicken wir Ihnen den Plan per Post.",
  "Der Bauleiter sagt, er habe dir den Plan geschickt.",
  "Bitte antworten Sie nicht auf diese Nachricht.",
  "Haben Sie schon unsere neue Halle entdeckt?",
  "Sollte das nicht passen, sagen Sie gerne Bescheid.",
  "Wie geht es Ihnen?",
  "Je vous confirme la visite du 18 mars.",
  "Si vous avez déjà réglé, merci de ne pas tenir compte de ce courrier.",
  "Je suis effaré par ce retard.",
  "Et si vous changiez de bureau cette année ?",
  "En général, on vous rappelle le lendemain.",
  "Le confirmo la visita del 2 de diciembre.",
  "Adjunto le envío el plano.",
  "Te paso lo que hablamos.",
  "¿Todavía no conoces nuestra nave?",
  "Por favor, no responda a este correo.",
  "Siempre te mandamos el plano antes.",
  "Prosimy nie odpowiadać na tę wiadomość.",
  "Masz pytania?",
  "Proszę bardzo.",
  "Zwykle wysyłamy plan w piątek.",
  "Sprawdź naszą ofertę.",
])("“%s” makes nobody owe anything", (sentence) => {
  expect(owingIn(sentence)).toBeNull();
});

test("whatever stands in a sentence, it is read in linear time", () => {
  for (const words of [
    "ich spreche und ",
    "bitte wir brauchen bis ",
    "die lieferung der ",
    "wird sich bei ",
    "je vous le ",
    "merci de bien vouloir me le ",
    "la livraison de ",
    "il nous faudrait ",
    "te lo mando y ",
    "se le ",
    "necesito que ",
    "niech każdy ",
    "do piątku potrzebujemy ",
    "wysyłka do ",
  ])
    for (const sentence of [words.repeat(Math.floor(390 / words.length)), endless(words)]) owingIn(sentence);
});
