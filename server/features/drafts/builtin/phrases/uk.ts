import type { Tone } from "@sidenote/contract/context";
import { genderOf, vocative } from "../../../../core/text/vocative.ts";
import { LONGEST_OPEN } from "./either-way.ts";
import { eitherWayUk, flippedUk } from "./either-way-uk.ts";
import { openQuestionUk } from "./open-question-uk.ts";
import type { Phrases } from "./phrases.ts";
import { sentenceUk } from "./wishes-uk.ts";

const PATRONYMIC = /^\p{Lu}[\p{L}'’ʼ]+ \p{Lu}[\p{L}'’ʼ]+(?:ович|івна|ївна)(?=\s|$)/u;

/** With a patronymic it is the polite form; without one a formal letter names whom it can call a woman or a man. */
function greeting(tone: Tone, name: string | null): string {
  if (name === null) return "Добрий день,";
  const [polite] = name.match(PATRONYMIC) ?? [];
  if (polite) return `Добрий день, ${vocative(polite)}!`;
  const gender = tone === "formal" ? genderOf(name) : null;
  const [given = ""] = name.split(" ");
  if (gender) return `${gender === "woman" ? "Шановна" : "Шановний"} ${vocative(given)}!`;
  return tone === "formal" ? "Добрий день," : `Вітаю, ${vocative(name)}!`;
}

