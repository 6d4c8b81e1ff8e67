import type { Span } from "@sidenote/contract/emails";

/**
 * Tells what was newly said in a mail from what it quotes and from its signature, as spans over the text that leave no gap.
 * Line by line and in linear time: the text is a stranger's.
 */
export function splitQuotes(text: string): Span[] {
  const lines = linesOf(text);
  const kinds = classify(lines);
  const spans: Span[] = [];
  lines.forEach((line, i) => {
    const kind = kinds[i]!;
    const last = spans.at(-1);
    if (last?.kind === kind) last.end = line.end;
    else spans.push({ kind, start: line.start, end: line.end });
  });
  return spans;
}

/** What was newly said, without the rest. */
export const saidText = (text: string, spans: readonly Span[]): string =>
  spans
    .filter((span) => span.kind === "said")
    .map((span) => text.slice(span.start, span.end))
    .join("\n")
    .trim();

type Line = { start: number; end: number; text: string };

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline + 1;
    lines.push({ start, end, text: text.slice(start, end).trim().slice(0, LONGEST_LINE) });
    start = end;
  }
  return lines;
}

/** Lines are compared by their beginning: no header of a quote is longer. */
const LONGEST_LINE = 500;

function classify(lines: readonly Line[]): Span["kind"][] {
  const kinds: Span["kind"][] = lines.map(() => "said");
  let at = 0;
  while (at < lines.length) {
    if (lines[at]!.text.startsWith(">")) {
      kinds[at] = "quote";
      at++;
      continue;
    }
    const header = quoteHeaderAt(lines, at);
    if (header === null) {
      at++;
      continue;
    }
    const end = header.toTheEnd || !isMarked(lines, header.end) ? lines.length : header.end;
    kinds.fill("quote", at, end);
    at = end;
  }
  markSignature(lines, kinds);
  // An empty line belongs to what stands before it, so that no stretch consists of nothing.
  for (let i = 1; i < lines.length; i++) if (lines[i]!.text === "") kinds[i] = kinds[i - 1]!;
  return kinds;
}

/** Whether the next line with something on it is marked as quoted. */
function isMarked(lines: readonly Line[], from: number): boolean {
  const next = nextFilled(lines, from);
  return next !== -1 && lines[next]!.text.startsWith(">");
}

const nextFilled = (lines: readonly Line[], from: number): number => {
  for (let i = from; i < lines.length; i++) if (lines[i]!.text !== "") return i;
  return -1;
};

type Header = { end: number; toTheEnd: boolean };

function quoteHeaderAt(lines: readonly Line[], at: number): Header | null {
  const { text } = lines[at]!;
  if (text === "") return null;
  if (isSeparator(lines, at) || isHeaderBlock(lines, at) || isNotesBlock(lines, at))
    return { end: lines.length, toTheEnd: true };
  const end = attributionEnd(lines, at);
  return end === null ? null : { end, toTheEnd: false };
}

// "On Tue, 1 March, Abhishek Kona <…> wrote:", over at most four lines.

const WORDS_FIRST =
  "on|le|am|el|il|in data|op|em|a|w dniu|dnia|den|d\\.|på|ma|ti|ke|to|pe|la|su|vào|tarihinde|dne|v|у|в|пн|вт|ср|чт|пт|сб|нд|вс|(mon|tue|wed|thu|fri|sat|sun|man|tir|ons|tor|fre|lør|søn|mån|tis|tors|lör|sön)[a-z]*[.,]?|-{2,} ?on";
const STARTS = new RegExp(`^(${WORDS_FIRST})\\s|^[\\d"<(\\p{Lu}]`, "iu");
/** The same, with a time behind it: so begins no line within such a header. */
const OPENS = new RegExp(`^(${WORDS_FIRST}),?\\s.*\\d{1,4}.*\\d`, "iu");
const VERBS =
  /(wrote|writes|a écrit|schrieb|geschrieben|escribió|escribio|ha scritto|schreef( het volgende)?|escreveu|napisał(\(a\)|a)?|napsal(\(a\)|a)?|skrev|kirjoitti|пише|пишет|написав|написала|написал(\(а\))?|írta|yazdı|đã viết|写道|寫道|のメール|書きました|작성)\s*([:：]|-{2,})?$/iu;
