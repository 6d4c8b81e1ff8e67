import type { Party, PromiseKind } from "@sidenote/contract/promises";
import { DAY_MS } from "../../core/text/due-days.ts";
import { contentWords, overlap, stem, wordsIn } from "../../core/text/words.ts";
import { answerTo, canBeTold, priceTold } from "./answer-elsewhere.ts";
import { DELIVERS, DONE, owingOf, type Sentence, SPOKEN, saidSentences, THANKS } from "./settle.ts";
import type { Turn } from "./turn.ts";

/** What is owed, as far as a mail of another thread can be told to speak of it. */
export type Sought = {
  kind: PromiseKind;
  owes: Party;
  text: string;
  at: string;
  dueOn: string | null;
  /** Everybody on the mail that it stands in but the member: the thing may come from or go to any of them. */
  people: readonly string[];
};

/** Later than this, mail about the same thing is about the next one of its kind. */
export const LOOKED_AFTER_DAYS = 120;
/** What is named by one word alone ("the contract") is told from another of its kind by being near in time. */
const ONE_WORD_DAYS = 30;
/** A talk that was promised is had about then. */
const TALK_DAYS = 14;
/** How much of what names the thing another thread's sentence has to say: there is no thread that says the rest. */
const NAMED = 0.6;
const PROMISED_AGAIN = 0.8;

/** A question is answered sooner than a promise is kept; later, somebody speaks of the next one. */
export const ANSWERED_WITHIN_DAYS = 45;

/**
 * Words that stand in any promise or ask, and tell no thing from another: what one does with a thing, to whom, when, how politely.
 * With what “I'll” and “didn't” leave behind where words are cut at the apostrophe.
 */
const NAMES_NOTHING = new Set(
  (
    "ll ve re don didn isn send sent sends forward fax mail email provide share give deliver ship pass attach upload post copy call ring phone talk speak meet write reply answer " +
    "confirm check update let know back come please thanks thank hi hello dear soon shortly asap later morning afternoon evening noon end week month year " +
    "today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday next this following latest ready done attached enclosed herewith promised " +
    "agreed requested discussed information info details detail something anything everything one two first second new also best much many order make take put " +
    "need want like good great sure yes okay ok time day days hour hours minute minutes january february march april may june july august september october " +
    "november december надішлю надішлемо пришлю вишлю відправлю зателефоную подзвоню напишу напишемо повідомлю завтра сьогодні понеділок вівторок середу " +
    "четвер пʼятницю п’ятницю суботу неділю тижня тиждень місяця вам вас вами вже ще ich wir ihnen ihre werde schicke sende morgen heute woche je nous vous"
  )
    .split(" ")
    .map(stem),
);

/** The words that name the thing: without what any promise says, and without the people's names. */
export function namingWords({ text, people }: Pick<Sought, "text" | "people">): Set<string> {
  const names = new Set(people.flatMap((address) => wordsIn(address.split("@")[0] ?? "").map(stem)));
  return new Set(
    [...contentWords(text)].filter((word) => word.length > 1 && !NAMES_NOTHING.has(word) && !names.has(word)),
  );
}

/** The sentence of a later mail in another thread by which a promise is kept. Rather none than a wrong one. */
export function keptElsewhere(sought: Sought, mail: Turn): Sentence | null {
  const days = sought.kind === "ask" ? ANSWERED_WITHIN_DAYS : LOOKED_AFTER_DAYS;
  if (sought.owes === "other" || !isLater(sought, mail, days)) return null;
  const side = sideOf(sought, mail);
  if (!side) return null;
  const sentences = saidSentences(mail);
  if (sought.kind === "ask" && !DELIVERS.test(sought.text)) return side === "debtor" ? toldOf(sought, sentences) : null;
  if (SPEAKS_TO_YOU.test(sought.text)) return spokenOf(sought, mail, sentences);
  const names = namingWords(sought);
  if (
    names.size === 0 ||
    (names.size === 1 && sought.kind === "ask") ||
    (names.size === 1 && !isLater(sought, mail, ONE_WORD_DAYS))
  )
    return null;
  const fit = (words: ReadonlySet<string>) => (enough(names, words) ? overlap(names, words) : 0);
  if (side === "creditor")
    return sentences.find(({ text, words }) => THANKS.test(text) && !AHEAD.test(text) && fit(words) >= NAMED) ?? null;
  const again = sentences.find((one) => fit(one.words) >= PROMISED_AGAIN && owingOf(one)?.kind === "promise");
  if (again) return again;
  const around = contentWords([mail.subject ?? "", ...(mail.attachments ?? [])].join(" ").replace(/[_.-]/g, " "));
  const done = sentences.filter((one) => DONE.test(one.text) && !NOT_DONE.test(one.text) && owingOf(one) === null);
  return (
    done.find(
      // Subject and file names help to name it, but the sentence itself has to be about it, or a file to be there.
      ({ words }) => (overlap(names, words) > 0 || mail.hasAttachments) && fit(new Set([...words, ...around])) >= NAMED,
    ) ?? priceTold(sought, names, sentences)
  );
}

