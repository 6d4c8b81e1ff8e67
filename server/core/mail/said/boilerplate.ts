import { CLOSES } from "./frame-words.ts";
import { isHead, type Line } from "./lines.ts";
import { isSentFrom } from "./sent-from.ts";
import { isNameOf, type Sender } from "./signature.ts";

/**
 * What a company's gateway, a mailing list or a free mail service puts under (or above) what somebody wrote. In each pair both
 * sides must be there: any of these words alone occurs in what people write.
 */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /confidential|privileged|proprietary/i,
    /intended (recipient|addressee)|addressee|unauthori[sz]ed|in error|prohibited/i,
  ],
  // "The price list is confidential and intended only for you" is somebody's own: a notice speaks of the mail that it stands in.
  [
    /confidential|privileged|proprietary/i,
    /(e-?mails?|messages?|communications?|transmissions?|information|contents?|fax|attachments?|files?)\b.*intended (only|solely|exclusively|for)|intended (only|solely|exclusively|for).*\b(person|individual|entity|use)\b/i,
  ],
  [
    /^\W*(this|these|the (information|contents?)|any|important|notice|disclaimer)\b.{0,80}(e-?mail|message|communication|transmission)/i,
    /confidential|privileged|intended (only|solely|for)|property of|monitored|not (constitute|create)/i,
  ],
  [/received (this|it).{0,40}\b(in error|by mistake)|not the (intended|named)/i, /.{20}/],
  [
    /vertraulich|rechtlich geschützt|uitsluitend bestemd voor|(ausschließlich|nur) für den|exclusivamente (a|al|ao|para)|esclusivamente (a|al|alla|alle)|(usage|intention) exclusi(f|ve)|endast avsed|wyłącznie (do|dla)|confidentiel|confidencial|riservat|vertrouwelijk|fortrolig|konfidenti|luottamuksel|poufn|důvěrn|dôvern|bizalmas|gizli|конфіденц|конфиденц|機密|机密|기밀/i,
    /e-?mail|nachricht|message|mensaje|mensagem|messaggio|bericht|besked|melding|meddel|viesti|wiadomo|zpráv|správ|üzenet|posta|лист|повідомлен|письмо|сообщен|メール|邮件|메일/i,
  ],
  // How to join a call, as a calendar puts it under an invitation.
  [
    /microsoft teams|zoom|google meet|webex|skype/i,
    /\b(meeting|conference) id\b|\bpasscode\b|\bone tap\b|\baudio only\b|besprechungs-?id|id de reunión|réunion\b.*\bid\b|ідентифікатор|код доступу/i,
  ],
  [/\bvirus(es)?\b|virus-free/i, /scanned|swept|virus-free|checked for|accepts? no (liability|responsib)|geprüft/i],
  [/(views|opinions) (expressed|presented)|anshin?chten/i, /(not necessarily|author|sender|solely|those of)/i],
  [
    /external (e-?mail|sender|message)|originated (from )?outside|extern(e[rn]?)? (absender|e-?mail|nachricht|afzender|avsändare|afsender|avsender)|von außerhalb|provient de l['’]extérieur|expéditeur externe|(remitente|correo|mensaje) extern|fuera de (la|nuestra) organización|(mittente|origine) estern|de fora da (organização|empresa)|spoza organizacji|(зовнішн|внешн)\p{L}+ (відправник|джерел|отправител|источник)/iu,
    /caution|click|link|attachment|trust|recogni[sz]e|klick|anhäng|cliquez|pièces|clic|enlace|adjunt|allegat|klik|bijlage|länk|bifog|vedhæft|vedlegg|załącz|посилан|вкладен|ссылк|вложен/i,
  ],
  [
    /unsubscribe|abmelden|abbestellen|désabonner|desinscrire|darse de baja|cancelar (la |a )?(suscripci|subscri|inscri)|disiscri|uitschrijven|afmelde|avregistrera|відписатися|отписаться/i,
    /https?:|www\.|@|click|list|klick|cliq|clic|hier|here|message|e-?mail/i,
  ],
  [
    /(received|receiving) this (message|e-?mail) because you|mailing list$|do you yahoo|powered by|this (e-?mail|message) is a service from|delivered by zendesk/i,
    /.{15}/,
  ],
  // What Outlook puts above the mail of a stranger.
  [
    /LearnAboutSenderIdentification|(don['’]t|do not) often get e-?mail from|nicht (häufig|oft) E-?Mails? von|pas souvent (d['’]e-?mails?|de courriers?)|no suele recibir correos?|vaak (geen )?e-?mail van|spesso (messaggi|e-?mail)/i,
    /.{20}/,
  ],
  // What the law wants to be told under a mail.
  [
    /hur vi (hanterar|behandlar) (dina )?personuppgifter|(informationen|hinweise) zum datenschutz|(conforme|cumplimiento|virtud|acuerdo).{0,80}protección de datos|\bvos données (personnelles|à caractère personnel)|ai sensi d|przetwarza\p{L}+ danych osobowych|uw persoonsgegevens/iu,
    /https?:|www\.|gdpr|dsgvo|rgpd|rodo|2016\/679/i,
  ],
  [
    /authori[sz]ed and regulated by|list of (members|partners|directors) is (available|open)|is (a company )?(registered|incorporated) in (england|scotland|wales|ireland|northern)/i,
    /.{20}/,
  ],
];

