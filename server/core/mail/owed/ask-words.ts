/** How a writer asks for something without a question mark, and what only sounds like it, language by language. */

import { ASKED_NEEDS } from "./ask-needs.ts";
import { asksInReport } from "./ask-reported.ts";
import { ASK_TURNS, TOLD_FOR_ANOTHER } from "./ask-turns.ts";
import { asksInFrench, FRENCH_OFFERS } from "./french-asks.ts";
import { asksInGerman, GERMAN_OFFERS } from "./german-asks.ts";
import { asksInPolish, POLISH_OFFERS } from "./polish-asks.ts";
import { asksInSpanish, SPANISH_OFFERS } from "./spanish-asks.ts";
import { asksInUkrainian, UKRAINIAN_OFFERS } from "./ukrainian-asks.ts";

/** After "please", what nobody waits for: what is enclosed, where to look, courtesies, invitations to everybody. */
const NOT_ASKED =
  "accept|all|and|any|as|assemble|at|be|bear|by|call|click|come|contact|disregard|do|don['’]?t|enjoy|excuse|feel|find|follow the|for|forgive|go|ignore|if|" +
  "in|join|keep in|let|login|log|meet (at|by|down|here|in|on|there)|mention|never|no|not|note|on|or|pardon|please|reach|refer|register|remember|rest|see(?! (?:if|whether|to it)\\b)|sign (up|in|on)|subscribe|thank|the|to|use|" +
  "view|visit|welcome|with|work out";
const PLEASE = String.raw`\b(please|pls|plz|kindly),?\s+(also |kindly |just |go ahead and )?`;
/** What is said as a wish: "we need your figures by Friday", "we need them today". */
const SOON =
  "(asap|a\\.s\\.a\\.p|as soon as (possible|you can)|from you|urgently|today|tomorrow|tonight|by (\\S+ )?(mon|tues|wednes|thurs|fri|satur|sun)day|by (noon|close|cob|eod|the end|\\d+\\p{L}{0,2}|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|before)";

