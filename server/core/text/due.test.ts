import { expect, test } from "vitest";
import { dueIn, offsetOf } from "./due.ts";

/** A Wednesday, at ten in the evening in Stockholm. */
const at = "2026-03-04T21:00:00.000Z";
const stockholm = { timeZone: "Europe/Stockholm" };
const due = (sentence: string, zone: Parameters<typeof dueIn>[2] = stockholm) => {
  const found = dueIn(sentence, at, zone);
  if (found) expect(sentence.slice(found.start, found.end)).toBe(found.words);
  return found && [found.on, found.words];
};

test.each([
  ["I'll send the floor plan by Friday.", "2026-03-06", "by Friday"],
  ["Please answer no later than Tues.", "2026-03-10", "no later than Tues"],
  ["We will call you tomorrow morning.", "2026-03-05", "tomorrow"],
  ["Could you confirm by end of day?", "2026-03-04", "by end of day"],
  ["You will have it next Monday.", "2026-03-09", "next Monday"],
  ["Let us decide next Friday.", "2026-03-13", "next Friday"],
  ["I will get back to you next week.", "2026-03-13", "next week"],
  ["We'll have it ready by the end of the week.", "2026-03-06", "by the end of the week"],
  ["I will pay by the end of the month.", "2026-03-31", "by the end of the month"],
  ["You will hear from us within two weeks.", "2026-03-18", "within two weeks"],
  ["I'll ship it in 3 days.", "2026-03-07", "in 3 days"],
  ["Please sign it before March 20th.", "2026-03-20", "before March 20th"],
  ["I will deliver on 2 April 2026.", "2026-04-02", "on 2 April 2026"],
  ["Send the figures by January 15.", "2027-01-15", "by January 15"],
  ["I'll have them ready by Friday 13 March.", "2026-03-13", "by Friday 13 March"],
  ["Would Monday, March 16 suit you?", "2026-03-16", "Monday, March 16"],
  ["Please return it by the 15th.", "2026-03-15", "by the 15th"],
  ["I'll send it by EOD Friday.", "2026-03-06", "by EOD Friday"],
  ["You will have it a week from Friday.", "2026-03-13", "a week from Friday"],
  ["Shall we say two weeks on Monday?", "2026-03-23", "two weeks on Monday"],
  ["It is ready a week from tomorrow.", "2026-03-12", "a week from tomorrow"],
  ["I can come on Friday week.", "2026-03-13", "on Friday week"],
  ["Payment goes out with Friday's run.", "2026-03-06", "Friday"],
  ["It ships in the week of 23 March.", "2026-03-27", "23 March"],
  ["Expect it in the next day or two.", "2026-03-06", "in the next day or two"],
  ["You'll have it within the hour.", "2026-03-04", "within the hour"],
  ["Will revert tmrw with the plan.", "2026-03-05", "tmrw"],
  ["I'll send it over this pm.", "2026-03-04", "this pm"],
  ["You'll have it by EOP.", "2026-03-04", "by EOP"],
  ["Draft with you by end of play Thurs.", "2026-03-05", "by end of play Thurs"],
  ["Let me have it by close Friday.", "2026-03-06", "by close Friday"],
  ["Pictures to follow in the morning.", "2026-03-05", "in the morning"],
  ["The racks are there by the weekend.", "2026-03-06", "by the weekend"],
  ["I'll read it over the weekend.", "2026-03-08", "over the weekend"],
  ["You'll have it before the weekend.", "2026-03-06", "before the weekend"],
  ["Please sign it by 13-Mar-2026.", "2026-03-13", "by 13-Mar-2026"],
  ["I'll call first thing in the morning.", "2026-03-05", "first thing in the morning"],
  ["You'll get it Friday the 20th.", "2026-03-20", "the 20th"],
  ["I'll be back to you by early April.", "2026-04-10", "by early April"],
  ["We will deliver in Q2.", "2026-06-30", "in Q2"],
  ["Can you come on Sat?", "2026-03-07", "on Sat"],
  ["I'll know in about a week.", "2026-03-11", "in about a week"],
  ["You'll have it in ten working days.", "2026-03-18", "in ten working days"],
  ["We can turn it round in 48h.", "2026-03-06", "in 48h"],
  ["I need it in an hour.", "2026-03-04", "in an hour"],
  ["Please revert by COB tomorrow.", "2026-03-05", "by COB tomorrow"],
  ["You'll have it by noon on Friday.", "2026-03-06", "by noon on Friday"],
  ["Can you hold the price until the end of April?", "2026-04-30", "until the end of April"],
  ["Let us meet on Friday next week.", "2026-03-13", "on Friday next week"],
  ["You will have it within the next two weeks.", "2026-03-18", "within the next two weeks"],
  ["You will hear from us within 48 hours.", "2026-03-06", "within 48 hours"],
  ["We will ship it in a fortnight.", "2026-03-18", "in a fortnight"],
  ["I can confirm in a couple of days.", "2026-03-06", "in a couple of days"],
  ["I need it before the end of Q1.", "2026-03-31", "before the end of Q1"],
  ["Wir zahlen bis Quartalsende.", "2026-03-31", "bis Quartalsende"],
  ["Відповім протягом тижня.", "2026-03-11", "протягом тижня"],
  ["Merci de le renvoyer sous huit jours.", "2026-03-12", "sous huit jours"],
  ["Ze komen binnen 3 dagen.", "2026-03-07", "binnen 3 dagen"],
  ["Cuma gününe kadar göndereceğim.", "2026-03-06", "Cuma"],
  ["Lähetän sen perjantaihin mennessä.", "2026-03-06", "perjantaihin"],
  ["We will come back to you by mid-next week.", "2026-03-11", "by mid-next week"],
  ["Können Sie uns bis Mitte nächster Woche schreiben?", "2026-03-11", "bis Mitte nächster Woche"],
  ["Expect a call early next week.", "2026-03-10", "early next week"],
  ["Відповім на початку наступного тижня.", "2026-03-10", "на початку наступного тижня"],
  ["Nous reviendrons vers vous en début de semaine prochaine.", "2026-03-10", "en début de semaine prochaine"],
  ["It will be ready by mid-April.", "2026-04-15", "by mid-April"],
  ["Wir liefern bis Mitte April.", "2026-04-15", "bis Mitte April"],
  ["Надішлю звіт до кінця березня.", "2026-03-31", "до кінця березня"],
  ["Зустрінемося на наступному тижні.", "2026-03-13", "на наступному тижні"],
  ["Wir zahlen bis Monatsende.", "2026-03-31", "bis Monatsende"],
  ["Wir liefern bis Ende April.", "2026-04-30", "bis Ende April"],
  ["Ti mando il contratto entro venerdì.", "2026-03-06", "entro venerdì"],
  ["Ci sentiamo la settimana prossima.", "2026-03-13", "la settimana prossima"],
  ["Wyślę umowę do piątku.", "2026-03-06", "do piątku"],
  ["Zadzwonię jutro.", "2026-03-05", "jutro"],
  ["Jag skickar avtalet senast på fredag.", "2026-03-06", "senast på fredag"],
  ["Vi återkommer nästa vecka.", "2026-03-13", "nästa vecka"],
  ["Ik stuur het uiterlijk vrijdag.", "2026-03-06", "uiterlijk vrijdag"],
  ["Envio o contrato até sexta-feira.", "2026-03-06", "até sexta-feira"],
  ["Pošlu smlouvu příští týden.", "2026-03-13", "příští týden"],
  ["Jeg sender kontrakten innen fredag.", "2026-03-06", "innen fredag"],
  ["Пришлю договор до пятницы.", "2026-03-06", "до пятницы"],
  ["Надішлю план до п'ятниці.", "2026-03-06", "до п'ятниці"],
  ["Надішлю план до п’ятниці.", "2026-03-06", "до п’ятниці"],
  ["Зателефоную завтра зранку.", "2026-03-05", "завтра"],
  ["Відповім наступного тижня.", "2026-03-13", "наступного тижня"],
  ["Оплатимо до 20 березня.", "2026-03-20", "до 20 березня"],
  ["Передам документи через два тижні.", "2026-03-18", "через два тижні"],
  ["Скину план до пт.", "2026-03-06", "до пт"],
  ["У вт здамо стелажі.", "2026-03-10", "У вт"],
  ["В обід наберу.", "2026-03-04", "В обід"],
  ["Ввечері гляну.", "2026-03-04", "Ввечері"],
  ["До обіду завтра скину.", "2026-03-05", "завтра"],
  ["У п'ятницю після обіду наберу.", "2026-03-06", "У п'ятницю"],
  ["Зранку надішлю.", "2026-03-05", "Зранку"],
  ["Хвилин за 20 наберу.", "2026-03-04", "Хвилин за 20"],
  ["Відповімо протягом доби.", "2026-03-05", "протягом доби"],
  ["Відповімо протягом двох годин.", "2026-03-04", "протягом двох годин"],
  ["Зробимо за 2-3 дні.", "2026-03-07", "за 2-3 дні"],
  ["Відповімо протягом 5 робочих днів.", "2026-03-11", "протягом 5 робочих днів"],
  ["Сьогодні-завтра гляну.", "2026-03-05", "Сьогодні-завтра"],
  ["Скину до вихідних.", "2026-03-06", "до вихідних"],
  ["На вихідних подивлюсь.", "2026-03-08", "На вихідних"],
  ["Після вихідних наберу.", "2026-03-09", "Після вихідних"],
  ["Відвантажимо 30.03, як домовлялись.", "2026-03-30", "30.03"],
  ["Подайте заявки до 18.03.", "2026-03-18", "до 18.03"],
  ["Звіт буде до 10 числа.", "2026-03-10", "до 10 числа"],
  ["Здам до 10-го.", "2026-03-10", "до 10-го"],
  ["Звіт буде 10-го квітня.", "2026-04-10", "10-го квітня"],
  ["Підпишіть до першого квітня.", "2026-04-01", "до першого квітня"],
  ["Ich schicke Ihnen den Plan bis Freitag.", "2026-03-06", "bis Freitag"],
  ["Wir melden uns nächste Woche.", "2026-03-13", "nächste Woche"],
  ["Je vous enverrai le plan avant vendredi.", "2026-03-06", "avant vendredi"],
  ["Je regarde ça ce soir.", "2026-03-04", "ce soir"],
  ["W piątek wieczorem zadzwonię.", "2026-03-06", "W piątek"],
  ["Merci de le renvoyer avant le 1er avril.", "2026-04-01", "avant le 1er avril"],
  ["Le enviaré el plano mañana.", "2026-03-05", "mañana"],
  ["Le llamaremos el 12 de marzo.", "2026-03-12", "el 12 de marzo"],
])("“%s” is due on %s", (sentence, on, words) => {
  expect(due(sentence)).toEqual([on, words]);
});

