import { type EitherWay, ONLY_ASKED, saysMore } from "./either-way.ts";
import { flipped, MODAL, NOUN, PLACE, SUBJECT, thirdPerson, VERBS, withoutLead } from "./indirect.ts";

const pattern = (source: string) => new RegExp(`^${source}$`, "iu");

/** "How many pallets", "which day", "what warranty", "when". */
const OPEN =
  "((?:what|which|how many|how much) (?!(?:the|your|our|my|an?|this|that|it|i|we|you|they)\\b)\\p{L}+(?: (?!(?:if|of|that|when|do|does|is|are|can|will)\\b)\\p{L}+)?|when|where|who|what|how(?: (?:far in advance|quickly|fast|much|long|far|often|soon|early|late|big|large))?)";
const ASKS_WITH = "(can|could|will|would|should|must)";
const PRONOUN = "(i|we|you|it|they|he|she)";

type Form = readonly [pattern: RegExp, sentence: (found: RegExpExecArray) => EitherWay | null];

/** Each kind of question, and the sentence that answers it. A form that knows a question takes it from those below it. */
const FORMS: readonly Form[] = [
  // "Is there anything that we should prepare?"
  [
    pattern(
      "is there (?:anything|something)(?: (?:else|more|special|specific))? (?:that )?(we|i) (?:(?:should|need to|have to|must|can|could) )?(.+)",
    ),
    ([, who = "", does = ""]) => ({
      before: `${subject(who)} should ${flipped(does)}`,
      open: "what, if anything",
      after: "",
    }),
  ],
  // "What is the lead time for the second unit?", "when is the handover?"
  [
    pattern(
      `(what|when|where|who|how (?:much|long|far|big|large)) (is|are|was|were) ((?:the|your|our|my) .+?)(?: (${PLACE} .+))?`,
    ),
    ([, lead = "", be = "", thing = "", where = ""]) => {
      const open = /^what$/i.test(lead) ? bare(thing) : lead.toLowerCase();
      if (open.split(" ").length > MOST_WORDS) return null;
      const said = /^how long$/i.test(lead) ? [thing, be.toLowerCase(), where] : [thing, where, be.toLowerCase()];
      return { before: said.filter(Boolean).map(flipped).join(" "), open, after: "" };
    },
  ],
  // "When are you available?", "where are you based?"
  [
    pattern(`(when|where|how long) (is|are|am|was|were) ${PRONOUN}\\b ?(.*)`),
    ([, lead = "", be = "", who = "", being = ""]) => {
      const said = subject(who);
      const agrees = /^(?:we|you)$/.test(said) ? (PLURAL[be.toLowerCase()] ?? be) : be;
      return {
        before: `${said} ${agrees.toLowerCase()} ${flipped(being)}`.trim(),
        open: lead.toLowerCase(),
        after: "",
      };
    },
  ],
  // "What would the price be over 24 months?"
  [
    pattern(`what ${ASKS_WITH} (${NOUN})(be\\b.*)`),
    ([, modal = "", thing = "", being = ""]) =>
      placed(bare(thing.trim()), acting(flipped(thing.trim()), modal), flipped(being)),
  ],
  // "When can we visit?", "how many pallets can you store in a hall?"
  [
    pattern(`${OPEN} ${ASKS_WITH} (${SUBJECT}) (.+)`),
    ([, lead = "", modal = "", who = "", does = ""]) => placed(lead, acting(subject(who), modal), flipped(does)),
  ],
  [
    pattern(`${OPEN} ${ASKS_WITH} (${NOUN})((?:be|have|${VERBS})\\b.*)`),
    ([, lead = "", modal = "", thing = "", does = ""]) =>
      placed(lead, acting(flipped(thing.trim()), modal), flipped(does)),
  ],
  // "Where do we park" asks where one can.
  [
    pattern(`${OPEN} do (i|we|you|they) (.+)`),
    ([, lead = "", who = "", does = ""]) => {
      const can = /^(?:i|we)$/i.test(who) && /^(?:where|who|how)$/i.test(lead) ? " can" : "";
      return THINKS.test(does) ? null : placed(lead, `${subject(who)}${can}`, flipped(does));
    },
  ],
  [
    pattern(
      `${OPEN} does (it|he|she|this|that|${NOUN.trim()}|(?:\\p{L}[\\p{L}-]* ){0,2}?\\p{L}[\\p{L}-]*) (${VERBS}|weigh|include|contain)\\b ?(.*)`,
    ),
    ([, lead = "", thing = "", verb = "", rest = ""]) =>
      placed(/^cost$/i.test(verb) ? "how much" : lead, flipped(thing), `${thirdPerson(verb)} ${flipped(rest)}`.trim()),
  ],
  // Told again already, behind "could you tell me": "when you can deliver", "how long the permit takes".
  [
    pattern(`${OPEN} ${PRONOUN} (.+)`),
    ([, lead = "", who = "", does = ""]) => (THINKS.test(does) ? null : placed(lead, subject(who), flipped(does))),
  ],
  [
    pattern(
      `(?!(?:what|which|who|when|where|how)(?: \\p{L}+)? (?:is|are|was|were|do|does|did|has|have|had|${MODAL})\\b)${OPEN} ((?:\\p{L}[\\p{L}-]* ){1,4}?)((?:${VERBS})e?s|is|are|was|were|can|will|would)(?: (.+))?`,
    ),
    ([, lead = "", thing = "", verb = "", rest = ""]) =>
      placed(lead, flipped(thing.trim()), `${verb} ${flipped(rest)}`.trim()),
  ],
  // "Who signs on your side?", "who will be our contact?"
  [
    pattern(
      `(who|which \\p{L}+) ((?:${MODAL} )?(?!(?:is|are|was|were|do|does|did|has|have|had|else|${SUBJECT}|the|your|our|my|an?)\\b)\\p{L}+(?: .+|s))`,
    ),
    ([, lead = "", does = ""]) => ({ before: "", open: lead.toLowerCase(), after: flipped(does) }),
  ],
];

