import { vocative } from "../../../../core/text/vocative.ts";
import type { EitherWay } from "./either-way.ts";
import type { Phrases, Short } from "./phrases.ts";
import { uk } from "./uk.ts";

const THOU =
  /(?<!\p{L})(?:ти|тебе|тобі|тобою|твій|тво\p{L}{1,3}|скажи|підкажи|напиши|надішли|скинь|дай|глянь|подивись|зателефонуй|дзвони|приходь|заїжджай|пиши|знайомся|\p{L}{3,}(?:єш|еш|иш|їш)(?:ся)?)(?!\p{L})/iu;
const YOU = /(?<!\p{L})(?:ви|вас|вам|вами|ваш\p{L}{0,3}|\p{L}{3,}(?:єте|ете|ите|їте|іть|йте)(?:ся|сь)?)(?!\p{L})/iu;

/** Whether it shows how the writer addresses whom they write to. */
export const addresses = (text: string): boolean => THOU.test(text) || YOU.test(text);
/** Whether whoever writes so says "ти". */
export const saysThou = (text: string): boolean => THOU.test(text) && !YOU.test(text);

const FAMILIAR: Readonly<Record<string, string>> = {
  ви: "ти",
  вас: "тебе",
  вам: "тобі",
  вами: "тобою",
  ваш: "твій",
  ваша: "твоя",
  ваше: "твоє",
  ваші: "твої",
  вашого: "твого",
  вашому: "твоєму",
  вашої: "твоєї",
  вашій: "твоїй",
  вашу: "твою",
  вашим: "твоїм",
  ваших: "твоїх",
  вашою: "твоєю",
  скажіть: "скажи",
  напишіть: "напиши",
  надішліть: "надішли",
  зателефонуйте: "зателефонуй",
  давайте: "давай",
};

/** A sentence of the writer's own, said to one who is close. */
export const familiar = (text: string): string =>
  text.replace(/\p{L}+/gu, (word) => {
    const said = FAMILIAR[word.toLowerCase()];
    if (!said) return word;
    return /^\p{Lu}/u.test(word) ? said.charAt(0).toUpperCase() + said.slice(1) : said;
  });

const inFull = (asked: EitherWay | null): EitherWay | null =>
  asked && { ...asked, before: familiar(asked.before), after: familiar(asked.after) };
const short = ([label, ...sentences]: Short): Short => [label, ...sentences.map(familiar)];

/** Ukrainian to one who is close: "ти". What would tell a man from a woman is said in other words. */
export const familiarUk: Phrases = {
  ...uk,
  greeting: (tone, name) =>
    name === null || tone === "formal" ? uk.greeting(tone, name) : `Привіт, ${vocative(name.split(" ")[0]!)}!`,
  closing: (tone, name) => (tone === "formal" ? uk.closing(tone, name) : `На все добре,\n${name}`),
  youWrote: (day, quote) => `У твоєму листі від ${day}: «${quote}»`,
  eitherWay: (question) => inFull(uk.eitherWay(question)),
  openQuestion: (question) => inFull(uk.openQuestion(question)),
  whenSuits: familiar(uk.whenSuits),
  doesThatSuit: familiar(uk.doesThatSuit),
  howAbout: (time) => familiar(uk.howAbout(time)),
  introduceTo: (whom) => uk.introduceTo(whom).replace(/(?<!\p{L})ва[мс](?!\p{L})/u, familiar),
  writingAbout: familiar(uk.writingAbout),
  warm: familiar(uk.warm),
  getWell: familiar(uk.getWell),
  goodWeekend: familiar(uk.goodWeekend),
  attached: (thing) => `Надсилаю ${thing}.`,
  suits(times) {
    const said = uk.suits(times);
    return { ...said, before: said.before.replace(/^Ви запропонували (.+), мені/u, "$1: мені") };
  },
  sentence(wish) {
    const said = uk.sentence(wish);
    return said && "text" in said ? { ...said, text: familiar(said.text) } : said;
  },
  short: {
    ...uk.short,
    back: ["Уточнити", "Розкажи, будь ласка, трохи більше про те, що тобі потрібно."],
    talk: short(uk.short.talk),
    fitsNot: (times) => short(uk.short.fitsNot(times)),
  },
};
