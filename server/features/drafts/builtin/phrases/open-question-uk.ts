import type { EitherWay } from "./either-way.ts";
import { flippedUk } from "./either-way-uk.ts";

const pattern = (source: string) => new RegExp(`^(?:(?:і|а|та|також|ще),? )?${source}[?.!\\s]*$`, "iu");
/** "Скільки коштує монтаж у січні": what it is about comes first in the answer. */
const HOW_MUCH = pattern(
  "(скільки) (?:приблизно )?(коштує|коштують|коштуватиме|коштуватимуть|триває|триватиме|займає|займе|важить|становить|становлять|залишилося) (.+?)",
);
/** "Коли буде поставка", "коли почнеться монтаж". */
const WHEN_IT = pattern(
  "(коли|де|як) (буде|будуть|прибуде|прибудуть|приїде|приїдуть|прийде|надійде|(?!можна)\\p{L}{3,}(?:еться|иться|ється|уться|яться)) (.+?)",
);
/** "Коли ви зможете доставити": what you do, we do. */
const YOU_DO = pattern("(коли|де|як|скільки|що|чим|куди|звідки) (?:ви )?(\\p{L}{2,}[еєиї])те(с[яь])?(?: ви)?( .+?)?");
/** "Коли зможеш приїхати" */
const CAN_THOU = pattern("(коли|де|як|скільки|куди) (?:ти )?(з?мож)еш (?:ти )?(.+?)");
/** "Скільки людей приїде" */
const HOW_MANY = pattern(
  "(скільки) (\\p{L}+ (?:приїде|прийде|буде|потрібно|входить|поміщається|\\p{L}{3,}(?:ить|ять|уть|ють))(?: .+?)?)",
);
const CAN_BE = pattern("(коли|де|як) (можна|потрібно|треба|варто) (.+?)");
const WHO = pattern("(хто) (?:у вас |від вас )?(\\p{L}.+?)");
/** "Який термін монтажу", "яка гарантія на двері": a thing and no verb. */
const WHICH = pattern("(який|яка|яке|які) (?:у вас |буде |є )?(\\p{L}+(?: \\p{L}+){0,4})");
const VERB =
  /(?<!\p{L})(?:вам|вас|нам|нас|мені|ви|ми)(?!\p{L})|\p{L}(?:ить|ять|ють|уть|ємо|имо|ете|єте|ите|їте|тися|ться|є)(?!\p{L})/iu;

/** A question for a day, a place or a figure as the sentence that answers it, with what is asked left open. Null where no rule knows how. */
export function openQuestionUk(question: string): EitherWay | null {
  const asked = question.trim();
  const [, much, costs, thing] = HOW_MUCH.exec(asked) ?? [];
  if (much && costs && thing) return open(thing, costs, much);
  const [, who, acts] = WHO.exec(asked) ?? [];
  if (who && acts) {
    const after = flippedUk(acts);
    return after === null ? null : { before: "", open: who.toLowerCase(), after };
  }
  const [, many, come] = HOW_MANY.exec(asked) ?? [];
  if (many && come) {
    const after = flippedUk(come);
    return after === null ? null : { before: "", open: many.toLowerCase(), after };
  }
  const [, can, may, todo] = CAN_BE.exec(asked) ?? [];
  if (can && may && todo) return open(todo, may, can);
  const [, asks, able, task] = CAN_THOU.exec(asked) ?? [];
  const does = task && flippedUk(task);
  if (asks && able && does) return { before: `${able.toLowerCase()}у ${does}`, open: asks.toLowerCase(), after: "" };
  const [, lead, stem, self = "", rest = ""] = YOU_DO.exec(asked) ?? [];
  if (lead && stem) {
    const what = rest === "" ? "" : flippedUk(rest.trim());
    return what === null
      ? null
      : { before: `ми ${stem.toLowerCase()}мо${self} ${what}`.trim(), open: lead.toLowerCase(), after: "" };
  }
  const [, when, comes, it] = WHEN_IT.exec(asked) ?? [];
  if (when && comes && it) return open(it, comes, when);
  const [, which, noun = ""] = WHICH.exec(asked) ?? [];
  return which && !VERB.test(noun) ? open(noun, "–", which) : null;
}

function open(thing: string, verb: string, what: string): EitherWay | null {
  const before = flippedUk(thing);
  return before === null ? null : { before: `${before} ${verb.toLowerCase()}`, open: what.toLowerCase(), after: "" };
}
