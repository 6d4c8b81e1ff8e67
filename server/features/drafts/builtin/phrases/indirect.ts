import { spelledOut } from "../questions.ts";

/** Whose words they are changes when what somebody asked is told again: "when can we visit" → "when you can visit". */
const FLIPS: Readonly<Record<string, string>> = {
  i: "you",
  we: "you",
  me: "you",
  us: "you",
  my: "your",
  our: "your",
  mine: "yours",
  ours: "yours",
  your: "our",
  yours: "ours",
  myself: "yourself",
  ourselves: "yourselves",
};

const WH =
  "(?:what|when|where|who|whom|which|how|why)(?: (?:much|many|long|far|often|soon|early|late|big|large)(?: \\p{L}+)?| \\p{L}+)?";
export const MODAL = "(?:can|could|will|would|should|shall|may|might|must)";
/** "This" and "that" act by themselves only before a verb: "should this change be made" is about a change. */
export const SUBJECT =
  "(?:i|we|you|it|they|he|she|there|(?:this|that)(?= (?:be|have|work|suit|help|take|cost|fit|happen|apply|mean|affect|include|stop|do)\\b))";
/** What is said to be something; "is this offer valid" is about an offer. */
const BEING =
  "(?:i|we|you|it|they|he|she|there|(?:this|that|these|those)(?= (?:the|an?|your|our|my|still|also|already|ok|okay|fine|right|correct|possible|included|something|true|enough|what|in|on|at|for|not|really|all|so|\\p{L}{3,}ed)\\b))";
export const NOUN =
  "(?:the|your|our|my|a|an|this|that|these|those) (?:(?!(?:still|already|also|really|now|currently)\\b)\\p{L}[\\p{L}-]* ){1,3}?";
/** "A pallet of lemons", "the plan for four": what stands behind is still the same thing. */
const BELONGING = "(?:of|for|in|on|at|with|from|per|to|by|and|or)";
const AUXILIARY = `(?:is|are|am|was|were|do|does|did|has|have|had|${MODAL})`;
const BARE_WH = "(?:when|where|why|how(?: (?:much|many|long|far|often|soon|early|late|big|large))?)";
/** Behind such a word nobody acts before the verb: else it is a question of its own, as in "if we order, can we …". */
const TOLD_AGAIN = `(whether|if|that|${BARE_WH}) (?!${AUXILIARY}\\b|.*\\b${AUXILIARY} (?:${SUBJECT}|the|your|our|my|some\\p{L}+|any\\p{L}+|an?)\\b)`;
export const VERBS =
  "open|close|offer|deliver|take|cost|last|work|include|cover|start|end|begin|finish|mean|need|look|come|go|run|ship|arrive|expire|require|support|integrate|handle|apply|happen|depend|renew";
export const PLACE = "(?:over|for|in|on|at|per|with|after|before|from|to|until|by|during)";

/** What one is asked to do, rather than whether one can. */
const ACTS =
  "have a look|have a word|fix|help|introduce|connect|move|extend|reduce|lower|clarify|advise|recommend|schedule|set up|remove|cancel|join|review|approve|process|refund|resolve|investigate|invite|include|send|mail|forward|give|tell|show|share|confirm|check|let|call|explain|quote|prepare|provide|resend|return|sign|look|arrange|book|reserve|update|add|change|attach|ask|write|put|make";

const pattern = (source: string) => new RegExp(`^${source}$`, "iu");
const REQUEST = pattern(`(?:could|can|would|will) you (?:please |kindly |also |perhaps )?((?:${ACTS}) .+)`);

/** What a question is made of: its lead, who acts, the verb that stood before it, and the rest. */
type Parts = [
  lead: string | undefined,
  who?: string | undefined,
  verb?: string | undefined,
  ...rest: (string | undefined)[],
];

/** "Please sign it by Thursday." */
const PLEASE = pattern(`please (?:also |kindly )?((?:${ACTS})\\b.+)`);
/** What both do: "can we move our call", "when shall we meet". */
const JOINT = pattern(
  `(?:(${WH}) )?(${MODAL}|do) we ((?:meet|talk|speak|discuss|move|shift|push|postpone|reschedule|schedule|set up|arrange|have a (?:call|chat|meeting|word)|catch up|jump on|hop on|do (?:a|the) (?:call|demo|meeting)|sit down|connect|chat)\\b.*)`,
);

