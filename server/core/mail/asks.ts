import type { Span } from "@sidenote/contract/emails";

export type Ask = { text: string; start: number; end: number };

/** What one is asked to do for the writer; "please assemble at nine" and "please find enclosed" wait for no answer. */
const DOES =
  "add|advise|answer|approve|arrange|book|bring|call me|call us|cancel|change|check|clarify|comment|complete|confirm|copy|correct|decide|deliver|discuss|" +
  "draft|e-?mail|explain|extend|fax|fill|fix|forward|get back|give|have (him|her|them)|help|indicate|inform|invite|keep me|let (me|us|him|her|them)|look|" +
  "mail|make (the|this|these|those|a)|order|pass|pay|phone|prepare|print|provide|quote|read|remove|reply|reschedule|respond|return|review|revise|schedule|" +
  "send|set up|share|ship|sign|specify|state|submit|suggest|take|talk|tell|transfer|try|update|verify|work|write";

/** "Could you …", "please send …", "let me know": what asks without a question mark. */
const REQUEST = new RegExp(
  [
    String.raw`\b(could|can|would|will) you\b`,
    String.raw`\bplease\s+(also |kindly )?(${DOES})\b`,
    String.raw`\blet (me|us) know\b`,
    String.raw`\b(i|we) (need|would like) you(r)? (to\b|approval|answer|decision|feedback|input|confirmation)`,
    String.raw`(?<!\basked \S{1,20} to )\bget back to (me|us)\b`,
    String.raw`\b(i|we)(['’]m| am|['’]re| are)( still)? (waiting|looking) for your\b`,
    String.raw`\blooking forward to your (reply|answer|response)`,
    String.raw`(?<!\p{L})(чи (не )?(можете|могли б)|чи ви|можете|могли б) (ви )?(мені |нам )?(надіслати|відповісти|підтвердити|сказати|повідомити|зателефонувати|уточнити|перевірити|надати|прислати)`,
    String.raw`(?<!\p{L})будь ласка,?\s+\p{L}+(іть|айте|ийте|те|и|й|ай)(?!\p{L})`,
    String.raw`(?<!\p{L})(дайте|дай) (мені |нам )?знати`,
    String.raw`(?<!\p{L})(надішліть|підтвердьте|повідомте|зателефонуйте|уточніть|перевірте|напишіть)(?!\p{L})`,
    String.raw`\b(könnten|können) Sie\b`,
    String.raw`\bbitte\s+\p{L}+en\b`,
    String.raw`\bpourriez-vous\b`,
    String.raw`\bpodrías?\b`,
    String.raw`\bpuede usted\b`,
  ].join("|"),
  "iu",
);