/** "Think before you print", which is shorter than other notices. */
const NATURE =
  /environment|umwelt|environnement|medio ?ambiente|meio ambiente|\bambiente\b|milieu|miljö|miljø|środowisk|довкілл|save (a tree|paper|trees)|think before/i;
const PRINTS =
  /before (you )?print|(don['’]t|do not|need to|to) print|avant d['’]imprimer|antes de imprimir|prima di stampar|vor dem (aus)?drucken|ausdrucken|ausgedruckt|innan du skriver ut|inden du (printer|udskriver)|før du skriver ut|afdrukt|afdrukken|wydruk|роздрук|друкуват/i;
const SHORTEST_OF_NATURE = 30;
const LONGEST_OF_NATURE = 300;

/** "EXTERNAL EMAIL" above a mail, and nothing else in its paragraph. */
const BANNER =
  /^\W*((caution|warning|attention|achtung|important|hinweis|atención|attenzione|let op)\W+)?(external|extern|externe|externer|externo|esterno)\W+(e-?mail|mail|sender|message|nachricht|absender|afzender|correo|mittente)\W*$|^\W*\[?external\]\W*$/i;

/** What a free mail service says of itself: one sentence with a link. */
const ADVERT =
  /\b(get|send|chat|join|download|try|sign up)\b.{0,80}\b(free|hotmail|msn|yahoo!?|aol|messenger|explorer)\b/i;
const LONGEST_ADVERT = 220;

/** With a sign of a script that nobody writes in, a service that counts openings says that it was there. */
const TRACE = /^[ᐧᕧ]$/;

const LEAVES_LIST =
  /unsubscribe|opt[- ]?out|(not|no longer|rather not) (wish|want|like)? ?(to )?(receive|get)\b.{0,40}\b(mail|message|newsletter|offer|update)|removed? (you(r name)? )?from (this|our|the)\b.{0,30}\blist|newsletter abbestellen|se désabonner|darse de baja|відписатися|отписаться/i;
const TAIL = 2000;

/** Whether a mail ends with how to get no more of its kind: it went to many, and nobody waits for an answer to it. */
export const isBulk = (ownText: string): boolean => LEAVES_LIST.test(ownText.slice(-TAIL));

const SEPARATOR = /^([-_=*~#+.•]\s?){5,}$/;
const LINK = /https?:\/\/|www\.|@[\w-]+\.\w/i;
const MOST_FOOTER_LINES = 6;
const MOST_LINES_BELOW = 30;
const LONGEST_PARAGRAPH = 4000;
/** Shorter than this, a sentence about confidentiality is somebody's own. */
const SHORTEST_NOTICE = 60;

/**
 * Which lines of a stretch (from, to) are boilerplate: every notice, and from one below what is said on all that is not spoken
 * to anybody.
 */
export function boilerplateIn(
  lines: readonly Line[],
  from: number,
  to: number,
  sender: Sender | null,
): [number, number][] {
  const paragraphs = paragraphsIn(lines, from, to);
  const first = isHead(lines, from) ? from + 1 : from;
  const found: [number, number][] = [];
  for (let i = from; i < to; i++) if (TRACE.test(lines[i]!.text)) found.push([i, i + 1]);
  found.push(...armourIn(lines, from, to));
  const signed = paragraphs.findLastIndex(([at]) => isSignOff(lines[at]!.text, sender));
  let isFirst = true;
  for (const [i, paragraph] of paragraphs.entries()) {
    const notice = isNotice(lines, paragraph);
    if (isFirst && (notice || BANNER.test(textOf(lines, ...paragraph)))) {
      found.push(paragraph);
      continue;
    }
    isFirst = false;
    // Whoever speaks of viruses and passwords signs below it; a notice stands below the name.
    if (i < signed) continue;
    const begins = withSeparator(lines, paragraph[0], first);
    if (notice && !endsWithNotices(lines, paragraphs, i + 1)) found.push([begins, paragraph[1]]);
    else if (notice || (begins < paragraph[0] && isFooter(lines, paragraph, to))) {
      found.push([begins, to]);
      break;
    }
  }
  return found;
}

/** What PGP puts above what it signs, until an empty line, and below it. */
function armourIn(lines: readonly Line[], from: number, to: number): [number, number][] {
  const found: [number, number][] = [];
  let begin = -1;
  let isEnd: (text: string) => boolean = () => false;
  for (let i = from; i < to; i++) {
    const { text } = lines[i]!;
    if (begin !== -1 && isEnd(text)) {
      found.push([begin, i + 1]);
      begin = -1;
    } else if (text === "-----BEGIN PGP SIGNED MESSAGE-----") [begin, isEnd] = [i, (line) => line === ""];
    else if (text === "-----BEGIN PGP SIGNATURE-----")
      [begin, isEnd] = [i, (line) => line === "-----END PGP SIGNATURE-----"];
  }
  return begin === -1 ? found : [...found, [begin, to]];
}

const LONGEST_SIGN_OFF = 40;
/** "Best regards", or the sender's own name and nothing else. */
const isSignOff = (text: string, sender: Sender | null): boolean =>
  text.length <= LONGEST_SIGN_OFF && (CLOSES.test(text) || isNameOf(text, sender));

/** Stretches of lines without an empty one, a line of dashes or of stars between them. */
function paragraphsIn(lines: readonly Line[], from: number, to: number): [number, number][] {
  const paragraphs: [number, number][] = [];
  let begin = -1;
  for (let i = from; i <= to; i++) {
    const text = i < to ? lines[i]!.text : "";
    if (text !== "" && !SEPARATOR.test(text)) {
      if (begin === -1) begin = i;
    } else if (begin !== -1) {
      paragraphs.push([begin, i]);
      begin = -1;
    }
  }
  return paragraphs;
}

/** Whether few lines are left from this paragraph on, and none of them speaks to anybody. */
function endsWithNotices(lines: readonly Line[], paragraphs: readonly [number, number][], at: number): boolean {
  let below = 0;
  for (let i = at; i < paragraphs.length; i++) {
    const [from, to] = paragraphs[i]!;
    below += to - from;
    if (below > MOST_LINES_BELOW || isPersonal(textOf(lines, from, to))) return false;
  }
  return true;
}

function isNotice(lines: readonly Line[], [from, to]: [number, number]): boolean {
  const text = textOf(lines, from, to);
  if (asksNotToPrint(text)) return true;
  return (
    text.length >= SHORTEST_NOTICE &&
    text.length <= LONGEST_PARAGRAPH &&
    (PAIRS.some(([one, other]) => one.test(text) && other.test(text)) ||
      (text.length <= LONGEST_ADVERT && ADVERT.test(text) && LINK.test(text))) &&
    !isPersonal(text)
  );
}

const asksNotToPrint = (text: string): boolean =>
  text.length >= SHORTEST_OF_NATURE &&
  text.length <= LONGEST_OF_NATURE &&
  NATURE.test(text) &&
  PRINTS.test(text) &&
  !isPersonal(text);

/** A line of dashes and then a few lines with an address of a page: a list's or a mail service's. */
function isFooter(lines: readonly Line[], [from, to]: [number, number], end: number): boolean {
  const text = textOf(lines, from, to);
  let rest = 0;
  for (let i = from; i < end && rest <= MOST_FOOTER_LINES; i++) if (lines[i]!.text !== "") rest++;
  return (
    rest <= MOST_FOOTER_LINES &&
    LINK.test(text) &&
    !isSentFrom(lines[from]!.text) &&
    !/\d{3}[\s).-]{1,3}\d{3,4}/.test(text)
  );
}

const I_ELSEWHERE =
  /(?<!\p{L})(ich|mir|mich|meine?[nrs]?|je|j['’]ai|jag|jeg|ik|yo|eu|io|minä|я|мені|мне|мій|мой)(?!\p{L})/iu;

/** A person speaks about confidentiality too, and to somebody. */
const isPersonal = (text: string): boolean =>
  text.length < 200 &&
  (/\?|\b(i|i'm|i'll|we'll|can you|could you|let's|my|please (keep|treat))\b/i.test(text) || I_ELSEWHERE.test(text)) &&
  !/in error|intended recipient|unsubscribe|virus|external/i.test(text);

const textOf = (lines: readonly Line[], from: number, to: number): string => {
  let text = "";
  for (let i = from; i < to && text.length <= LONGEST_PARAGRAPH; i++) text += `${lines[i]!.text} `;
  return text.trim();
};

/** "Disclaimer", "Confidentiality notice:" and nothing else. */
const HEADING =
  /^\W*((e-?mail |legal |important |confidentiality |privacy )?(disclaimer|notice)|confidentiality|haftungsausschluss|wichtiger hinweis|avertissement|clause de confidentialité|aviso legal|avviso (legale|di riservatezza))\W*$/i;

/** The line of dashes or the heading above belongs to it. */
function withSeparator(lines: readonly Line[], at: number, from: number): number {
  let above = at - 1;
  while (above > from && lines[above]!.text === "") above--;
  if (above < from) return at;
  const { text } = lines[above]!;
  return SEPARATOR.test(text) || /^_{2,}$/.test(text) || HEADING.test(text) ? above : at;
}
