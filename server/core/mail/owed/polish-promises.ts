/** How Polish promises. Grouped by kind; where the words alone could tell of anything, a day ahead or the reader decides. */
import { mayBe } from "./in-language.ts";
import { persons, wholeWords } from "./whole-words.ts";

/** What has none of these words is not looked at. */
export const isPolish = mayBe(
  "pl",
  /[ąćęłńśźż]|(?<!\p{L})(?:nie|jest|na|do|od|po|się|dla|nam|mi|ci|wam|pan|pani|pana|panu|czy|kto|kiedy|ile|prosz\p{L}+|masz|macie|mo[zg]\p{L}+|tam|jak|dam|oddam|podam|by|i|w|z|za|bez)(?!\p{L})/iu,
);

const MONTH = "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia";
/** A day that is still to come, however loosely it is named. */
export const AHEAD_IN_POLISH = String.raw`(?:jutro|jutra|pojutrze|dziś|dzisiaj|dzisiejsz\p{L}+|zaraz|niebawem|wkrótce|niezwłocznie|najpóźniej|jak najszybciej|najszybciej jak|bez zwłoki|od ręki|od razu|rano|po południu|popołudniu|wieczorem|w (?:poniedziałek|wtorek|środę|czwartek|piątek|sobotę|niedzielę|weekend|przyszłym|przyszły|nadchodząc\p{L}+|ciągu|najbliższ\p{L}+|tym tygodniu|terminie)|we (?:wtorek|czwartek)|(?:do|na|przed) (?:końca|połowy|jutra|pojutrza|pojutrze|dziś|dzisiaj|poniedział\p{L}+|wtor\p{L}+|środ\p{L}+|czwart\p{L}+|piąt\p{L}+|sobot\p{L}+|niedziel\p{L}+|weekend\p{L}*|południa|wieczora|rana|początku|początek|koniec|\d{1,2})|przyszłego tygodnia|w przyszłym tygodniu|na (?:dniach|początku)|za (?:chwilę|moment|godzinę|tydzień|dwa|trzy|kilka|parę|\d+)|po (?:weekendzie|niedzieli|otrzymaniu|świętach|spotkaniu|rozmowie)|jak tylko|gdy tylko|kiedy tylko|dnia \d|\d{1,2}[. ]?(?:${MONTH}|tydzień|tygodniu)|\d{1,2}\.\d{1,2})`;
const AHEAD = wholeWords(AHEAD_IN_POLISH);

/** What does not happen, hangs on something or is so every time. */
const UNBOUND = wholeWords(
  "nie|nigdy|jeśli|jeżeli|gdyby|jakby|jakbyś|o ile (?!chodzi)|w razie|w przypadku|zawsze|zwykle|zazwyczaj|normalnie|przeważnie|każdego|co (?:tydzień|miesiąc|roku|dzień)|codziennie|wczoraj|ostatnio|w załączeniu|w załączniku|by",
);

/** What one does for another, in the form that means the future: who says them promises. */
const WILL_DO = [
  persons(
    "ę emy",
    "wyśl prześl podeśl przyśl odeśl dośl roześl napisz podpisz wpisz dopisz spisz opisz odpisz wypisz rozpisz przepisz pokaż przekaż wskaż przelej",
  ),
  persons(
    "uję ujemy",
    "przygot zarezerw zaktualiz zorganiz poinform przetest oprac doprac zaplan skalkul zapropon zaakcept zweryfik wydruk zainstal uregul zamont zmont zrealiz przeanaliz podsum sfinaliz skomplet opublik skoryg zeskan anul " +
      "dostos sprób dopiln przypiln zapak spak skier przekier zablok odblok zrekompens uaktualn skonsult przekonsult",
  ),
  persons(
    "ię imy",
    "zrob popraw wystaw ustaw odstaw omów umów zamów domów uruchom uzupełn wymien zmien ocen wycen zapewn wyjaśn przypomn dostaw przedstaw załatw dorob przerob przestaw wstaw zostaw napraw udostępn zadzwon oddzwon przedzwon " +
      "podzwon powiadom zawiadom zwoln kup dokup zakup odkup",
  ),
  persons(
    "ę imy",
    "sprawdz potwierdz wrzuc dorzuc podrzuc zapłac opłac zwróc przerzuc wpłac wypłac dopłac przywróc ustal określ podziel zlec prześledz przeprowadz wprowadz uprzedz odwiedz puszcz wypuszcz",
  ),
  persons(
    "ę ymy",
    "przelicz policz dolicz odlicz wylicz rozlicz skończ zakończ dokończ dostarcz zaznacz doręcz załącz dołącz włącz podłącz wyłącz przełoż odłoż złoż dołoż wdroż przedłuż przedłoż porusz zaprosz zgłosz ogłosz zmierz pomierz " +
      "przejrz obejrz zajrz rozważ wyznacz rozpatrz",
  ),
  persons(
    "m my",
    "odda poda doda zbada zapyta dopyta podpyta spyta popyta poszuka porozmawia pogada przegada przeczyta przetrzyma przytrzyma zatrzyma wstrzyma nada zadba wgra nagra posprawdza",
  ),
  persons("nę niemy", "zerk ściąg wyciąg przesu usu"),
  "odpowiem|odpowiemy|(?:zbi|odbi|zabi|dobi)(?:orę|erzemy)|(?:wez|weź)(?:mę|miemy)|przyjm(?:ę|iemy)|podejm(?:ę|iemy)|przejm(?:ę|iemy)|pokry(?:ję|jemy)|(?:poj|przyj|podj|dojad|zaj)(?:adę|edziemy)|(?:za|przy|do|od)(?:wiozę|wieziemy)|(?:przy|od|za|prze)(?:niosę|niesiemy)|" +
    "wróc(?:ę|imy) (?:z|do)|ogarn(?:ę|iemy)|dowiem się|dowiemy się|rzuc(?:ę|imy) okiem|rozeznam się|skontaktuj(?:ę|emy) się|upewni(?:ę|my) się|posprzątam|zdąż(?:ę|ymy)",
].join("|");
/** What is only a formula, and nouns that look alike. */
const NOT_MEANT = String.raw`(?!(?:poproszę|pozwolę|zobaczę|zobaczymy|przepraszam\p{L}*|zapraszam\p{L}*|przyjmę z|powiem szczerze|zapłacę za to|spotykamy|zapytam wprost)(?!\p{L}))`;

