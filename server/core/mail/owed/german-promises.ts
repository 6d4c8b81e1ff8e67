/** How German promises. Grouped by kind; where the words alone could tell of anything, a day ahead or the reader decides. */
import { mayBe } from "./in-language.ts";
import { wholeWords } from "./whole-words.ts";

/** What has none of these words is not looked at. */
export const isGerman = mayBe(
  "de",
  wholeWords(
    "ich|wir|sie|die|sich|um|auf|eine?n?|auch|wäre|wären|mit|von|zu|ihnen|ihren?|ihrer|du|dir|dich|deine?n?|ihr|euch|eure|uns|unsere?r?|mir|mich|bitte|und|nicht|der|dem|für|bis|noch|wird|werden|ist|heute|morgen|wann|haben|hast",
  ),
);

/** A day that is still to come, however loosely it is named. */
export const AHEAD_IN_GERMAN = String.raw`(?:(?:bis|spätestens|morgen|übermorgen|heute|gleich|sofort|in kürze|demnächst|zeitnah|umgehend|kurzfristig|schnellstmöglich|unverzüglich|baldmöglichst|innerhalb|anschließend|im anschluss|danach|(?:nächste|kommende)[nrms]?|im laufe|in den nächsten|nach erhalt|sobald|diese woche|noch diese\p{L}{0,2}|(?:anfang|mitte|ende) (?:nächster|kommender|der|des|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|kw)|am \p{L}*wochenende|übers wochenende|in (?:der )?kw|kw|in (?:einer|einem|zwei|drei|\d+) (?:stunden?|tage?n?|wochen?|minuten)|(?:mon|diens|donners|frei|sams|sonn)tags?(?: früh| vormittag| nachmittag| abend)?|mittwoch)(?!\p{L})|am \d)`;
const AHEAD = new RegExp(String.raw`(?<!\p{L})${AHEAD_IN_GERMAN}`, "iu");
const LATER = wholeWords(
  "dann|noch|separat|gesondert|rechtzeitig|unaufgefordert|selbstverständlich|natürlich|gerne?|schon mal|vorab|kostenfrei|kostenlos|auf jeden fall|bestimmt|wie (?:besprochen|vereinbart|versprochen|abgemacht)",
);
const READER = wholeWords("ihnen|dir|euch|dich|ihre[nrms]?|deine[nrms]?|eure[nrms]?|bei sie");

/** What does not happen, hangs on something or is so every time. */
const UNBOUND = wholeWords(
  "nicht|nie|niemals|keine?[nrms]?|wenn (?:sie|du|ihr)|falls|sofern|immer|jede[nrms]?|üblicherweise|normalerweise|grundsätzlich|meist|meistens|oft|häufig|regelmäßig|in der regel|erfahrungsgemäß|generell|gewöhnlich|bei (?:bedarf|interesse)|anbei|beigefügt|im anhang|würde[nst]?|hätte[nst]?|gestern|letzte[nrs]?|damals|bisher",
);

/** What one does for another, without the ending that says who. */
const DOES =
  "schick|send|übersend|verschick|versend|maile?|meld|geb|klär|prüf|überprüf|check|ruf|bring|leit|erledig|liefer|reich|frag|stell|trag|leg|lad|hol|buch|reservier|organisier|besorg|überweis|unterschreib|aktualisier|korrigier|ergänz|vereinbar|" +
  "scann|druck|überarbeit|bezahl|zahl|begleich|stornier|installier|informier|benachrichtig|besprech|bereit|erstell|übermittel|übermittl|übernehm|tausch|ersetz|erstatt|schau|guck|sprech|red|setz|halt|bestell|sag|bau|nehm|werf|räum|montier|reparier|" +
  "änder|plan|veranlass|beauftrag|kontaktier|versuch|probier|bearbeit|entscheid|rechn|kalkulier|notier|richt|mach|verleg|verschieb|tu|einig|such|les|teil|streich|nenn|lös|hak|kümmer|antwort|beantwort|bemüh|gutschreib|schreib|lieg";
const I_DO = `(?:${DOES})e?`;
const WE_DO = `(?:${DOES})(?:e?n)`;
/** What one only says, thinks or owns in these words. */
const ONLY_SAID = String.raw`(?!(?:sagen wir(?! \p{L}*(?:ihnen|dir|euch|bescheid))|lies? ich mir|lege? ich (?:großen |viel )?wert|halte? ich (?:es |das )?für|lasse? ich (?:mal )?(?:offen|dahingestellt)|schreibe? ich (?:ihnen|dir),? (?:weil|da|heute)|nehme? ich an|nehmen wir an|mache? ich mir|liege? ich|liegen wir)(?!\p{L}))`;