const ENGLISH: readonly string[] = [
  String.raw`\b(could|can|would|will) (you|u)\b`,
  String.raw`${PLEASE}(?!(${NOT_ASKED})\b)\p{L}{2,}`,
  String.raw`${PLEASE}(call|contact|let) (me|us|him|her|them)\b|${PLEASE}keep in touch`,
  String.raw`${PLEASE}(come|get) back (to (me|us) )?(with|by|on|before|when|asap|as soon)\b`,
  String.raw`\bif (?!you\b)[^.;:?!]{3,120}\b(i|we)(['’]d| would|['’]ll| will) (really |greatly |very much |much |also )?(appreciate (it|that|this)|be (very |most |really )?(grateful|thankful|obliged))\b`,
  String.raw`\blet (me|us) know\b`,
  String.raw`\b(i|we)( really| still| also)? (need|would like) you(r)? (to\b|approval|answer|comments|decision|feedback|input|confirmation|help|opinion|signature|thoughts)`,
  String.raw`\b(i|we)( really| still| also| will| do)? need (your|the|this|these|those|it|them|an?|some)\b.*\b${SOON}\b`,
  String.raw`\bif you (could|would|can)( please| kindly)? (?!be\b|like\b|have\b|prefer\b)\p{L}+\b.*\b(great|appreciate|appreciated|helpful|good|nice|grateful|thanks?)\b`,
  String.raw`\b(great|grateful|obliged|appreciated?|helpful|good|nice|kind) if you (could|would|can)( please| kindly)? (?!be\b|like\b|have\b|prefer\b)\p{L}+`,
  String.raw`\blook(ing)? forward to (receiving|getting) (?!to\b)(your|the|a|an|it|them|these|those)\b`,
  String.raw`\bwould be (great|good|helpful|useful|nice|ideal|appreciated) (to (get|have|hear|see|know|receive) your\b|if you (could|would|can)\b)`,
  String.raw`\bwondering (if|whether) (you|we|there|it) (could|can|would|might|is|are|have|had)\b`,
  String.raw`\b((do not|don['’]t) forget|remember) to (send|bring|sign|call|confirm|forward|return|let|fill|give|reply|answer|check|update|include|attach|submit|book|order|pay)\b`,
  String.raw`\b(i|we)( really| still| also| will| would|['’]ll)? require (your|the|this|these)\b.*\b${SOON}`,
  String.raw`\bplease (find|see) [^.?!]{3,120} and (please |kindly )?(return|sign|confirm|send|let (me|us) know|review|revert|advise|complete|approve|forward|fill)\b`,
  String.raw`\byou( will|['’]ll)? need to (send|give|provide|return|sign|confirm|forward|submit|pay|let) (me|us|the|your|it|this)\b`,
  String.raw`\byour (\p{L}+ )?(approval|answer|signature|confirmation|input|feedback|decision|comments|response|reply|consent) (is|are) (still |urgently )?(needed|required|requested|due|outstanding)\b`,
  String.raw`^\W{0,3}action (required|needed)\b`,
  String.raw`^appreciate (your|any) ((prompt|quick|early|urgent) )?(feedback|comments|input|thoughts|reply|response|advice|confirmation)\b`,
  String.raw`^(hi \p{L}+, )?just (checking in|chasing|following up|touching base) (on|about|regarding|to see|with you)\b`,
  String.raw`\b(i|we)( would|['’]d) (really |greatly |very much |also )?(appreciate|be grateful for) (it if you|your|an?|any|some)\b`,
  String.raw`\b(any|your) (\p{L}+ )?(comments|feedback|help|input|suggestions|thoughts|assistance|advice|reply|answer|guidance)( \p{L}+){0,6} (is|are|would be|will be) (greatly |much |very |most )?appreciated\b`,
  String.raw`\b(you|and) are (kindly |hereby )?(requested|asked|required) to\b`,
  String.raw`\b(i|we)( would|['’]d) (really |very much |also )?(like|love|prefer) to (arrange|chat|discuss|find out|get (a|an|some|your)|get together|hear|know|meet|schedule|set up|sit down|speak|talk)\b`,
  String.raw`\blet['’]?s (meet|talk|discuss|chat|get together|schedule|set up|touch base|catch up|have (a|lunch|coffee))\b`,
  String.raw`\b(perhaps|maybe) you (can|could)\b`,
  String.raw`\b(i|we)( just| also)? (want|wanted) to (ask|discuss|find out|get your|hear your|know|speak|talk)\b`,
  String.raw`(?<!\basked \S{1,20} to )\bget back to (me|us)\b`,
  String.raw`\b(i|we)(['’]m| am|['’]re| are)( still)? (waiting|looking) for your\b|\b(await|awaiting) your\b`,
  String.raw`\b(i|we)(['’]m| am|['’]re| are)( still)? (waiting (on|for)|missing) [^.;,]{2,60} from (you|your (end|side|team|office))\b`,
  String.raw`\b(i|we)(['’]d| would) need (you|your)\b`,
  String.raw`\blooking forward to your (reply|answer|response)`,
];

