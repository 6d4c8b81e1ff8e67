import { CLOSES } from "./frame-words.ts";
import { isHead, isMarked, type Line, nextFilled } from "./lines.ts";
import { isDrawnBlock, isOfTicketSystem, isReplyLine, isStamp } from "./quote-systems.ts";

/** What introduces an older mail: the line behind it, whether all that follows is that mail, and whether it was passed on. */
export type Header = { end: number; toTheEnd: boolean; forward: boolean };

/** The header of a quoted or forwarded mail that begins at this line; null when none does. */
export function quoteHeaderAt(lines: readonly Line[], at: number): Header | null {
  const { text } = lines[at]!;
  if (text === "") return null;
  const separator = separatorAt(lines, at);
  if (separator) return { end: lines.length, toTheEnd: true, forward: separator === "forward" };
  if (isHeaderBlock(lines, at) || isNotesBlock(lines, at)) return { end: lines.length, toTheEnd: true, forward: false };
  if (QUOTING.test(text) && isMarked(lines, at + 1)) return { end: at + 1, toTheEnd: false, forward: false };
  const end = attributionEnd(lines, at);
  if (end !== null && BY_NOBODY.test(lines[end - 1]!.text) && !isMarked(lines, end)) return null;
  return end === null ? null : { end, toTheEnd: false, forward: false };
}

// "On Tue, 1 March, Abhishek Kona <…> wrote:", over at most four lines.

const WORDS_FIRST =
  "on|le|am|el|il|in data|op|em|a|w dniu|dnia|den|d\\.|på|ma|ti|ke|to|pe|la|su|în|dana|dne|dňa|στις|vào|tarihinde|v|у|в|на|пн|вт|ср|чт|пт|сб|нд|вс|(mon|tue|wed|thu|fri|sat|sun|man|tir|ons|tor|fre|lør|søn|mån|tis|tors|lör|sön)[a-z]*[.,]?|-{2,} ?on";
const STARTS = new RegExp(`^(${WORDS_FIRST})\\s|^[\\d"<(\\p{Lu}\\p{Lo}]`, "iu");
const BEGINS = new RegExp(`^(${WORDS_FIRST})[\\s.,]`, "iu");
/** The same, with a time behind it: so begins no line within such a header. */
const OPENS = new RegExp(`^(${WORDS_FIRST}),?\\s.*\\d{1,4}.*\\d`, "iu");
const VERBS =
  /(wrote|writes|a écrit|schrieb|geschrieben|escribió|escribio|va escriure|ha scritto|scrive|schreef( het volgende)?|geschreven|escreveu|a scris|napisał(\(a\)|a)?|napsal(\(a\)|a)?|napísal(\(a\)|a)?|napisa[ol]a?( je)?|skrev|skrifaði|kirjoitti|kirjutas|rašė|rakstīja|έγραψε|пише|пишет|написав(\(ла\))?|написала|написал(\(а\)|а)?|написа|напісаў|írta|yazdı|menulis|đã viết|كتبت?|כתבה?|写道|寫道|のメール|書きました|작성|เขียนว่า)\s*([:：]|-{2,})?$/iu;