const PROMISES: readonly RegExp[] = [
  // Also without its last letter, as it is spoken: "geb ich dir Bescheid".
  wholeWords(
    `(?:schick|send|meld|geb|klär|prüf|check|bring|leit|erledig|reich|frag|buch|besorg|überweis|zahl|bestell|kümmer|organisier|reservier|bezahl|druck|hol|ruf|mail|schau|guck) ich(?! (?:mir immer|immer))|ich (?:schick|send|meld|geb|klär|prüf|check|bring|leit|erledig|reich|frag|besorg|zahl|bestell|kümmer|druck|ruf|mail|schau|guck)`,
  ),
  // "Ich spreche mit Henning und melde mich dann."
  /(?<!\p{L})(?:ich|wir) [^.;:?!]{2,80} und (?:(?:dann|ich|wir) )?(?:(?:schicke?|sende?|gebe?|bringe?|rufe?|sage?|leite?)n? (?:es |das |sie |ihn )?(?:dir|ihnen|euch|sie|dich|bescheid)|melde?n? (?:mich|uns)|(?:kläre?|prüfe?|schaue?)n? (?:das|es|mir|die|den|ob))(?!\p{L})/iu,
  // The future, also with the verb in front: "Nach Erhalt werden wir den Betrag anweisen".
  /(?<!\p{L})(?:werde ich|werden wir)(?! (?:sehen|nicht|nie))(?!.*(?<!\p{L})(?:gefragt|müssen|sehen|können|erhalten|bekommen|haben|essen|gehen|sein|bleiben|wieder|wohl)(?!\p{L})).{3,200}\p{L}{2,}(?:en|ern|eln)[.!]?$/iu,
  // "Um die Buchung kümmern wir uns", "dafür sorge ich".
  wholeWords(
    "kümmern? wir uns|kümmere? ich mich|sorge? ich dafür|dafür sorge? (?:ich|wir)|sorgen wir dafür|ich sorge? dafür|wir sorgen dafür|(?:nehme?|übernehme?)n? (?:ich|wir) (?:das|die|den|gerne?|selbstverständlich|natürlich)|(?:ich|wir) übernehmen? (?:das|die|den|gerne?|selbstverständlich)|(?:das|die|den|der) \\p{L}+ (?:übernehme?n?|mache?n?|erledige?n?|liefere?n?) (?:ich|wir)|(?:ich|wir) (?:bemühe?n?|setze?n?) (?:mich|uns) (?:umgehend|gleich|sofort)?|(?:setze?n?|halte?n?) (?:ich|wir) (?:dich|sie|euch|ihn) (?:\\p{L}+ ){0,3}(?:auf dem laufenden|davon in kenntnis|hin)|(?:ich|wir) halten? (?:dich|sie|euch) (?:auf dem laufenden|informiert)",
  ),
  /(?<!\p{L})(?:ich|wir) halten? (?:dich|sie|euch|ihn|den kunden|die kundin) (?:\p{L}+ ){0,3}(?:hin|auf dem laufenden|informiert)[.!]?$/iu,
  // What was given as one's word stands until it is kept.
  wholeWords(
    "(?:ich|wir) (?:habe|haben) [^.;:?!]{0,60}(?:versprochen|zugesagt|zugesichert),? [^.;:?!]{3,}|(?:ich|wir) verspreche?n?(?: (?:dir|ihnen|euch))?,? (?:dass|es|\\p{L}+)|versprochen ist versprochen",
  ),
  // "Das geht klar", "wird gemacht": what was asked is taken on.
  /^(?:ja|klar|gut|ok(?:ay)?|alles klar|gerne?|super|prima)?[,.!]? ?(?:das )?(?:wird (?:gemacht|erledigt)|geht klar|mach(?:e|en)? (?:ich|wir)(?: so)?)[.!]?$/iu,
  wholeWords(
    "(?:ich|wir) (?:lasse?|lassen) (?:es |das |sie |ihnen |dir |euch )+[^.;:?!]{0,80}(?:zukommen|wissen|schicken|zusenden)|lassen? (?:ich|wir) (?:ihnen|dir|euch)|lasse? ich (?:ihnen|dir|euch)",
  ),
];

