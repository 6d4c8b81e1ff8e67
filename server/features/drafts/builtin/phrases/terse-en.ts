import { APPOINTMENT } from "../values.ts";
import { addressed } from "./notes-en.ts";

/**
 * What is noted in passing leaves out who or what is meant, and the verb: "too expensive", "still available", "no dogs sorry",
 * "permit not needed". Each of these turns as the sentence that it stands for; null for what is no such turn.
 */
export function terse(words: string): string | null {
  for (const [turn, sentence] of TURNS) {
    const found = turn.exec(words);
    const said = found && sentence(found, words);
    if (said) return capital(addressed(said));
  }
  return null;
}

const SO =
  "available|possible|impossible|remote|included|valid|optional|negotiable|easier|better|cheaper|faster|quicker|harder|hard|difficult|urgent|refundable|covered|confirmed|fixed|open|gone|sold|taken|let";
const LEFT_OUT = "still|already|no longer|fully|completely|not|not yet|now|only|also|quite|very|really|much|definitely";
const THING = "(?:(?:the|our|new|next|first|final|extra|last) )*\\p{Ll}[\\p{L}-]+(?: \\p{Ll}[\\p{L}-]+){0,2}?";
/** "In the week of", "next week": a time that is no day. */
const SOME_TIME = "(?:(?:next|this) week|next month|tomorrow|later this week|early next week|in the week of .+)";
/** What people come together for. */
const MEETING = /\b(?:call|demo|meeting|visit|chat|lunch|coffee|viewing|interview|appointment|walkthrough)\b/iu;
const VERB_OR_WISH =
  /^(?:can|cannot|could|will|would|need|have|must|should|may|ask|tell|say|mention|propose|suggest|offer|send|confirm|call|meet|come|move|thank|remind|invite|let|book|is|are|was|were|it|we|you|he|she|they|that|this|what|when|where|who|how|why|which|if|whether|until|from|by|on|in|at|for|with|please|yes|no|not)\b|\b(?:possible|available|needed|ready|free|ok|okay|open|closed)$|\b(?:is|are|was|were|has|have|will|can|cannot|starts?|ends?|comes?|takes?|needs?|works?|costs?|ships?|arrives?|leaves?|opens?|closes?|expires?|lasts?|stays?|remains?|follows?|covers?|applies|includes?|until|from|by|on|in|at|for|with|of|to|about)\b/iu;

