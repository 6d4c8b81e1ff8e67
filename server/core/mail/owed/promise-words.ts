/** How a writer says that something will be done, and what only sounds like it. English here, the others beside it. */
import { AHEAD, SOON as SOON_SAID } from "./days-ahead.ts";
import { onlyConfirmsInFrench, promisesForThirdInFrench, promisesInFrench } from "./french-promises.ts";
import { onlyConfirmsInGerman, promisesForThirdInGerman, promisesInGerman } from "./german-promises.ts";
import { withoutRefusals } from "./idle-negations.ts";
import { promisesForThirdInPolish, promisesInPolish } from "./polish-promises.ts";
import { PROMISED_ARRIVALS } from "./promise-arrivals.ts";
import { PROMISE_TURNS } from "./promise-turns.ts";
import { PROMISES_ELSEWHERE } from "./promise-words-elsewhere.ts";
import {
  isHereInSpanish,
  onlyConfirmsInSpanish,
  promisesForThirdInSpanish,
  promisesInSpanish,
} from "./spanish-promises.ts";
import { promisesInUkrainian, UKRAINIAN_IF_WANTED, UKRAINIAN_THIRD } from "./ukrainian-promises.ts";
import { wholeWords } from "./whole-words.ts";

const ACTIONS =
  "send|resend|re-send|forward|fax|mail|e-?mail|text|ping|call|ring|phone|contact|reply|respond|answer|get|let|keep|update|provide|give|prepare|draft|write|rewrite|review|check|" +
  "double-?check|recheck|verify|validate|examine|look (into|at|for|over|through|after)|dig|find|figure|follow|follow-up|try|make|ensure|set|schedule|reschedule|arrange|organi[sz]e|line up|book|" +
  "confirm|reconfirm|clarify|discuss|talk|speak|consult|coordinate|ask|request|bring|deliver|return|finish|complete|finali[sz]e|wrap up|fix|correct|resolve|sort|straighten|handle|take|work|" +
  "help|assist|attend|participate|join|meet|come|stop (by|in)|swing by|drop|visit|pick|ship|pay|transfer|wire|sign|submit|file|post|upload|share|present|propose|decide|advise|notify|inform|" +
  "investigate|determine|reconcile|revise|modify|adjust|amend|edit|incorporate|circulate|distribute|publish|issue|do|redo|re-do|add|include|input|fill|mention|raise|pose|put (?:it|this|that|them|the|your)|change|" +
  "see (what|if|whether|to)|pass|put|run|rerun|re-run|pull|push|process|test|start|create|build|load|move|remove|delete|clean|compile|collect|gather|assign|install|implement|" +
  "order|purchase|buy|hand|copy|scan|print|translate|compare|reach|touch base|circle back|come back|go over|go through|remind|introduce|invite|tell|show|explain|report|invoice|bill|" +
  "refund|renew|replace|authori[sz]e|expedite|connect|have|revert|shoot|loop|cover|credit|waive|absorb|reimburse|deduct|own|chase|nudge|escalate|dispatch|release|courier|fetch|reserve|hold (?:the|your|it|that|off)|draw up|put together|deal with|monitor|keep an eye|report|redo|rework|swap|host|tackle|honou?r|be sure to|procure|instruct|supplement|remit|liaise|supply|furnish|accommodate|rectify|remedy|action|address|source|quote|pop";
/** "preparing", "getting", "providing". */
const ing = (action: string): string => {
  const [verb = "", ...rest] = action.split(" ");
  const stem = verb.endsWith("e") ? verb.slice(0, -1) : `${verb}${verb.at(-1)}?`;
  return [`${stem}ing`, ...rest].join(" ");
};
const DO = `(?:${ACTIONS})`;
const DOING = `(?:${ACTIONS.split(/\|(?![^(]*\))/)
  .map(ing)
  .join("|")})`;
const ADVERBS =
  "(?:(?:also|then|definitely|certainly|gladly|of course|be able to|happily|personally|still|just|first|probably|hopefully|simply|quickly|plan to|try to|try and|go ahead and|both) )*";
const ACTS = `(?:${ADVERBS}${DO}|${ADVERBS}be ${ADVERBS}${DOING})\\b`;
const STATES =
  "admit|agree|all|always|appreciate|arrive|assume|become|believe|bet|continue|die|enjoy|fall|feel|find (it|that|myself)|forget|get|go|grant|guess|hate|hope|just|leave(?! (?:it|them|(?:the|your|an?) \\S+) (?:at (?:reception|the|your)|(?:in|on|under|by) the|on your|with (?:the|reception|our)|for you))|like|live|look forward|lose|" +
  "love|miss|need|never|not|only|owe|remain|remember|out|plan on|require|retire|say|see|seem|sleep|spend|stay|stand|suppose|think|turn|understand|venture|wait|want|win|wish|wonder|have|be|know";