const PROMISES: readonly RegExp[] = [
  wholeWords(`${NOT_MEANT}(?:${WILL_DO})`),
  wholeWords(
    String.raw`(?:i |to |zaraz |jeszcze )?się odezw(?:ę|iemy)|(?:dam|damy) (?:\p{L}+ ){0,3}(?:znać|odpowiedź|cynk)|się (?:tym |nim |nią |jutro )*(?:zajmę|zajmiemy)|(?:tym |nim |nią )?(?:zajmę|zajmiemy) się|(?:biorę|bierzemy|wezmę|weźmiemy) (?:\p{L}+ ){0,3}na siebie|(?:po|z) (?:mojej|naszej) stron(?:ie|y)[ :–—-]|(?:obiecuję|obiecujemy|zobowiązuję się|zobowiązujemy się|deklaruję|deklarujemy|gwarantujemy)(?:,? że|,? \p{L}+)|(?:obiecałem|obiecałam|obiecaliśmy|obiecałyśmy) (?:[^\s.;?!]+ ){0,4}że [^.;?!]{3,}|(?:postaram|postaramy) się|dołożymy starań|dołożę starań|(?:będę|będziemy) (?:na bieżąco |ci |cię |państwa |pana |panią |was )*(?:informowa\p{L}+|powiadamia\p{L}+|pilnowa\p{L}+|w kontakcie)|już się (?:za to )?(?:biorę|bierzemy)|się (?:zrobi|załatwi|ogarnie)`,
  ),
  // One comes who was invited.
  /^(?:oczywiście |na pewno |z przyjemnością )?(?:będziemy|będę) (?:obie|oboje|obaj|wszyscy|na pewno|oczywiście|z (?:wielką )?przyjemnością|na miejscu|punktualnie)(?!\p{L})/iu,
];
/** "We", whatever will be done: prefix and end of the verb say both; where these look like other words nothing is promised. */
const WE_WILL = String.raw`(?!(?:zobacz|poprosi|wiemy|widz|zdąży|\p{L}{1,4}chodz|przywoz|przynos|odnos|wynos|znos|zarobi|spędz|odpocz|poczuj|potrzebuj|oczekuj|posiad|wymag|pozosta|proponuj|oferuj|zapewnia|zajmuj|obsługuj|dziękuj|pozdrawia|polec|prosi|prowadz|uważ|sądz|wierz|nazyw|odczuw|zakłada|przewiduj|zna|ma|rozumie|pracuj|przypomin|wol|uprzejmie|prześcig|spotyk|używ|wychodz|dochodz|podchodz|pochodz|zgadza|wykonuj|przyjmuj|realizuj|stosuj|wysyła|dostarcza|sprzedaj|robi|umie)\p{L}*)(?:prze|przy|za|wy|po|od|do|roz|pod|na|z|s|u|o|w)\p{L}{2,}(?:imy|ymy|(?<!uj)emy)`;
const ON_A_DAY: readonly RegExp[] = [
  wholeWords(WE_WILL),
  // "Wysyłka nastąpi do 19 czerwca", "próbki idą dziś kurierem".
  wholeWords(
    String.raw`(?:\p{L}+ )?(?:wysyłk[ai]|dostaw[ay]|realizacj[ai]|płatność|zwrot|montaż|doręczenie|odbiór|przelew|odpowiedź|naprawa|wymiana|faktura|faktury|umowa|oferta|paczk[ai]|próbk[ai]|towar|przesyłk[ai]|zamówieni[ea]|materiały?|części?|dokumenty|kosztorys|raport|projekt|instalacja|szkolenie)(?: [^\s.,;:?!]+){0,5} (?:nastąpi|odbędzie się|planowan[aey]|zaplanowan[aey]|przewidzian[aey]|zostanie|zostaną|będzie|będą|powinn[aoy]|idzie|idą|wychodzi|wychodzą|jedzie|jadą|leci|lecą|rusza|ruszy|ruszają|dojdzie|dojdą|dotrze|dotrą|wyjdzie|wyjdą|trafi|trafią)`,
  ),
  wholeWords(
    String.raw`powinn[aoy] (?:\p{L}+ )?(?:dojść|dotrzeć|być (?:u|gotow\p{L}+|na))|(?:zostanie|zostaną) (?:\p{L}+ ){0,3}(?:wysłan|dostarczon|przekazan|zwrócon|wymienion|naprawion|uregulowan|opłacon|zapłacon|przesłan|doręczon|zrealizowan|wystawion|przygotowan|skontaktowan)\p{L}+`,
  ),
  // The reader will have it.
  wholeWords(
    "(?:otrzyma|dostanie|otrzymają|dostaną) (?:pan|pani|państwo)|(?:pan|pani|państwo) (?:otrzyma|otrzymają|dostanie|dostaną)|otrzymasz|dostaniesz|otrzymacie|dostaniecie",
  ),
  // What one does on a day, in the present.
  wholeWords(
    "(?:wpadam|wpadamy|podjeżdżam|podjeżdżamy|przyjeżdżam|przyjeżdżamy|jadę do|jedziemy do|siadam do|siadamy do|wysyłam|wysyłamy|puszczam|puszczamy|odbieram|odbieramy|zaczynam|zaczynamy|kończę|kończymy|montuję|montujemy|robię|robimy|dzwonię|dzwonimy|przelewam|przelewamy|płacę|płacimy|oddaję|oddajemy|wrzucam|wrzucamy|startujemy|kładziemy|wchodzimy)",
  ),
];