/** What is promised when it is said of a day, of the reader, or of what is to follow. */
const FOR_SOMETHING: readonly RegExp[] = [
  wholeWords(`${ONLY_SAID}(?:${I_DO} ich|${WE_DO} wir)`),
  wholeWords(`ich ${ONLY_SAID}${I_DO}|wir ${ONLY_SAID}${WE_DO}`),
];
/** What is promised on a day alone. */
const ON_A_DAY: readonly RegExp[] = [
  // "Lieferung erfolgt in KW 12", "die Muster gehen diese Woche raus".
  wholeWords(
    "(?:\\p{L}*(?:lieferung|versand|zustellung|zahlung|überweisung|gutschrift|rückmeldung|erstattung|montage|installation|abholung|rechnung|antwort|freischaltung|umsetzung|auszahlung|bereitstellung|einbau|austausch|übergabe|fertigstellung|reparatur|inbetriebnahme))(?: [^\\s.;:?!]+){0,10} (?:erfolgt|folgt|kommt|findet|geplant|vorgesehen|angesetzt|eingeplant|terminiert|raus|zu)",
  ),
  wholeWords(
    "(?:geht|gehen|kommt|kommen|folgt|folgen)(?: [^\\s.;:?!]+){0,8} (?:raus|hinaus|zu ihnen|zu euch|zu dir|auf den weg|in den versand|in die post|per \\p{L}+)|(?:wird|werden|sind|ist) (?:[^\\s.;:?!]+ ){0,10}(?:(?:ver|zu|aus|ab|nach|ein|über|er|be|frei|fertig)?(?:ge)?(?:sandt|sendet|schickt|liefert|stellt|reicht|zahlt|wiesen|schrieben|mittelt|erstattet|tauscht|baut|holt|schaltet|bracht)|geliefert|bezahlt|erledigt|fertig)",
  ),
  // The reader will have it: "Sie bekommen den Plan Anfang nächster Woche".
  wholeWords(
    "(?:erhalten|bekommen|haben|hören) sie|sie (?:erhalten|bekommen|hören)|(?:bekommst|erhältst|kriegst|hast|hörst) du|du (?:bekommst|erhältst|kriegst|hörst)|(?:bekommt|erhaltet|kriegt|hört) ihr|ihr (?:bekommt|erhaltet|kriegt)",
  ),
  // Whatever "we" come, begin and do then.
  wholeWords(
    "(?:kommen|fangen|beginnen|starten|legen|machen|bauen|gehen|fahren|ziehen) wir (?:\\p{L}+ ){0,8}(?:mit|zum|zur|an|los|ein|aus|fertig|die|den|das|vorbei)|wir (?:kommen|fangen|beginnen|starten|machen|bauen) [^.;:?!]{0,60}(?:vorbei|an|los|fertig|ein|raus|zum \\p{L}+|zur \\p{L}+)",
  ),
  wholeWords(
    "ich (?:komme?|gehe?|fahre?) (?:[^\\s.;:?!]+ ){0,8}(?:vorbei|rum|auf die baustelle|zum kunden|und (?:schaue?|hole?|bringe?|kläre?|prüfe?|rede?))|komme? ich (?:[^\\s.;:?!]+ ){0,8}(?:vorbei|rum|auf (?:sie|dich|euch) zu)",
  ),
];
const NOBODY_HAS_IT =
  /(?<!\p{L})(?:chance|gelegenheit|möglichkeit|zeit|fragen|interesse|zugriff|anspruch|die wahl)(?!\p{L})/iu;
/** "Ich werde gerne kommen": one comes who was invited. */
const COMES = wholeWords(
  "(?:ich|wir) (?:komme|kommen|werden?)(?: \\p{L}+){0,5} (?:gerne?|mit freude|sehr gerne?)(?: \\p{L}+){0,4}|(?:ich|wir) (?:bin|sind) (?:gerne? )?dabei",
);
/** "Hiermit bestätigen wir …": it is done by being said, unless it is to come. */
const CONFIRMS = wholeWords("(?:ich|wir) bestätigen?|bestätigen? (?:ich|wir)");
const CONFIRMS_LATER = wholeWords(
  "bis|morgen|heute noch|noch|dann|kurzfristig|zeitnah|umgehend|gleich|in kürze|sobald|später|nächste woche",
);
export const onlyConfirmsInGerman = (sentence: string): boolean =>
  CONFIRMS.test(sentence) && !CONFIRMS_LATER.test(sentence);

