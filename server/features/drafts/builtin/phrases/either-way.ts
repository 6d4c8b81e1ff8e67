import { flipped, indirect, VERBS, withoutLead } from "./indirect.ts";

/** A sentence that answers, and what is open in it: "We [have or do not have?] a safety certificate." */
export type EitherWay = { before: string; open: string; after: string };

const PRONOUN = "(?:we|you|they|it|he|she|this|that|there)";
const EITHER: Readonly<Record<string, string>> = {
  can: "can or cannot",
  could: "can or cannot",
  may: "can or cannot",
  will: "will or will not",
  would: "would or would not",
  should: "should or should not",
  must: "must or need not",
  is: "is or is not",
  are: "are or are not",
  was: "was or was not",
  were: "were or were not",
};
const AUXILIARY = `(${Object.keys(EITHER).join("|")})`;
const ADVERB = "(?:still|also|already|really|currently|usually|actually|even|normally|only|always|often|generally)";

const pattern = (source: string) => new RegExp(`^${source}$`, "iu");
const DID = pattern(`did (${PRONOUN}|i) (.+)`);
const DOES = pattern(`does (.{2,60}?) (${VERBS})\\b ?(.*)`);
/** "Do your trainers come to Aberdeen": what do is said in the plural. */
const DO = pattern(`do ((?:your|our|the|my) (?:\\p{L}+ )?\\p{L}+s) (${VERBS})\\b ?(.*)`);
const WITH_PRONOUN = pattern(`(${PRONOUN}) (\\S+) (.+)`);
const WITH_NOUN = pattern(`((?!(?:we|you|they|it|he|she|there) )(?:\\S+ ){0,5}?\\S+) ${AUXILIARY} (.+)`);
/** Two of a kind behind the same word, or a word each: what else an "or" stands between no rule knows. */
const ALTERNATIVES = [
  pattern(
    "(.*\\b)((by|in|on|per|with|for|from|at|to|before|after|via|the|this|next) (?:(?! or ).)+) or (\\3 (?:(?! or ).)+)",
  ),
  pattern("(.*\\b(?:prefer|is|are|be|want|need|use|choose) )([^\\s,]+)() or ([^\\s,]+)"),
];
/** What can only be asked, and not be said. */
export const ONLY_ASKED =
  /\b(?:or|ever|any ?(?:thing|one|body|where|way|idea|chance)|some ?(?:one|body|way)|at all)\b|^(?:whether|if)\b|\band (?:if|what|when|how|who|where|why|is|are|do|does|can|could|will|would)\b|[,;:()]| [–—-] /i;
/** A condition and no question: "If you would like to come". */
const CONDITION =
  /^if (?:i|we|(?:you|they) (?:would|need|want|wish|prefer|like|have|are)\b|.{60}|.*\b(?:would be|please|i|we|maybe)\b)/i;
/** What one thinks or knows is no answer by itself; and "we" may be both: "are we still on?" */
const OPINION =
  /^do (?:you|they) (?:think|believe|know|suppose|assume|remember|recall|see|mean|mind|happen|feel|guess)\b|^(?:would you (?:mind|rather)|can you believe|did you know)\b/i;
const BOTH = /^(?:are|were|do|did|have|will) we (?!need\b)/i;
/** "Should this change be made": the pronoun goes with a noun. */
const POINTS = /^(?:this|that)$/i;
const BEHIND_THIS =
  /^(?:(?:still|already|also) )?(?:be|have|work|suit|help|take|cost|fit|happen|apply|the|an?|your|our|my|ok|okay|fine|right|correct|possible|included|something|true|enough|what|\p{L}{3,}ed)\b/iu;
/** Longer alternatives are no place to fill in. */
export const LONGEST_OPEN = 60;

/**
 * What they say beside what they ask would stand in the answer as if the member said it: "the discount you promised", "since it is
 * overdue", an account's number, an address. It stays a quote of theirs.
 */
const SAYS_MORE =
  /\b(?:since|because|although|though|given|now that|while|whereas)\b|\b(?:that|which|who|you|we|i|they|he|she|it|as) (?:(?:have|has|had|just|already|both) )*(?!need\b)\p{L}{2,}(?:ed|aid|old|ent|ote|id|ave)\b|:\/\/|www\.|@|\d{6,}/iu;
export const saysMore = (question: string): boolean => SAYS_MORE.test(question);