const OTHERS: readonly string[] = [
  String.raw`\b(poderia|poderiam|pode|podem) (me |nos )?(enviar|confirmar|mandar|verificar|informar|responder)\b|\b(por favor),? (envi|confirm|mand|verifi|inform|respond|assin)\p{L}+|\b(fico|ficamos) (a aguardar|no aguardo|à espera) d?(a |o )?(sua|seu|vossa|tua)\b|\b(aguardo|aguardamos) (a |o )?(sua|seu|vossa|tua)\b`,
  String.raw`\b(kunt|kun|kan|wilt|wil|zou|zoudt) (u|je|jij|jullie)\b.*\b(laten weten|sturen|bevestigen|doorgeven|bellen|mailen|terugsturen|aangeven)\b|\blaat (het )?(me|mij|ons) (het )?(even |graag )?weten\b|\b(graag (ontvang|hoor|verneem|ontvangen|horen|vernemen) (ik|we|wij))\b|\bgelieve\b`,
  String.raw`(?<!\p{L})(czekam|czekamy|oczekuję|oczekujemy) na (Państwa|Pana|Pani|twoją|twój|waszą|wasz|odpowiedź|potwierdzenie)(?!\p{L})|(?<!\p{L})(жду|ждём|ждем|ожидаю|ожидаем) (от вас|вашего|вашей|вашу|ваш|ответа|подтверждения)(?!\p{L})`,
  String.raw`(?<!\p{L})(ich freue mich|wir freuen uns) auf (Ihre|deine|eure) (Rückmeldung|Antwort|Bestätigung)|(?<!\p{L})(rica ederim|rica ederiz|(gönderir|iletir|bildirir|onaylar|teyit eder) misiniz)(?!\p{L})`,
  // German; "anbei finden Sie bitte" shows where something is.
  String.raw`\b(könnten|können|würden) Sie\b|\b(könntest|kannst|würdest) du\b`,
  String.raw`\bbitte\s+(?!den\b|diesen\b|einen\b|finden\b|entnehmen\b|beachten\b)\p{L}+en\b`,
  String.raw`(?<!\banbei\b.{0,30})\bbitte (den|die|das|diesen|diese|dieses|einen|eine|ein|um|noch|bis|kurz)\b`,
  String.raw`\b(schicken|senden|geben|sagen|bestätigen|melden|prüfen|teilen|lassen|rufen|schreiben|nennen) Sie (mir|uns|mich|sich|bitte)\b`,
  String.raw`\b(gib|gebt) (mir|uns) (bitte )?Bescheid\b|\b(schick|sende?|sag|bestätige?) (mir|uns) (bitte)?`,
  String.raw`\b(ich|wir) (bitte|bitten)( Sie| dich| euch)? um\b`,
  String.raw`\b(ich|wir) (bräuchten?|benötigen?|brauchen?) (.{2,80}\b)?(von (Ihnen|dir|euch)|bis)\b`,
  String.raw`\bvon (Ihnen|dir|euch) (noch |dann )?(bräuchten?|brauchen?|benötigen?) (ich|wir)\b|\b(mir|uns) fehl(t|en) (noch|nur|leider|Ihre?|deine?|eure?|die|der|das)\b|\b(ich|wir) warten? (noch |weiterhin )?auf (Ihre|deine|eure|die (Zahlung|Freigabe|Rückmeldung|Unterlagen))`,
  String.raw`\bwäre (\p{L}+ ){0,2}(schön|gut|super|toll|klasse|nett|hilfreich|prima|dankbar),? wenn (Sie|du|ihr)\b|\b(ich|wir) (würden?|möchten?) (\p{L}+ ){0,2}(gerne? )?(wissen|erfahren|bestellen|buchen|einen Termin)\b|\b(mich|uns) (interessiert|interessieren|würden? interessieren)\b`,
  String.raw`\bsag(t|en Sie)? (mir |uns )?(kurz |bitte |doch )*Bescheid\b|^(und |dann |bitte )?(meld(e|et)? (dich|euch)|ruf(t)? (mich|uns) (\p{L}+ ){0,2}(an|zurück))\b|\b(Zahlung|Rechnung|Freigabe|Unterschrift|Antwort) (steht|ist) (\p{L}+ ){0,2}(noch |weiterhin )(aus|offen|nicht eingegangen)\b`,
  String.raw`^(und |dann |also |bitte )?(gib|gebt|schick|schickt|sag|sagt|bring|bringt|nimm|ruf|mach|macht|leg|stell|druck|lad|prüf|prüft|trag|schreib|schreibt|frag|hol|lies) (mir|uns|mich|ihm|ihr|das|den|es|bitte|mal|doch|kurz|noch)\b|\b(fordern|bitten) (wir|ich) Sie\b|^[^,.;:?!]{3,40} bitte( noch ?mal| noch einmal)[.!]?$`,
  String.raw`\bpourriez-vous\b|\bpouvez-vous\b|\bmerci de (?!trouver\b|noter\b|patienter\b|prendre\b|ne pas\b|votre\b|notre\b)((me|m['’]|nous|le|la|les|l['’]|bien)\s?){0,3}\p{L}+(er|ir|re)(?!\p{L})|\b(dans l['’]attente|en attente) de (votre|vos|ta) (retour|réponse|confirmation|accord)|\b(j['’]attends|nous attendons) (votre|vos|ta)\b|\b(veuillez|prière de) (?!trouver\b|noter\b|agréer\b|recevoir\b|croire\b)\p{L}+`,
  String.raw`\b(je|nous) (vous|te) (prions|prie|demandons|demande|saurais gré|serais reconnaissante?|serions reconnaissants) (de|d['’])(?! ?(agréer|croire|recevoir|excuser|accepter|nous excuser|m['’]excuser))|\bil (me|nous) (faudrait|faut|manque) (encore |aussi |juste )?(votre|vos|ton|ta|tes|le|la|les|une?)\b|\b(j['’]aurais|nous aurions|j['’]ai|nous avons) (encore |aussi )?besoin (de|d['’]) ?(votre|vos|ton|ta|tes)`,
  String.raw`(?<!n['’])\b(envoi?ez|envoie|dites|dis|faites|fais|donnez|donne|confirmez|confirme|transmettez|transmets|rappelez|rappelle|passez|passe|tenez|tiens|laissez|laisse|précisez|précise|indiquez|indique)-(moi|nous|le|la|les)\b|\b(peux-tu|pourrais-tu|tu peux|vous pourriez)\b|\bn['’]oublie[zs]? pas (de|d['’])|\bpense[zs]? à \p{L}+(er|ir|re)\b|\bsi (vous|tu) (pouviez|pouvais|peux|pouvez)\b.*\b(serait|parfait|super|bien)\b|\b(serait|parfait|super|bien) si (vous|tu) (pouviez|pouvais)\b|\bmerci d['’] ?\p{L}+er(?!\p{L})`,
  String.raw`\b(vous|te) (mettons|mets) en demeure\b`,
  String.raw`\bpodrías?\b|\bpuede usted\b|\b(por favor),? (env[ií]|conf[ií]rm|mand|mánd|respond|respónd|av[ií]s|ind[ií]qu|revis|firm|fírm|díga|hága|rem[ií]t|complet|llám|llam)\p{L}+|\b(quedo|quedamos) a la espera de (su|sus|tu|tus|vuestra)\b|\b(espero|esperamos) (su|tu|vuestra) (respuesta|confirmación)`,
  String.raw`\b(les?|te|os) (rogamos|ruego|agradecería|agradeceríamos|pedimos|pido)(?! (disculpas|perdón)) (que|si|\p{L}+(ar|er|ir)(nos|me)?)\b|\b(me|nos) (haría|harían|hace|hacen) falta (su|sus|tu|tus|vuestr\p{L}+|el|la|los|las|una?)\b|(^|[\s,])(nos|me) faltan? (\p{L}+ )?(su|sus|tu|tus|vuestr\p{L}+|(el|la|los|las) (firma|factura|contrato|datos|logos?|documentos?|documentación|fotos|confirmación|pago|número|dirección))\b|\b(necesito|necesitamos|necesitaría|necesitaríamos) (que (me|nos)|su|sus|tu|tus|vuestr\p{L}+)\b`,
  String.raw`(?<!\p{L})(env[ií]a|m[aá]nda|p[aá]sa|d[ií]|conf[ií]rma|av[ií]sa|ll[aá]ma|dime|env[ií]e|m[aá]nde|p[aá]se|d[ií]ga|conf[ií]rme|av[ií]se|ll[aá]me|ind[ií]que|rem[ií]ta)(me|nos)(lo|la|los|las)?(?!\p{L})|\bno (te olvides|se olvide|olvides|olvide) (de )?\p{L}+(ar|er|ir)\b|\bquedo pendiente de (su|tu|vuestra)\b`,
  String.raw`(?<!\p{L})(tráe|tráiga|repíte|repíta|cuénta|déja|deje|explíca|explíque|respónde|resérva|enséña|ayúda|ayúde|haz|hága|ponga|pónga|búsca|guárda|apúnta|reenvía|reenvíe|recuérda|recuérde)(me|nos)(l[oa]s?)?(?!\p{L})|(?<!\p{L})(dame|ponme|tenme|danos|dinos) (tu|su|el|la|los|las|un|una|otra?|más|vuestr\p{L}+)(?!\p{L})|\b(les?|te) (requerimos|requiero|instamos) `,
  String.raw`\b(resto|restiamo|rimango|rimaniamo|sono|siamo) in attesa di (un |una )?(vostr|su|tu)[oaie]?\b|\b(la|vi|ti) (prego|preghiamo) di \p{L}+|\bpotrebbe\b|\b(la|ti) prego di \p{L}+|\b(mi|ci) (faccia|fai|fate) sapere\b|\b(può|puoi|potete) (inviar|mandar|confermar|far)`,
  String.raw`(?<!\p{L})(proszę|prosimy|prosiłbym|prosiłabym) o (?!wybaczenie)\p{L}+|(?<!\p{L})czy (może|możesz|mogą|mógłby|mogłaby)(?!\p{L})|(?<!\p{L})(proszę|prosimy) (przesłać|wysłać|potwierdzić|odpowiedzieć|sprawdzić|podać|dać|zadzwonić)`,
  String.raw`(?<!\p{L})(potrzebuję|potrzebujemy|potrzebn[yae]|brakuje|czekam na|czekamy na|poproszę o|poprosimy o) (jeszcze |też |nam |mi |będą |są )*(Państwa|Pana|Pani|twoj\p{L}+|twój|wasz\p{L}*|od (was|ciebie|Państwa|Pana|Pani))(?!\p{L})|(?<!\p{L})od (was|ciebie|Państwa|Pana|Pani) (jeszcze |tylko )?(potrzeb\p{L}+|czekam|czekamy|poproszę|poprosimy)|(?<!\p{L})(poproszę|poprosimy) (o \p{L}+|fakturę|dane|adres|numer|skan|podpis|zdjęcia)`,
  String.raw`(?<!\p{L})(proszę|prosimy) (?!sobie |mi )(\p{L}+ ){0,2}(?!(wyobrazić|dokończyć|wybaczyć|pamiętać|zignorować|przyjąć|regulować|martwić|przejmować))\p{L}{2,}(ać|eć|ić|yć|ąć|uć)(?!\p{L})|(?<!\p{L})(wyślij|prześlij|podeślij|przyślij|napisz|zadzwoń|oddzwoń|potwierdź|sprawdź|podaj|odpisz|zerknij|przypomnij|podpisz|weź|podrzuć|przynieś|przywieź|zostaw|wrzuć|dopisz|popraw|wpisz|zapytaj|ustal|umów)(cie)?(?!\p{L})|(?<!\p{L})daj(cie)? znać|(?<!\p{L})wzywamy do \p{L}|(?<!\p{L})będ(ę|ziemy) wdzięczn\p{L}+ (za|jeśli|gdyby)|(?<!\p{L})(chciałbym|chciałabym|chcielibyśmy|chcę|chcemy) (zamówić|zapytać|dowiedzieć|umówić|otrzymać|zarezerwować)|(?<!\p{L})interesuje (mnie|nas)(?!\p{L})`,
  String.raw`\b(kan|skulle) (du|ni) (?!vara\b)\p{L}+a\b|\b(vänligen|snälla) (?!notera\b|observera\b)\p{L}+a?\b|\bhör av (dig|er)\b|\bmeddela (mig|oss)\b`,
];