const TURNS: readonly [RegExp, (found: RegExpExecArray, words: string) => string | null][] = [
  // "When can we expect payment", "did he get a chance to look at it".
  [
    /^(?:(?:when|where|how|why|what|which|who)(?: \p{L}+){0,2}? )?(?:can|could|will|would|is|are|was|do|does|did|has|have|should|shall|may) (?:i|we|you|he|she|they|it|that|this|there)(?![\p{L}'’])/iu,
    (_, words) => `${asked(words)}?`,
  ],
  // "Should be two years, not five"
  [/^(?:should|must|would|could|might|may) be \S.*$/iu, (_, words) => `it ${small(words)}.`],
  [/^went with .+$/iu, (_, words) => `we ${small(words)}.`],
  [/^(?:will )?(keep (?:his|her|their|your) .+ on file)$/iu, ([, keep = ""]) => `we will ${small(keep)}.`],
  // "Too expensive", "a bit too late for us".
  [
    /^(?:(?:a (?:bit|little)|far|way|much) )?too (?:expensive|much|high|dear|pricey|steep|risky|big|small)(?: at the moment| right now)?$/iu,
    (_, words) => `it is ${small(words)} for us.`,
  ],
  [/^(?:(?:a (?:bit|little)|far|way|much) )?too \p{L}+(?: \P{L}?\p{L}.*)?$/iu, (_, words) => `it is ${small(words)}.`],
  [
    /^(maybe|perhaps|possibly|probably) (?:again )?(?:in|on|next|later|from|after|at|by|this|some time|towards)\b.+$/iu,
    (_, words) => `${words}.`,
  ],
  [/^no need (?:to|for) .+$/iu, (_, words) => `there is ${small(words)}.`],
  [/^no (?:rush|worries|problem(?: at all)?|hurry)$/iu, (_, words) => `${words}.`],
  [
    /^(?:unfortunately |sorry,? )?(no (?:capacity|budget|time|stock|space|room|availability|staff|money|resources|plans|vacancies|openings|slots?)\b.*)$/iu,
    ([, none = ""]) => `unfortunately we have ${small(none)}.`,
  ],
  // "No dogs sorry", "no deposit needed", "permit not needed".
  [/^no (\S+(?: \S+){0,2}) (?:is )?(needed|required|necessary)$/iu, ([, thing = "", so = ""]) => none(thing, so)],
  [/^(?!yes|no\b)(\S+(?: \S+){0,2}) not (needed|required|necessary)$/iu, ([, thing = "", so = ""]) => none(thing, so)],
  [
    /^(?:sorry,? )?no (?!longer\b|problem|to\b|idea|need\b|rush|worries|one\b|extra\b|cost|charge|fee)(\S+(?: \S+){0,4}?),? (?:sorry|unfortunately|i['’]?m afraid)$/iu,
    ([, thing = ""]) => `unfortunately, no ${thing}.`,
  ],
  [
    /^(?:sorry|unfortunately),? no (?!longer\b|problem|to\b|idea|need\b)(\S+(?: \S+){0,4})$/iu,
    ([, thing = ""]) => `unfortunately, no ${thing}.`,
  ],
  // "Still available", "only possible in April", "easier to show than explain".
  [
    new RegExp(`^(?:(?:${LEFT_OUT}) )*(?:${SO})(?:,? (?!(?:i|we|you|he|she|they)\\b).+)?$`, "iu"),
    (_, words) => (/^(?:open|let|gone|sold|taken|fixed)\b/iu.test(words) ? null : `it is ${small(words)}.`),
  ],
  [
    /^free (?:on|at|from|after|before|tomorrow|next|this|all|most|any|every)\b.*$/iu,
    (_, words) => `I am ${small(words)}.`,
  ],
  // "Keep in touch", "let's keep in touch".
  [/^(?:let['’]?s |let us )?(?:keep|stay) in touch$/iu, () => "let us keep in touch."],
  [/^let['’]s (.+)$/iu, ([, what]) => `let us ${what}.`],
  // "Earliest is 11 January".
  [
    /^(?:earliest|latest|cheapest|best|lowest|next|minimum|maximum)(?: \p{L}+){0,3} (?:is|would be|are) .+$/iu,
    (_, words) => `the ${small(words)}.`,
  ],
  // "Owe him a beer", "got your message".
  [
    /^(?:really |just )?(?:owe|hope|think|appreciate|prefer|understand|believe|regret|enjoyed|liked|loved|forgot|checked|received|got|spoke|talked|met|saw|heard) (?:\S+ )*\S+$/iu,
    (_, words) => `I ${small(words)}.`,
  ],
  // "Carrier lost a pallet".
  [
    /^(?!(?:we|i|he|she|they|you|it|who|what|when|where|how|why|which|that|if|whether|agreed|discussed|the)\b)\p{L}+(?: \p{L}+)? (?:lost|broke|forgot|missed|sold|damaged|raised|changed|moved|cancelled|delayed|refused|accepted|approved|signed|made|sent|took|gave) (?:an?|the|our|my|us|it|them|your|one|two|three|some|\d+)\b.*$/iu,
    (_, words) => `the ${small(words)}.`,
  ],
  // "20 min demo Tuesday or Wednesday afternoon", "new delivery 1 December".
  [
    new RegExp(
      `^((?:an? |another )?(?:\\d+[ -]?(?:min|minutes?|hours?) |short |quick |free )?${THING}) (${APPOINTMENT.source}.*)$`,
      "iu",
    ),
    ([, thing = "", when = ""]) =>
      VERB_OR_WISH.test(thing)
        ? null
        : MEETING.test(thing)
          ? `how about ${withA(spelled(small(thing)))} ${/^(?:on|at|in|next|this|tomorrow) /iu.test(when) ? "" : "on "}${when}?`
          : `${thing}: ${when}.`,
  ],
  [
    new RegExp(`^((?:(?:an? |another |short |quick )+)?${THING}) (${SOME_TIME})$`, "iu"),
    ([, thing = "", when = ""]) =>
      MEETING.test(thing) && !VERB_OR_WISH.test(thing) ? `how about ${withA(small(thing))} ${when}?` : null,
  ],
  // "Please" to whom it is said: what only they can do, or what is done to the member.
  [
    /^(?:please )?(?:bring|fill (?:in|out)|sign|return|transfer|contact|ring|call|email|write|send|tell|give|show|let|keep|forward|invoice|update) (?:me|us)\b.*$|^(?:please )?(?:bring|fill (?:in|out)) (?:the|your|an?|some|his|her|their)\b.*$/iu,
    (_, words) => `please ${small(words.replace(/^please /iu, ""))}.`,
  ],
];

/** "Will she still be able to use it", "does he have it" are asked of who is written to. */
const asked = (words: string): string =>
  words.replace(
    /^((?:(?:when|where|how|why|what|which|who)(?: \p{L}+){0,2}? )?)(can|could|will|would|is|are|was|do|does|did|has|have|should|may) (?:he|she)(?![\p{L}'’])/iu,
    (_, lead: string, verb: string) => `${lead}${PLURAL[verb.toLowerCase()] ?? verb} you`,
  );
const PLURAL: Readonly<Record<string, string>> = { is: "are", was: "were", does: "do", has: "have" };
const none = (thing: string, so: string): string =>
  `no ${small(thing)} ${/[^s]s$/iu.test(thing) ? "are" : "is"} ${so.toLowerCase()}.`;
const withA = (thing: string): string =>
  /^(?:an?|another|the|our) /iu.test(thing) ? thing : `${/^[aeio]/iu.test(thing) ? "an" : "a"} ${thing}`;
const spelled = (text: string): string => text.replace(/(\d)[ -]?min\b/u, "$1-minute");
const small = (text: string): string =>
  /^\p{Lu}\p{Ll}* ?\p{Ll}/u.test(text) && !/^(?:\p{Lu}\p{Ll}+day|I)\b/u.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