const FORMS: readonly [RegExp, (m: RegExpExecArray) => Parts][] = [
  [pattern(`(${WH}) (${MODAL}) (${SUBJECT}) (.+)`), (m) => [m[1], m[3], m[2], m[4]]],
  [
    pattern(
      `(${WH}) (${MODAL}) (${NOUN})(be|have|cost|look|take|come|start|arrive|need|last|weigh|require|set|fit|run|include|hold|keep|add|leave|end)\\b(.*)`,
    ),
    (m) => [m[1], m[3], m[2], m[4], m[5]],
  ],
  [pattern(`(${WH}) do (i|we|you|they) (.+)`), (m) => [m[1], m[2], "", m[3]]],
  [
    pattern(`(${WH}) does (${NOUN}${BELONGING} .{2,40}?) (${VERBS}|weigh)\\b(.*)`),
    (m) => [m[1], m[2], thirdPerson(m[3]!), m[4]],
  ],
  [
    pattern(`(${WH}) does (?!${NOUN}${BELONGING} )(it|he|she|this|that|${NOUN.trim()}) ?(\\p{L}+)(.*)`),
    (m) => [m[1], m[2], thirdPerson(m[3]!), m[4]],
  ],
  [
    pattern(`(${WH}) (is|are|was|were) (?!(?:${SUBJECT}) )((?:the|your|our|my) .+?)(?: (${PLACE} .+))?`),
    (m) => [m[1], m[3], m[2], m[4]],
  ],
  [
    pattern(
      `((?:who|what|which(?: \\p{L}+)?) (?!${MODAL}\\b|is\\b|are\\b|was\\b|were\\b|do\\b|does\\b|did\\b|has\\b|have\\b)\\p{L}+ .+)`,
    ),
    (m) => [m[1]],
  ],
  [
    pattern(`(would|does|will) (.{3,60}?) (suit (?:you|me|us)|be (?:possible|fine|ok(?:ay)?))\\b(.*)`),
    (m) => [
      "whether",
      m[2],
      m[1]?.toLowerCase() === "does" ? "" : m[1],
      m[3]?.replace(/^suit/i, m[1]?.toLowerCase() === "does" ? "suits" : "suit"),
      m[4],
    ],
  ],
  [pattern(`(${MODAL}) (${SUBJECT}) (.+)`), (m) => ["whether", m[2], m[1], m[3]]],
  [
    pattern(`(${MODAL}) (${NOUN})(be|have|come|take|cost|start|stay|work|wait|arrive)\\b(.*)`),
    (m) => ["whether", m[2], m[1], m[3], m[4]],
  ],
  [pattern(`(is|are|was|were|have|has|had) (${BEING}) (.+)`), (m) => ["whether", m[2], m[1], m[3]]],
  [
    pattern(
      `(is|are|was|were) (${NOUN})((?:still |already |also |really |now |currently )*(?:on|in|at|for|per|part|\\p{L}+[ai]ble|\\p{L}{3,}ed|available|included|possible|ready|correct|right|final|fixed|valid|needed|required|delivered|installed|ok(?:ay)?|fine|there|here|enough|included|covered)\\b.*)`,
    ),
    (m) => ["whether", m[2], m[1], m[3]],
  ],
  [pattern(`do (i|we|you|they) (.+)`), (m) => ["whether", m[1], "", m[2]]],
  [
    pattern(`does (it|he|she|this|that|(?:\\p{L}[\\p{L}-]* ){0,2}?\\p{L}[\\p{L}-]*) (${VERBS})\\b(.*)`),
    (m) => ["whether", m[1], thirdPerson(m[2]!), m[3]],
  ],
  [pattern(`(who ${MODAL}) (?!(?:${SUBJECT}|the|your|our|my|an?)\\b)(.+)`), (m) => [m[1], m[2]]],
  [pattern(`(?:what|how) (about .+)`), (m) => [m[1]]],
  [
    pattern(`(${WH}) does ((?:\\p{L}[\\p{L}-]* ){0,2}?\\p{L}[\\p{L}-]*) (${VERBS})\\b(.*)`),
    (m) => [m[1], m[2], thirdPerson(m[3]!), m[4]],
  ],
  // Told again already: "how long onboarding takes", "if you deliver on Saturdays".
  [pattern(`${TOLD_AGAIN}(${SUBJECT}) (${AUXILIARY}) (.+)`), (m) => [asWhether(m[1]!), m[2], m[3], m[4]]],
  [pattern(`${TOLD_AGAIN}(${SUBJECT}) (.+)`), (m) => [asWhether(m[1]!), m[2], "", m[3]]],
  [pattern(`${TOLD_AGAIN}(?!about\\b|come\\b|not\\b)(\\p{L}.* .+)`), (m) => [asWhether(m[1]!), m[2]]],
];

