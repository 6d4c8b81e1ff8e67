import { toneOf } from "../../../../core/text/tone.ts";

/** What a mail is besides what it asks, where that decides how an answer begins. */
export type Tenor =
  | "complaint"
  | "refusal"
  | "objection"
  | "order"
  | "introduction"
  | "thanks"
  | "praise"
  /** It brings something, or only tells how things are. */
  | "news";

/** Turns of speech of each, the first that is found before the others. A tense tone of voice is a complaint, too. */
const TURNS: readonly { tenor: Tenor; turns: RegExp }[] = [
  {
    tenor: "complaint",
    turns:
      /\b(?:(?:disappointed|unhappy) (?:with|by|that|to|about)|(?:make|have) a complaint|complain about|unacceptable|ridiculous|fed up|let down|not good enough|never (?:turned up|arrived|came|showed up)|(?:second|third|fourth) time (?:i|we|this|now|that|in)|this is the (?:second|third|fourth) time|nobody (?:answers|replies|calls)|want (?:my|our) money back|still (?:no(?! (?:need|rush|hurry|decision|problem|idea|date|news from))|waiting(?! (?:for|on) (?!you))|not (?:arrived|working|here|received|been|had|fixed)|(?:have|has)(?:n['’]t| not) (?:had|received|heard|got|arrived|been)))\b|(?<!\p{L})(?:скарг|обурен|розчарован|досі (?:нема|немає|не (?:отрима|прийш|приїх|надійш|доставл|працю|відпов|поверн|виправ))|скільки можна|поверніть (?:гроші|кошти)|неподобств|(?:другий|третій|четвертий) (?:раз|тиждень|місяць) (?:чекаю|чекаємо|прошу|поспіль))/iu,
  },
  {
    tenor: "refusal",
    turns:
      /\b(?:decided|chosen|opted|going)(?: to (?:go|stay|work|sign))? (?:with|for) (?:another|a different|somebody else|someone else|one of the others|our (?:current|existing|present))|\bdecided (?:not to|against)\b|\b(?:will|are|am) not (?:be )?(?:going ahead|proceed(?:ing)?|tak(?:e|ing) (?:it|this|you) (?:up|further))\b|\b(?:won['’]t|can['’]t|cannot) (?:be )?(?:going ahead|go ahead|proceed(?:ing)?)\b|\bwe are no longer (?:interested|looking|in need)\b|\bwe(?:['’]ll| will| have to| are going to) pass\b|(?<!\p{L})(?:обрали|вибрали|вирішили працювати з) (?:іншого|іншу|іншим|іншою)|(?<!\p{L})(?:вирішили (?:відмовитися|не)|мусимо відмовитися|поки (?:що )?не актуально|вже не актуально)/iu,
  },
  {
    tenor: "objection",
    turns:
      /\b(?:too|bit|lot|little|much|far|quite|rather|way|very|pretty) (?:too )?(?:expensive|steep|pricey|dear)\b|\b(?:over|above|beyond|outside|exceeds) (?:our|the|my) budget\b|\bmore than (?:we|i)(?:['’]d| had| have|['’]ve)? (?:budgeted|planned|expected|wanted|hoped|can)\b|\bcan['’]?t afford\b|\b(?:cheaper|lower) (?:quote|offer|price)\b|\bcheaper elsewhere\b|\bprice is (?:\p{L}+ )?(?:too|a (?:bit|little)|quite|rather|very) (?:high|much)\b|(?<!\p{L})(?:задорого|надто дорого|занадто дорого|дорогувато|для нас (?:забагато|дорого)|перевищує (?:наш )?бюджет|поза бюджетом|не вкладаємося)/iu,
  },
  {
    tenor: "order",
    turns:
      /\b(?:go ahead|proceed) with (?:the|this|our|your|my) (?:order|quote|quotation|offer)\b|\b(?:like|want|happy|ready) to (?:place (?:an|the|our|this) )?order\b(?! (?:if|once|when)\b)|\b(?:our|the) (?:po|purchase order) (?:is )?(?:attached|enclosed)\b|\bPO attached\b|\bplease find (?:attached )?our (?:order|po|purchase order)\b|(?<!\p{L})(?:замовляємо|оформлюйте|оформляйте|надсилаємо замовлення|хочемо замовити)(?!\p{L})/iu,
  },
  {
    tenor: "introduction",
    turns:
      /(?:^|[,!\n] ?)(?:[Pp]lease )?[Mm]eet \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?(?:,| \(| who\b| from\b)|\b[Ii]ntro(?:duction)? to \p{Lu}|\b[Ii]ntroduc(?:e|ing) (?:you|the two of you) (?:two|to|both)\b|\blet you two\b|\b[Oo]ver to you (?:both|two)\b|(?<!\p{L})(?:[Зз]найомся|[Зз]найомтес[яь]|[Пп]ознайомтес[яь]|[Хх]очу вас познайомити|[Дд]алі ви самі)(?!\p{L})/u,
  },
];

const THANKS = /\b(?:thanks|thank you|cheers|much appreciated)\b|(?<!\p{L})(?:дякую|дякуємо|вдячн)/iu;
/** More than thanks: what comes next, or a "but". */
const SAYS_MORE =
  /\b(?:but|however|i['’]ll|we['’]ll|will|unfortunately|attached|here (?:is|are)|please)\b|(?<!\p{L})(?:але|однак|на жаль|буде|будемо|оплатимо|надсила)/iu;
const PRAISES =
  /\b(?:(?:so|very|really|how|absolutely) (?:pleased|happy|impressed|delighted)|brilliant|fantastic|excellent|wonderful|amazing|(?:we|i|they) (?:all )?loved?|recommend you|great job|well done)\b|(?<!\p{L})(?:дуже задоволен|чудов|прекрасн|неймовірн|рекомендуватим)/iu;
const TO_THE_MEMBER = /\b(?:you|your)\b|(?<!\p{L})(?:ви|вам|вас|ваш|ти|тобі|тебе|тво)/iu;
const LONGEST_THANKS = 200;
/** In a longer mail such words speak of somebody else as well. */
const LONGEST = 700;

/** `said`: what they say, sentence by sentence. `asks`: whether they ask for anything. */
export function tenorOf(said: readonly string[], language: string, asks: boolean): Tenor | null {
  const all = said.join("\n");
  if (all.length <= LONGEST) {
    const found = TURNS.find(({ turns }) => turns.test(all))?.tenor;
    if (found === "complaint" || said.some((one) => (toneOf(one, language) ?? 0) < 0)) return "complaint";
    if (found) return found;
    const isThanks = all.length <= LONGEST_THANKS && THANKS.test(said[0] ?? "") && !SAYS_MORE.test(all);
    if (!asks && isThanks) return "thanks";
    if (!asks && said.some((one) => PRAISES.test(one) && TO_THE_MEMBER.test(one))) return "praise";
  }
  return asks || /[?？]/.test(all) ? null : "news";
}

/** What whoever is sorry to hear it hears: somebody was ill. */
export const wasIll = (text: string): boolean =>
  /\b(?:i(?:['’]ve| have)? (?:was|been)(?: back)?|was) (?:in (?:the )?hospital|ill|sick|unwell|poorly)\b|\bbeen off sick\b|\bi(?:['’]ve)? (?:had|have had) (?:an operation|surgery)\b|(?<!\p{L})(?:(?:був|була) (?:у|в) лікарні|хворів|хворіла|захворів|захворіла|перехворів|перехворіла)(?!\p{L})/iu.test(
    text,
  );
/** What is wished at the end of a week, and wished back. */
export const wishesWeekend = (text: string): boolean =>
  /\b(?:have a|enjoy (?:your|the)) (?:\p{L}+ )?weekend\b|(?<!\p{L})(?:гарних|хороших|чудових|приємних) вихідних/iu.test(
    text,
  );
