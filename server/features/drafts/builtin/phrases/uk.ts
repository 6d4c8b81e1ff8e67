import type { Tone } from "@sidenote/contract/context";
import { vocative } from "../../../../core/text/vocative.ts";
import { LONGEST_OPEN } from "./either-way.ts";
import { eitherWayUk } from "./either-way-uk.ts";
import type { Phrases } from "./phrases.ts";

const PATRONYMIC = /^\p{Lu}[\p{L}'’ʼ]+ \p{Lu}[\p{L}'’ʼ]+(?:ович|івна|ївна)(?=\s|$)/u;

/** With a patronymic it is the polite form; without one a formal letter names nobody. */
function greeting(tone: Tone, name: string | null): string {
  if (name === null) return "Добрий день,";
  const [polite] = name.match(PATRONYMIC) ?? [];
  if (polite) return `Добрий день, ${vocative(polite)}!`;
  return tone === "formal" ? "Добрий день," : `Вітаю, ${vocative(name)}!`;
}

export const uk: Phrases = {
  language: "uk",
  locale: "uk-UA",
  greeting,
  closing: (tone, name) =>
    `${tone === "formal" ? "З повагою" : tone === "casual" ? "На все добре" : "Гарного дня"},\n${name}`,
  thanksForMail: (day) => `Дякую за ваш лист від ${day}.`,
  thanksAlone: "Щиро дякую.",
  youAsked: (quote) => `Ви ${quote.endsWith("?") ? "запитували" : "просили"}: «${quote}»`,
  // Whose words they are shows in a Ukrainian verb, which no short rule turns round.
  askedAbout: () => null,
  eitherWay: eitherWayUk,
  answer: "відповідь",
  yesOrNo: "так чи ні",
  which: "що саме",
  when: "коли",
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
  comeBackTo: (day) => `Хочу повернутися до мого листа від ${day}.`,
  iAsked: (question) => `Там було запитання: «${question}»`,
  lookingForward: "Чекаю на вашу відповідь.",
  isThereNews: "Чи є щось нове?",
  declined: "На жаль, зараз це неможливо.",
  because(why) {
    return /^(бо|тому що|оскільки|через)(?!\p{L})/iu.test(why) ? null : `Для нас це ${why}.`;
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
  attached: (thing, asked) => (asked ? `Як ви просили, надсилаю ${thing}.` : `Надсилаю ${thing}.`),
  whichDocument: "який документ",
  introduceTo: (whom) => `Хочу вас познайомити${/^(з|із|зі)\s/i.test(whom) ? " " : ": "}${whom}.`,
  whom: "кого",
  myNameIs: (name) => `Мене звати ${name}.`,
  about: (topic) => `Щодо «${topic}»:`,
  writingAbout: "Пишу вам щодо",
  whatAbout: "чого",
  short: {
    yes: ["Так", "Так, мені це підходить."],
    no: ["Ні", "На жаль, це неможливо."],
    time: ["Пізніше", "Дякую за ваш лист.", "Чи можу я повернутися до цього трохи пізніше?"],
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
  },
  wantsDone: (ask) =>
    /^(?:\S+, )?(?:чи )?(?:(?:не )?(?:могли|могла|міг) би? ви|ви (?:могли|могла|міг) би?|(?:можете|зможете)(?: ви)?|ви (?:можете|зможете)|будь ласка|прошу)(?!\p{L})|^\p{Lu}\p{L}+(?:іть|йте|айте)(?!\p{L})/u.test(
      ask,
    ),
  warm: "Сподіваюся, у вас усе добре.",
  warmEnd: "Скажіть, будь ласка, якщо щось незрозуміло.",
  wantedDocument(ask) {
    const [, thing] =
      /(?:надішліть|надіслати|пришліть|прислати|скиньте)[,\s]+(?:будь ласка[,\s]+)?(?:(?:мені|нам)\s+)?([^,.;?!]{3,50}?)(?=\s(?:до|на|по|якомога|сьогодні|завтра|ще раз|знову|у|в)\s|[,.;?!]|$)/iu.exec(
        ask,
      ) ?? [];
    return thing ? thing.trim().replace(/^(ваш|свій)(?=\s)/i, "наш") : null;
  },
  sentence(wish) {
    const words = wish
      .trim()
      .replace(/[.!]+$/, "")
      .replace(/,? (ввічливо|чемно|коротко|м['’ʼ]яко)$/iu, "");
    if (/\?$/.test(words) || (/[.!]$/.test(wish.trim()) && words.split(/\s+/).length >= 3))
      return { text: capital(wish.trim()) };
    if (/^(ми|я|ви|він|вона|вони|це|у нас|в нас)(?!\p{L})/iu.test(words) && words.split(/\s+/).length >= 3)
      return { text: `${capital(words)}.` };
    const [, verb = "", rest = ""] = words.match(/^(\p{L}+)\s*(.*)$/u) ?? [];
    const him = rest.replace(/^,?\s*(йому|їй|їм|вам)(?!\p{L})\s*/iu, "").replace(/^,\s*/, "");
    // "напиши, що ціна 2000 євро": the member's own words, as they are to be read.
    const [, told] = him.match(/^що\s+(.+)$/iu) ?? [];
    if (told && /^(скажи|сказати|напиши|написати|повідом|повідомити|передай|передати|поясни|пояснити)$/iu.test(verb))
      return { text: `${capital(told)}.` };
    switch (verb.toLowerCase()) {
      case "подякуй":
      case "подякувати":
        return { text: rest ? `Дякую ${rest}.` : uk.thanksAlone };
      case "запитай":
      case "запитати":
      case "спитай":
      case "спитати":
        return { text: asked(him) };
      case "скажи":
      case "сказати":
      case "напиши":
      case "написати":
      case "вкажи":
      case "вказати":
      case "повідом":
      case "повідомити":
      case "назви":
      case "назвати":
        return { fact: him.replace(/^про\s+/i, "") };
      case "погодься":
      case "погодитися":
        return { text: him ? `Погоджуюся ${him}.` : "Погоджуюся." };
      case "запропонуй":
        return { text: `Пропоную ${him}.` };
      case "попроси":
        return { text: `Хочу попросити ${him}.` };
      case "відмов":
      case "відмовити":
      case "відмовитися":
        return { text: uk.declined };
      default:
        if (SAYS.test(words) && !/^(яки?й?|яка|яке|які|коли|де|хто|що|скільки|чи|як|чому)(?!\p{L})/iu.test(words))
          return { text: `${capital(words)}.` };
        if (/(ти|тися|тись)$/.test(verb)) return { text: `Хочу ${words.charAt(0).toLowerCase()}${words.slice(1)}.` };
        return { fact: words, ...(isNote(words) ? { typed: `${capital(words)}.` } : {}) };
    }
  },
};

/** More than the name of a thing: it has a figure or a yes or no, says who does what by its first word, or is longer. */
const isNote = (words: string): boolean =>
  /\d|[,;:–—]/.test(words) ||
  /^(?:так|ні|не|будь ласка|тільки|також|ще)(?!\p{L})|^\p{L}+(?:имо|емо|ємо|ймо|ємося|имося|ють|уть|ять|ать|ється|ться|ли)(?!\p{L})|(?<!\p{L})(?:у|в) (?:вкладенні|додатку)/iu.test(
    words,
  ) ||
  words.split(/\s+/).length > LONGEST_TOPIC;
const LONGEST_TOPIC = 5;

/** "Оплата двома частинами можлива": behind what it is about a verb, or what it is, makes a sentence of a note. */
const SAYS =
  /^\S+ (?:\S+ ){0,6}?(?:(?:є|буде|будуть|був|була|було|були|становить|становлять|коштує|триває|починається|закінчується|входить|входять|надійде|прибуде|залишається|діє|може|можуть|має|мають|можна|треба|не)\s\S|(?:можлив|готов|включен|потрібн|доступн|підписан|оплачен|надіслан|виправлен|погоджен|підтверджен|перенесен|скасован|вирішен|доданий|додан)(?:ий|а|е|о|і)(?!\p{L}))/iu;

/** "запитай, коли доставка", "запитай про доставку", "запитай адресу доставки": the thing stands in its case already. */
function asked(what: string): string {
  const bare = what.replace(/^,\s*/, "");
  if (/^про\s/i.test(bare)) return `Скажіть, будь ласка, що відомо ${bare}?`;
  return /^(чи|коли|де|хто|що|як|який|яка|яке|які|скільки|чому|куди)(?!\p{L})/iu.test(bare)
    ? `Скажіть, будь ласка, ${bare}?`
    : `Напишіть, будь ласка, ${bare}.`;
}

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
