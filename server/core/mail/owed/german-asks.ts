/** How German asks and offers. Grouped by kind. */
import { AHEAD_IN_GERMAN, isGerman } from "./german-promises.ts";
import { wholeWords } from "./whole-words.ts";

const AHEAD = `(?:bis|vor|am|spätestens|vorher|heute|morgen|noch|dringend|${AHEAD_IN_GERMAN})`;
const YOURS = "(?:ihre[nmrs]?|deine?[nmrs]?|eure?[nmrs]?|von (?:ihnen|dir|euch))";
/** What is told to whom one says "Sie" or "du"; what advertising tells everybody is left out. */
const TELL =
  "bring|halt|schlag|reich|teil|nenn|füll|überweis|unterschreib|prüf|überprüf|kontrollier|stell|leg|lass|klär|übermittel|schick|send|gib|geb|sag|bestätig|meld|ruf|schreib|trag|mail|lies|les|korrigier|ergänz|aktualisier|reservier|bestell|organisier|besorg|plan|check|denk|sorg|pass|nimm|nehm|mach|leit|kümmer|informier|frag|druck|scann|lad|hol|bereit|beauftrag|veranlass|storno|stornier|vergiss|vergess|erinner|schau|guck|block|verschieb|sprech|sprich|versuch|wart|zeig|erklär|beschreib|such|rechn|kalkulier|setz|tu|rück|bau|wirf|werf|erledig|begleich|zahl|überleg";
/** What such a word has behind it where something is told, and not said of the one who does it. */
const TOLD_WHAT =
  "mir|uns|mich|ihm|ihr|ihnen|das|den|die|der|dem|es|sie|ihn|bitte|mal|doch|kurz|noch|schon|einfach|gleich|sich|alle|alles|dafür|dazu|daran|dran|an|auf|ein|eine|einen|dein\\p{L}*|euer|eure\\p{L}*|ihre\\p{L}*|bis|am|unbedingt|bloß|auch|dann|vorher|nochmal|niemanden|und|zwei|drei";
const LEADS = String.raw`^(?:\p{Lu}\p{L}+[,:] |(?:und|dann|also|außerdem|ach,? und|ach ja,?|oder|bitte|falls [^,]{3,60},|wenn [^,]{3,60},) ){0,2}`;

