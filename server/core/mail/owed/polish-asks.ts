/** How Polish asks and offers. Grouped by kind. */
import { AHEAD_IN_POLISH, isPolish } from "./polish-promises.ts";
import { wholeWords } from "./whole-words.ts";

const YOURS = "(?:państwa|pana|pani|twoj\\p{L}+|twój|wasz\\p{L}*|od (?:was|ciebie|państwa|pana|pani))";
const TELL =
  "wyślij|prześlij|podeślij|przyślij|doślij|odeślij|napisz|zadzwoń|oddzwoń|przedzwoń|potwierdź|podaj|odpisz|zerknij|przypomnij|podpisz|weź|podrzuć|przynieś|przywieź|zostaw|wrzuć|dopisz|popraw|wpisz|zapytaj|dopytaj|spytaj|ustal|rzuć|ogarnij|zaplanuj|zarezerwuj|przygotuj|załatw|zrób|daj(?! (?:spokój|słowo|boże|się))|odbierz|zabierz|przekaż|dolicz|policz|przelicz|wyceń|uzupełnij|wypełnij|zapłać|opłać|zwróć|oddaj|dopilnuj|pilnuj|pogadaj|porozmawiaj|skontaktuj się|odezwij się|wskaż|określ|przejrzyj|przeczytaj|sprawdź|zmień|przesuń|wydrukuj|zeskanuj|zorganizuj|poinformuj|powiedz|pokaż|wyjaśnij|opisz|dołącz|załącz|zablokuj|wstrzymaj|poczekaj|pomyśl|zastanów się|zadbaj|pamiętaj|pośpiesz się|podjedź|wpadnij";

