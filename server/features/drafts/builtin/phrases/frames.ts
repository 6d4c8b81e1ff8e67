import type { Tone } from "@sidenote/contract/context";
import type { FramePhrases } from "./phrases.ts";

type Words = {
  locale: string;
  /** Formal, usual, and to nobody by name. */
  greets: [formal: string, usual: string, unnamed: string];
  closes: [formal: string, usual: string, casual: string];
  thanks: string;
  asked: string;
  i: string;
  you: string;
  marks: [string, string];
  says: FramePhrases["says"];
};

/** `{name}`, `{day}` and `{quote}` are put in; what stands in square brackets goes with the day. */
const WORDS: Readonly<Record<string, Words>> = {
  de: {
    locale: "de-DE",
    greets: ["Guten Tag {name},", "Hallo {name},", "Guten Tag,"],
    closes: ["Mit freundlichen Grüßen", "Viele Grüße", "Viele Grüße"],
    thanks: "vielen Dank für Ihre Nachricht[ vom {day}].",
    asked: "Zu Ihrer Frage {quote}",
    i: "Am {day} schrieb ich: {quote}",
    you: "Am {day} schrieben Sie: {quote}",
    marks: ["„", "“"],
    says: {
      thanksAlone: "Vielen Dank.",
      sorry: "Es tut mir leid.",
      declined: "Leider ist das zurzeit nicht möglich.",
      whenSuits: "Welcher Tag und welche Uhrzeit passen Ihnen?",
    },
  },
  fr: {
    locale: "fr-FR",
    greets: ["Bonjour {name},", "Bonjour {name},", "Bonjour,"],
    closes: ["Cordialement", "Bien cordialement", "À bientôt"],
    thanks: "Merci pour votre message[ du {day}].",
    asked: "À propos de votre question {quote}",
    i: "Le {day}, j’écrivais : {quote}",
    you: "Le {day}, vous écriviez : {quote}",
    marks: ["« ", " »"],
    says: {
      thanksAlone: "Merci beaucoup.",
      sorry: "Toutes mes excuses.",
      declined: "Malheureusement, ce n’est pas possible pour le moment.",
      whenSuits: "Quel jour et à quelle heure cela vous conviendrait-il ?",
    },
  },
  es: {
    locale: "es-ES",
    greets: ["Buenos días, {name}:", "Hola, {name}:", "Buenos días:"],
    closes: ["Atentamente", "Saludos cordiales", "Saludos"],
    thanks: "Gracias por su mensaje[ del {day}].",
    asked: "Sobre su pregunta {quote}",
    i: "El {day} escribí: {quote}",
    you: "El {day} usted escribió: {quote}",
    marks: ["«", "»"],
    says: {
      thanksAlone: "Muchas gracias.",
      sorry: "Le pido disculpas.",
      declined: "Lamentablemente, por ahora no es posible.",
      whenSuits: "¿Qué día y a qué hora le vendría bien?",
    },
  },
  it: {
    locale: "it-IT",
    greets: ["Buongiorno {name},", "Buongiorno {name},", "Buongiorno,"],
    closes: ["Distinti saluti", "Cordiali saluti", "Un saluto"],
    thanks: "grazie per il Suo messaggio[ del {day}].",
    asked: "Sulla Sua domanda {quote}",
    i: "Il {day} ho scritto: {quote}",
    you: "Il {day} ha scritto: {quote}",
    marks: ["«", "»"],
    says: {
      thanksAlone: "Grazie mille.",
      sorry: "Le chiedo scusa.",
      declined: "Purtroppo al momento non è possibile.",
      whenSuits: "Quale giorno e quale ora Le andrebbero bene?",
    },
  },
  pl: {
    locale: "pl-PL",
    greets: ["Dzień dobry,", "Dzień dobry,", "Dzień dobry,"],
    closes: ["Z poważaniem", "Pozdrawiam", "Pozdrawiam"],
    thanks: "dziękuję za wiadomość[ z {day}].",
    asked: "Co do pytania {quote}",
    i: "Dnia {day} pisałem(-am): {quote}",
    you: "Dnia {day} napisano: {quote}",
    marks: ["„", "”"],
    says: {
      thanksAlone: "Bardzo dziękuję.",
      sorry: "Przepraszam za to.",
      declined: "Niestety obecnie nie jest to możliwe.",
      whenSuits: "Jaki dzień i jaka godzina będą odpowiednie?",
    },
  },
  sv: {
    locale: "sv-SE",
    greets: ["Hej {name},", "Hej {name},", "Hej,"],
    closes: ["Med vänliga hälsningar", "Vänliga hälsningar", "Hälsningar"],
    thanks: "tack för ditt mejl[ den {day}].",
    asked: "Om din fråga {quote}",
    i: "Den {day} skrev jag: {quote}",
    you: "Den {day} skrev du: {quote}",
    marks: ["”", "”"],
    says: {
      thanksAlone: "Stort tack.",
      sorry: "Jag ber om ursäkt för detta.",
      declined: "Tyvärr är det inte möjligt just nu.",
      whenSuits: "Vilken dag och tid passar dig?",
    },
  },
};

const CLOSING: Readonly<Record<Tone, 0 | 1 | 2>> = { formal: 0, friendly: 1, casual: 2 };

const framePhrases = (language: string, words: Words): FramePhrases => {
  const quoted = (quote: string) => words.marks[0] + quote + words.marks[1];
  const fill = (form: string, values: Record<string, string>) =>
    form.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
  return {
    language,
    locale: words.locale,
    says: words.says,
    greeting: (tone, name) =>
      name === null ? words.greets[2] : fill(words.greets[tone === "formal" ? 0 : 1], { name }),
    closing: (tone, name) => `${words.closes[CLOSING[tone]]}${language === "de" ? "" : ","}\n${name}`,
    thanksForMail: (day) => fill(words.thanks.replace(/\[(.+)\]/, day === null ? "" : "$1"), { day: day ?? "" }),
    youAsked: (quote) => `${fill(words.asked, { quote: quoted(quote) })}:`,
    iWrote: (day, quote) => fill(words.i, { day, quote: quoted(quote) }),
    youWrote: (day, quote) => fill(words.you, { day, quote: quoted(quote) }),
  };
};

/** Languages in which the builtin writer knows how a mail begins, ends and takes up a question, and no more. */
export const FRAMES: Readonly<Record<string, FramePhrases>> = Object.fromEntries(
  Object.entries(WORDS).map(([language, words]) => [language, framePhrases(language, words)]),
);
