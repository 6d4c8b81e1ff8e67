import { type EitherWay, saysMore } from "./either-way.ts";

const FLIPS: Readonly<Record<string, string>> = {
  нам: "вам",
  мені: "вам",
  нас: "вас",
  мене: "вас",
  нами: "вами",
  мною: "вами",
  вам: "нам",
  вас: "нас",
  вами: "нами",
};
/** Who is spoken of in another way is left to be quoted: whose words they are shows in the verb, too. */
const UNKNOWN = /(?<!\p{L})(?:я|ми|ви|ти|тебе|тобі|тво\p{L}+|мо[яєїг]\p{L}*|мій|чи|або|б|би|хтось|щось)(?!\p{L})|,/iu;
/** "Ваш договір" is ours, "нашого складу" theirs, in whatever case. */
export const flippedUk = (text: string): string | null =>
  UNKNOWN.test(text) || saysMore(text)
    ? null
    : text.replace(/\p{L}+/gu, (word) => {
        const lower = word.toLowerCase();
        return (
          FLIPS[lower] ?? (/^ваш/.test(lower) ? `н${lower.slice(1)}` : /^наш/.test(lower) ? `в${lower.slice(1)}` : word)
        );
      });

const START = "(?:(?:і|а|та|також|ще),? )?";
const pattern = (source: string) => new RegExp(`^${START}${source}[?.!\\s]*$`, "iu");
/** "Чи доставляєте ви в суботу": what you do, we do; the end of the verb says who. */
const YOU_DO = pattern("(?:чи )?(?:ви )?(?!можете б)(\\p{L}{2,}[еєиї])те(с[яь])? (?:ви )?(.+?)");
const YOU_DID = pattern(
  "(?:чи )?(?:ви )?(?:вже )?(?!коли|могли|мали|були)(\\p{L}{3,}ли(?:с[яь])?) (?:ви )?(?:вже )?(.+?)",
);
/** "Чи можу я забрати": whether it may be is said of nobody. */
const MAY_I = pattern("(?:чи )?(?:можу я|можемо ми|я можу|ми можемо|можна (?:мені|нам)) (.+?)");
/** "Можеш зробити дешевше": whoever says "ти" means the one who answers. */
const CAN_THOU = pattern("(?:чи )?(?:ти )?(з?мож)еш (?:ти )?(.+?)");
const CAN_BE = pattern("чи (можна|варто|потрібно|треба) (.+?)");
const IS_POSSIBLE = pattern("чи можливо (.+?)");
/** "Чи входить монтаж у вартість", "Чи потрібна передоплата": what is asked about comes first in the answer. */
const IT_IS = pattern(
  "чи (\\p{L}{2,}(?:ить|[аяуєі]є|ється|иться|ять|[аяує]ють|уть)|(?:потрібн|можлив|доступн|включен|актуальн|дійсн|обов['’ʼ]язков|готов)(?:ий|а|е|і)) (.+?)",
);
const THERE_IS =
  /(?:^|\s)(?:чи )?(?:є|буде|будуть)(?: ще| вже)? (?:[ув] вас|(?:[ув] )?наявност|\p{L})|[ув] вас(?: ще| вже)? (?:є|буде|будуть)(?!\p{L})/iu;
/** "Чи буде доставка безкоштовною", "чи буде склад працювати в суботу": what it will be or do. */
const WILL: Readonly<Record<string, string>> = { буде: "буде чи не буде", будуть: "будуть чи не будуть" };
const PREDICATE = "(?:готов\\p{L}{1,2}|\\p{L}+(?:ним|ною|ними)|(?!сертиф|результ|форма)\\p{L}+[аиіоуя]ти(?:с[яь])?)";
const WILL_BE = [
  pattern(`чи (буде|будуть) (${PREDICATE}) ()(.+?)`),
  pattern(`чи (буде|будуть) (.+?) (${PREDICATE}(?: .+?)?)`),
];
const ALTERNATIVES = [
  pattern("(.*?)((за|на|у|в|до|по|з|через|від|для) (?:(?! чи | або ).)+) (?:чи|або) (\\3 .+?)"),
  pattern("(.+ )(\\p{L}+)() (?:чи|або) (?!без|ні|не)(\\p{L}+)"),
];

/** A question that a yes or no answers, or one of two things, as the sentence that answers it. Null for what the rules do not know. */
export function eitherWayUk(question: string): EitherWay | null {
  const asked = question.trim();
  const [, before = "", one, , other] = /^чи\s/i.test(asked)
    ? []
    : (ALTERNATIVES.map((known) => known.exec(asked)).find(Boolean) ?? []);
  if (one && other) return weDo(before.trim(), `${one} чи ${other}`);
  const will = willBe(asked);
  if (will) return will;
  // What is not there stands in another case than what is: no sentence fits both.
  if (THERE_IS.test(asked)) return null;
  const [, allowed] = MAY_I.exec(asked) ?? [];
  if (allowed) return behind(allowed, "можна чи не можна");
  const [, able, task] = CAN_THOU.exec(asked) ?? [];
  if (able && task) return sentence("", `${able.toLowerCase()}у чи не ${able.toLowerCase()}у`, task);
  const [, stem, self = "", what] = YOU_DO.exec(asked) ?? [];
  if (stem && what) {
    const verb = `${stem.toLowerCase()}мо${self}`;
    return sentence("ми", `${verb} чи не ${verb}`, what);
  }
  const [, did, done] = YOU_DID.exec(asked) ?? [];
  if (did && done) return sentence("ми", `${did.toLowerCase()} чи ще не ${did.toLowerCase()}`, done);
  const [, can, thing] = CAN_BE.exec(asked) ?? [];
  if (can && thing) return behind(thing, `${can.toLowerCase()} чи не ${can.toLowerCase()}`);
  const [, possible] = IS_POSSIBLE.exec(asked) ?? [];
  if (possible) return behind(possible, "можливо чи неможливо");
  const [, is, noun] = IT_IS.exec(asked) ?? [];
  return is && noun ? behind(noun, `${is.toLowerCase()} чи не ${is.toLowerCase()}`) : null;
}

function willBe(asked: string): EitherWay | null {
  const [first, second] = WILL_BE.map((known) => known.exec(asked));
  if (first) return between(first[4]!, WILL[first[1]!.toLowerCase()]!, first[2]!);
  return second ? between(second[2]!, WILL[second[1]!.toLowerCase()]!, second[3]!) : null;
}

function between(said: string, open: string, rest: string): EitherWay | null {
  const before = flippedUk(said);
  const after = flippedUk(rest);
  return before === null || after === null ? null : { before, open, after };
}

/** "Оплата за місяць чи за квартал"; "Надішлете поштою чи кур'єром" is said of oneself. */
function weDo(before: string, open: string): EitherWay | null {
  const said = flippedUk(before.replace(/(?<!\p{L})ви\s/giu, ""));
  const mine = said?.replace(/(?<=\p{L}[еєиї])те(?=с[яь]?(?!\p{L}))/giu, "мо");
  return mine ? { before: mine, open, after: "" } : null;
}

function sentence(before: string, open: string, rest: string): EitherWay | null {
  const after = flippedUk(rest);
  return after === null ? null : { before, open, after };
}

const behind = (rest: string, open: string): EitherWay | null => between(rest, open, "");