const ASKS: readonly RegExp[] = [
  // "Bitte", wherever it stands, but where one only shows something or asks for patience.
  /^(?!.*(?<!\p{L})(?:anbei|im anhang|beigefügt|finden|entnehmen|antworten sie nicht|verständnis|entschuldig\p{L}*|verzeih\p{L}*|geduld|beachtung|gegenstandslos|ignorieren|wenden sie sich|zögern|falls|sollten?|bei (?:rück)?fragen|(?:aber )?bitte sehr|wie bitte)(?!\p{L})).*(?<!\p{L})(?:bitte(?:t|n wir)?|wir bitten|erbeten|(?:wird|werden) (?:[^\s.;?!]+ ){0,8}gebeten)(?! (?:schön|sehr)|\p{L})/iu,
  wholeWords(
    "(?:darf|dürfte|möchte|muss|wollte|will) ich (?:sie|dich|euch) (?:\\p{L}+ ){0,4}(?:bitten|an [^.;?!]{3,60} erinnern)|ich (?:darf|möchte|muss|würde) (?:sie|dich|euch) (?:\\p{L}+ ){0,4}bitten|(?:ich|wir) (?:ersuchen?|fordern?) (?:sie|dich|euch)|fordern? (?:ich|wir) (?:sie|dich|euch)|ich erinnere? (?:sie|dich|euch)? ?(?:noch ?mal |nochmals )?an",
  ),
  // The imperative.
  new RegExp(
    String.raw`${LEADS}(?:${TELL})e?n sie (?!(?:gerne? )?(?:jederzeit|einfach vorbei|unverbindlich|sich (?:gerne?|inspirieren|überraschen|überzeugen|jetzt))(?!\p{L}))\p{L}`,
    "iu",
  ),
  new RegExp(
    String.raw`${LEADS}(?!\p{L}+t sich(?!\p{L})|(?:gibt|geht|macht|setzt|liegt|passt|sagt|plant|tut|tute) (?:es|das|die|der|sich|den)(?!\p{L}))(?:${TELL})(?:e?t|e)? (?:${TOLD_WHAT})(?!\p{L})(?!.*(?<!\p{L})(?:ich|wir)(?!\p{L})[^,]*$)`,
    "iu",
  ),
  /, (?:dann |also |bitte )?(?:schick|gib|sag|nenn|send|ruf|meld|schreib|mail)e?(?:t|n sie)? (?:mir|uns|mich|sich|dich|euch|bitte)(?!\p{L})/iu,
  // Who would be grateful, and what would be good to have; "das wäre schön" answers.
  wholeWords("(?:wäre|wären) (?:[^\\s.;:?!]+ ){0,6}(?:dankbar|verbunden)|(?:dankbar|verbunden) (?:wäre|wären)"),
  wholeWords(
    "(?:bin|sind) (?:\\p{L}+ ){0,5}dankbar,? wenn (?:sie|du|ihr)|(?:freue|freuen) (?:mich|uns) (?:\\p{L}+ ){0,3}(?:,? wenn (?:sie|du|ihr)|auf (?:eine |ihre |deine |eure )(?:\\p{L}+ )?(?:rückmeldung|antwort|bestätigung|zusage))",
  ),
  /^(?!(?:das|dies|es|was|so)(?!\p{L}))(?:[^\s,.;:?!]+ ){1,8}(?:wäre|wären) (?:\p{L}+ ){0,3}(?:hilfreich|schön|super|toll|prima|gut|nett|wichtig|ideal|klasse|sinnvoll|spitze|wünschenswert|interessant)(?!\p{L})/iu,
  // What is needed, and from whom or by when; time that one needs oneself is none.
  new RegExp(
    String.raw`^(?=.*(?<!\p{L})(?:${AHEAD}|${YOURS})(?!\p{L}))(?!.*(?<!\p{L})(?:nicht|keine?[nrms]?)(?!\p{L})).*(?<!\p{L})(?:(?:ich|wir) (?:\p{L}+ ){0,3}(?:benötigen?|brauchen?|bräuchten?|erwarten?)|(?:benötige?n?|brauche?n?|bräuchten?|erwarte?n?) (?:ich|wir))(?! (?:\p{L}+ ){0,4}(?:tage?n?|stunden?|zeit|wochen?|minuten?|geduld)(?!\p{L}))(?!\p{L})`,
    "iu",
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:der|die|das|unsere?|mein) \p{L}+ (?:braucht|brauchen|benötigt|benötigen|wartet|warten auf|erwartet|erwarten)(?! (?:\p{L}+ ){0,3}(?:tage?|stunden?|zeit|wochen?)(?!\p{L})) [^.;?!]{0,60}(?:bis|spätestens|dringend|heute|morgen|auf ${YOURS})(?!\p{L})`,
    "iu",
  ),
  new RegExp(
    String.raw`(?<!\p{L})fehl(?:t|en) (?:uns|mir|hier|da|dazu|dafür)? ?(?:noch|nur noch|leider|allerdings|aber|jetzt|${YOURS})(?! (?:ein paar|einige|zwei|drei) (?:tage|wochen))(?!\p{L})|(?<!\p{L})(?:uns|mir) fehl(?:t|en)(?!\p{L})|(?<!\p{L})(?:steht|stehen) (?:\p{L}+ ){0,4}(?:noch|weiterhin) aus(?!\p{L})`,
    "iu",
  ),
  wholeWords(
    "(?:sie|du|ihr) (?:müsste?[nt]?|müsstest|musst|müsst|müssten) (?:\\p{L}+ ){0,2}(?:noch|mir|uns|bis|bitte|nur|vorher|dafür|dazu|hier)|(?:müssten|müssen) sie (?:\\p{L}+ ){0,2}(?:noch|mir|uns|bis|nur)",
  ),
  wholeWords(
    "(?:muss|müssen) (?:[^\\s.;:?!]+ ){0,8}(?:bis|vor|spätestens|am) [^.;?!]{2,60}(?:vorliegen|eingehen|da sein|bei uns sein|unterschrieben (?:sein|werden)|bezahlt (?:sein|werden)|eingereicht (?:sein|werden))",
  ),
  // What one would like to know or to have.
  wholeWords(
    "(?:mich|uns) (?:würde|interessiert|würden|interessieren) (?:\\p{L}+ ){0,4}(?:interessieren|ob|wie|wann|was|welche[nrs]?|wer|wo)|(?:mich|uns) (?:würde|interessiert)[^.;?!]{0,40}, (?:ob|wie|wann|was|welche[nrs]?)|(?:interessieren|wissen) würden? (?:mich|uns)|(?:ich|wir) wüssten? (?:\\p{L}+ ){0,2}gerne?|(?:würden?|möchten?) (?:ich|wir) (?:\\p{L}+ ){0,3}(?:wissen|erfahren|haben)|(?:ich|wir) (?:frage?n? (?:mich|uns)),? (?:ob|wie|wann|warum)|(?:mir|uns) ist (?:noch )?(?:nicht klar|unklar),? (?:ob|wie|wann|was|wer|welche)|offen ist (?:noch|nur noch|für mich|bei uns)",
  ),
  wholeWords(
    "(?:ich|wir) (?:hätten?|nehme?n?|suchen?|wünsche?n? mir|wünschen uns) (?:\\p{L}+ ){0,2}(?:gerne? (?:noch |auch |ein|eine|einen|die|den|das|ihre|deine)|von ihnen|von dir)",
  ),
  /^(?:kurze |eine |noch eine |meine )?(?:bitte|frage|rückfrage)(?: an (?:sie|dich|euch))? ?[:–-] ?\p{L}/iu,
  // What was let out: a question without its mark.
  /^(?:und |aber |also |oder )?(?:kannst du|könntest du|können sie|könnten sie|könnt ihr|würden sie|hast du|habt ihr|haben sie(?! (?:vielen|herzlichen|besten|lieben|tausend|recht) )|weißt du|wissen sie|passt (?:dir|euch|ihnen)|magst du|wollen wir|sollen wir|geht (?:das|es) (?:bei|für|auch)) [^?]{3,}$/iu,
];

export const asksInGerman = (sentence: string): boolean =>
  isGerman(sentence) && ASKS.some((turn) => turn.test(sentence));

/** Nobody waits for an answer to these. */
export const GERMAN_OFFERS: readonly RegExp[] = [
  /(?<!\p{L})(?:falls|sollten|wenn|bei|haben) (?:sie |du |ihr |es |noch |weitere[nr]? |irgendwelche |(?:zu|über) [^.;?!]{2,40} )*(?:rück)?fragen(?!\p{L})|(?<!\p{L})sie haben (?:noch |weitere )?fragen(?!\p{L})|(?<!\p{L})(?:zögern sie nicht|zögere nicht|jederzeit (?:gerne? )?(?:melden|anrufen|an (?:mich|uns|sie))|stehen? (?:ich |wir )?(?:ihnen )?(?:gerne? |jederzeit )*(?:ihnen |dir )?(?:jederzeit |gerne? )*zur verfügung)(?!\p{L})/iu,
  /(?<!\p{L})(?:antworten sie (?:bitte )?nicht|nicht auf diese (?:e-?mail|nachricht|mail) (?:zu )?antworten|betrachten sie|gegenstandslos|sehen sie (?:bitte )?(?:dieses|diese|von))(?!\p{L})/iu,
  // "Sollte das nicht passen, sagen Sie Bescheid", "melden Sie sich gerne".
  /^(?:sollten?|falls|wenn) (?:[^\s,]+ ){0,8}(?:nicht|kein\p{L}*|interesse|hilfe|unterstützung|unklar\p{L}*|probleme?|unsicher|etwas|irgendwas|was|anders|bedarf|lust)(?!\p{L})[^?]*(?:meld|ruf|sag|schreib|gib|geb|wend|bescheid|kontaktier)|^meld(?:en sie sich|e? dich|et euch) (?:\p{L}+ ){0,2}(?:gerne?|jederzeit|einfach|bei)(?!\p{L})/iu,
  /^(?:wie geht(?:['’]?s| es)|was gibt(?:['’]?s| es) neues|alles (?:gut|klar|okay?|fit)|wie war(?:en)? (?:dein|ihr|euer|das|der|die)|na,? wie|schönes wochenende gehabt|gut (?:angekommen|geschlafen))(?!\p{L})[^?]*\?$/iu,
  // What advertising asks.
  /^(?:haben sie (?:schon|sich schon|jemals)|kennen sie (?:schon|das|die|unsere\p{L}*)|wussten sie|wussten du|wusstest du|sind sie (?:bereit|es leid|auf der suche)|suchen sie (?:noch|nach)|lust auf|möchten sie (?:mehr|auch|sparen)|wollen sie (?:mehr|auch|sparen)|schon (?:gewusst|entdeckt|gehört)|wer (?:kennt|möchte|will|hätte|würde) (?:das |es |denn )?(?:nicht|schon|gedacht))(?!\p{L})[^?]*(?:kollektion|angebot\p{L}*|neu\p{L}*|sparen|gedacht|gewusst|dass|nicht|unsere\p{L}*|mehr|problem|entdeckt|gefragt|urlaub|sommer|winter|frühling)[^?]*\?$/iu,
  /^(?:sichern|entdecken|profitieren|sparen|nutzen|besuchen|genießen|freuen|erleben|klicken|abonnieren|jetzt) sie(?!\p{L})|^schauen sie (?:\p{L}+ ){0,3}(?:vorbei|rein)(?!\p{L})/iu,
];
