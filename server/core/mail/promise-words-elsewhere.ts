import { UKRAINIAN_PROMISES } from "./ukrainian-promises.ts";

/** A word with its end, where `\b` does not know the letters. */
const word = (before: string, verbs: string, after: string): RegExp =>
  new RegExp(`${before}(?:${verbs})${after}`, "iu");
const BEGINS = String.raw`(?:^|[\s,(«"])`;
const ENDS = String.raw`(?=$|[\s,.!;)»"])`;

/** How a writer promises in languages other than English, Ukrainian beside them: by verbs whose first person says what will be done. */
export const PROMISES_ELSEWHERE: readonly RegExp[] = [
  ...UKRAINIAN_PROMISES,
  // German, also with the verb in front: "Morgen rufe ich Sie an", "Sie erhalten das Angebot bis Freitag".
  /\bich (werde|schicke|sende|rufe|melde mich|kümmere mich|gebe|bringe|prüfe|kläre|leite|erledige|bereite|liefere|bestätige|mache das|reiche|stelle|lasse Ihnen|komme (darauf|auf Sie)|versuche|schaue|frage)\b/iu,
  /\b(schicke|sende|melde|gebe|kläre|prüfe|rufe|bringe|leite|erledige|liefere|bestätige|reiche|frage) ich\b/iu,
  /\b(schicken|senden|melden|geben|klären|prüfen|rufen|bringen|leiten|liefern|bestätigen|reichen) wir\b/iu,
  /\bwir (werden|schicken|senden|rufen|melden uns|kümmern uns|geben|prüfen|klären|liefern|bestätigen|kommen (darauf|auf Sie)|reichen|stellen Ihnen|lassen Ihnen)\b/iu,
  /\b(Sie|du) (erhalten|erhältst|bekommen|bekommst)\b.*\b(bis|morgen|heute|noch|in Kürze|nächste[nr]?|kommende[nr]?|am|von (mir|uns)|in den nächsten)\b/iu,
  /\b(erhalten|bekommen) Sie\b(?=.*\b(bis|morgen|heute|in Kürze|nächste[nr]?|kommende[nr]?|am (\d+\.|\p{L}+tag|mittwoch)|von (mir|uns)|in den nächsten)\b)(?!.*\bwenn\b)|\b(erhältst|bekommst) du\b(?=.*\b(bis|morgen|heute|von (mir|uns))\b)/iu,
  /\b(ich|wir) kommen?\b.*\bauf (Sie|dich|euch) (zu|zurück)(?=[\s.,!]|$)/iu,
  /\bich sag(e|s)? (Ihnen|dir|euch)\b.*\bBescheid\b|\bgeh(t|en) (Ihnen|dir|euch)\b.*\bzu(?=[\s.,!]|$)/iu,
  /\b(folgt|folgen)\b.*\b(morgen|in Kürze|separat|heute|nächste Woche|bis)\b|\bwird erledigt\b/iu,
  // French, Spanish, Italian: futures of the same verbs, and their turns of speech.
  /(^|[\s,'’])(je|nous)\s+((vous|te|t['’]|le|la|les|l['’]|lui|leur)\s*)*(enverr|appeller|rappeller|répondr|confirmer|transmettr|préparer|fer|tiendr|vérifier|reviendr|donner|livrer|contacter)(ai|ons)(?=$|[\s,.!])/iu,
  /(^|[\s,])je ((vous|te) (envoie|tiens au courant|rappelle|confirme|dis|fais parvenir)|vérifie (et|avec|auprès|demain)|m['’]en (occupe|charge)|reviens vers (vous|toi))(?=$|[\s,.!])/iu,
  /(^|[\s,])((le|te|les|os|lo|la)\s+)*(enviar|mandar|llamar|responder|confirmar|avisar|prepar|revisar|entregar|informar|contactar)(é|emos)(?=$|[\s,.!])/iu,
  /(^|[\s,])((te|le|les|os|se) ((lo|la|los|las) )?(envío|mando|aviso|confirmo|llamo|paso|hago llegar)|me encargo)(?=$|[\s,.!])/iu,
  /(^|[\s,])((le|ti|vi|glielo|te lo|ve lo|lo|la|li)\s+)*(invier|mander|chiamer|risponder|confermer|preparer|controller|verificher|consegner|contatter|richiamer|far)(ò|emo)(?=$|[\s,.!])/iu,
  /(^|[\s,])((le|ti|vi) (mando|invio|faccio sapere|confermo)|me ne occupo|ci penso io)(?=$|[\s,.!])/iu,
  // Polish and Swedish.
  word(
    BEGINS,
    "wyślę|wyślemy|prześlę|prześlemy|zadzwonię|zadzwonimy|oddzwonię|odpowiem|odpowiemy|przygotuję|przygotujemy|sprawdzę|sprawdzimy|potwierdzę|potwierdzimy|dam znać|damy znać|zrobię|zrobimy|" +
      "załatwię|załatwimy|dostarczymy|przekażę|przekażemy|zajmę się|zajmiemy się|wrócę (?:do|z)|wrócimy (?:do|z)|odezwę się|odezwiemy się|postaram się|postaramy się|napiszę|podeślę|podeślemy",
    ENDS,
  ),
  /(^|[\s,])(jag|vi) (ska |kommer att |skall )?(skickar|skicka|återkommer|återkomma|mejlar|mejla|mailar|maila|ringer|ringa|kollar|kolla|hör av (mig|oss)|höra av (mig|oss)|fixar|fixa|ordnar|ordna|meddelar|meddela|bekräftar|bekräfta|tar reda på|ta reda på)(?=$|[\s,.!])/iu,
  // Dutch, Portuguese, Czech, Norwegian and Danish, Russian.
  /(^|[\s,])(ik|wij|we) (zal|zullen|stuur|sturen|bel|bellen|mail|mailen|(laat|laten) (je|u|jullie|het)|kom(?:en)? (erop|hierop|er) (\p{L}+ ){0,2}(op )?terug|regel|regelen|bevestig|bevestigen|controleer|check|lever|leveren)(?=$|[\s,.!])/iu,
  /(^|[\s,])(vou|vamos) (enviar|mandar|ligar|confirmar|verificar|responder|preparar|tratar|entregar)(?=$|[\s,.!])|(^|[\s,.])((eu|nós) )?(envio|enviamos|mando|confirmo|confirmamos|ligo|ligamos|respondo)( (o|a|os|as|lhe|te|amanhã|hoje|até))(?=$|[\s,.!])|(^|[\s,])seguem? (amanhã|hoje|ainda hoje|até)(?=[\s,.!])|(^|[\s,])(enviarei|enviaremos|ligarei|confirmarei|responderei|entregaremos)(?=$|[\s,.!])/iu,
  word(
    BEGINS,
    "pošlu|pošleme|zašlu|zašleme|zavolám|zavoláme|ozvu se|ozveme se|odpovím|odpovíme|potvrdím|potvrdíme|připravím|připravíme|ověřím|ověříme|dám vědět|dáme vědět|zařídím|zařídíme|dodáme|pošlem|zavoláme",
    ENDS,
  ),
  /(^|[\s,])(jeg|vi) (skal |vil )?(sender|sende|ringer|ringe|sjekker|sjekke|tjekker|tjekke|bekrefter|bekrefte|bekræfter|bekræfte|kommer tilbake|vender tilbage|gir (deg|dere) beskjed|giver besked|ordner|ordne|leverer|levere)(?=$|[\s,.!])/iu,
  word(
    BEGINS,
    "пришлю|пришлём|пришлем|отправлю|отправим|вышлю|вышлем|перезвоню|перезвоним|позвоню|позвоним|отвечу|ответим|подготовлю|подготовим|проверю|проверим|уточню|уточним|сообщу|сообщим|сделаю|сделаем|подтвержу|оплатим|свяжусь|свяжемся",
    ENDS,
  ),
  // Turkish and Finnish: the verb says who will.
  word(
    BEGINS,
    "(?:göndereceğ|ileteceğ|arayacağ|hazırlayacağ|paylaşacağ|bilgilendireceğ|teyit edeceğ|döneceğ|yapacağ)(?:im|ım|iz|ız)|bilgi vereceğ(?:im|iz)|haber vereceğ(?:im|iz)",
    ENDS,
  ),
  word(
    BEGINS,
    "lähetän|lähetämme|toimitan|toimitamme|soitan|soitamme|vahvistan|vahvistamme|ilmoitan|ilmoitamme|tarkistan|tarkistamme|palaan asiaan|palaamme asiaan|valmistelen|valmistelemme",
    ENDS,
  ),
];
