/** What phones, mail programs and free mail services put below a mail of themselves. */

const LONGEST = 160;

/** "Sent from my phone", whatever it was sent from. */
const FROM_ANYTHING =
  /^(sent (from|via|with|using)|get outlook for|gesendet (von|mit)|envoyé (de|depuis|à partir)|enviado (desde|do|a partir)|inviato da|verstuurd vanaf|verzonden (met|vanaf)|sendt fra|skickat från|lähetetty|wysłano z|odesláno z|iphone'umdan|отправлено (с|из)|надіслано з)\s[^.,!?]{2,60}(<https?:[^>]*>|\([^)]*\))?\.?$|^von meinem .{2,40} gesendet\.?$|^(iPhone|iPad)から送信$|^发自我的\s?.{2,20}$/i;

/** The same of a device or program by name, which may have stops and a link in it. */
const SENT =
  /^(sent (from|via|with|using|by)|gesendet (von|vom|mit|über)|envoyé (de|depuis|via|avec|à partir)|enviado (desde|do|da|con|com|pelo|por|a partir)|enviat des|inviat[oa] (da|dal|dalla|con|tramite)|verstuurd (vanaf|met|via)|verzonden (met|vanaf|vanuit|via)|sendt (fra|med|via)|skickat (från|med|via)|skickades från|lähetetty|wysłan[eoy] (z|ze|za)|odesláno (z|ze|pomocí)|odoslané (z|zo)|poslano (z|s|iz)|trimis (de pe|din|cu|de la)|elküldve|küldve|στάλθηκε (από|με)|εστάλη από|надіслан[оа] (з|із|за)|відправлен[оа] (з|із|за)|отправлено (с|из|через)|изпратено от|saadetud|išsiųsta iš|nosūtīts no|dikirim dari|đã gửi từ|أُ?رسلت (من|عبر)|تم الإرسال من)[\s*[]|^נשלח מ/iu;
const SENT_BEHIND =
  /^(von|vom|diese|dieses|nachricht|e-?mail|az|((my|az) )?iphone|ipad|android|galaxy|samsung|mobil).*(gesendet|verschickt|geschrieben|gönderildi|küldve|から送信|에서 보냄|发送|發送)[.。]?$/iu;
/** A person tells whom they sent something, and where. */
const BY_PERSON = /(?<!\p{L})(ich|wir|habe|haben|hat|dir|Ihnen|euch|an)(?!\p{L})/iu;
const DEVICE =
  /iphone|ipad|\bios\b|android|galaxy|samsung|huawei|xiaomi|redmi|pixel|oneplus|nokia|blackberry|smartphone|windows|\bmac\b|outlook|gmail|yahoo|\bgmx\b|web\.de|t-online|proton|\bspark\b|superhuman|mailbird|airmail|canary|edison|bluemail|aqua ?mail|fairemail|\bk-9\b|thunderbird|tutanota|ukr\.net|mail\.ru|yandex|libero|seznam|\bmobile?n?\b|móvil|celular|handy|telefon|teléfono|téléphone|telefoon|puhelim|мобільн|мобильн|телефон|κινητό/iu;
/** "Sent from my desk, which is …": a sentence about where somebody sits. */
const OF_ITSELF = /, (is|was|which|where|so|and) /i;
/** Marks of direction, which Apple Mail puts around such a line in right-to-left languages. */
const DIRECTION = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const ANOTHER_SENTENCE = /[.!?]\s+\p{Lu}/u;

/** "Get Outlook for iOS" in any language: the words around it are known, or there is its link. */
const OUTLOOK =
  /^(?:\S+\s){0,4}outlook\s(?:\S+\s){1,4}?(?:ios|android)(?:[-\u2010-\u2015]?\p{Ll}{1,5})?(\s?<https?:[^>]*>)?(?:\s\S+)?$/iu;
const GETS =
  /(?<!\p{L})(get|hol|bezieh|herunterladen|obte[nr]|télécharg|ottieni|scarica|download|baix|hent|hämta|skaffa|få|hanki|pobierz|získ|stáhn|завантаж|отрима|скача|загруз|edinin|indir|letölt)/iu;

/** Whether a line says from what device, or with what program, the mail was sent. */
export function isSentFrom(written: string): boolean {
  if (written.length > LONGEST) return false;
  const line = written.replace(DIRECTION, "").trim();
  return FROM_ANYTHING.test(line) || isOf(line);
}

/** A device or a program by its name, which needs no empty line above it to be told from what was said. */
export function isSentFromDevice(written: string): boolean {
  if (written.length > LONGEST) return false;
  const line = written.replace(DIRECTION, "").trim();
  return /^\p{Lu}|^\p{Lo}|^von |^iP|^[^\p{L}]/u.test(line) && isOf(line);
}

function isOf(line: string): boolean {
  if (!DEVICE.test(line) || ANOTHER_SENTENCE.test(line) || OF_ITSELF.test(line)) return false;
  if (SENT.test(line) || (SENT_BEHIND.test(line) && !BY_PERSON.test(line))) return true;
  const outlook = line.match(OUTLOOK);
  return outlook !== null && (outlook[1] !== undefined || GETS.test(line));
}