const asWhether = (lead: string): string => (/^(?:if|that)$/i.test(lead) ? "whether" : lead);

/**
 * A question of theirs as one tells it again: "when you can visit", "whether the deposit could be paid in two parts"; a
 * request as "me to send you our price list". Null for what the rules do not know: it is then quoted. `mine`: the member's own.
 */
export function indirect(question: string, mine = false): string | null {
  const asked = withoutLead(question);
  if (ASKS_ON.test(asked)) return null;
  const words = asked.replace(/^please,?\s+/i, "");
  const [, request] = REQUEST.exec(words) ?? PLEASE.exec(asked) ?? [];
  if (request) {
    if (mine) return `you to ${request}`;
    return /\b(you|i|we)\b/i.test(request) ? null : `me to ${flipped(request)}`;
  }
  const [, lead, modal = "", together] = JOINT.exec(words) ?? [];
  if (together)
    return `${lead?.toLowerCase() ?? "whether"} we ${/^(do|shall)$/i.test(modal) ? "" : `${modal.toLowerCase()} `}${mine ? together : together.replace(/\b(you|your)\b/gi, flipped)}`;
  for (const [form, parts] of FORMS) {
    const found = form.exec(words);
    if (found) return clause(parts(found), mine);
  }
  return null;
}

/** Two questions, of which the second hangs on the first. */
const ASKS_ON = /\b(?:and|or) if (?:so|not|yes|no)\b/i;

/** Without what leads to it, and without its mark. */
export const withoutLead = (question: string): string =>
  spelledOut(question)
    .trim()
    .replace(
      /^(?:(?:and|but|so|also|then|now|well|or|by the way|one more (?:thing|question)|a quick question)[,:]?\s+)+/i,
      "",
    )
    .replace(/[?.!\s]+$/, "")
    .replace(/,? (?:again|please|by the way|then)$/i, "");

function clause([lead = "", who = "", verb = "", ...rest]: Parts, mine: boolean): string {
  const told = (text = "") => (mine ? text : flipped(text));
  const subject = mine ? who : /^you$/i.test(who.trim()) ? "we" : flipped(who);
  const text = [told(lead), subject.trim(), agreeing(verb, mine ? "" : who), ...rest.map(told)]
    .filter(Boolean)
    .join(" ");
  return (text.charAt(0).toLowerCase() + text.slice(1)).replace(/\s+/g, " ").trim();
}

/** Words of theirs as the member says them: "your price list" → "our price list". */
export const flipped = (text: string): string =>
  text.replace(/\p{L}+(['’]\p{L}+)?/gu, (word: string, _: string | undefined, at: number, whole: string) => {
    const lower = word.toLowerCase();
    if (lower === "you")
      return ACTS_HERE.test(whole.slice(0, at)) || DOES.test(whole.slice(at + word.length)) ? "we" : "us";
    return FLIPS[lower] ?? word;
  });

/** Who acts comes before a verb or behind a word that asks: "when you can", "what you charge", not "to you". */
const ACTS_HERE = /(?:^|\s)(?:what|when|where|who|which|how|why|whether|if)\s$/i;
const DOES =
  /^ (can|could|will|would|are|were|have|had|want|need|like|think|may|might|should|must|offer|sell|take|do|did)\b/i;

/** "are you" → "we are", "am I" → "you are". */
const agreeing = (verb: string, who: string): string => {
  const lower = verb.toLowerCase();
  return /^i$/i.test(who.trim()) ? ({ am: "are", was: "were", shall: "should" }[lower] ?? lower) : lower;
};

export const thirdPerson = (verb: string): string =>
  /(s|sh|ch|x|o)$/i.test(verb) ? `${verb}es` : /[^aeiou]y$/i.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