/** A question that wants no answer: a courtesy, an address of a page, a rhetorical "remember?". */
const COURTESY =
  /^(how are you( doing)?|how('s| is) (it going|everything|life)|what's up|how have you been|як (ти|ви|справи)|що нового)(?!\p{L})[^?]*\?$|https?:\/\/\S*\?\S*$|^(ok(ay)?|right|remember|huh|really|no|yes)\?$/iu;

/** "If you have any questions, please call": an offer, and nobody waits for an answer to it. */
const OFFERS: readonly RegExp[] = [
  /\b(if|should) (you|there|anyone|anybody) (have|has|are|is|need|needs|would like|want|wish|desire|require|experience|think|hear|see|encounter|feel|prefer)\b.*\b(any(thing)?|questions?|concerns?|problems?|further|more|additional|otherwise|help|assistance|technical)\b/i,
  /\b(call|contact|e-?mail|write( to)?|ask|reach|ring|talk to|speak with|see|let) \S+( \S+){0,4} (if|with|for|should|regarding) .*\b(questions?|problems?|concerns?|help|assistance|(any|more|further|additional) (details?|info(rmation)?)|comments)\b/i,
  /\b(any|other|more|additional|further) (questions?|problems?|concerns?|comments or questions)\b[^?]*\b(please|call|contact|let|e-?mail|feel free|ask)\b/i,
  /\blet (me|us) know if (i|we) (can|may|could|should be able to)\b/i,
  /\bif (i|we) (can|may|could) (be|help|assist|provide|do)\b/i,
  /\b(do not|don['’]t) hesitate\b|\bfeel free\b|\bat your (earliest )?convenience should\b/i,
  /^(please )?(do not|don['’]t) (reply|respond)\b|\breceived this (e-?mail|message|mail) in error\b/i,
  /^(\S+[,:-] )?(so |just |please |pls )*(let (me|us) know|advise|see (the )?(attached|below)|(call|phone) me|thanks?( you)?)( \S+)?[.!,: ]*(thanks?.*|thank you.*)?$/i,
  /\bplease (call|contact|e-?mail|notify|inform|let .{1,30} know)\b.*\bif you('re| are| have| cannot| can't| do not| don't| need| wish| want)\b|\bplease (do not|don['’]t)\b(?!.*\?)|\bif you (have|('ve)) received this\b/i,
  /(?<!\p{L})якщо (у вас )?(є|будуть|виникнуть) .*(питання|запитання)/iu,
  /\b(bei|falls .*) (Rück)?fragen\b|\bsi vous avez .*questions?\b|\bsi tiene .*(preguntas?|dudas?)\b/iu,
];

const LONGEST_ASK = 600;

/** The sentences of what was newly said that ask the reader for something, in order. */
export function asksIn(text: string, spans: readonly Span[]): Ask[] {
  return spans
    .filter((span) => span.kind === "said")
    .flatMap((span) => sentencesIn(text, span.start, span.end))
    .filter((sentence) => isAsk(sentence.text));
}

/** An offer of help, which nobody has to answer, however it is worded. */
export const isOffer = (sentence: string): boolean =>
  COURTESY.test(sentence) || OFFERS.some((offer) => offer.test(sentence));

/** The first of them. */
export function firstAskIn(text: string, spans: readonly Span[]): Ask | undefined {
  for (const { kind, start, end } of spans) {
    const ask = kind === "said" ? sentencesIn(text, start, end).find((sentence) => isAsk(sentence.text)) : undefined;
    if (ask) return ask;
  }
  return undefined;
}

/** Whether a sentence asks its reader for something. */
export const isAsk = (sentence: string): boolean =>
  sentence.length <= LONGEST_ASK && (isQuestion(sentence) || REQUEST.test(sentence)) && !isOffer(sentence);

/** The end is looked at first: few sentences end so, and to look for the letters takes time that grows with its square. */
const isQuestion = (sentence: string): boolean =>
  /[?？]["”’)]*$/.test(sentence.slice(-8)) && /\p{L}{2}[^?]*[?？]["”’)]*$/u.test(sentence);

/** The sentences of a stretch of text with their offsets; a paragraph's end ends a sentence, a line's end does not. */
export function sentencesIn(text: string, start: number, end: number): Ask[] {
  const sentences: Ask[] = [];
  const push = (from: number, to: number) => {
    const raw = text.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (trimmed) sentences.push({ text: trimmed, start: from + lead, end: from + lead + trimmed.length });
  };
  let from = start;
  for (let i = start; i < end; i++) {
    const isBreak = text[i] === "\n" && (startsNewBlock(text, i + 1, end) || endsShort(text, from, i));
    const isStop =
      /[.!?？]/.test(text[i]!) && /^["”’)]*(\s|$)/.test(text.slice(i + 1, i + 4)) && !isAbbreviation(text, from, i);
    if (!isBreak && !isStop) continue;
    let to = i + 1;
    while (isStop && to < end && /["”’)]/.test(text[to]!)) to++;
    push(from, to);
    from = to;
    i = to - 1;
  }
  push(from, end);
  return sentences;
}

/** An empty line, a list item or a quote mark begins something new. */
const startsNewBlock = (text: string, at: number, end: number): boolean =>
  /^[ \t]*(\n|[-*•–]\s|\d{1,2}[.)]\s)/.test(text.slice(at, Math.min(end, at + 12)));

/** A short line that ends with a comma or a colon stands alone: a greeting, a closing. */
const endsShort = (text: string, from: number, at: number): boolean => {
  const line = text.slice(Math.max(from, text.lastIndexOf("\n", at - 1) + 1), at).trim();
  return line.length < 50 && /[,:;–—-]$/.test(line);
};

const ABBREVIATION =
  /(^|\s)(mr|mrs|ms|dr|prof|st|no|nr|vs|etc|e\.g|i\.e|approx|inc|ltd|co|corp|jr|sr|[a-z]|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|ст|вул|м|р|ім|грн)\.$/i;
/** "26. Februar": the stop of a number in front of a month ends no sentence. */
export const MONTH_NEXT =
  /^\s+(januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|januari|februari|mars|maj|augusti|oktober|stycznia|lutego|marca|kwietnia)(?!\p{L})/iu;
const isAbbreviation = (text: string, from: number, at: number): boolean => {
  if (text[at] !== ".") return false;
  const next = text.slice(at + 1, at + 3).trim();
  if (/\d/.test(text[at - 1] ?? "") && MONTH_NEXT.test(text.slice(at + 1, at + 15))) return true;
  return (
    ABBREVIATION.test(text.slice(Math.max(from, at - 8), at + 1)) && !/^\n/.test(text.slice(at + 1)) && next !== ""
  );
};
