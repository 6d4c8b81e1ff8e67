import type { Phrases } from "./phrases.ts";

export const uk: Phrases = {
  locale: "uk-UA",
  greeting: (tone, name) =>
    name === null ? "Добрий день," : tone === "formal" ? `Шановний(-а) ${name},` : `Вітаю, ${name},`,
  closing: (tone, name) => `${tone === "formal" ? "З повагою" : "Гарного дня"},\n${name}`,
  thanksForMail: (day) => `Дякую за ваш лист від ${day}.`,
  onTheirAsk: (quote) => `Щодо вашого ${quote.endsWith("?") ? "запитання" : "прохання"} «${quote}»:`,
  iWrote: (day, quote) => `${day} я писав(-ла): «${quote}»`,
  youWrote: (day, quote) => `${day} ви писали: «${quote}»`,
  noted: (day, quote) => (day ? `у моїй нотатці від ${day}: «${quote}»` : `у мене записано: «${quote}»`),
  comeBackTo: (day) => `Хочу повернутися до мого листа від ${day}.`,
  askedThere: (quote) => `Там було запитання: «${quote}»`,
  lookingForward: "Буду вдячний(-на) за вашу відповідь.",
  declined: "На жаль, зараз я не можу на це погодитися.",
  about: (topic) => `Щодо «${topic}»:`,
  answer: "відповідь",
  writingAbout: "Пишу вам щодо",
  whatAbout: "чого",
  sentence(wish) {
    const words = wish.trim();
    if (/[.!?]$/.test(words) && words.split(/\s+/).length >= 3) return { text: words };
    const [, verb = "", rest = ""] = words.match(/^(\p{L}+)\s*(.*)$/u) ?? [];
    switch (verb.toLowerCase()) {
      case "подякуй":
      case "подякувати":
        return { text: rest ? `Дякую ${rest}.` : "Щиро дякую." };
      case "запитай":
      case "запитати":
      case "спитай":
        return { text: `Скажіть, будь ласка, ${rest}?` };
      case "скажи":
      case "напиши":
      case "вкажи":
      case "повідом":
        return { fact: rest };
      case "запропонуй":
      case "запропонувати":
        return { text: `Хочу запропонувати ${rest}.` };
      case "відмов":
      case "відмовити":
        return { text: uk.declined };
      default:
        return /ти$/.test(verb) ? { text: `Хочу ${words.toLowerCase()}.` } : { fact: words };
    }
  },
};