export const promisesInGerman = (sentence: string): boolean =>
  isGerman(sentence) &&
  !UNBOUND.test(sentence) &&
  (PROMISES.some((turn) => turn.test(sentence)) ||
    COMES.test(sentence) ||
    (FOR_SOMETHING.some((turn) => turn.test(sentence)) &&
      (AHEAD.test(sentence) || LATER.test(sentence) || READER.test(sentence))) ||
    (AHEAD.test(sentence) && !NOBODY_HAS_IT.test(sentence) && ON_A_DAY.some((turn) => turn.test(sentence))));

const ACTS =
  "ruft|meldet|schickt|sendet|übersendet|bringt|kontaktiert|übermittelt|mailt|leitet|gibt|informiert|liefert|holt|wird|werden|nimmt|setzt|stellt|reicht|kommt|erklärt|zeigt|schreibt|benachrichtigt|rufen|melden|schicken|senden|kontaktieren|liefern|setzen|geben|unterbreitet|nennt|bestätigt";
const ONE_OF_TWO =
  "(?:Sie|Ihnen|bei Ihnen|mit Ihnen|dich|dir|bei dir|mit dir|euch|bei euch|mit euch|uns|mir|mich|bei uns)";
/** Who else there can be: a name, or who works with one of the two. */
const SOMEBODY = String.raw`(?:(?:(?:[Uu]nsere?r?|[Mm]eine?|[Dd]er|[Dd]ie|[Ee]iner?) (?:unserer \p{L}+ |\p{L}+e[rns]? )?\p{Lu}\p{L}+|Herr|Frau)(?: (?:Dr\. )?\p{Lu}\p{L}+)?|(?!Ich|Wir|Sie|Es|Das|Dies|Bitte|Ihr|Du|Man|Wer|Was|Er)\p{Lu}\p{Ll}+)`;
const THIRD: readonly RegExp[] = [
  // "Herr Brandt meldet sich morgen bei Ihnen."
  new RegExp(
    String.raw`(?<!\p{L})${SOMEBODY}(?: [^\s.,;:?!]+){0,6} (?:meldet|melden|stellt|bespricht|kommt|kommen|klärt|stimmt)(?: [^\s.,;:?!]+){0,5} (?:bei|mit) (?:Ihnen|dir|euch|uns)(?!\p{L})`,
    "u",
  ),
  // "Herr Lorenz ruft Sie am Freitag an", "unsere Spedition wird sich mit Ihnen in Verbindung setzen".
  new RegExp(
    String.raw`(?<!\p{L})${SOMEBODY}(?: (?!sagt|meint|schreibt|hat)[^\s.,;:?!]+){0,6} (?:${ACTS})(?: [^\s.,;:?!]+){0,5} ${ONE_OF_TWO}(?!\p{L})(?=.* (?:an|bei|mit|zu|zurück|Bescheid|melden|anrufen|kontaktieren|setzen|schicken|senden|informieren|vorbei|aus|mit|durch|nach|ab|eine[nmrs]?|die|den|das|am|morgen|heute|nächste)(?!\p{L}))`,
    "u",
  ),
  /(?<!\p{L})(?:wird|werden) sich (?:[^\s.;:?!]+ ){0,8}(?:bei|mit) (?:Ihnen|dir|euch)(?!\p{L})|(?<!\p{L})sich (?:[^\s.;:?!]+ ){0,8}(?:bei|mit) (?:Ihnen|dir|euch) (?:[^\s.;:?!]+ ){0,4}(?:melden|Verbindung|Kontakt|abstimmen)(?!\p{L})/u,
  // "Um den Rest kümmert sich Beata", "das übernimmt Jens".
  /(?<!\p{L})kümmert sich (?:dann |noch |jetzt )?(?:der |die |unsere? )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?[.!]?$|(?:^|[,;] )\p{Lu}\p{L}+ kümmert sich (?:darum|um|dann|noch)(?!\p{L})|(?<!\p{L})(?:übernimmt|erledigt|macht) (?:dann )?(?!Sinn|Spaß|Freude|Mühe|Druck|Angst|Mut|Lust)\p{Lu}\p{L}+[.!]?$/u,
];
export const promisesForThirdInGerman = (sentence: string): boolean =>
  isGerman(sentence) && !UNBOUND.test(sentence) && THIRD.some((turn) => turn.test(sentence));