/** A question that a yes or no answers, or one of two things, as the sentence that answers it. Null for what the rules do not know. */
export function eitherWay(question: string): EitherWay | null {
  const asked = withoutLead(question)
    .replace(/,? (?:yet|or not)$/i, "")
    .replace(/^(can|could|may|will|would|shall|should) (i|we|you) (?:please|possibly|kindly) /i, "$1 $2 ");
  if (CONDITION.test(asked) || OPINION.test(asked) || BOTH.test(asked)) return null;
  const told = indirect(asked);
  const [, request] = /^me to (.+)$/i.exec(told ?? "") ?? [];
  if (request)
    return saysMore(request) || /[:;()]/.test(request) ? null : { before: "I", open: "will or cannot", after: request };
  const [, says] = /^whether (.+)$/i.exec(told ?? "") ?? [];
  const found = says && / or /i.test(says) ? alternatives(says) : eitherOf(asked, says ?? "");
  if (!found || ONLY_ASKED.test(found.after) || saysMore(found.before) || saysMore(found.after)) return null;
  return { ...found, after: found.after.replace(/\bany (?!more\b)(?=\p{Ll})/iu, "") };
}

function alternatives(says: string): EitherWay | null {
  if (/^there\b/i.test(says)) return null;
  const [, before = "", first, , second] = ALTERNATIVES.map((one) => one.exec(says)).find(Boolean) ?? [];
  return first && second && first.length + second.length < LONGEST_OPEN
    ? { before: before.trim().replace(/\bcould\b/i, "can"), open: `${first} or ${second}`, after: "" }
    : null;
}

/** `says`: the question as it is told again, behind "whether". */
function eitherOf(asked: string, says: string): EitherWay | null {
  const [, did, what] = DID.exec(asked) ?? [];
  if (did && what) return didOrNot(subject(did), flipped(what));
  const [, thing, verb, rest] = DOES.exec(asked) ?? [];
  if (thing && verb && says) {
    const [does] = new RegExp(`\\b${verb}(?:e?s)\\b|\\b${verb.slice(0, -1)}ies\\b`, "i").exec(says) ?? [];
    return does ? { before: subject(thing), open: `${does} or does not ${verb}`, after: flipped(rest ?? "") } : null;
  }
  const [, things, act, behind] = DO.exec(asked) ?? [];
  if (things && act) return { before: flipped(things), open: `${act} or do not ${act}`, after: flipped(behind ?? "") };
  const [, who, word = "", more = ""] = WITH_PRONOUN.exec(says) ?? [];
  // "This change should be made" is said of a change.
  if (who && !(POINTS.test(who) && !EITHER[word.toLowerCase()])) {
    const has = /^(?:have|has|had) /i.test(asked) && /^(?:have|has|had)$/i.test(word);
    const open = has ? `${word} or ${word} not` : EITHER[word.toLowerCase()];
    if (open) return POINTS.test(who) && !BEHIND_THIS.test(more) ? null : { before: who, open, after: more };
    if (!/^(?:we|you|they)$/i.test(who) || !/^(?:do|whether|if|that) /i.test(asked)) return null;
    const [, still, kept] = /^(still) (\p{L}+)(?: |$)/iu.exec(`${word} ${more}`) ?? [];
    if (still && kept)
      return { before: who, open: `still ${kept} or no longer ${kept}`, after: more.slice(kept.length).trim() };
    if (new RegExp(`^${ADVERB}$`, "i").test(word))
      return { before: who, open: "do or do not", after: `${word} ${more}` };
    return { before: who, open: `${word} or do not ${word}`, after: more };
  }
  const [, noun, auxiliary, left] = WITH_NOUN.exec(says) ?? [];
  return noun && auxiliary && left && !/\b(?:still|already|also|now|only)\b|ed$/i.test(noun)
    ? { before: noun, open: EITHER[auxiliary.toLowerCase()]!, after: left }
    : null;
}

/** "Did you receive our invoice" → "we [received or did not receive] your invoice". */
function didOrNot(who: string, what: string): EitherWay {
  const [, verb = "", rest = ""] = /^(\p{Ll}+)(?: (.+))?$/iu.exec(what) ?? [];
  const past = pastOf(verb.toLowerCase());
  return past
    ? { before: who, open: `${past} or did not ${verb.toLowerCase()}`, after: rest }
    : { before: who, open: "did or did not", after: what };
}

const PAST: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "get:got have:had see:saw find:found send:sent make:made pay:paid meet:met speak:spoke hear:heard read:read take:took give:gave buy:bought do:did go:went come:came tell:told " +
    "choose:chose forget:forgot put:put bring:brought hold:held keep:kept leave:left lose:lost say:said think:thought write:wrote begin:began build:built sell:sold set:set ship:shipped plan:planned"
  )
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);
/** Null for what is no verb in plain letters: "already", "not". */
const pastOf = (verb: string): string | null =>
  PAST[verb] ??
  (new RegExp(`^(?:${ADVERB}|not|ever|also|manage)$`, "i").test(verb) || !/^\p{L}{3,}$/u.test(verb)
    ? null
    : verb
        .replace(/e$/, "")
        .replace(/([^aeiou])y$/, "$1i")
        .concat("ed"));

const subject = (who: string): string => (/^you$/i.test(who) ? "we" : flipped(who));