/** "Could you …", "please send …", "let me know": what asks without a question mark. */
const SAID_PLAINLY = [...ENGLISH, ...ASK_TURNS, ...ASKED_NEEDS, ...OTHERS].map((turn) => new RegExp(turn, "iu"));
export const requests = (sentence: string): boolean =>
  SAID_PLAINLY.some((turn) => turn.test(sentence)) ||
  TOLD_FOR_ANOTHER.test(sentence) ||
  IN_OTHERS.some((asksIn) => asksIn(sentence));
const IN_OTHERS = [asksInReport, asksInUkrainian, asksInGerman, asksInFrench, asksInSpanish, asksInPolish];

const ADDRESSED = String.raw`^(?:\p{Lu}\p{L}+(?:(?: and |/|, )\p{Lu}\p{L}+)?\s*[,:–-]+\s*)?(?:(?:and|but|so|also|or|then|well|ok|okay)[, ]+)?`;
const SOMEBODY = "you|we|i|he|she|they|anyone|anybody|someone|somebody";
/** A question whose mark was left out: "Did you receive the plan", "When do we meet". */
export const UNMARKED = new RegExp(
  [
    `${ADDRESSED}(?:are|is|did|does|can|could|would|will|shall|isn['’]t|aren['’]t|didn['’]t|can['’]t|couldn['’]t|wouldn['’]t) (?:${SOMEBODY}|there|this|that|it)\\b`,
    `${ADDRESSED}(?:do|don['’]t|have|haven['’]t|has) (?:${SOMEBODY})\\b`,
    `${ADDRESSED}(?:what|when|where|who|why|how|which|how (?:much|many|long|soon|often|about)|what (?:time|day|date|kind|else)) (?:is|are|do|does|did|can|could|would|should|will) (?:${SOMEBODY}|there|this|that|it|the|your|our)\\b`,
    `${ADDRESSED}(?:is|would|does) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next week|the \\d{1,2}(?:st|nd|rd|th)?) (?:\\S+ )?(?:ok|okay|good|fine|any good|possible|better|work|suit|too (?:early|late|soon))\\b`,
    `${ADDRESSED}(?:when|what time|which day) (?:is|are|would be|works|suits) (?:good|best|convenient|better|easiest|for you)\\b`,
    `${ADDRESSED}any chance (?:you|of|we|to)\\b`,
    // "Only thing: can the headline be bigger".
    `^(?:(?:only|one|last|quick)(?: (?:thing|one|question|q))?|question|q) ?[:–—-] ?(?:are|is|did|does|do|can|could|would|will|shall|has|have|when|where|who|what|how|which|why)\\b`,
    `${ADDRESSED}(?:is|are|does|did|can|could|would) (?:the|your|my|our) \\p{L}+ (?:\\p{L}+ ){0,2}(?:ok|okay|ready|there|be|come|work|fit|suit|include|cover|need|have|get|open|paid|signed|done|sent|available|correct|right)\\b`,
  ].join("|"),
  "iu",
);