const ASKS: readonly RegExp[] = [
  // "Proszę", wherever it stands, but where one only thanks, shows or begs for patience.
  /^(?!.*(?<!\p{L})(?:wybacz\p{L}*|wyrozumiałość|cierpliwość|zignorow\p{L}+|ignorow\p{L}+|przyjąć|nie (?:odpowiadać|odpisywać|regulować|zwracać|brać|martwić|przejmować)|sobie|bardzo proszę|proszę bardzo|oto|jeśli|jeżeli|w razie|w przypadku|gdyby|za niedogodności|o pamięć|uznać|dokończyć|zaczekać|poczekać)(?!\p{L})).*(?<!\p{L})(?:proszę|prosimy|poproszę|poprosimy|prosiłbym|prosiłabym|prosilibyśmy|poprosiłbym|poprosiłabym|upraszam|upraszamy|z prośbą|mam prośbę|mamy prośbę|prośba (?:o|do)|uprzejmą prośbę)(?!(?: (?:cię|pan[aąi]|państwa))?[,.!…" ]*$|,? (?:cię,? )?(?:nie|słucham)(?!\p{L})| pan[aią] (?!o |\p{L}+[ćm] ))(?!\p{L})/iu,
  wholeWords(
    "wzywamy do|wzywam do|(?:będę|będziemy|byłbym|byłabym|bylibyśmy) (?:\\p{L}+ )?(?:wdzięczn\\p{L}+|zobowiązan\\p{L}+|rad|rada) (?:za|jeśli|gdyby|o)(?! (?:zrozumienie|wyrozumiałość|cierpliwość))|(?:pozwolę|pozwalam|pozwolimy) sobie (?:przypomnieć|zapytać|dopytać|ponowić)|(?:przypominam|przypominamy|ponawiam|ponawiamy|dopominam się) (?:\\p{L}+ )?(?:o|że|prośbę|pytanie)",
  ),
  // The imperative; what advertising shows everybody is left out.
  new RegExp(
    String.raw`(?<!\p{L})(?:${TELL})(?:cie)?(?!\p{L})(?! (?:nas|naszą|nasze|naszych|ofertę|centrum|szczegóły|nowości|jak (?:to|działa)|co (?:nowego|u nas)|do nas)(?!\p{L}))(?!.*(?<!\p{L})(?:rabat\p{L}*|promocj\p{L}*|zniżk\p{L}*|gratis)(?!\p{L}))`,
    "iu",
  ),
  /(?:^|[,;:–-] |(?<!\p{L})(?:i|to|proszę) )(?:umów|zamów|wystaw)(?:cie)? (?!nas(?!\p{L}))\p{L}/iu,
  wholeWords(
    String.raw`(?:nie zapomnij|nie zapomnijcie|pamiętaj|pamiętajcie)(?:,? (?:o|żeby|aby|\p{L}+(?:ać|eć|ić|yć|ąć|uć|ść|źć)))`,
  ),
  /(?<!\p{L})niech (?!(?:\p{L}+ ){0,3}(?:się|żyj\p{L}*|nie|tylko)(?!\p{L}))(?:każdy|każda|ktoś|pan|pani|państwo|wszyscy|\p{Lu}\p{L}+|mi|nam) (?:\p{L}+ ){0,3}\p{L}{3,}(?!\p{L})/iu,
  /^(?:czy )?(?:podeślesz|prześlesz|wyślesz|dasz|zrobisz|sprawdzisz|zerkniesz|zadzwonisz|przypomnisz|(?:możesz|możecie) (?:mi|nam|proszę|jeszcze|podesłać|przesłać|wysłać|sprawdzić|potwierdzić)|mógłbyś|mogłabyś|moglibyście|mógłby (?:pan|pani)|mogłaby pani|dacie|prześlecie|podeślecie|załatwisz|ogarniesz|potwierdzisz) [^?]{3,}$/iu,
  // What is needed or missing, and what has to be.
  new RegExp(
    String.raw`^(?!.*(?<!\p{L})(?:nie|jeśli|jeżeli|gdyby|wam|ci|panu|pani potrzebn\p{L}+)(?!\p{L}))(?=.*(?<!\p{L})(?:${AHEAD_IN_POLISH}|${YOURS}|jeszcze|będą|będzie|nam|mi)(?!\p{L})).*(?<!\p{L})(?:potrzebuję|potrzebujemy|potrzebowałbym|potrzebowałabym|potrzebowalibyśmy|potrzebn[yae]|potrzeba)(?! (?:\p{L}+ ){0,2}(?:czasu|dni|godzin\p{L}*|tygodni\p{L}*|chwil\p{L}*))(?!\p{L})|(?<!\p{L})do (?:\p{L}+ ){1,3}(?:potrzebn[yae]|potrzebujemy|potrzebuję)(?!\p{L})`,
    "iu",
  ),
  wholeWords(
    "brakuje (?:nam|mi|tu|tylko|jeszcze|wciąż|nadal)(?! (?:\\p{L}+ )?(?:słów|czasu))|(?:nam|mi) (?:\\p{L}+ )?brakuje(?! (?:słów|czasu))|(?:wciąż|nadal|jeszcze) (?:nie mamy|nie otrzymałem|nie otrzymałam|nie otrzymaliśmy|nie dostałem|nie dostałam|nie dostaliśmy|nie dotarł[aoy]?|nie wpłynęł[aoy]) \\p{L}+|(?:czekam|czekamy|oczekuję|oczekujemy) (?:\\p{L}+ )?na (?:\\p{L}+ )?(?:odpowiedź|potwierdzenie|akceptację|podpis|decyzję|dokumenty|dane|wpłatę|pliki|informacj\\p{L}+|państwa|pana|pani|twoj\\p{L}+|wasz\\p{L}*)",
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:czeka|czekają) na (?:[^\s.;?!]+ ){1,6}do (?:jutra|końca|południa|poniedział|wtor|środ|czwart|piąt|\d)|(?<!\p{L})(?:należy|trzeba|trzeba będzie|wypada|warto by) (?:\p{L}+ ){0,4}\p{L}+(?:ać|eć|ić|yć|ąć|uć|ść)(?=.*(?<!\p{L})(?:${AHEAD_IN_POLISH})(?!\p{L}))|(?<!\p{L})(?:(?:pan|pani|państwo) (?:musi|muszą|powinien|powinna|powinni)|(?:musi|muszą|powinien|powinna|powinni) (?:jeszcze |też )?(?:pan|pani|państwo)|musisz|musicie|powinieneś|powinnaś) (?:(?:jeszcze|nam|mi|tylko|też|ten|ta|to) )*(?:dostarczyć|przesłać|wysłać|podpisać|uzupełnić|potwierdzić|podać|opłacić|zapłacić|złożyć|dosłać|zwrócić|zgłosić|wypełnić|dopłacić|określić|wybrać|zdecydować|oddać)(?!\p{L})|(?<!\p{L})(?:musi|muszą) (?:\p{L}+ ){0,3}(?:trafić|dotrzeć|wpłynąć|dojść|być (?:u nas|podpisan\p{L}+|zapłacon\p{L}+|gotow\p{L}+|złożon\p{L}+))(?!\p{L})`,
    "iu",
  ),
  // What one would like to know or to have.
  wholeWords(
    String.raw`(?:chciałbym|chciałabym|chcielibyśmy|chciałyśmy|(?<=^)(?:chciałem|chciałam)|chcę|chcemy) (?:\p{L}+ ){0,2}(?:zamówić|zapytać|dowiedzieć|umówić|otrzymać|zarezerwować|ustalić|wiedzieć|dopytać|prosić|poprosić|poznać|kupić|spotkać|porozmawiać|uzyskać|dostać|zlecić|omówić z|przypomnieć)|chętnie (?:\p{L}+ )?(?:otrzymam|otrzymamy|dowiem się|dowiemy się|poznam|poznamy|zobaczę|usłyszę|przeczytam|poznałbym|dostałbym|dostaniemy)|(?:ciekawi|interesuje|interesują|zainteresowałby|interesowałby|interesowałaby) (?:mnie|nas)|(?:mnie|nas) (?:\p{L}+ )?(?:ciekawi|interesuje|interesują)|(?:zastanawiam|zastanawiamy) się,? (?:czy|kiedy|jak|ile)|nie wiem,? (?:czy|kiedy|jak|ile|kto) (?:pan|pani|państwo|ty|wy|masz|macie|będziesz|możesz|dasz|potrzebujesz|wolisz)|(?:dobrze|super|świetnie|fajnie|idealnie|miło) by (?:było|byłoby)|(?:dobrze|super|świetnie|fajnie|idealnie) byłoby,? (?:gdyby|żeby|jakby)|byłoby (?:\p{L}+ )?(?:dobrze|super|świetnie|fajnie|idealnie|miło),? (?:gdyby|żeby|jakby)|przydał(?:by|aby|oby|yby) (?:mi |nam )?się`,
  ),
  /^(?:mam )?(?:jedno |krótkie |szybkie |jeszcze jedno )?(?:pytanie|pytanko|prośba) ?: ?\p{L}/iu,
];

export const asksInPolish = (sentence: string): boolean =>
  isPolish(sentence) && ASKS.some((turn) => turn.test(sentence));

/** Nobody waits for an answer to these. */
export const POLISH_OFFERS: readonly RegExp[] = [
  /(?<!\p{L})(?:w razie (?:jakichkolwiek |dodatkowych |dalszych )?(?:pytań|wątpliwości|potrzeby|problemów)|(?:pozostaję|pozostajemy|jestem|jesteśmy) (?:\p{L}+ ){0,3}do (?:\p{L}+ )?dyspozycji|(?:jeśli|jeżeli|gdyby) (?:[^\s.;?!]+ ){0,5}(?:pytania|wątpliwości|pytań)|nie wahaj(?:cie)? się|śmiało)(?!\p{L})/iu,
  /^(?:masz|macie|mają państwo|ma pan|ma pani) (?:jakieś |jeszcze |dodatkowe )?(?:pytania|wątpliwości)(?!\p{L})[^?]*\?$|(?<!\p{L})(?:nie (?:odpowiadać|odpowiadaj|odpowiadajcie|odpisywać) na (?:tę|tą|tego|ten)|(?:o )?zignorow\p{L}+|uznać (?:ją|je|go) za nieważn\p{L}+)(?!\p{L})/iu,
  /^(?:jeśli|jeżeli|gdyby|jakby|jak) (?:[^\s,]+ ){0,8}(?:nie|coś|chcesz|chce|wolisz|potrzeb\p{L}+|problem\p{L}*|trzeba|zmieni\p{L}*|interesuje)(?!\p{L})[^?]*,? (?:[^?]* )?(?:daj|dzwoń|dzwońcie|pisz|napisz|zadzwoń|proszę|zmień|mów|krzycz|zgłoś)[^?]*$/iu,
  /^(?:co (?:słychać|tam|u (?:ciebie|was|pana|pani))|jak (?:się masz|leci|tam|minął|minęły|było|zdrowie|po)|wszystko (?:dobrze|ok|gra)|(?:i )?jak tam|udał się)(?!\p{L})[^?]*\?$/iu,
  // What advertising asks, and what it tells everybody.
  /^(?:a może (?:czas|by|tak)|czy wiesz,? że|wiedziałeś|wiedziałaś|wiedzieliście|szukasz|marzysz|chcesz (?:zaoszczędzić|wiedzieć więcej|zyskać|oszczędzać)|znasz już|masz dość|kto (?:by|nie|z nas)|gotowy na|gotowa na|po co przepłacać|dlaczego (?:warto|my))(?!\p{L})[^?]*\?$/iu,
  /^(?:skorzystaj|skorzystajcie|zajrzyj|zajrzyjcie|odwiedź|odwiedźcie|odkryj|odkryjcie|zapisz się|kliknij|dołącz do|poznaj|kup|zamów już|zarejestruj się|obserwuj|polub|sprawdź (?:naszą|nasze|nas|ofertę|centrum|szczegóły|nowości|jak))(?!\p{L})/iu,
];