export const promisesInPolish = (sentence: string): boolean =>
  isPolish(sentence) &&
  !UNBOUND.test(sentence) &&
  (PROMISES.some((turn) => turn.test(sentence)) ||
    (AHEAD.test(sentence) && ON_A_DAY.some((turn) => turn.test(sentence))));

const THEY_WILL =
  "zadzwoni|oddzwoni|skontaktuje się|prześle|wyśle|podeśle|przyśle|dośle|roześle|odezwie się|odpowie|przekaże|poinformuje|dostarczy|przywiezie|umówi się|przygotuje|potwierdzi|napisze|wystawi|odpisze|pokaże|wyjaśni|przedstawi|poda|da|udzieli|zwróci|odwiedzi|przyjedzie|podjedzie|wpadnie|dowiezie|odbierze|skieruje|zadzwonią|prześlą|wyślą|skontaktują się|przyjadą|dostarczą|odezwą się";
const ONE_OF_TWO =
  "(?:(?:do|z|od|u|dla) )?(?:pana|panu|panem|pani|panią|państwa|państwu|państwem|tobie|ciebie|tobą|ci|cię|wam|was|wami|nam|nami|nas|mi|mnie)";
const THIRD: readonly RegExp[] = [
  wholeWords(`(?:${THEY_WILL})(?: [^\\s.,;:?!]+){0,3} ${ONE_OF_TWO}|${ONE_OF_TWO} (?:\\p{L}+ ){0,2}(?:${THEY_WILL})`),
  /(?<!\p{L})(?:[Zz]ajmie|[Zz]ajmą) się(?! (?:\p{L}+ )?(?:ogniem|sobą))(?!\p{L})|(?<!\p{L})(?:umówi|skontaktuje|umówią|skontaktują) się z(?!\p{L})|(?<!\p{L})(?:roześle|rozesłać)(?!\p{L})|(?<!\p{L})(?:[Kk]oszty?|[Oo]płat\p{L}+) (?:\p{L}+ ){0,2}pokry(?:je|ją)(?!\p{L})/u,
];
export const promisesForThirdInPolish = (sentence: string): boolean =>
  isPolish(sentence) &&
  !UNBOUND.test(sentence) &&
  !/(?<!\p{L})(?:że|może) (?:\p{L}+ ){0,2}(?:zajmie|zrobi|poda|da|wyśle|prześle)/iu.test(sentence) &&
  THIRD.some((turn) => turn.test(sentence));
