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
  "I will request the drawings from our architect.",
  "I will initiate the call.",
  "We have your order and will answer as quickly as possible.",
  "The originals will be delivered to your office tomorrow.",
  "I'll send the plan today, and if you have questions, call me.",
  "I will be preparing the contract this week.",
  "I should have the figures tomorrow.",
  "You should receive the samples by Monday.",
  "I'll be in touch.",
  "We will have the revised plan for you on Monday.",
  "The signed copy will follow tomorrow.",
  "I can get that to you before the end of next week.",
  "The invoice will be with you by Tuesday.",
  "You'll hear back from us within 48 hours.",
  "I am sending you the plan this evening.",
  "We commit to delivering the first batch by 1 April.",
  "We guarantee delivery by Friday.",
  "I owe you the floor plan.",
  "Te lo envío el viernes.",
  "Mañana te paso el presupuesto.",
  "Segue amanhã o orçamento.",
  "Wrócę z odpowiedzią w poniedziałek.",
  "Ik kom er morgen op terug.",
  "Jag mejlar dig ritningarna på måndag.",
  "We aim to have the report with you by 31/03.",
  "Let me run this by our lawyer.",
  "Ich komme nächste Woche auf Sie zu.",
  "Надішлю план до п'ятниці.",
  "Спробую підготувати кошторис до середи.",
  "Перевірю ще раз і відпишу вам.",
  "Завтра зателефоную й уточню ціну.",
  "Ich schicke Ihnen das Angebot bis Freitag.",
  "Wir melden uns nächste Woche.",
  "Morgen rufe ich Sie an.",
  "Das Angebot erhalten Sie bis 12. März.",
  "Ich sage Ihnen morgen Bescheid.",
  "Die Rechnung geht Ihnen morgen zu.",
  "Sözleşmeyi cuma gününe kadar göndereceğim.",
  "Lähetän sopimuksen perjantaihin mennessä.",
  "Sie erhalten den Vertrag bis Freitag.",
  "Je vous enverrai le devis demain.",
  "Le confirmaremos la fecha mañana.",
  "Je vous envoie le contrat signé.",
  "Le invierò il preventivo domani.",
  "Ci penso io.",
  "Wyślę umowę do piątku.",
  "Jag skickar avtalet i morgon.",
  "Ik stuur je vrijdag het contract.",
  "We laten het je morgen weten.",
  "Envio o contrato até sexta-feira.",
  "Vou confirmar a data amanhã.",
  "Pošlu vám smlouvu příští týden.",
  "Jeg sender kontrakten innen fredag.",
  "Пришлю договор до пятницы.",
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
  "Let's meet on Thursday to go through the plan.",
  "Perhaps you can bring the drawings along.",
  "Jonas is away, so if you have talked to him, please let me know.",
  "Pls restore the old plan.",
  "Jonas, please coordinate with the haulier and tell him the day.",
  "Please review the plan and let me know if you have any questions.",
  "Let me know if you are able to come on Thursday.",
  "Did you get the floor plan",
  "Would it be better to begin with the first hall.",
  "We need your figures by Friday.",
  "If you could send me the plan today that would be great.",
  "I would like to talk to you about the lease.",
  "I just wanted to get your approval on the plan.",
  "Your comments would be greatly appreciated.",
  "You are requested to sign all forms by 25 May.",
  "Please send your comments and I'll put them in.",
  "We're still waiting on the floor plan from you.",
  "We'd need your answer by Monday.",
  "Grateful if you could confirm receipt.",
  "Appreciate your feedback on the draft.",
  "Just following up on the contract.",
  "We look forward to receiving the countersigned agreement by 20 March.",
  "Please find attached the contract and return a signed copy by Friday.",
  "You need to send us the signed form.",
  "Your approval is needed by Friday.",
  "Action required: confirm your slot by Thursday.",
  "Буду вдячна за відповідь до п'ятниці.",
  "It would be great to get your view on this.",
  "I was wondering whether you could hold the price.",
  "Don't forget to send me the list of keys.",
  "We require your written acceptance by 6 March.",
  "Merci de retourner le contrat signé.",
  "Quedamos a la espera de su confirmación.",
  "Por favor, envíenos la factura.",
  "Resto in attesa di un vostro riscontro.",
  "Fico a aguardar a sua resposta.",
  "Por favor, confirme a data.",
  "Laat me weten of dit past.",
  "Graag hoor ik van u.",
  "Czekam na Państwa odpowiedź.",
  "Чекаємо на підписаний договір.",
  "Ich freue mich auf Ihre Rückmeldung.",
  "Wir bräuchten die Unterlagen bis Mittwoch.",
  "Чи можете ви надіслати рахунок?",
  "Прошу підтвердити дату доставки.",
  "Надайте, будь ласка, реквізити.",
  "Чекаю на вашу відповідь.",
  "Будь ласка, підтвердьте дату.",
  "Könnten Sie mir den Vertrag schicken?",
  "Schicken Sie mir bitte den Vertrag.",
  "Ich bitte um Rückmeldung bis Montag.",
  "Veuillez confirmer la date.",
  "Proszę o przesłanie umowy.",
  "Vänligen bekräfta datumet.",
])("“%s” asks its reader", (sentence) => {
  expect(owingIn(sentence)).toEqual({ kind: "ask", by: "reader" });
});