/** A question that wants no answer: a courtesy, an address of a page, a rhetorical "remember?". */
export const COURTESY =
  /^(how are you( doing)?|how('s| is) (it going|everything|life)|what's up|how have you been|як (ти|ви|справи)|що нового)(?!\p{L})[^?]*\?$|https?:\/\/\S*\?\S*$|^(ok(ay)?|right|remember|huh|really|no|yes|shall we|why not|so what|who (knows|cares)|and you|isn['’]t it)\?$|^what an? [^?]*\?$|, (have|do|are|did|were)n['’]t we\?$|^(?:why|who) would (?:anyone|anybody|someone|somebody)\b|^remember (?:that|when|the time|our|those)\b|^who (?:doesn['’]t|does not|wouldn['’]t|would not) (?:want|like|love|need|enjoy|prefer)\b|^what['’]?s not to (?:like|love)\b|^(who knew|who would have thought|can you believe|how (cool|great|hard|bad|crazy) (is|was|can) (that|this|it))\b|^((is|was)n['’]t (it|that|this)|are(n['’]t| not) they) (great|nice|amazing|wonderful|lovely|funny|fantastic|beautiful|awful|terrible|crazy|odd|strange|weird|incredible)\?$/iu;

/** What nobody is to answer: what a speaker asks to go on, and what advertising asks. */
export const RHETORICAL =
  /^(?:any |more |other )?questions\?$|^how (?:did|are) we do(?:ing)?\?|^(?:\p{L}+,? )?who (?:even|has (?:the )?time|in their right mind)\b|^(?:(?:is|was)n['’]t (?:it|that|this)) \p{L}+ how\b|^(?:tired|sick) of\b|^struggling (?:to|with)\b|^ready to (?:transform|boost|grow|get started|join|save|level up|unlock|supercharge)\b|^want to (?:save|boost|grow|learn|win|earn|unlock|know (?:more|the))\b|^ever wonder(?:ed)?\b|^did you know\b|^sounds? (?:familiar|too good)\b|^what are you waiting for\b|^(?:need|should) i say more\b|^(?:you )?know what\?$|^guess (?:what|who)\?$|^the (?:best|worst|good|bad|sad) (?:part|news|thing|bit)\?$|^the (?:result|catch|upshot)\?$|^(?:was this|did you find this) (?:\p{L}+ )?(?:helpful|useful)\?|^(?:but |so )?why (?:even )?bother\b|^who(?:['’]d| would) have (?:thought|guessed|known|believed|imagined)\b|^what could possibly\b|^isn['’]t that the truth\b|^you know (?:how|what) (?:it|that|this|they)\b.*, right\?$/iu;

/** "If you have any questions, please call": an offer, and nobody waits for an answer to it. */
export const OFFERS: readonly RegExp[] = [
  /\b(if|should) (you|there|anyone|anybody) (have|has|are|is|need|needs|would like|want|wish|desire|require|experience|think|hear|see|encounter|feel|prefer)\b.*\b(any(thing)?|questions?|concerns?|problems?|further|more|additional|otherwise|help|assistance|technical)\b/i,
  /\b(call|contact|e-?mail|write( to)?|ask|reach|ring|talk to|speak with|see|let) \S+( \S+){0,4} (if|with|for|should|regarding) .*\b(questions?|problems?|concerns?|help|assistance|(any|more|further|additional) (details?|info(rmation)?)|comments)\b/i,
  /\b(any|other|more|additional|further) (questions?|problems?|concerns?|comments or questions)\b[^?]*\b(please|call|contact|let|e-?mail|feel free|ask)\b/i,
  /\blet (me|us) know if (i|we) (can|may|could|should be able to)\b/i,
  /\bif (i|we) (can|may|could) (be|help|assist|provide|do)\b/i,
  /\b(do not|don['’]t) hesitate\b|\bfeel free\b|\bat your (earliest )?convenience should\b/i,
  /^(please )?(do not|don['’]t) (reply|respond)\b|\breceived this (e-?mail|message|mail) in error\b/i,
  /^(\S+[,:-] )?(so |just |please |pls )*(let (me|us) know( \S+)?|see (the )?(attached|below)( \S+)?|(call|phone) me( \S+)?|thanks?( you)?( \S+)?)[.!,: ]*(thanks?.*|thank you.*)?$/i,
  /\b(please|pls) (call|contact|e-?mail|notify|inform|let .{1,30} know)\b.*\bif you('re| are| have| cannot| can't| do not| don't| need| wish| want)\b|\bplease (do not|don['’]t)\b(?!.*\?)|\bif you (have|('ve)) received this\b/i,
  /^(if|should) (you (wish|want|would like|need|prefer|require|intend|plan|are unable|can['’]?not|can['’]t)|anyone|anybody|someone|somebody)\b.*\b(please|pls)\b/i,
  /^(to|for) (remove|unsubscribe|cancel|reserve|register|subscribe|order|view|access|learn|sign|change|more|further|additional|details?|information)\b.*\b(please|pls)\b/i,
  /\blet (me|us) know if (you|this|that|it) (can['’]?t|cannot|don['’]?t|do not|does not|doesn['’]t|are not|aren['’]t|have not|haven['’]t|disagree)\b/i,
  ...UKRAINIAN_OFFERS,
  ...GERMAN_OFFERS,
  ...FRENCH_OFFERS,
  ...SPANISH_OFFERS,
  ...POLISH_OFFERS,
  /\b(bei|falls .*) (Rück)?fragen\b|\bsi vous avez .*questions?\b|\bsi tiene .*(preguntas?|dudas?)\b/iu,
];

/** "Let me know if you can come": a question, though it sounds like an offer. */
export const ASKS_WHETHER =
  /\b(let (me|us) know|tell (me|us)|advise( me| us)?) (if|whether) (you|this|that|it) (can(?!['’])|could|will|would be (able|willing|ok(ay)?|possible)|(are|is) (interested|available|able|free|ok(ay)?|fine|comfortable|attending|coming|planning|willing|acceptable|correct|possible|right)|agrees?|approve|accept|plan|received|got|works?|suits?|makes sense|(want|would like|['’]d like|need|prefer) (me|us) to|(want|would like|wish) to (attend|be|come|do (it|so|this|that)|go|join|meet|move|participate|proceed)|have (received|got|seen|heard|talked|spoken|had a chance))\b/i;

/** Where a request is followed by an offer: "please review it and let me know if you have any questions". */
export const OFFER_BEHIND =
  /(?:[,;.]\s*|\s(?:and|or|then|but)\s+)(?:(?:please|pls|just|kindly)\s+)?(?:let (?:me|us)\b.{0,20}\bknow|call|contact|advise|e-?mail|phone|ring|feel free|do not hesitate|don['’]t hesitate)\b.*$/is;

/** "I'll send it tomorrow, and if you have questions, call me": what stands behind does not make the rest depend on it. */
export const CONDITION_BEHIND =
  /[,;]?\s+(?:and|but|so) if (?:you|there|any|anyone)\b.*\b(?:any|questions?|problems?|concerns?|need|help|further|more|additional)\b.*$/is;