/** A day, or the beginning of one: what stands behind is not looked at. */
const SOON = `(?:${SOON_SAID}|\\b(?:by|on|within|before|(?:this|next) (?:month|week)|in (?:a|the|an) \\S+)\\b)`;
/** A day by which it will have happened. */
const DAY = `(?:${AHEAD}|\\b(?:by|before) the\\b|\\bfirst thing\\b)`;

const PROMISES: readonly RegExp[] = [
  // "I'll send", "we will get back", "Doug and I are going to attend", "I will be forwarding".
  new RegExp(
    `\\b(?:i|we)(?:['’]ll| will| shall|['’]m going to| am going to|['’]re going to| are going to| promise to| intend to) ${ACTS}`,
    "i",
  ),
  // Whatever "I" will do, and "we'll", which speaks of the two who are at it; what one will be, have, know or feel is none.
  new RegExp(`\\b(?:i(?:['’]ll| will| shall)|we(?:['’]ll| shall)) ${ADVERBS}(?!(?:${STATES})\\b)\\p{L}{3,}`, "iu"),
  // "We have received your mail and will answer it".
  new RegExp(`\\b(?:i|we)\\b[^.;:?!]{3,120}\\band (?:then |also )?(?:will|shall) ${ACTS}`, "i"),
  /\bwill be (?:sent|mailed|e-?mailed|faxed|forwarded|delivered|shipped|returned) to (?:you|your)\b/i,
  // "Will do", "Will send it tomorrow": without its subject.
  new RegExp(`^(?:(?:ok(?:ay)?|sure|yes|thanks|great)[,.!]? )?will (?:do\\b|${ACTS})(?!.*\\?)`, "i"),
  // "I should have it tomorrow".
  new RegExp(
    `(?<!\\b(?:which|that|what) )\\b(?:i|we) should (?:be able to ${DO}|have|get (?:it|them|the|an?|back)|hear|know|receive)\\b.*${SOON}`,
    "i",
  ),
  /\b(?:i|we)(?:['’]ll| will) (?:be (?:in touch|on it|back (?:to|in touch with) you)|stay in touch)\b/i,
  /\blet me (check|run (this|it|that) (by|past)|find out|look into|see (if|what|whether)|get back|confirm|ask|talk to|speak (to|with)|think about)\b/i,
  new RegExp(
    `\\byou(?:['’]ll| will| shall| should) (?:have(?! (?:received|had|got|gotten|heard|been|seen)\\b)|get|receive|hear (?:back )?from (?:me|us)|find it)\\b(?!.*\\bif you\\b).*(?:${SOON}|\\bfrom (?:me|us)\\b)`,
    "i",
  ),
  new RegExp(
    `\\b(?:you can expect|(?<!\\b(?:i|we)(?: do| would|['’]d)? )expect) (?:it|them|this|an? |the |my |our )(?!.*\\b(?:not|to be|rise|fall)\\b).*${SOON}`,
    "i",
  ),
  // "I can get that to you before Friday": with a day it is said for certain; without one it is an offer.
  new RegExp(
    `\\b(?:i|we) can ${ADVERBS}(?:get|have|send|deliver|bring|share|provide|(?:turn|finish|fix|complete|prepare|draft|print|ship) (?:it|this|that|them|the|your)|squeeze you) [^.;:?!]{2,80}${DAY}`,
    "i",
  ),
  // "We aim to have the report with you by 31/03."
  new RegExp(
    `\\b(?:i|we) (?:aim|plan|intend|expect) to (?:send|have|get|deliver|share|provide|ship|come back|get back|reply|respond|confirm|issue|submit|call you|let you)\\b.*${DAY}`,
    "i",
  ),
  new RegExp(`\\b(?:i|we) (?:commit|undertake) to \\p{L}{3,}|\\b(?:i|we) guarantee [^.;:?!]{2,80}${DAY}`, "iu"),
  /\bi (still )?owe you (the|my|an? (answer|reply|response|call|draft|list|copy|update|quote|plan))\b/i,
  // "I'm sending it tonight": what is going on, with a day that is still to come.
  new RegExp(
    `^(?:(?:so|also|and|then|ok(?:ay)?|yes|hi \\S+)[,!.]? )?(?:i|we)(?:['’]m| am|['’]re| are) (?:also |just )?(?:sending|e-?mailing|forwarding|delivering|shipping|calling|bringing) [^.;:?!]{2,80}${DAY}`,
    "i",
  ),
  // "The invoice will be with you by Tuesday", "it will reach you next week".
  new RegExp(
    `\\bwill (?:be (?:back )?with|reach|get to) (?:you|your \\S+)\\b(?! (?:in spirit|all the way)).{0,60}${DAY}`,
    "i",
  ),
  // "Details to follow", "the signed copy will follow tomorrow".
  /\b(details?|more|information|info|cop(y|ies)|originals?|the rest|remainder|numbers|figures|an answer|comments|invoice|contract|draft|agenda|minutes) (to|will) follow\b(?! (up|the|these|from))/i,
  /\bi promise\b(?! (this|that|it|you that) (is|was|isn))|\bi(['’]m| am) on it\b|\b(consider it done|you have my word)\b|\b(leave|left) (it|this|that) (with|to) me\b|\bcount on me\b/i,
  ...PROMISE_TURNS,
  ...PROMISED_ARRIVALS,
];

/** Somebody else will do it, for one of the two. */
const THIRD =
  /(?:^|[\s,])(?:(?!i\b|we\b|you\b|it\b|this\b|that\b|there\b)(?:\p{Lu}\p{L}+|he|she|they|[Oo]ur \p{L}+|[Mm]y \p{L}+|[Tt]he \p{L}+|[Ss]ome(?:one|body)(?: (?:else|from|in|on|at) [^.;:?!,]{2,30})?|[Oo]ne of (?:us|our \p{L}+|my \p{L}+)|[Aa]n? \p{L}+))(?:['’]ll| will| is going to| are going to| has agreed to) (?:also )?(?:send|call|ring|phone|text|contact|forward|give|provide|e-?mail|mail|let|get back to|come back to|reach out to|be (?:with|in touch with)|get in touch with|meet|update|bring|show|walk|visit|introduce|invoice) (?:you|me|us)\b/u;

/** A promise that was made, and is called to mind: the reader owes it. */
const REMINDER =
  /\byou (promised|said (that )?you(['’]d| would)|were going to|agreed to|had promised|offered to)\b|\bas you promised\b|(?<!\p{L})ви обіцяли(?!\p{L})|(^|\s)ти обіця(в|ла)(?=\s)|\b(Sie hatten|du hattest) versprochen\b/iu;

/** Said of what depends on the reader, of what does not happen, of a wish, or of what is planned for everybody. */
const NO_PROMISE =
  /\b(if|in case|should|unless) (you|there|anyone|anybody|somebody|someone)\b|\b(?:in (?:the|any) event (?:of|that)|for any reason)\b|\b(i|we)(['’]ll| will) (not|never|have to|need|be (out|away|on (?!it)|in (?!touch)|at|available|back(?! to you)|working (late|from|in|until)|unable|happy|glad|late|here|there|sure(?! to\b))|miss|see you|talk (to you )?(soon|later)|have been|get (the|a) (chance|feeling)|take (it|this) (that|as)|do (fine|well|my best)|help (it|but))\b|\blet you (go|decide|be)|try not|make (it(?! (up|effective|happen|available|ready))|money)|find (that|it|ourselves|myself)\b|\b(on vacation|(days?|time|week) off)\b|\bgoing to (have|need|be)\b|\bwon['’]t\b|(?<!\p{L})як(що|би) (ви|ти|вам|тобі)(?!\p{L})|\bfalls Sie\b|\bwenn (Sie|du)\b|\bsi (vous|usted|quiere)\b/iu;

/** "Order by Friday and we'll ship for free": what an advertisement gives to whoever buys. */
const BARGAIN =
  /(?:^|: )(?:order|sign up|subscribe|register|join|buy|download|click|visit|shop|upgrade|refer)\b[^.;:?!]* and (?:we|i)(?:['’]ll| will)\b/i;

/** "We'll have a meeting" promises nothing; "we'll have a draft for you", "I'll have a look at it" do. */
const HAS = /\b(i|we)(['’]ll| will) have (a|the|no|to|some|more|fun|our|my|less|much|many|access)\b/i;
const HAS_FOR_READER =
  /\bhave (the|your|our) (\S+ ){1,3}\p{L}{3,}ed\b|\bhave\b.*\b((for|to|with) you|(in|on) your|ready|done|finished|sent|signed|fixed|sorted|call you|by (the end|noon|tomorrow|tonight|next|\p{L}+day|\d))\b|\bhave (a|another) (\S+ )?(look|word|think)(?= (at|with|into|over|about|and)\b|[.,;!]|$)/iu;

/** "If needed, I'll send the old one": an offer to whoever might need it. */
const IF_WANTED =
  /\bif (?:needed|necessary|required|useful|helpful|desired|wanted|so desired|it(?: would|['’]d)? helps?|that(?: would|['’]d)? helps?|(?:it|that)(?:['’]s| is) (?:helpful|useful|easier|needed))\b/i;

/** "I never said I'll pay." */
const DENIED =
  /(\bnever|\bnot|n['’]t) (say|said|claim|claimed|mean|meant|promise|promised|agree|agreed)( that)? (i|we)\b/i;

/** What is so every time is promised to nobody: in German, French, Spanish and Polish, whatever the verb. */
const EVERY_TIME = wholeWords(
  "(?<!(?:wie|für|noch) )immer|in der regel|grundsätzlich|üblicherweise|normalerweise|meistens|jede[nrsm]|en général|généralement|d['’]habitude|habituellement|(?<!(?:comme|est) )toujours|(?<!como )siempre|normalmente|por lo general|habitualmente|" +
    "(?<!jak )zawsze|zwykle|zazwyczaj|normalnie|codziennie",
);
/** What is done by being said, or is here already. */
const DONE_ALREADY = [onlyConfirmsInGerman, onlyConfirmsInFrench, onlyConfirmsInSpanish, isHereInSpanish];
const IN_OTHERS = [promisesInUkrainian, promisesInGerman, promisesInFrench, promisesInSpanish, promisesInPolish];

const promisesElsewhere = (sentence: string): boolean => {
  const undertaken = withoutRefusals(sentence);
  return PROMISES_ELSEWHERE.some((pattern) => pattern.test(undertaken));
};

export const promises = (sentence: string): boolean =>
  !/[?？]["”’)]*$/u.test(sentence) &&
  !NO_PROMISE.test(sentence) &&
  !(HAS.test(sentence) && !HAS_FOR_READER.test(sentence)) &&
  !BARGAIN.test(sentence) &&
  !IF_WANTED.test(sentence) &&
  !UKRAINIAN_IF_WANTED.test(sentence) &&
  !DENIED.test(sentence) &&
  !DONE_ALREADY.some((isDone) => isDone(sentence)) &&
  !EVERY_TIME.test(sentence) &&
  (PROMISES.some((pattern) => pattern.test(sentence)) ||
    promisesElsewhere(sentence) ||
    IN_OTHERS.some((promisesIn) => promisesIn(sentence)));

/** "I've asked Jonas to send you the plan." */
const SENT_FOR =
  /\b(?:I|[Ww]e)(?:['’]ve| have) (?:asked|told|instructed) (?:\p{Lu}\p{L}+|our \p{L}+|my \p{L}+|the \p{L}+|him|her|them) (?:\p{Lu}\p{L}+ )?to (?:also )?(?:send|call|contact|forward|give|provide|e-?mail|mail|let|get back to|get in touch with|update|bring) (?:you|me|us)\b/u;

const FOR_THIRD_IN_OTHERS = [
  promisesForThirdInGerman,
  promisesForThirdInFrench,
  promisesForThirdInSpanish,
  promisesForThirdInPolish,
];

export const promisesForThird = (sentence: string): boolean =>
  !/[?？]["”’)]*$/u.test(sentence) &&
  ([THIRD, SENT_FOR, UKRAINIAN_THIRD].some((pattern) => pattern.test(sentence)) ||
    FOR_THIRD_IN_OTHERS.some((promisesIn) => promisesIn(sentence)));

/** "You said you would call, thanks for doing so", "you promised a discount and we got it": it was kept. */
const KEPT =
  /\bthank(?:s| you)(?: \p{L}+){0,3} for \p{L}+ing\b|\b(?:and|which) (?:we|i) (?:did )?(?:got|get|received|had)(?: (?:it|them|that))?\b|(?<!\p{L})(?:і|й|та|яку|який|яке|які) (?:ми |я )?(?:її |його |їх )?(?:отримал[аи]|отримав|виконали|дотримали)(?!\p{L})/iu;
export const remindsOfPromise = (sentence: string): boolean => REMINDER.test(sentence) && !KEPT.test(sentence);
