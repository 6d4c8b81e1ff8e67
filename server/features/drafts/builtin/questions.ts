import type { Ask } from "../../../core/mail/owed/asks.ts";
import { contentWords, overlap, stem, wordsIn } from "../../../core/text/words.ts";
import { APPOINTMENT, TIME_OF } from "./values.ts";

const BEGINS =
  "whether|what|when|where|who|which|how|why|could|can|would|will|is|are|do|does|did|should|may|shall|що|за який|за скільки|на який|до якого|з якого|коли|де|хто|який|яка|яке|які|скільки|чи|чому|wann|was|wo|wer|wie|können|könnten";
/** "Before I take it to the board: what would …" asks only behind the colon. */
const LEAD_IN = new RegExp(`:\\s+(?=(${BEGINS})\\s)`, "iu");
/** "Something came up, can we move it?": what only leads to a question, unless it is what the question hangs on. */
const COMMA_LEAD_IN =
  /^(?!(?:if|when|once|before|after|as|since|because|until|while|although|given|in case|assuming|with|for|якщо|коли|після|перед)\s)[^,?]{3,60},\s+(?=(?:can|could|would|shall|may|is it|are|do|does|what|when|how|where|who) (?:you|we|i|it|the|your|our)\s)/iu;
const NEXT = new RegExp(`(?:[,;]\\s*)?\\s(?:and|or|і|та|und)\\s+(?=(${BEGINS})\\s)`, "giu");
const FEWEST_WORDS = 3;