export const uk: Phrases = {
  language: "uk",
  locale: "uk-UA",
  greeting,
  closing: (tone, name) =>
    `${tone === "formal" ? "З повагою" : tone === "casual" ? "На все добре" : "Гарного дня"},\n${name}`,
  thanksForMail: (day) => (day === null ? "Дякую за лист." : `Дякую за лист від ${day}.`),
  thanksAlone: "Щиро дякую.",
  meets: {
    complaint: ["Мені прикро це чути."],
    refusal: ["Дякую, що повідомили.", "Якщо щось зміниться, із задоволенням допоможу."],
    objection: ["Дякую за відвертість щодо ціни."],
    order: ["Дякую за замовлення."],
    introduction: ["Дякую за знайомство."],
    thanks: ["Будь ласка, завжди радо допоможу."],
    praise: ["Щиро дякую, дуже приємно це чути."],
    news: ["Дякую, що повідомили."],
  },
  // "Надсилаю підписану угоду" has it in its case.
  thanksFor: (thing) => `Дякую за ${flippedUk(thing) ?? "документи"}.`,
  getWell: "Сподіваюся, вам уже краще.",
  goodWeekend: "І вам гарних вихідних.",
  whatIsDone: "як ви це вирішите",
  whatIsOffered: "що ви можете запропонувати",
  eitherWay: eitherWayUk,
  openQuestion: openQuestionUk,
  asIWrote: (day, text) =>
    // Words of another language are theirs as they stood.
    !/\p{Script=Cyrillic}/u.test(text)
      ? uk.iWrote(day, text)
      : `Як зазначено в моєму листі від ${day}: ${asClause(text)}`,
  asITold: (day, text) => `Як ми говорили${day ? ` ${day}` : ""}: ${asClause(text)}`,
  iWrote: (day, quote) => `У моєму листі від ${day}: «${quote}»`,
  youWrote: (day, quote) => `У вашому листі від ${day}: «${quote}»`,
  otherWrote: (day, author, quote) => `${author}, ${day}: «${quote}»`,
  factIs: (topic, value) => `${capital(topic)}: ${value}.`,
  comeBackTo: (day) => `Хочу повернутися до свого листа від ${day}.`,
  iAsked: (question) => `Там було запитання: «${question}»`,
  lookingForward: "Чекаю на відповідь.",
  isThereNews: "Чи є щось нове?",
  declined: "На жаль, зараз це неможливо.",
  because(why) {
    return /^(бо|тому що|оскільки|через)(?!\p{L})|\d|(?<!\p{L})(?:я|ми|він|вона|вони|мене|нас|немає|буде|не)(?!\p{L})/iu.test(
      why,
    )
      ? null
      : `Для нас це ${why}.`;
  },
  followUpOn: (subject) => `Хочу повернутися до теми «${subject}».`,
  meet: "Пропоную домовитися про зустріч.",
  whenSuits: "Який день і час вам зручні?",
  doesThatSuit: "Чи вам це зручно?",
  lookForwardToIt: "Буду чекати.",
  suits(times) {
    const open = times.map(asSubject).join(" або ");
    if (times.length === 1) return { before: `${open} мені`, open: "підходить чи не підходить", after: "" };
    return open.length > LONGEST_OPEN
      ? { before: `Ви запропонували ${open}, мені підходить`, open: "що саме", after: "" }
      : { before: "Мені підходить", open, after: "" };
  },
  attached: (thing, asked) => (asked ? `Надсилаю ${thing}, як і просили.` : `Надсилаю ${thing}.`),
  whichDocument: "який документ",
  introduceTo: (whom) =>
    /^(з|із|зі)\s/i.test(whom) ? `Хочу вас познайомити ${whom}.` : `Хочу представити вам ${whom}.`,
  whom: "кого",
  myNameIs: (name) => `Мене звати ${name}.`,
  isOpen: (topic, gap) => `${capital(topic)}: ${gap}.`,
  or: "або",
  itSuits: (time) => `Мені підходить ${asSubject(time)}.`,
  howAbout: (time) => `Пропоную: ${asSubject(time)}. Чи вам це зручно?`,
  refusal({ before, open, after }) {
    const no = /^з?мож(?:емо|у) чи (не з?мож(?:емо|у))$/.exec(open)?.[1];
    return no ? `На жаль, ${[before === "ми" ? "" : before, no, after].filter(Boolean).join(" ")}.` : null;
  },
  shortly({ before, open, after }) {
    const [, is, isNot] = /^(\S+) чи ((?:ще )?не \S+|неможливо)$/u.exec(open) ?? [];
    const said = (how: string) => [before === "ми" ? "" : before, how, after].filter(Boolean).join(" ");
    return is && isNot ? { yes: `Так, ${said(is)}.`, no: `На жаль, ${said(isNot)}.` } : null;
  },
  brought(text) {
    const [, thing] =
      /(?:надсилаю|додаю|прикріплюю|(?:у|в) (?:вкладенні|додатку)(?: [–—-])?)(?: (?:вам|тобі))? ((?!це|його|їх)\p{L}[^,.;:!?]{3,60})/iu.exec(
        text,
      ) ?? [];
    return thing
      ? thing.replace(/ (?:як|що|який|яка|яке|які|для вас|і прошу|та прошу)(?!\p{L}).*$/iu, "").trim()
      : null;
  },
  // What was sent stands in its case already; whether a man or a woman sent it shows in no other words.
  sentYou: (day, thing) => `Хочу нагадати про ${thing} від ${day}.`,
  hadALook: "Чи вже була нагода переглянути?",
  sorry: "Перепрошую за це.",
  writingAbout: "Пишу вам щодо",
  whatAbout: "чого",
  short: {
    yes: ["Так", "Так, мені це підходить."],
    no: ["Ні", "На жаль, це неможливо."],
    time: ["Пізніше", "Дякую за лист.", "Чи можу я повернутися до цього трохи пізніше?"],
    back: ["Уточнити", "Чи могли б ви розповісти трохи більше про те, що вам потрібно?"],
    good: ["Подякувати", "Дякую, добре, що тепер я це знаю."],
    agree: ["Погодитися", "Дякую, погоджуюся."],
    news: ["Нагадати", "Чи є щось нове?"],
    talk: ["Поговорити", "Можливо, простіше поговорити?", "Який день і час вам зручні?"],
    fits: (time, isOne) => [
      isOne ? capital(asSubject(time)) : "Підходить",
      `Дякую, ${asSubject(time)} мені підходить.`,
    ],
    fitsNot: ([time = "", ...others]) => [
      "Не підходить",
      others.length > 0
        ? `На жаль, ні ${[time, ...others].map(asSubject).join(", ні ")} мені не підходить.`
        : `На жаль, ${asSubject(time)} мені не підходить.`,
      "Який інший день і час вам зручні?",
    ],
    answer: "Відповісти",
    attach: "Надіслати",
    willDo: ["Так", "Так, зроблю."],
    itIs: ["Так", "Так, усе вірно."],
    itIsNot: ["Ні", "На жаль, ні."],
    nothing: ["Нічого", "Дякую за запитання, поки що нічого."],
    forward: ["Чекати", "Дякую, чекатиму."],
    notNow: ["Пізніше", "Якщо зараз не на часі, коли краще повернутися до цієї теми?"],
  },
  asksConsent: (ask) =>
    /^(?:чи )?(?:(?:можна|можливо|можу я|можемо ми|ви не проти|влаштує|підійде|підходить|зручно|згодні|погоджуєтесь)(?!\p{L})|(?:вам|тобі) (?:підійде|підходить|зручно))/iu.test(
      ask,
    ),
  asksForAnything: (ask) => /(?<!\p{L})(?:щось (?:ще|потрібно)|чи є щось|ще щось|потрібно щось)(?!\p{L})/iu.test(ask),
  isApology: /^(?:перепрошую|вибачте|вибач)(?!\p{L})/iu,
  isBadNews: /затрим|запізн|пізніше, ніж|перенос|перенес|відкла/iu,
  isRefusal:
    /^на жаль(?!\p{L})|(?<!\p{L})(?:не можу|не можемо|не зможу|не зможемо|не вийде|неможливо|мусимо відмовити)(?!\p{L})|^ні(?!\p{L})/iu,
  wantsDone: (ask) =>
    /^(?:\S+, )?(?:чи )?(?:(?:не )?(?:могли|могла|міг) би? ви|ви (?:могли|могла|міг) би?|(?:можете|зможете)(?: ви)?|ви (?:можете|зможете)|будь ласка|прошу)(?!\p{L})/iu.test(
      ask,
    ) || /^\p{Lu}\p{L}+(?:іть|йте|айте)(?!\p{L})/u.test(ask),
  warm: "Сподіваюся, у вас усе добре.",
  warmEnd: "Якщо виникнуть запитання, із задоволенням допоможу.",
  wantedDocument(ask) {
    const [, thing] =
      /(?:надішліть|надішли|надіслати|пришліть|пришли|прислати|скиньте|скинь|скинути|перешліть|перешли|вишліть|вишли|вислати|відправте|відправити)[,\s]+(?:будь ласка[,\s]+)?(?:(?:мені|нам)\s+)?([^,.;?!]{3,60}?)(?=\s(?:до|на (?:завтра|сьогодні|понеділ|вівтор|серед|четвер|п['’ʼ]ятниц|цьому|наступн|пошт|адрес)|по|якомога|сьогодні|завтра|ще раз|знову|у|в|(?:і|й|та) (?:скаж|підкаж|уточн|напиш|повідом|чи))(?:\s|\p{L})|[,.;?!]|$)/iu.exec(
        ask,
      ) ?? [];
    return thing && !/^(?:їх|його|її|це)(?!\p{L})/iu.test(thing)
      ? thing.trim().replace(/^(ваш|свій)(?=\s)/i, "наш")
      : null;
  },
  sentence: sentenceUk,
};

/** "У середу" suits as "середа". */
const asSubject = (time: string): string =>
  time.replace(/(серед|субот)у(?!\p{L})/iu, "$1а").replace(/(п['’ʼ]ятниц|неділ)ю(?!\p{L})/iu, "$1я");

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence behind a colon: its first word small where it is a common one. */
const asClause = (text: string): string =>
  /^(ціна|доставка|оплата|ми|я|ви|це|так|ні|у|в|на|за|для|він|вона|вони|зараз|можна|потрібно|термін|вартість|завдаток|договір|рахунок)(?!\p{L})/iu.test(
    text,
  )
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