/** German and Dutch put the name behind the verb, Swedish and Norwegian too. */
const VERB_INSIDE = /\s(schrieb|schreef|skrev|napsal|napísal|napisał|a scris|írta|napisana przez)\s.*[:：]$/iu;
const ADDRESS = /[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+/;
const TIME = /\d{1,2}[:.h]\d{2}/;
const YEAR = /\b(19|20)\d{2}\b|\d{1,2}[./-]\d{1,2}[./-]\d{2}\b|(19|20)\d{2}[年년]/;
const SAYS_WHEN_OR_WHO = /\d|@|\byou\b/;
/** "<", "mailto:Ada Berg <ada@…>", "> wrote:", each in a line of its own. */
const CLOSES_ADDRESS = /^> \p{L}[\p{L} ]{3,20}[:：]$/u;
/** Gmail once had nothing behind the address: "2013/7/20 Ada Berg <ada@…>", "2016-03-03 17:21 GMT+01:00 Ada Berg". */
const BARE =
  /^(19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2} (\d{1,2}:\d{2} GMT[+-]\d{1,2}:\d{2} [^<>:]{2,80}|[^<>\d:]{2,80}<[^<>@\s]+@[^<>\s]+>):?$/;
const MOST_ATTRIBUTION_LINES = 4;
const LONGEST_ATTRIBUTION = 400;
const LONGEST_VERB = 30;

function attributionEnd(lines: readonly Line[], at: number, alone = false): number | null {
  if (!STARTS.test(lines[at]!.text) || CLOSES.test(lines[at]!.text)) return null;
  if (BARE.test(lines[at]!.text)) return at + 1;
  let joined = "";
  let blanks = 0;
  for (let i = at; i < Math.min(lines.length, at + MOST_ATTRIBUTION_LINES + 1); i++) {
    const { text } = lines[i]!;
    // A closing or the end of a signature above the header is not part of it.
    if (
      i > at &&
      (OPENS.test(text) ||
        (/^>\s?[^\s:]/.test(text) && !CLOSES_ADDRESS.test(text)) ||
        (!alone && isWholeHeader(lines, at, i)))
    )
      return null;
    if (text === "" && (++blanks > 1 || !(BEGINS.test(joined) || SAYS_WHEN_OR_WHO.test(joined)))) return null;
    joined = `${joined} ${text.replace(/^>$|^>:$/, ":")}`.trim();
    if (joined.length > LONGEST_ATTRIBUTION) return null;
    if (/[:：]$/.test(joined) && saysWhenAndWho(joined) && (endsWithAddress(joined) || isMarked(lines, i + 1)))
      return i + 1;
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

/**
 * A line further down that says when and who by itself: what stands above it is the end of a signature, unless it begins as
 * such headers do and no empty line lies between.
 */
const isWholeHeader = (lines: readonly Line[], at: number, i: number): boolean => {
  const { text } = lines[i]!;
  if (!YEAR.test(text) || !TIME.test(text) || !STARTS.test(text)) return false;
  const isApart = lines.slice(at + 1, i).some((line) => line.text === "");
  return (isApart || !BEGINS.test(lines[at]!.text)) && attributionEnd(lines, i, true) !== null;
};

/** "On 3 March at 9:12 the inspector wrote:": a person tells it, and what they tell is below. */
const BY_NOBODY = /\b(the|our|my|your|their|his|her|an?) \p{Ll}+( \p{Ll}+)? wrote:$/u;

/** "Quoting Ada Berg <ada@…>:", as Horde has it. */
const QUOTING =
  /^(quoting|zitat von|citando a?|citation de|citat från|citaat van|cytowanie|цитую|цитирую)\s\S.{1,150}:$/i;

/** In no language at all: a time, a day and an address, then a colon. */
const saysWhenAndWho = (text: string): boolean => TIME.test(text) && YEAR.test(text) && ADDRESS.test(text);
const endsWithAddress = (text: string): boolean => /@[^\s<>@]+>[^.!?\s]{0,12}\s?[:：]$/.test(text);

// "-----Original Message-----" and its relatives: dashes around words, then the headers of the older mail.

const DASHED = /^[-_=*]{2,}\s*(\S.{0,120}?)\s*[-_=*]{2,}$/;
/** The same with its headers run on behind it, as some telephones send plain text. */
const DASHED_ON = /^-{4,}\s{0,3}(\S.{0,40}?)\s{0,3}-{4,}\s{0,3}\p{L}{2,12}:\s/u;
const FORWARDED_WORDS =
  /forwarded|weitergeleitet|transféré|réexpédié|reenviado|inoltrato|doorgestuurd|encaminhad|videresendt|videresend|vidarebefordrat|välitetty|edelleen|przekazan|předan|preposlan|továbbított|redirecționat|yönlendirilen|προωθημένο|пересла|пересыла|препратено|переслан|転送|转发|轉寄|전달/i;
const ORIGINAL_WORDS =
  /original|^reply message$|^antwort nachricht$|ursprüngliche|d'origine|originale|oorspronkelijk|oprindelig|opprinnelig|ursprungligt|alkuperäinen|oryginalna|původní|pôvodn|eredeti|исходное|исходно|оригінальне|початкове|原始|元のメッセージ|원본/i;
const LONGEST_WROTE = 60;
const FORWARDED_BY = /^-{5,}\s*Forwarded by\b/i;
const BEGIN_FORWARDED =
  /^(Begin forwarded message|Anfang der weitergeleiteten (Nachricht|E-?Mail)|Début du message (réexpédié|transféré)|Inizio messaggio inoltrato|Inicio del mensaje reenviado|Início da mensagem reencaminhada|Begin doorgestuurd bericht|Vidarebefordrat brev|Videresendt meddelelse|Start på videresendt melding|Початок переадресованого повідомлення|Начало переадресованного сообщения)\s*:$/i;

/** "Begin forwarded message:" and "---- Forwarded message ----". */
export const saysForwarded = (text: string): boolean =>
  BEGIN_FORWARDED.test(text) || FORWARDED_WORDS.test(text.match(DASHED)?.[1] ?? "");

function separatorAt(lines: readonly Line[], at: number): "quote" | "forward" | null {
  const { text } = lines[at]!;
  if (isReplyLine(text) || isDrawnBlock(lines, at)) return "quote";
  if (FORWARDED_BY.test(text) || BEGIN_FORWARDED.test(text)) return "forward";
  if (/^(_{10,}|={4,}|-{10,})$/.test(text)) {
    const next = nextFilled(lines, at + 1);
    const isOlder =
      next !== -1 && (isHeaderBlock(lines, next) || (isStamp(lines[next]!.text) && isOfTicketSystem(lines)));
    return isOlder ? "quote" : null;
  }
  const on = text.match(DASHED_ON)?.[1];
  if (on && FORWARDED_WORDS.test(on)) return "forward";
  if (on && ORIGINAL_WORDS.test(on)) return "quote";
  const words = text.match(DASHED)?.[1];
  if (words !== undefined) {
    if (FORWARDED_WORDS.test(words)) return "forward";
    if (ORIGINAL_WORDS.test(words)) return "quote";
    const next = nextFilled(lines, at + 1);
    // "---- Ada Berg wrote ----", as telephones have it.
    if (words.length <= LONGEST_WROTE && VERBS.test(words) && !/[.,!?]/.test(words)) return "quote";
    // "-----Ada Berg wrote: -----", then To and From in any order.
    const isHeader =
      next !== -1 && (isHeaderBlock(lines, next) || (VERBS.test(words) && OTHER_HEADER.test(lines[next]!.text)));
    return isHeader ? "quote" : null;
  }
  return null;
}

// Outlook's block: From, then two of Sent, To, Cc, Subject.

const FROM_LINE =
  /^\*?(from|message du|von|de|da|van|fra|från|lähettäjä|od|от|від|feladó|gönderen|kimden|από|de la|差出人|发件人|寄件者|보낸 사람)\s?\*?\s?[:：]/i;
const OTHER_HEADER =
  /^\*?(sent|date|to|cc|bcc|subject|gesendet|datum|an|betreff|sujet|copie à|de|envoyé( le)?|à|a|objet|enviado( el)?|fecha|para|asunto|assunto|inviato|data|oggetto|verzonden|aan|onderwerp|sendt|dato|til|emne|skickat|till|ämne|lähetetty|vastaanottaja|aihe|wysłano|do|temat|odesláno|komu|předmět|дата|кому|тема|отправлено|надіслано|копия|копія|küldve|címzett|tárgy|gönderildi|kime|konu|importance|priority|reply-to|件名|宛先|送信日時|发送时间|收件人|主题|寄件日期|收件者|主旨|보낸 날짜|받는 사람|제목)\s?\*?\s?[:：]/i;
const BLOCK_LINES = 8;
const LABELLED = /^\*?\p{L}[\p{L} .'’-]{0,24}\s?\*?\s?[:：]\*?\s?\S/u;

function isHeaderBlock(lines: readonly Line[], at: number): boolean {
  if (!FROM_LINE.test(lines[at]!.text)) return isForeignHeaderBlock(lines, at) || isTurnedBlock(lines, at);
  const block = lines.slice(at, at + BLOCK_LINES).map((line) => line.text);
  const others = block.slice(1).filter((text) => OTHER_HEADER.test(text)).length;
  // "From: ada@…, Date: …, Status: rejected" is out of a log.
  if (others === 1) return /@|<mailto:/.test(block[0]!) && !LABELLED.test(block[2] ?? "");
  // "From: Oslo, To: Bergen, Date: Friday" is a journey.
  return (others >= 2 && !isJourney(block)) || isForeignHeaderBlock(lines, at);
}

const isJourney = (block: readonly string[]): boolean =>
  !block.some((text) => text.includes("@") || OF_MAIL.test(text));
/** Labels that nothing but a mail has. */
const OF_MAIL =
  /^\*?(sent|cc|subject|gesendet|betreff|sujet|objet|envoyé( le)?|enviado( el)?|enviada em|asunto|assunto|inviato|oggetto|verzonden|onderwerp|sendt|emne|skickat|ämne|lähetetty|aihe|wysłano|temat|odesláno|předmět|тема|отправлено|надіслано|küldve|elküldve|tárgy|gönderildi|gönderme tarihi|konu|件名|送信日時|发送时间|主题|寄件日期|主旨|보낸 날짜|제목)\s?\*?\s?[:：]/i;

/** As some mail services on the web have it: when first, and from whom below it, four lines at least in a row. */
function isTurnedBlock(lines: readonly Line[], at: number): boolean {
  if (!FROM_LINE.test(lines[at + 1]?.text ?? "")) return false;
  const block = lines.slice(at, at + 4).map((line) => line.text);
  return (
    block.length === 4 &&
    TIME.test(block[0]!) &&
    block.every((text) => OTHER_HEADER.test(text) || FROM_LINE.test(text)) &&
    !isJourney(block)
  );
}

/** In a language that is not listed: at least four labelled lines, the first with an address, the second with a day and a time. */
function isForeignHeaderBlock(lines: readonly Line[], at: number): boolean {
  const block = lines.slice(at, at + 4).map((line) => line.text);
  return (
    block.length === 4 &&
    block.every((text) => LABELLED.test(text)) &&
    ADDRESS.test(block[0]!) &&
    TIME.test(block[1]!) &&
    YEAR.test(block[1]!)
  );
}

/** "To: Ada Berg/NF@NF", as Lotus Notes names who is in its directory. */
const NOTES_TO = /^to\s?:\s.{0,80}\/.{0,40}@/i;

/** Lotus Notes: a name, a time, then To, cc and Subject without From; or these three alone. Begins at the first of them. */
function isNotesBlock(lines: readonly Line[], at: number): boolean {
  if (OTHER_HEADER.test(lines[at]!.text) && !/^to\s?:/i.test(lines[at]!.text)) return false;
  const to = indexWithin(lines, at, 4, /^to\s?(:|$)/i);
  if (to === -1) return false;
  const introduced =
    to === at
      ? NOTES_TO.test(lines[at]!.text) && !isHead(lines, at)
      : lines.slice(at, to).some((line) => /\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\s+\d{1,2}:\d{2}/.test(line.text));
  return (
    introduced &&
    // "FYI" above a line of dashes stands above the block, not in it.
    !lines.slice(at + 1, to).some((line) => FORWARDED_BY.test(line.text) || DASHED.test(line.text)) &&
    indexWithin(lines, to, 8, /^cc\s?(:|$)/i) !== -1 &&
    indexWithin(lines, to, 10, /^subject\s?(:|$)/i) !== -1
  );
}

function indexWithin(lines: readonly Line[], from: number, count: number, pattern: RegExp): number {
  for (let i = from; i < Math.min(lines.length, from + count); i++) if (pattern.test(lines[i]!.text)) return i;
  return -1;
}