test.each([
  "I will send the plan.",
  "The hall was ready last Friday.",
  "I'll forward the mail that I got on 1 March 2026.",
  "Friday's agenda is what we need.",
  "We may come later.",
  "Every Friday we have cake.",
  "Sun protection is included.",
  "We sat down with Jonas.",
  "In Q1 we let ten halls.",
  "It has been two weeks since we wrote.",
  "We have waited over two weeks.",
  "It took us within a hair of the limit.",
  "Кожної п'ятниці скидаємо звіт.",
  "Вчора ввечері дивився план.",
  "Ціна за тонну по 12.10, а версія 1.10 вже є.",
  "Площа складу 45.10 м.",
  "Договір № 12.11 готовий.",
])("“%s” names no deadline", (sentence) => {
  expect(due(sentence)).toBeNull();
});

test("tomorrow is the day after the writer's today, wherever they sit", () => {
  expect(due("I'll call tomorrow.", { offsetMinutes: 9 * 60 })?.[0]).toBe("2026-03-06");
  expect(due("I'll call tomorrow.", { offsetMinutes: -8 * 60 })?.[0]).toBe("2026-03-05");
  expect(offsetOf("From: a\nDate: Wed, 4 Mar 2026 13:00:00 -0830 (PST)\nTo: b")).toBe(-510);
  expect(offsetOf("Date: Wed, 4 Mar 2026 13:00:00 GMT")).toBeNull();
});

test("3/4 is a day of April or of March, as the writer's side of the ocean reads it", () => {
  expect(due("I'll send it by 3/5", { offsetMinutes: -480 })?.[0]).toBe("2026-03-05");
  expect(due("I'll send it by 3/5")?.[0]).toBe("2026-05-03");
  expect(due("I'll send it by 3/25")?.[0]).toBe("2026-03-25");
});

test("a day that a month does not have is none, and a month from its last day ends with the next", () => {
  const on = (sentence: string, day: string) => dueIn(sentence, `${day}T10:00:00.000Z`, stockholm)?.on;
  expect(on("I'll pay in a month.", "2026-01-31")).toBe("2026-02-28");
  expect(on("Please return it by the 31st.", "2026-04-10")).toBe("2026-05-31");
  expect(on("We deliver by 31 June.", "2026-04-10")).toBeUndefined();
});

test("of two dates the one behind “by” is the deadline", () => {
  expect(due("On Monday we meet, so please send it by tomorrow.")).toEqual(["2026-03-05", "by tomorrow"]);
});

test("a sentence that was stretched with a million blanks comes to an end, and names no deadline", () => {
  expect(due(`Please send it${" ".repeat(1_000_000)}by tomorrow.`)).toBeNull();
});
