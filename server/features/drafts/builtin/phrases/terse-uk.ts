import { isTimeOnly } from "../asked.ts";

/** What is noted in passing leaves out who or what is meant; as the sentence that it stands for, or null for what is no such turn. */
export function terseUk(words: string): string | null {
  for (const [turn, sentence] of TURNS) {
    const found = turn.exec(words);
    if (found) return sentence(found);
  }
  return null;
}

/** What one lets somebody have who asks for it. */
const ASKED_FOR =
  "(?:адрес|реквізит|номер|контакт|резюме|геолокаці|локаці|фото|розмір|креслен|план|техзавдан|портфоліо|скан|копі)\\p{L}*";

const TURNS: readonly [RegExp, (found: RegExpExecArray) => string][] = [
  // "Задорого", "занадто пізно".
  [
    /^(?:це )?((?:трохи |дуже )?(?:задорого|дорогувато|зарано|запізно|забагато|замало)|(?:надто|занадто) \p{L}+)$/iu,
    ([, how = ""]) => `Для нас це ${how.toLowerCase()}.`,
  ],
  [/^(максимум|мінімум)(?: [–—-])? (\d.*)$/iu, ([, most = "", figure]) => `Наш ${most.toLowerCase()} – ${figure}.`],
  [
    /^\S+ (?:\S+ ){0,5}?(?:немає|нема|не буде|не можу|не можемо|не зможу|не зможемо|не підходить|не виходить)(?: .*)?$/iu,
    ([all]) => `${capital(all!)}.`,
  ],
  [
    /^(?:напишіть|зателефонуйте|надішліть|скажіть|приїжджайте|зверніться|зачекайте|перевірте|уточніть), будь ласка, (.+)$/iu,
    ([all]) => `${capital(all!)}.`,
  ],
  // "Дякуємо що попередили", "чекаємо до середи", "посилання надішлю": who does it shows in the verb.
  [/^(дякую|дякуємо),? (що .+)$/iu, ([, thanks = "", why]) => `${capital(thanks.toLowerCase())}, ${why}.`],
  [
    /^(?:чекаю|чекаємо|пропоную|пропонуємо|можемо|зможемо|будемо|надішлемо|можете) \S.*$/iu,
    ([all]) => `${capital(all!)}.`,
  ],
  [
    /^(?:\S+ ){0,3}(?:надішлю|відправлю|скину|зателефоную|приїду|перевірю|підготую|зроблю|напишу)$/iu,
    ([all]) => `${capital(all!)}.`,
  ],
  [/^(?:дуже )?цікаво$/iu, ([all]) => `Мені ${all!.toLowerCase()}.`],
  [/^(?:давай|давайте) \S.*$/iu, ([all]) => `${capital(all!)}.`],
  [/^(?:лише|тільки|поки що) \S.*$/iu, ([all]) => `${capital(all!)}.`],
  [
    new RegExp(
      `^(?:скинь|скиньте|надішли|надішліть|пришли|пришліть|вишли|вишліть|попросити|попроси)(?: мені| нам| його| її| їх)? (${ASKED_FOR}(?: .+)?)$`,
      "iu",
    ),
    ([, thing]) => `Надішліть, будь ласка, ${thing}.`,
  ],
];

/** "Так, у середу о 10", "ні, задорого": what is said behind it is a sentence of its own. */
export function decidedUk(words: string, sentence: (words: string) => string | null): string | null {
  const [, decision = "", behind = ""] = /^(так|ні|добре|звісно|гаразд),? (.+)$/iu.exec(words) ?? [];
  if (behind === "") return null;
  const said = isTimeOnly(behind) ? `${behind} мені зручно.` : sentence(behind);
  if (said === null) return null;
  const isSmall = /^\p{Ll}/u.test(behind);
  return `${capital(decision.toLowerCase())}, ${isSmall ? said.charAt(0).toLowerCase() + said.slice(1) : said}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
