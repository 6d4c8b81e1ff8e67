import { blank } from "../../letter.ts";
import { APPOINTMENT } from "../values.ts";
import type { Said, Sought } from "./phrases.ts";
import { decidedUk, terseUk } from "./terse-uk.ts";

const DECLINED = "На жаль, зараз це неможливо.";
const SORRY = "Перепрошую за це.";
const WHEN_SUITS = "Який день і час вам зручні?";

/** "запропонувати навчання" → "Пропоную навчання." What asks for a fact is handed back as one to look up. */
export function sentenceUk(wish: string): Said | Sought | null {
  const words = wish
    .trim()
    .replace(/[.!]+$/, "")
    .replace(MANNER, "");
  const short = terseUk(words) ?? decidedUk(words, textOf);
  if (short) return { text: short };
  if (/\?$/.test(words) || (/[.!]$/.test(wish.trim()) && words.split(/\s+/).length >= 3))
    return { text: capital(wish.trim()) };
  if (/^(ми|я|ви|він|вона|вони|це|у нас|в нас)(?!\p{L})/iu.test(words) && words.split(/\s+/).length >= 3)
    return { text: `${capital(words)}.` };
  const [, verb = "", rest = ""] = words.match(/^(\p{L}+)\s*(.*)$/u) ?? [];
  const him = toYou(rest.replace(/^,?\s*(йому|їй|їм|вам|його|її|їх)(?!\p{L})\s*/iu, "").replace(/^,\s*/, ""));
  // "напиши, що ціна 2000 євро": the member's own words, as they are to be read.
  const [, told] = him.match(/^що\s+(.+)$/iu) ?? [];
  if (told && TELLS.test(verb)) return { text: `${capital(told)}.` };
  const kind = KINDS.find(([verbs]) => verbs.test(verb))?.[1];
  if (kind) return kind(him);
  if (TELLS.test(verb)) return { fact: him.replace(/^про\s+/i, "") };
  if (SAYS.test(words) && !/^(яки?й?|яка|яке|які|коли|де|хто|що|скільки|чи|як|чому)(?!\p{L})/iu.test(words))
    return { text: `${capital(words)}.` };
  if (WE_DO.test(words) || DOES.test(words)) return { text: `${capital(toYou(words))}.` };
  if (/(ти|тися|тись)$/.test(verb)) return { text: `Хочу ${verb.toLowerCase()}${rest ? ` ${toYou(rest)}` : ""}.` };
  return { fact: words, ...(isNote(words) ? { typed: `${capital(toYou(words))}.` } : {}) };
}

function textOf(words: string): string | null {
  const said = sentenceUk(words);
  return said && "text" in said ? said.text : null;
}

/** "Сертифікати надішлемо у вівторок", "договір підписує директор": who does it shows in the verb. */
const WE_DO = /^\S+(?: \S+){0,5}? \p{L}{2,}(?:имо|емо|ємо|ймо)(?!\p{L})/iu;
const DOES =
  /^(?!\p{L}+(?:ати|ити|іти|яти|ути|тися)\s)\S+ \p{L}{2,}(?:ує|ає|яє|ює|ить|їть|ють|уть|ається|ується|иться)(?!\p{L}) \S/iu;

