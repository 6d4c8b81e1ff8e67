/** What a line of a signature may be. Each is told by its form; words are of many languages because signatures are. */

const LABEL =
  /^(tel|tlf|tfn|fon|port|phone|ph|telefon|telephone|téléphone|teléfono|telefone|telefono|puh|mob|mobile|mobil|mobiltelefon|móvil|cell|cellular|cellphone|gsm|handy|natel|direct|direkt|office|off|work|main|home|fax|faks|telefax|pager|voice|t|m|p|o|d|f|c|h|w|ph|kom|тел|телефон|моб|мобільний|факс|τηλ|κιν|φαξ)\.?\b|^(电话|手机|传真|電話|携帯|전화|휴대폰|핸드폰|팩스|טלפון|טל|נייד|פקס|هاتف|جوال|موبايل|فاكس|تلفن|موبایل|همراه|फोन|फ़ोन|मोबाइल|โทร|โทรศัพท์|มือถือ)\s?[:：.]/iu;
const PHONE =
  /(?<![\w@/.-])(\+?\(?\d[\d\s().\-/–]{5,22}\d)(?![\w@])(\s*(?:,|,?\s?\(?(?:x|ext\.?|extn\.?|extension|poste|durchwahl|dw|interno|int\.|toestel|tst\.?|wew\.?|anknytning|ankn\.?|доб\.?|вн\.?|внутр\.?))\s*[.:]?\s?\d{1,6}\b)?/giu;
const FAX = /\b(fax|fx|faks|telefax|facsimile|факс)\b|传真|팩스|פקס|فاكس|φαξ|(^|[\s(])f\s?([:.)]|$)/iu;
const PAGER_OR_CODE = /pager|access code|passcode|\bpin\b|meeting id|conference|dial[- ]?in/i;

const TITLE_WORDS =
  "president|vice president|vp|svp|evp|director|manager(in)?|mgr|chief|officer|ceo|cfo|coo|cto|cmo|cio|chair(man|woman|person)?|head of|lead|leader|partner|principal|founder|co-?founder|owner|counsel|attorney|lawyer|paralegal|associate|analyst|assistant|asst|administrator|administrative|coordinator|specialist|engineer|developer|architect|designer|consultant|advisor|adviser|accountant|controller|auditor|buyer|planner|scheduler|trader|broker|agent|representative|rep|executive|supervisor|technician|scientist|researcher|professor|lecturer|teacher|editor|writer|journalist|reporter|secretary|treasurer|recruiter|superintendent|trainer|librarian|" +
  "geschäftsführer(in)?|leiter(in)?|leitung|vertrieb(sleiter(in)?)?|einkäufer(in)?|berater(in)?|mitarbeiter(in)?|sachbearbeiter(in)?|projektleiter(in)?|assistent(in|e)?|ingenieur(in)?|vorstand|prokurist(in)?|referent(in)?|" +
  "directeur|directrice|responsable|gérante?|chargée? d|chef de|ingénieure?|conseill(er|ère)|acheteu(r|se)|commercial|" +
  "directora?|gerente|jef[ea] de|responsable|ingenier[oa]|asesora?|comercial|coordinadora?|diretora?|coordenadora?|engenheir[oa]|" +
  "direttore|direttrice|responsabile|ingegnere|amministratore|consulente|" +
  "directeur|bedrijfsleider|adviseur|inkoper|verkoper|" +
  "chef|säljare|inköpare|projektledare|vd|ekonom|ansvarig|direktør|sjef|leder|selger|innkjøper|daglig leder|konsulent|johtaja|päällikkö|asiantuntija|" +
  "dyrektor|kierownik|prezes|specjalista|handlowiec|ředitel(ka)?|vedoucí|jednatel|obchodní|igazgató|vezető|müdür(ü)?|" +
  "hoofd|medewerker|directrice|uzmanı|doradca|główn(y|a)|" +
  "директор(ка)?|менеджер(ка)?|керівни(к|ця)|начальник|фахівець|інженер|бухгалтер|головн(ий|а)|руководитель|специалист|главный";
/** "Vertriebsleiterin", "Inköpschef", "Ostopäällikkö": languages that write a title as one word. */
const TITLE_ENDS =
  "leiter(in)?|leitung|berater(in)?|ingenieur(in)?|referent(in)?|assistent(in|en)?|chef(en|in)?|ansvarig|direktör|direktør|sjef|leder|konsulent|päällikkö|johtaja|asiantuntija|vedoucí|vezető|igazgató|manager(in)?|innendienst|außendienst|beauftragte[rn]?|kaufmann|kauffrau|disponent(in)?|meister(in)?|ansvarlig|rådgivare|rådgiver|handläggare|ledare|planerare|medarbetare|medarbejder|medarbeider|beheerder|adviseur";
/** Where letters have no capitals; there a title stands within a line beside the name or the department. */
const TITLES_ELSEWHERE =
  '部長|課長|係長|次長|社長|取締役|经理|經理|主任|总监|總監|董事|대표|부장|과장|차장|팀장|이사|매니저|(?<!\\p{L})(مدير|مديرة|رئيس|مهندس|محاسب|منسق|مدیر|کارشناس|מנהל|מנהלת|מנכ["״]ל|סמנכ["״]ל|יועץ|יועצת|מהנדס|מהנדסת|प्रबंधक|निदेशक|अधिकारी|διευθυντής|διευθύντρια|υπεύθυνος|υπεύθυνη|μηχανικός|σύμβουλος|λογιστής)(?!\\p{L})|ผู้จัดการ|กรรมการ|วิศวกร|เจ้าหน้าที่';
const TITLE = new RegExp(
  `(?<!\\p{L})(${TITLE_WORDS})(?!\\p{L})|(?<!\\p{L})\\p{L}{2,20}(${TITLE_ENDS})(?!\\p{L})|${TITLES_ELSEWHERE}`,
  "iu",
);

const COMPANY_FORM =
  /(?<![\p{L}.])(inc|incorporated|llc|llp|l\.l\.c|l\.l\.p|ltd|limited|plc|corp|corporation|co|company|companies|gmbh|ag|kg|ohg|e\.?v|se|sa|s\.a|sas|sarl|s\.a\.r\.l|srl|s\.r\.l|s\.p\.a|spa|sl|s\.l|b\.v|bv|n\.v|nv|ab|as|a\/s|aps|oy|oyj|sp\. z o\.o|s\.r\.o|a\.s|kft|zrt|d\.o\.o|ltda|pty|pte|тов|ооо|оао|зао|ат|пп|фоп|lda|a\.ş|uab)\.?(?![\p{L}]|-\p{L})|株式会社|有限公司|有限会社|合同会社|㈱|集团|주식회사|유한회사|㈜|\(주\)|(?<!\p{L})(شركة|مؤسسة|شرکت)(?=\s)|בע["״]מ|บริษัท|จำกัด|(?<!\p{L})(α\.ε|ε\.π\.ε|αε|επε|ικε)\.?(?!\p{L})/iu;
const COMPANY_WORD =
  /\b(group|partners|associates|consulting|services|systems|technologies|solutions|university|college|institute|bank|foundation|association|council|department|division|holdings|international|industries|networks?|energy|power|capital|church)\b/i;

const STREET =
  /\b(street|st|avenue|ave|road|rd|drive|dr|lane|ln|blvd|boulevard|way|suite|ste|floor|fl|room|rm|p\.?\s?o\.?\s?box|plaza|parkway|pkwy|square|building|bldg|court)\b\.?|straße|strasse|str\.|(gasse|weg|platz|allee|gatan|vägen|gata|veien|gade|vej|katu|tie|straat|laan|plein|kade|gracht|singel|ring|damm|ufer|markt)\b|\b(rue|place|quai|calle|avenida|avda|plaza|rua|via|piazza|corso|ul|ulica|al|вул|вулиця|ул|просп|пр|бул)\b\.?/iu;
/** A code of the post beside a name of a place; a year is none. */
const POSTCODE =
  /\b[A-Z]{2}\.?\s+\d{5}(-\d{4})?\b|(?<!\d)\d{5}-\d{3}\s+\p{Lu}\p{L}{2,}|(?<!\d)(\d{4}-\d{3}|\d{2}-\d{3})\s+\p{Lu}\p{L}{2,}|(?<!\d)([A-Z]{1,2}-)?\d{3}\s?\d{2}\s+\p{Lu}\p{L}{2,}|(?<!\d)([A-Z]{1,2}-)?(?!(19|20)\d{2}\b)\d{4,5}\s+([A-Z]{2}\s+)?\p{Lu}\p{L}{2,}|\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b|(?<=\p{L}{3},?\s+)\d{5}$|\b(NSW|VIC|QLD|SA|WA|TAS|ACT|NT)\s+\d{4}\b|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b|\b[A-Z]\d[\dW]\s[A-Z\d]{4}\b|(?<=\p{L}{3},?\s+[-–]?\s?)\d{6}$/u;
/** The mark of the Japanese post, or what an address is called. */
const PLACE_ELSEWHERE = /〒\s?\d{3}-?\d{4}|^(地址|住所|주소|العنوان|آدرس|כתובת|ที่อยู่|διεύθυνση)\s?[:：]/iu;
const STATE = /(?<=\p{L}{3},?\s+)(texas|california|oregon|washington|florida|new york)\b/u;

const EMAIL = /[\w.+'-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63}){1,5}/;
const LINK =
  /\b(https?:\/\/[^\s<>"()]{3,200}|www\.[^\s<>"(),]{3,200}|(?:[a-z]{2,3}\.)?linkedin\.com\/[^\s<>"(),]{3,200})/gi;
const EXTENSION = /\b(x|xt\.?|ext\.?|extension)\s?[#-]?\s?\d[\d-]{2,6}\b/i;
/** Columns of figures: a table, not a number to call. */
const TABLE = /(\d[\d.,]*\d(\s{2,}|\t+|\s*\|\s*)){2}|(\d{1,3},\d{3}.*){2}/;

/** The address of a machine, in four parts up to 255. */
const MACHINE = /^\(?(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}\)?$/;

/** Numbers of phones in a line that are this person's to be called: no fax, no pager, no dial-in. */
export function phonesIn(line: string): string[] {
  if (!/\d/.test(line) || PAGER_OR_CODE.test(line)) return [];
  const found: string[] = [];
  for (const match of line.matchAll(PHONE)) {
    const number = match[1]!.trim();
    const digits = number.replace(/\D/g, "").length;
    const before = line.slice(Math.max(0, match.index - 16), match.index);
    const after = line.slice(match.index + match[0].length, match.index + match[0].length + 10);
    const isFax = FAX.test(lastPart(before)) || (/^[\s(]*(fax|faks|f)\b/i.test(after) && !LABEL.test(lastPart(before)));
    // "+353 1 555 0123,,123456#": a number that a machine dials.
    if (isFax || after.startsWith(",,") || MACHINE.test(number) || isOnRecord(line.slice(0, match.index), number))
      continue;
    if (!isNumber(number, digits, line)) continue;
    const whole = /^[^(]*\)/.test(number) ? `(${number}` : number;
    found.push(`${whole}${(match[2] ?? "").replace("(", "")}`.replace(/\s+/g, " ").trim());
  }
  return found;
}

/** "Tel: 1 | Fax:" → "Fax:", what stands between the number before and this one. */
const lastPart = (text: string): string =>
  text
    .split(/\d{2,}|[|•·;]/)
    .at(-1)!
    .trim();

/** "VAT no. GB 123 4567 89", "company number 01234567", "HRB 12345": under which number a register or a bank has a company. */
const ON_RECORD =
  /(?<!\p{L})(vat|reg(istered|istration)?|compan(y|ies) (no|nr|num\p{L}*|house)|ust-?id(nr)?|steuer-?(nr|nummer)|hr[ab]|siren|siret|rcs|tva|p\.? ?iva|partita iva|c\.f|cif|nif|nipc|cnpj|cpf|nip|regon|krs|org\.? ?(nr|no)|organisations(nummer|nr)|cvr|se-?nr|kvk|btw|i[čc]o|di[čc]|iban|bic|swift|bankgiro|plusgiro|konto|acct|account (no|number)|abn|acn|duns|licen[cs]e|invoice|ref|reference|єдрпоу|іпн|ипн|инн|огрн|кпп|мфо|vergi|mersis)(?!\p{L})(?<behind>[^\n|•·;,]{0,30})$/iu;
const CALLS = /(?<!\p{L})(tel|phone|mob|cell|fon|direct|call|t|m|p|o|d|c|ph|тел|моб)(?!\p{L})/iu;
const isOnRecord = (before: string, number: string): boolean => {
  const label = number.startsWith("+") ? undefined : before.slice(-60).match(ON_RECORD)?.groups?.behind;
  return label !== undefined && !CALLS.test(label);
};

/** Seven digits need a label beside them; dates, amounts and codes of the post are no phones. */
function isNumber(number: string, digits: number, line: string): boolean {
  if (digits < 7 || digits > 15) return false;
  if (/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b/.test(number) && digits <= 8) return false;
  if (/^(19|20)\d{2}\s?[-–]\s?(19|20)\d{2}$/.test(number)) return false;
  if (/^(\d{5}-\d{4}|\d{4}-\d{3}|\d{2}-\d{3})$/.test(number) || /^\d{1,2}\/\d{1,2}\b/.test(number)) return false;
  // "1000 - 01310-100 São Paulo", "12 - 20123 Milano": a house, and the code of the post.
  if (/(^|\D)\d{5}-\d{3}$/.test(number) || /^\d{1,4}\s[-–]\s\d{5}$/.test(number)) return false;
  if (digits >= 10 && /[\s().+\-/]/.test(number)) return true;
  return (
    /(?<!\p{L})((tel|tlf|tfn|puh|gsm|handy|natel|phone|mob|cell|fon|direct|office|work|voice|call|тел|моб|τηλ|κιν|电话|手机|電話|携帯|전화|휴대폰|핸드폰|טלפון|טל|נייד|هاتف|جوال|موبايل|تلفن|موبایل|همراه|फोन|फ़ोन|मोबाइल|โทร|มือถือ)|(t|m|p|o|d|c|ph)(?!\p{L}))/iu.test(
      line.replace(/\d/g, ""),
    ) || number.startsWith("+")
  );
}

export const linksIn = (line: string): string[] =>
  [...line.matchAll(LINK)].map(([link]) => link.replace(/[.,;:>)]+$/, ""));

export const hasTitle = (line: string): boolean => line.length <= 100 && TITLE.test(line);
export const hasCompanyForm = (line: string): boolean => line.length <= 100 && COMPANY_FORM.test(line);
const hasCompanyWord = (line: string): boolean => line.length <= 80 && COMPANY_WORD.test(line);
export const isStreet = (line: string): boolean => line.length <= 120 && /\d/.test(line) && STREET.test(line);
export const isPlace = (line: string): boolean =>
  line.length <= 120 && ((/\d/.test(line) && POSTCODE.test(line)) || STATE.test(line) || PLACE_ELSEWHERE.test(line));
export const isTable = (line: string): boolean => TABLE.test(line);
const isLabelled = (line: string): boolean => LABEL.test(line) && /\d{3}/.test(line);

/** A line that only a signature has: how to reach somebody, or where. */
export const isContactLine = (line: string): boolean =>
  line.length <= 140 &&
  !TABLE.test(line) &&
  (phonesIn(line).length > 0 ||
    isLabelled(line) ||
    EXTENSION.test(line) ||
    (line.length <= 80 && line.includes("@") && EMAIL.test(line)) ||
    (linksIn(line).length > 0 && line.length <= 100) ||
    (isStreet(line) && isTerse(line)) ||
    (isPlace(line) && isTerse(line)));

/** What somebody is or where they work. Such words stand in sentences too: only with few words around. */
export const isRoleLine = (line: string): boolean =>
  isTerse(line) &&
  !TABLE.test(line) &&
  !/^[-*•]/.test(line) &&
  (hasTitle(line) || hasCompanyForm(line) || (hasCompanyWord(line) && /^\p{Lu}/u.test(line)));

/** No sentence: few words, and no stop at the end of many. */
export const isTerse = (line: string): boolean => {
  const words = line.split(/\s+/).length;
  return (
    line.length <= 90 &&
    words <= 11 &&
    !(words > 4 && /[.!?…]$/.test(line) && !/\b\p{L}{1,4}\.$/u.test(line)) &&
    !/[?]$/.test(line)
  );
};