test.each([
  "Jonas will send you the contract on Monday.",
  "I've asked Jonas to send you the drawings by Monday.",
  "The driver will call you an hour before.",
  "The driver is going to ring you an hour before.",
])("what somebody else will do for one of the two is a third one's promise: %s", (sentence) => {
  expect(owingIn(sentence)).toEqual({ kind: "promise", by: "third" });
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
  "Please give me a call if you have any questions.",
  "Please note that the gate is closed on Sunday.",
  "If you would like another copy, please ask our office.",
  "For more information, please write to our office.",
  "What we need is a warm hall.",
  "Have a nice weekend.",
  "I can send you the old plan, too.",
  "The data I'm sending you today is from last week.",
  "The goods will reach the second hall by Tuesday.",
  "Appreciate your help with the move.",
  "I am following up on it with the bank.",
  "Das Paket erhalten Sie am Empfang.",
  "We are calling it a success.",
  "I owe you a beer.",
  "We guarantee nothing.",
  "You need to see the hall.",
  "Please find attached the contract and the plan.",
  "I look forward to seeing you on Friday.",
  "It would be nice to get a feel for the halls.",
  "I plan to meet Jonas tomorrow.",
  "Remember the old hall in Mölndal.",
  "Merci de votre réponse.",
  "Nous vous remercions de votre visite.",
  "Wir kommen am Montag zu zweit.",
  "I will be taking two days off next week.",
  "I hope to be there.",
  "I will never forget it.",
  "The doors, which we should have from the factory tomorrow, are grey.",
  "I will be working late tonight.",
  "Let me know if you can't come.",
  "New halls\n?",
  "Anbei finden Sie bitte den Vertrag.",
  "Veuillez trouver le contrat ci-joint.",
  "Дякую за план, будь ласка.",
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

test.each([
  ["Könnten Sie uns die Rechnung bis zum 15.03. zusenden?", 1],
  ["契約書は金曜日までにお送りします。納期を教えていただけますか？", 1],
  ["هل يمكنك تأكيد السعر؟", 1],
  ["We need it on 15.03. Could you send it?", 1],
])("a question is found whole, whatever ends a sentence there: %s", (text, asks) => {
  const found = obligationsIn(text, splitQuotes(text)).filter((one) => one.kind === "ask");
  expect(found).toHaveLength(asks);
  expect(found[0]?.text).toBe(text.replace(/^.*[。]|^We need it on 15\.03\. /u, ""));
});

test("code behind what a mail asks for is no part of what it asks", () => {
  for (const code of ["```\nimport socket\n```", "import socket"]) {
    const text = `Please make sure that you put the following lines into the plan that you send:\n${code}`;
    const asked = obligationsIn(text, [{ kind: "said", start: 0, end: text.length }]);
    expect(asked.map((one) => one.text)).toEqual([text.split("\n")[0]]);
  }
});