const MANNER = /,? (ввічливо|чемно|коротко|м['’ʼ]яко)$/iu;
const TELLS =
  /^(?:скажи|сказати|напиши|написати|повідом|повідомити|передай|передати|поясни|пояснити|вкажи|вказати|назви|назвати|згадай|згадати)$/iu;

/** A verb in the infinitive or the imperative, and what a letter says in its place. */
const KINDS: readonly [RegExp, (rest: string) => Said | Sought | null][] = [
  [/^подякува(?:ти|й)$|^подякуй$/iu, (rest) => ({ text: rest ? `Дякую ${rest}.` : "Щиро дякую." })],
  [/^(?:запитай|запитати|спитай|спитати)$/iu, (rest) => ({ text: asked(rest) })],
  [/^(?:уточни|уточнити)$/iu, (rest) => ({ text: ASKS.test(rest) ? asked(rest) : `Хочу уточнити ${rest}.` })],
  [/^(?:погодься|погодитися|погодитись)$/iu, (rest) => ({ text: rest ? `Погоджуюся ${rest}.` : "Погоджуюся." })],
  [/^(?:запропонуй|запропонувати)$/iu, proposed],
  [/^(?:попроси|попросити)$/iu, (rest) => ({ text: `Хочу попросити ${rest}.` })],
  [/^(?:підтверди|підтвердь|підтвердити)$/iu, (rest) => ({ text: rest ? `Підтверджую ${rest}.` : "Підтверджую." })],
  [
    /^(?:надішли|надіслати|відправ|відправити|вислати|вишли|скинути|скинь|додати|додай)$/iu,
    (rest) => (rest === "" ? null : { text: `Надсилаю ${rest}.` }),
  ],
  [/^(?:запроси|запросити)$/iu, (rest) => ({ text: `Запрошую вас ${rest}.` })],
  [/^(?:привітай|привітати)$/iu, (rest) => ({ text: `Вітаю ${rest}!` })],
  [/^(?:нагадай|нагадати)$/iu, (rest) => (rest === "" ? null : { text: `Хочу нагадати ${rest}.` })],
  [
    /^(?:вибачся|вибачитися|вибачитись|перепросити|перепроси)$/iu,
    (rest) => ({ text: rest ? `Перепрошую ${rest}.` : SORRY }),
  ],
  [
    /^(?:відмов|відмовити|відмовся|відмовитися|відмовитись)$/iu,
    (rest) => ({
      text: rest ? `На жаль, мусимо ${/^від(?!\p{L})/iu.test(rest) ? "відмовитися" : "відмовити"} ${rest}.` : DECLINED,
    }),
  ],
  [/^(?:домовитися|домовся|домовитись)$/iu, (rest) => ({ text: `Пропоную домовитися ${rest}.` })],
  [/^(?:відповісти|відповідай)$/iu, () => null],
];

/** "Два варіанти часу для демонстрації": those are open. */
function proposed(what: string): Said | null {
  const [, many, rest = ""] =
    /^(інший|новий|два|дві|кілька|декілька|три)? ?(?:(?:варіант\p{L}*|інш\p{L}*|нов\p{L}*) )?(?:час\p{L}*|дат\p{L}*|дн\p{L}+|термін\p{L}*)( (?:для|на|зустрічі|дзвінка|демонстрації).*)?$/iu.exec(
      what,
    ) ?? [];
  const isTimes =
    /^(?:(?:інший|новий|два|дві|кілька|декілька|три) )?(?:варіант\p{L}* )?(?:інш\p{L}* |нов\p{L}* )?(?:час|дат|дн)/iu.test(
      what,
    );
  if (isTimes && !what.match(APPOINTMENT) && (rest !== "" || /^\S+(?: \S+){0,2}$/u.test(what))) {
    const first = blank("день і час");
    const open = many && !/^(?:інший|новий)$/iu.test(many) ? `${first} або ${blank("інший день і час")}` : first;
    return { text: `Пропоную${rest} такий час: ${open}.`, closed: WHEN_SUITS };
  }
  return what === "" ? null : { text: `Пропоную ${what}.` };
}

/** "Їхній офіс" is "ваш офіс". */
const toYou = (text: string): string =>
  text
    .replace(
      /(?<!\p{L})їхн(ій|ього|ьому|ім|я|ю|є|і|іх|ими|ьої|ій)(?!\p{L})/giu,
      (_, end: string) => `ваш${YOURS[end.toLowerCase()] ?? ""}`,
    )
    .replace(/^(чи|коли|де|як|скільки|що|чому) (?:він|вона|вони)(?!\p{L})/iu, "$1 ви")
    .replace(/(?<=^(?:чи|коли|де|як|скільки|що|чому)(?: \p{L}+){0,3} )(?:їм|йому|їй)(?!\p{L})/iu, "вам");
const YOURS: Readonly<Record<string, string>> = {
  ій: "",
  ього: "ого",
  ьому: "ому",
  ім: "им",
  я: "а",
  ю: "у",
  є: "е",
  і: "і",
  іх: "их",
  ими: "ими",
  ьої: "ої",
};

/** More than the name of a thing: it has a figure or a yes or no, says who does what by its first word, or is longer. */
const isNote = (words: string): boolean =>
  /\d|[,;:–—]/.test(words) ||
  /^(?:так|ні|не|будь ласка|тільки|також|ще|у|в|на|за|з|із|без|від|до|через|після|перед|для)(?!\p{L})|^\p{L}+(?:имо|емо|ємо|ймо|ємося|имося|ють|уть|ять|ать|ється|ться|ли)(?!\p{L})|(?<!\p{L})(?:у|в) (?:вкладенні|додатку)|(?<!\p{L})(?:через|протягом|упродовж|безкоштовно|завтра|сьогодні|включено|натомість)(?!\p{L})/iu.test(
    words,
  ) ||
  words.split(/\s+/).length > LONGEST_TOPIC;
const LONGEST_TOPIC = 5;

/** "Оплата двома частинами можлива": behind what it is about a verb, or what it is, makes a sentence of a note. */
const SAYS =
  /^\S+ (?:\S+ ){0,6}?(?:(?:є|буде|будуть|був|була|було|були|становить|становлять|коштує|триває|починається|закінчується|входить|входять|надійде|прибуде|приїде|прийде|залишається|діє|затримується|може|можуть|має|мають|можна|треба|не)\s\S|(?:можлив|готов|включен|потрібн|доступн|підписан|оплачен|надіслан|виправлен|погоджен|підтверджен|перенесен|скасован|вирішен|доданий|додан)(?:ий|а|е|о|і)(?!\p{L}))/iu;

const ASKS = /^(чи|коли|де|хто|що|як|який|яка|яке|які|скільки|чому|куди)(?!\p{L})/iu;

/** "запитай, коли доставка", "запитай про доставку", "запитай адресу доставки": the thing stands in its case already. */
function asked(what: string): string {
  const bare = what.replace(/^,\s*/, "");
  if (/^про\s/i.test(bare)) return `Скажіть, будь ласка, що відомо ${bare}?`;
  return ASKS.test(bare) ? `Скажіть, будь ласка, ${bare}?` : `Напишіть, будь ласка, ${bare}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
