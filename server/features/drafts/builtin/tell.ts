import type { FactSource, Sentence } from "../../context/index.ts";
import type { Wanted } from "./wanted.ts";

/**
 * How a sentence of a source may stand in a letter. What the other side has read is told again, or quoted where its words fit
 * only their day; what stands in a note of the member's own is told as a fact of its own or not at all, and never as a note.
 */
export type Told =
  | { as: "again"; text: string }
  | { as: "quote"; text: string }
  | { as: "told"; text: string }
  | { as: "value"; text: string }
  | { as: "plain"; text: string };

const RELATIVE =
  /\b(today|tomorrow|tonight|yesterday|now|(this|next|last) (week|month|year|time|\p{L}+day)|(on |by |until )?(mon|tues|wednes|thurs|fri|satur|sun)day|in (a|two|three|\d+) (days?|weeks?|months?)|soon|shortly|later|just|attached|enclosed|herewith|hereby|below|here (is|are)|here['’]s)\b|(?<!\p{L})(сьогодні|завтра|вчора|зараз|цього|наступного|минулого|скоро|надсилаю|додаю|прикріплюю|вкладенні|додатку|нижче)(?!\p{L})/iu;
/** Words that a note has and that are for nobody else: limits, doubts, opinions, what is not to be told. */
const INTERNAL =
  /\b(internal(ly)?|confidential|between us|secret|(don['’]t|do not|never) (tell|say|mention|show|offer)|not? (more|less|lower|higher) than|at (most|least)|up to|max(imum)?|min(imum)?|limit|lowest|highest|margin|bottom line|walk away|purchase price|our cost|cost price|if (he|she|they|needed|pressed|asked)|(could|would|might|can) (go|accept|give|live)|go (down|up) to|worst case|maybe|perhaps|probably|might|seems?|worried|careful|annoyed|difficult|afraid|likes?|wants?|prefers?|thinks?|competitor)\b|(?<!\p{L})(не більше|не менше|максимум|мінімум|межа|маржа|не казати|таємно|між нами|конфіденційно|мабуть|можливо|собівартість)(?!\p{L})/iu;
export const isInternal = (quote: string): boolean => INTERNAL.test(quote);
const AGREED =
  /\b(agreed|confirmed|promised|signed|accepted|ordered|booked|fixed)\b|(?<!\p{L})(домовил\p{L}+|погоджено|узгоджено|підтверджено|підписано|замовлено)(?!\p{L})/iu;
const TOLD = /^(?:i )?told (?:her|him|them) (?:that )?(.{8,})$/iu;
/** A sentence about the matter and about nobody: it may be said as it stands when the member asked for it. */
const PLAIN =
  /^(the |our |a |an )?[\p{L} -]{2,40}? (is|are|has|have|takes?|costs?|lasts?|stays?|starts?|ends?|comes?|includes?|cannot be|can be|may be) /iu;
const PEOPLE = /\b(he|she|they|him|her|them|his|their|i|we|my|me|us|you)\b|\p{L}\s+\p{Lu}\p{Ll}+/u;
const LONGEST_PLAIN = 140;

export function tellable({ source, quote }: Sentence, wanted: Wanted): Told | null {
  if (source.seen) return fromMail(source, quote);
  if (INTERNAL.test(quote)) return null;
  const [, toldThem] = TOLD.exec(bare(quote)) ?? [];
  if (toldThem && source.kind === "activity") return { as: "told", text: toldThem };
  if (!wanted.byMember && !AGREED.test(quote)) return null;
  const value = wanted.value(quote);
  if (value) return { as: "value", text: value };
  const isPlain = wanted.byMember && PLAIN.test(quote) && !PEOPLE.test(quote) && quote.length <= LONGEST_PLAIN;
  return isPlain && !RELATIVE.test(quote) ? { as: "plain", text: bare(quote) } : null;
}

function fromMail(source: FactSource, quote: string): Told {
  if (source.by !== "you" || RELATIVE.test(quote)) return { as: "quote", text: bare(quote) };
  return { as: "again", text: bare(quote) };
}

/** Without the mark of a list, and with an end. */
const bare = (quote: string): string =>
  quote
    .trim()
    .replace(/^([-*•]|\d{1,2}[.)])\s+/, "")
    .replace(/([^.!?…"”»)])$/, "$1.");