/** German and Dutch put the name behind the verb, Swedish and Norwegian too. */
const VERB_INSIDE = /\s(schrieb|schreef|skrev)\s.*[:：]$/iu;
/** No verb at all: a time and an address, then a colon. */
const TIME_AND_ADDRESS = /^(?=.*\d{1,2}[:.]\d{2})(?=.*(\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2})).*<[^<>\s]+@[^<>\s]+>\s*:$/u;
const SAYS_WHEN_OR_WHO = /\d|@|\byou\b/;
const MOST_ATTRIBUTION_LINES = 4;
const LONGEST_ATTRIBUTION = 400;
const LONGEST_VERB = 30;

function attributionEnd(lines: readonly Line[], at: number): number | null {
  if (!STARTS.test(lines[at]!.text)) return null;
  let joined = "";
  let blanks = 0;
  for (let i = at; i < Math.min(lines.length, at + MOST_ATTRIBUTION_LINES + 1); i++) {
    const { text } = lines[i]!;
    // A closing or the end of a signature above the header is not part of it.
    if (i > at && OPENS.test(text)) return null;
    if (text === "" && ++blanks > 1) return null;
    joined = `${joined} ${text.replace(/^>$|^>:$/, ":")}`.trim();
    if (joined.length > LONGEST_ATTRIBUTION) return null;
    if (joined.endsWith(":") && TIME_AND_ADDRESS.test(joined)) return i + 1;
    const ends = VERBS.test(joined.slice(-LONGEST_VERB)) || (/[:：]$/.test(joined) && VERB_INSIDE.test(joined));
    if (
      ends &&
      SAYS_WHEN_OR_WHO.test(joined) &&
      (/[:：-]$/.test(joined) || isMarked(lines, i + 1) || /^on\b.*@/i.test(joined))
    )
      return i + 1;
    if (/[.!?]$/.test(text) && !/\d\.$|\b(a|p)\.m\.$/i.test(text)) return null;
  }
  return null;
}

// "-----Original Message-----" and its relatives: dashes around words, then the headers of the older mail.

const DASHED = /^[-_=*]{2,}\s*(\S.{0,120}?)\s*[-_=*]{2,}$/;
const DASHED_WORDS =
  /original|forwarded|weitergeleitet|ursprüngliche|transféré|d'origine|reenviado|originale|inoltrato|doorgestuurd|oorspronkelijk|encaminhad|oprindelig|videresendt|opprinnelig|ursprungligt|vidarebefordrat|alkuperäinen|przekazana|oryginalna|původní|исходное|пересла|переслане|оригінальне/i;
const FORWARDED_BY = /^-{5,}\s*Forwarded by\b/i;
const BEGIN_FORWARDED =
  /^(Begin forwarded message|Anfang der weitergeleiteten Nachricht|Début du message réexpédié|Inizio messaggio inoltrato)\s*:$/i;

function isSeparator(lines: readonly Line[], at: number): boolean {
  const { text } = lines[at]!;
  if (FORWARDED_BY.test(text) || BEGIN_FORWARDED.test(text)) return true;
  const words = text.match(DASHED)?.[1];
  if (words !== undefined) {
    if (DASHED_WORDS.test(words)) return true;
    const next = nextFilled(lines, at + 1);
    return next !== -1 && FROM_LINE.test(lines[next]!.text) && isHeaderBlock(lines, next);
  }
  if (/^(_{10,}|={4,})$/.test(text)) {
    const next = nextFilled(lines, at + 1);
    return next !== -1 && isHeaderBlock(lines, next);
  }
  return false;
}

// Outlook's block: From, then two of Sent, To, Cc, Subject.

const FROM_LINE =
  /^\*?(from|message du|von|de|da|van|fra|från|lähettäjä|od|от|від|feladó|gönderen|差出人|发件人|寄件者|보낸 사람)\s?\*?\s?[:：]/i;