function toldOf(sought: Sought, sentences: ReturnType<typeof saidSentences>): Sentence | null {
  const names = namingWords(sought);
  return answerTo(sought, names, sentences) ?? priceTold(sought, names, sentences);
}

/** Whether another thread can tell of it at all: of most questions only their own can. */
export const canBeHeard = (sought: Sought): boolean =>
  sought.owes !== "other" &&
  (sought.kind === "promise" ||
    (namingWords(sought).size >= 2 && (DELIVERS.test(sought.text) || canBeTold(sought.text))));

/** Tells whether a later mail speaks of it at all: as long as somebody does, it is not forgotten. */
export function mentionsOf(sought: Pick<Sought, "text" | "people">): (mail: Turn) => boolean {
  const names = namingWords(sought);
  return (mail) => saidSentences(mail).some(({ words }) => enough(names, words) && overlap(names, words) >= NAMED);
}

/** Two words name a thing; one is enough only where there is no other. */
const enough = (names: ReadonlySet<string>, words: ReadonlySet<string>): boolean =>
  [...names].filter((word) => words.has(word)).length >= Math.min(2, names.size) && names.size > 0;

const SPEAKS_TO_YOU =
  /\b(call|ring|phone|visit|meet( with)?|see|speak (to|with)|talk to|give) you\b|\b(call|ring|phone) back\b|(?<!\p{L})(зателефоную|подзвоню|передзвоню|наберу)(?!\p{L})|\brufe (dich|Sie|Ihnen)\b/iu;
/** "As discussed" and a call that nobody took tell of no talk. */
const HAD_NO_TALK = /\bas (we )?discussed\b|\btried to\b|\bleft (you )?a (message|voice ?mail)\b/i;
const AHEAD = /\b(in advance|again for|looking forward|will be|would be)\b/i;
const NOT_DONE =
  /\b(not|isn['’]t|aren['’]t|hasn['’]t|haven['’]t|yet|almost|nearly|soon|when|once|if|until)\b|(?<!\p{L})(ще не|якщо|коли)(?!\p{L})/iu;

function spokenOf(sought: Sought, mail: Turn, sentences: readonly Sentence[]): Sentence | null {
  const day = mail.at.slice(0, 10);
  const about = sought.dueOn ?? sought.at.slice(0, 10);
  const apart = (Date.parse(day) - Date.parse(about)) / DAY_MS;
  if (apart < 0 || apart > TALK_DAYS) return null;
  return sentences.find(({ text }) => SPOKEN.test(text) && !HAD_NO_TALK.test(text) && !AHEAD.test(text)) ?? null;
}

const isLater = ({ at }: Sought, mail: Turn, days: number): boolean =>
  mail.at > at && Date.parse(mail.at) - Date.parse(at) <= days * DAY_MS && !mail.automatic;

/** Whether a mail is the debtor's to the other side, the other side's to the debtor, or neither. */
function sideOf({ owes, people }: Sought, mail: Turn): "debtor" | "creditor" | null {
  if (mail.direction === "out" && mail.to.some((person) => people.includes(person.address)))
    return owes === "you" ? "debtor" : "creditor";
  if (mail.direction === "in" && people.includes(mail.from.address)) return owes === "you" ? "creditor" : "debtor";
  return null;
}