/** "What are you going to do": what is open is no word of the sentence. */
const GOING_TO = /^what (?:is|are|am) (?:\p{L}+ ){1,3}going to\b/iu;
/** What one thinks is asked with another question inside. */
const THINKS = /^(?:think|believe|know|suppose|mean|say|feel|suggest|recommend|expect|reckon)\b/i;
const PLURAL: Readonly<Record<string, string>> = { is: "are", am: "are", was: "were" };
const MOST_WORDS = 4;

/**
 * A question for a day, a place, a figure or somebody as the sentence that answers it, with what is asked left open: "We can
 * deliver [when?]." Null for what the rules do not know.
 */
export function openQuestion(question: string): EitherWay | null {
  const asked = withoutLead(question);
  if (GOING_TO.test(asked)) return null;
  for (const [form, sentence] of FORMS) {
    const matched = form.exec(asked);
    if (!matched) continue;
    const found = sentence(matched);
    const said = found ? `${found.before} ${found.after}` : "";
    return ONLY_ASKED.test(said) || saysMore(said) || saysMore(asked) || /[?“”"]/.test(said) ? null : found;
  }
  return null;
}

const subject = (who: string): string => (/^you$/i.test(who) ? "we" : flipped(who));
const bare = (thing: string): string => thing.replace(/^(?:the|your|our|my) /i, "").toLowerCase();
const acting = (who: string, modal: string): string => `${who} ${/^could$/i.test(modal) ? "can" : modal.toLowerCase()}`;

/** Before what else a thing that is asked for may stand: "we need [which documents?] from you". */
const BEHIND =
  /^(?:at|on|in|for|with|to|by|from|if|once|when|before|after|until|per|a|the|each|today|tomorrow|next|this|as|here|there|most|exactly|over|during)\b|^$/i;
const GOES_ON = / (?:if|once|when|before|after|until|while|unless|because|in case|as soon as|to \p{L}+) .*$/iu;

/** What is open stands behind the verb that it belongs to; when and where behind all of it, but before an "if". */
function placed(lead: string, who: string, does: string): EitherWay | null {
  const open = /^who$/i.test(lead) ? "whom" : flipped(lead.toLowerCase());
  const [verb = "", ...more] = does.split(" ");
  const rest = more.join(" ");
  if (/^(?:when|where|how|how (?:often|soon|early|late|quickly|fast|far in advance))$/.test(open)) {
    const [goesOn = ""] = GOES_ON.exec(does) ?? [];
    return { before: `${who} ${does.slice(0, does.length - goesOn.length)}`, open, after: goesOn.trim() };
  }
  if (!BEHIND.test(rest)) return null;
  return /^(?:to|with|for|about|from|on|at|by|in)$/i.test(rest)
    ? { before: `${who} ${does}`, open, after: "" }
    : { before: `${who} ${verb}`, open, after: rest };
}