const OTHER_HEADER =
  /^\*?(sent|date|to|cc|bcc|subject|gesendet|datum|an|betreff|sujet|copie à|de|envoyé( le)?|à|a|objet|enviado( el)?|fecha|para|asunto|inviato|data|oggetto|verzonden|aan|onderwerp|sendt|dato|til|emne|skickat|till|ämne|lähetetty|vastaanottaja|aihe|wysłano|do|temat|дата|кому|тема|отправлено|надіслано|копия|копія|importance|priority|reply-to|件名|宛先|发送时间|收件人|主题)\s?\*?\s?[:：]/i;
const BLOCK_LINES = 8;

function isHeaderBlock(lines: readonly Line[], at: number): boolean {
  if (!FROM_LINE.test(lines[at]!.text)) return false;
  let others = 0;
  for (let i = at + 1; i < Math.min(lines.length, at + BLOCK_LINES); i++)
    if (OTHER_HEADER.test(lines[i]!.text)) others++;
  return others >= 2 || (others === 1 && /@|<mailto:/.test(lines[at]!.text));
}

/** Lotus Notes: a name, a time, then To, cc and Subject without From. Begins at the name. */
function isNotesBlock(lines: readonly Line[], at: number): boolean {
  if (OTHER_HEADER.test(lines[at]!.text) && !/^to\s?:/i.test(lines[at]!.text)) return false;
  const to = indexWithin(lines, at, 4, /^to\s?:/i);
  if (to === -1) return false;
  const introduced =
    to > at && lines.slice(at, to).some((line) => /\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\s+\d{1,2}:\d{2}/.test(line.text));
  return (
    introduced && indexWithin(lines, to, 8, /^cc\s?:/i) !== -1 && indexWithin(lines, to, 10, /^subject\s?:/i) !== -1
  );
}

function indexWithin(lines: readonly Line[], from: number, count: number, pattern: RegExp): number {
  for (let i = from; i < Math.min(lines.length, from + count); i++) if (pattern.test(lines[i]!.text)) return i;
  return -1;
}

// Signatures: behind "--", or what a phone adds.

const DELIMITER = /^-{2,3}$/;
const SENT_FROM =
  /^(sent (from|via|with|using)|get outlook for|gesendet (von|mit)|envoyé (de|depuis|à partir)|enviado (desde|do|a partir)|inviato da|verstuurd vanaf|verzonden (met|vanaf)|sendt fra|skickat från|lähetetty|wysłano z|отправлено (с|из)|надіслано з)\s[^.,!?]{2,60}(<https?:[^>]*>)?\.?$|^von meinem .{2,40} gesendet\.?$/i;
const MOST_SIGNATURE_LINES = 25;

function markSignature(lines: readonly Line[], kinds: Span["kind"][]): void {
  // The empty line at the end of a quote is nobody's words.
  const saidEnd = kinds.findLastIndex((kind, i) => kind === "said" && lines[i]!.text !== "") + 1;
  const isFilled = (i: number) => kinds[i] === "said" && lines[i]!.text !== "";
  const isBlank = (i: number) => lines[i] === undefined || lines[i].text === "" || kinds[i] !== "said";
  let before = false;
  for (let i = 0; i < saidEnd; i++) {
    if (!isFilled(i)) continue;
    const delimited =
      DELIMITER.test(lines[i]!.text) && saidEnd - i <= MOST_SIGNATURE_LINES && nextFilled(lines, i + 1) !== -1;
    const phone = SENT_FROM.test(lines[i]!.text) && isBlank(i - 1) && isBlank(i + 1);
    if (before && (delimited || phone)) {
      // A phone puts its line between the answer and what it answers, often without any mark of a quote.
      const end = phone ? i + 1 : saidEnd;
      for (let j = i; j < saidEnd; j++) if (kinds[j] === "said") kinds[j] = j < end ? "signature" : "quote";
      return;
    }
    before = true;
  }
}