/** "Could you tell me how long it takes": what is asked is how long it takes. */
const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|вітаю|добрий день|доброго дня|привіт)(?: \p{Lu}[\p{L}'’-]+){0,2}[,!]\s+/iu;
/** "Ada, is it possible …", "As discussed, please share …" */
const CALLED = new RegExp(
  `^(?:\\p{Lu}[\\p{L}'’-]+|as \\p{L}+|before (?:we|i) \\p{L}+(?: \\p{L}+){0,3}|if possible|when you have (?:time|a (?:moment|minute))), (?=(?:please|${BEGINS}|будь ласка)\\s)`,
  "iu",
);
const AND = new RegExp(
  `^(?:and|but|also|so|а|і|також)[, ]+(?=(?:${BEGINS}|please|let me know|tell me|скажи|скажіть|підкажи|підкажіть)[\\s,])`,
  "iu",
);
const TELL_ME =
  /^(?:(?:також|ще|also),? )?(?:(?:(?:could|can|would|will) you )?(?:please |kindly )?(?:(?:tell|remind) (?:me|us)|let (?:me|us) know|confirm|clarify|advise)|do you know|may I ask|I (?:would|['’]d) like to know|I(?: was| am|['’]m)? wonder(?:ing)?|(?:скажіть|скажи|підкажіть|підкажи|нагадайте|нагадай|повідомте|напишіть|уточніть|поясніть|цікаво|хочу (?:запитати|спитати|уточнити))(?:,? будь ласка)?)(?: again)?[,:]?\s+(?=(?:whether|if|that|what|when|where|who|which|how|why|чи|що|коли|де|хто|як|який|яка|яке|які|скільки|чому)\s)/iu;

/** A question without the greeting, the "and" and the words that only lead to it, where it stands. */
export function withoutLeadIn({ text, start, end }: Ask): Ask {
  const left = [GREETING, CALLED, AND, TELL_ME].reduce((words, lead) => words.replace(lead, ""), text);
  return { text: left, start: start + text.length - left.length, end };
}

/** What a question is about, without the words that make it one: a sentence that answers it has none of them. */
export const askedWords = (question: string): Set<string> => contentWords(question.replace(ASKS_ONLY, " "));
const ASKS_ONLY =
  /(?<!\p{L})(?:does|did|whether|long|many|much|often|soon|please|чи|можна|можливо|який|яка|яке|які|якого|якій|скільки|коли|де|хто|що|ласка)(?!\p{L})/giu;

/** "Which of them suits you?", behind the times that are left to choose from. */
export const asksWhichSuits = (question: string): boolean =>
  /^(?:which|what|when)\b.*\b(?:suits?|works?|prefer|convenient)\b|^(?:як(?:ий|а|е|і)|що|коли)\s.*(?:підход|підійде|зручн)/iu.test(
    question,
  );

/** "I need an answer today": how much it matters, and nothing to answer by itself. */
export const isPressing = (ask: string): boolean =>
  !/[?？]/.test(ask) &&
  /\b(?:chasing|checking in|following up|circling back|touching base)\b|(?<!\p{L})нагадую(?!\p{L})|\b(need|expect|require|want|await|wait(ing)? for|looking forward to|look forward to|would appreciate|would love)\b.{0,40}\b(answers?|reply|response|feedback|news|to hear|your thoughts)\b|(?<!\p{L})(чекаю|чекаємо|очікую|потрібна)\s.{0,30}відповід/iu.test(
    ask,
  );

/**
 * What a note says to a question although it shares few words with it: the day that they name, a day for what they want to know
 * the day of, one of the papers that they want.
 */
export function saysTo(question: string, note: string, paper: string | null): boolean {
  const words = contentWords(note);
  if (HAS.test(question) && [...askedWords(question)].some((word) => words.has(word))) return true;
  if (SENDS.test(question) && SENDS.test(note)) return true;
  if (ONLY.test(note) && !wantsSomethingExact(question) && [...askedWords(question)].some((word) => words.has(word)))
    return true;
  if (BY_WHEN.test(question) && NEEDS_LONGER.test(note)) return true;
  const said = contentWords(note.replace(UNFORTUNATELY, " ").replace(PLURALS, ""));
  if (said.size > 0 && said.size <= FEW && !wantsSomethingExact(question))
    if (overlap(said, contentWords(question.replace(PLURALS, ""))) === 1) return true;
  if (paper) return [...contentWords(paper)].some((word) => words.has(word));
  const days = (note.match(APPOINTMENT) ?? []).map((day) => day.split(/[ ,]/)[0]!.toLowerCase());
  if (days.some((day) => !/^\d/.test(day) && question.toLowerCase().includes(day))) return true;
  const isTimed = days.length > 0 || TIME_OF.test(note) || WITHIN.test(note);
  if (!isTimed || !WHEN.test(question)) return false;
  return WE_DO.test(note) || [...askedWords(question)].some((asked) => [...words].some((word) => isAlike(asked, word)));
}
const WHEN = /^(?:when|how (?:soon|long|quickly|fast))\b|^(?:коли|як (?:скоро|швидко)|скільки часу)(?!\p{L})/iu;
/** "Our engineer can be there on Tuesday" answers how soon somebody can come, whatever they call it. */
const WE_DO = /^(?:we|i|our|an?|the)\b.*\b(?:can|will|could|comes?|starts?|delivers?|ships?|arrives?)\b/i;
/** Whether there is any: "the seals are in stock" says so. */
const HAS =
  /^(?:do|have) you (?:still |also |already )?(?:have|got|offer|stock|sell|keep)\b|^чи є (?:у вас|в вас|в наявності)/iu;
/** Whether something is to be sent, and that it is, whatever it is. */
const SENDS =
  /\b(?:send|sent|sending|attached|enclosed)\b|(?<!\p{L})(?:надісл|надішл|надсила|відправ|перешл|у вкладенн)/iu;
/** "Only full time" answers whether part time is possible. */
const ONLY = /^(?:only|just|лише|тільки)(?!\p{L})/iu;
const BY_WHEN = /\b(?:by|before|until|on) \S/iu;
/** "We need until Thursday" answers whether they can have it by Wednesday. */
const NEEDS_LONGER = /^(?:we|i) (?:will |would )?need (?:until|till|more time|another|a bit|a little)\b/iu;
const UNFORTUNATELY = /\b(?:unfortunately|sorry|yes|no|it|is|are)\b|(?<!\p{L})(?:на жаль|так|ні)(?!\p{L})/giu;
const PLURALS = /(?<=[\p{Ll}]{3})s(?!\p{L})/gu;
const FEW = 2;
const WITHIN =
  /\b(?:in|within) (?:\d+|\p{L}+) (?:days?|weeks?|months?)\b|(?<!\p{L})(?:через|протягом|за) \S+ (?:дн|тиж|міс)/iu;
/** "Поставити" and "поставка". */
const isAlike = (one: string, other: string): boolean =>
  one.length > 4 && other.length > 4 && one.slice(0, 5) === other.slice(0, 5);

/** "Is everything on track?", "what are you going to do about it?": whatever is said is the answer. */
export const takesAnyAnswer = (ask: string): boolean =>
  /^(?:is|are) (?:everything|it all|all|things|we) (?:still )?(?:on track|on schedule|on time|going (?:to plan|well)|as planned|in order|ok(?:ay)?|fine|good|on)\b|\bany (?:news|updates?|progress)\b|^(?:well|so)\?$|^(?:ok(?:ay)?|all good|good|fine)\?$|^where (?:did we|had we|were we|have we) |^(?:what(?:['’]s| is) (?:the (?:status|latest|news)|new|happening|going on|next|your plan)|how (?:is|are) (?:it|things|everything)|where (?:do we|are we) (?:stand|at)|what (?:are|do|will|can) (?:you|we) (?:(?:going|planning|intend|propose|suggest|want) (?:to )?)?(?:do|offer|suggest|propose)\b)|^чи (?:все|усе) (?:ще )?(?:за планом|гаразд|добре|в порядку|нормально|вчасно)|(?<!\p{L})(?:є|немає) (?:якісь )?(?:новини|щось нове)|^як(?:ий|і) (?:статус|стан|новини)|^як (?:справи|просувається)|^(?:ну[, ]+)?(?:і )?(?:що|як) (?:там|чути)(?!\p{L})|^(?:ну )?що\?|^що (?:ви|ти) (?:збираєтес|плануєте|пропонуєте|можете запропонувати)/iu.test(
    ask,
  );

/** "Where did we leave things?": what the member wrote last calls it to mind. */
export const asksWhereItStopped = (ask: string): boolean =>
  /\bwhere (?:did we|had we|were we|have we) (?:leave|left|get|got|stop|at|up to|things)\b|(?<!\p{L})на чому (?:ми )?(?:зупинилися|зупинились|закінчили)/iu.test(
    ask,
  );

/** "We need this sorted before Friday": how much it matters; what the member says to it stands in their note. */
export const isNeed = (ask: string): boolean =>
  !/[?？]/.test(ask) &&
  /^(?:(?:and|but|so) )?(?:we|i|it|this) (?:really |urgently )?(?:need|needs|want|expect|require|must|has to|have to)\b|^(?:нам|мені) (?:терміново )?(?:потрібн|треба|необхідн)/iu.test(
    ask,
  );

/** The questions of one sentence, each where it stands: "what would the price be, and could we pay in parts?" asks two. */
export function questionsIn(ask: Ask): Ask[] {
  if (!/[?？]/.test(ask.text)) return [ask];
  const lead = LEAD_IN.exec(ask.text) ?? COMMA_LEAD_IN.exec(ask.text);
  const from = lead ? lead.index + lead[0].length : 0;
  const parts: Ask[] = [];
  const add = (start: number, end: number) =>
    parts.push({ text: ask.text.slice(start, end), start: ask.start + start, end: ask.start + end });
  let at = from;
  for (const { index, 0: joint } of ask.text.matchAll(NEXT)) {
    if (index < from) continue;
    add(at, index);
    at = index + joint.length;
  }
  add(at, ask.text.length);
  const isOne = ({ text }: Ask) =>
    text.split(/\s+/).length >= (/^(?:який|яка|яке|які|скільки|коли|де|хто)\s/iu.test(text) ? 2 : FEWEST_WORDS);
  return parts.every(isOne) ? parts : [ask];
}

/** Whether it reads as a question although it has no mark of its own: the first of two in a sentence. */
export const beginsAsQuestion = (text: string): boolean =>
  new RegExp(`^(?:and\\s|but\\s|а\\s|і\\s)?(${BEGINS})\\s`, "iu").test(text) &&
  !/^(could|can|would|will) you\b/i.test(text);

/** Whether a figure, a date or a name is wanted, rather than a yes or no. */
export const wantsSomethingExact = (question: string): boolean =>
  /^[^\p{L}]*(and\s|but\s|а\s|і\s)?((until|till|since|from|by|at|in|on|to|for|with|about|under)\s(?=what|when|which|who|how)|(до|з|від|на|у|в|по|за)\s(?=як|коли|скільки|чого|кого|ким|чим|кому))?(what|when|which|who|where|how (much|many|long|far|often|quickly|fast|soon)|скільки|коли|як(ий|а|е|і)|як(ого|ої|ій|им|их|ому|у)|хто|де|чого|кого|ким|чим|кому|wann|welche[rs]?|wie ?viele?|was|wo|wer|quand|quel(le)?s?|combien|cuándo|cuánt[oa]s?|cuál|qual|quale|quando|quant[oiae]|ile|kiedy|jak[aie]|vad|när|hur mycket|wanneer|hoeveel|kdy|kolik|jak[ýáé])\s/iu.test(
    spelledOut(question),
  );

/** "Please advise on the rate", "let me know which hall": a request that words alone fulfil; nobody says when they will. */
export const asksToBeTold = (request: string): boolean =>
  /\b(advise|comment on|clarify|explain|elaborate|tell (me|us)|let (me|us) know|give (me|us) your|(your|any) (thoughts|views?|opinion|feedback|comments|input|advice|guidance))\b|(?<!\p{L})(поясн|роз['’ʼ]ясн|підкаж|порад|уточн|дайте знати|дай знати|вашу думку|твою думку)/iu.test(
    request,
  );

const MONEY_ASKED =
  /\b(?:price|cost|costs|salary|rate|fee|rent|budget|charge|pay|deposit|discount|how much)\b|(?<!\p{L})(?:цін|вартіст|кошту|зарплат|оклад|бюджет|завдат|знижк)/iu;
const TIME_ASKED =
  /^(?:how (?:long|soon|fast|quickly)|when)\b|\b(?:lead|delivery) time\b|(?<!\p{L})(?:як (?:довго|швидко)|скільки часу|термін|строк|за який час)/iu;
const NUMBER_ASKED = /\bhow many\b|(?<!\p{L})скільки(?! часу| кошту)/iu;
const OF_TIME =
  /\d\S*(?: to \d\S*)? (?:working )?(?:minutes?|hours?|days?|weeks?|months?|years?)\b|\d\S* (?:хвилин|годин|дн|день|тижн|місяц|рок)/iu;

/** Whether a day is asked for, and none is named to choose from. */
export const asksWhen = (question: string): boolean =>
  /^(?:when|what (?:day|date|time)|how soon)\b|^(?:коли|якого числа)(?!\p{L})/iu.test(question) &&
  !question.match(APPOINTMENT);

/** Whether such a figure answers such a question: a sum one for a price, weeks one for how long. */
export function asksForFigure(question: string, figure: string): boolean {
  if (OF_TIME.test(figure)) return TIME_ASKED.test(question);
  if (TIME_ASKED.test(question)) return false;
  return MONEY_ASKED.test(question) || NUMBER_ASKED.test(question);
}

/** "What's the term" asks what the term is. */
export const spelledOut = (question: string): string =>
  question.replace(/\b(what|when|where|who|how)['’]s\b/gi, "$1 is");

/** Whether a sentence is about what the question is about: the thing that is wanted, and the figure that it is wanted for. */
export function isAbout(question: string): (sentence: string) => boolean {
  const thing = wantedThing(question);
  const [figure] = wordsIn(question).filter((word) => /^\d/.test(word));
  return (sentence) =>
    (!thing || thing.split(" ").every((word) => contentWords(sentence).has(stem(word)))) &&
    (!figure || wordsIn(sentence).includes(figure));
}

/** What is wanted, as a blank names it: "what would the price be" → "price". Null where the question does not say. */
export const wantedThing = (question: string): string | null =>
  /\b(?:what|which)\s+(?:(?!of\b)\p{L}+\s+)?(?:the|your)\s+((?:(?:minimum|maximum|total|exact|final|current|usual|delivery|lead|notice|monthly|yearly|annual|payment)\s+)?\p{Ll}{3,20})\b/iu
    .exec(spelledOut(question))?.[1]
    ?.toLowerCase() ?? null;

/** "Is it per month or per quarter?"; "do you offer training or support?" a yes answers, too. */
export const asksWhichOfTwo = (question: string): boolean =>
  /^(?:and |but )?(?:is|are|was|were|should|shall|will|would|do you (?:prefer|want)) (?!there\b).*\S or (?!not\b|so\b|more\b|less\b|later\b|earlier\b)\S/iu.test(
    question,
  ) || /^(?!чи\s).*\p{L} (?:чи|або) (?!ні(?!\p{L}))\p{L}/iu.test(question);

/** One of the things that a question leaves to choose from, in its words. */
export const choosesFrom = (said: string, question: string): boolean => {
  const [chosen, asked] = [contentWords(said), contentWords(question)];
  const isNamed = / (?:or|чи|або) /iu.test(question) && question.toLowerCase().includes(said.trim().toLowerCase());
  if (isNamed && chosen.size > 0 && chosen.size < asked.size) return true;
  return asksWhichOfTwo(question) && chosen.size < asked.size && overlap(chosen, asked) === 1;
};
