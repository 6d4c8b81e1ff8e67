/** Names of days, months and spans of time as mail has them: English and Ukrainian in full, German, French and Spanish plainly. */

const list = (words: string): string[] => words.split(" ");

/** Monday is 0. Each form once; longer forms come first where one begins another. */
export const WEEKDAYS: readonly string[][] = [
  list(
    "monday mon понеділок понеділка понеділку montag lundi lunes lunedì lunedi poniedziałek poniedziałku poniedziałkiem måndag maandag segunda-feira pondělí pondelok mandag понедельник понедельника pazartesi maanantai maanantaina maanantaihin",
  ),
  list(
    "tuesday tues tue вівторок вівторка вівторку dienstag mardi martes martedì martedi wtorek wtorku tisdag dinsdag terça-feira úterý úterok tirsdag вторник вторника salı tiistai tiistaina tiistaihin",
  ),
  list(
    "wednesday weds wed середа середу середи mittwoch mercredi miércoles miercoles mercoledì mercoledi środa środę środy onsdag woensdag quarta-feira středa středu středy streda stredu среда среду среды çarşamba keskiviikko keskiviikkona keskiviikkoon",
  ),
  list(
    "thursday thurs thur thu четвер четверга четвергу donnerstag jeudi jueves giovedì giovedi czwartek czwartku torsdag donderdag quinta-feira čtvrtek čtvrtka štvrtok четверг perşembe torstai torstaina torstaihin",
  ),
  list(
    "friday fri п'ятниця п'ятницю п'ятниці пятницю пятниці freitag vendredi viernes venerdì venerdi piątek piątku fredag vrijdag sexta-feira pátek pátku piatok piatku пятница пятницу пятницы cuma perjantai perjantaina perjantaihin",
  ),
  list(
    "saturday sat субота суботу суботи samstag sonnabend samedi sábado sabado sabato sobota sobotę soboty lördag zaterdag sobotu lørdag суббота субботу субботы",
  ),
  list(
    "sunday sun неділя неділю неділі sonntag dimanche domingo domenica niedziela niedzielę niedzieli söndag zondag neděle neděli søndag воскресенье воскресенья",
  ),
];

export const MONTHS: readonly string[][] = [
  list("january jan січня januar janvier enero gennaio stycznia januari janeiro ledna января"),
  list("february feb лютого februar février fevrier febrero febbraio lutego februari fevereiro února февраля"),
  list("march mar березня märz mars marzo marca maart março března marts марта"),
  list("april apr квітня avril abril aprile kwietnia dubna апреля"),
  list("may травня mai mayo maggio maja maj mei maio května мая"),
  list("june jun червня juni juin junio giugno czerwca junho června июня"),
  list("july jul липня juli juillet julio luglio lipca julho července июля"),
  list("august aug серпня août aout agosto sierpnia augusti augustus srpna августа"),
  list("september sept sep вересня septembre septiembre settembre września setembro září сентября"),
  list("october oct жовтня oktober octobre octubre ottobre października outubro října октября"),
  list("november nov листопада novembre noviembre listopada novembro listopadu ноября"),
  list("december dec грудня dezember décembre decembre diciembre dicembre grudnia dezembro prosince декабря"),
];

/** How many days ahead. */
export const DAYS_AHEAD: Readonly<Record<string, number>> = {
  "day after tomorrow": 2,
  "завтра-післязавтра": 2,
  післязавтра: 2,
  übermorgen: 2,
  "après-demain": 2,
  "pasado mañana": 2,
  tomorrow: 1,
  tmrw: 1,
  tmw: 1,
  "сьогодні-завтра": 1,
  завтра: 1,
  "завтрашнього дня": 1,
  morgen: 1,
  demain: 1,
  mañana: 1,
  today: 0,
  tonight: 0,
  "this morning": 0,
  "this afternoon": 0,
  "this evening": 0,
  "end of the day": 0,
  "end of business": 0,
  "end of day": 0,
  "close of business": 0,
  "end of play": 0,
  "close of play": 0,
  eop: 0,
  "this pm": 0,
  "this aft": 0,
  eod: 0,
  cob: 0,
  сьогодні: 0,
  "кінця дня": 0,
  "кінця робочого дня": 0,
  heute: 0,
  "aujourd'hui": 0,
  hoy: 0,
  "ce soir": 0,
  "cet après-midi": 0,
  "esta tarde": 0,
  "esta noche": 0,
  wieczorem: 0,
  dopodomani: 2,
  pojutrze: 2,
  "i övermorgon": 2,
  overmorgen: 2,
  pozítří: 2,
  domani: 1,
  jutro: 1,
  jutra: 1,
  imorgon: 1,
  "i morgon": 1,
  "i morgen": 1,
  zítra: 1,
  zítřka: 1,
  amanhã: 1,
  oggi: 0,
  dziś: 0,
  dzisiaj: 0,
  "i dag": 0,
  idag: 0,
  bugün: 0,
  yarın: 1,
  tänään: 0,
  huomenna: 1,
  vandaag: 0,
  dnes: 0,
  hoje: 0,
};

export const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  ten: 10,
  один: 1,
  одну: 1,
  два: 2,
  дві: 2,
  двох: 2,
  три: 3,
  трьох: 3,
  чотири: 4,
  чотирьох: 4,
  "п'ять": 5,
  "п'яти": 5,
  десять: 10,
  десяти: 10,
  einem: 1,
  einer: 1,
  zwei: 2,
  drei: 3,
  un: 1,
  une: 1,
  deux: 2,
  huit: 8,
  dix: 10,
  quinze: 15,
  trois: 3,
  una: 1,
  dos: 2,
  "a couple of": 2,
  "couple of": 2,
  due: 2,
  twee: 2,
  drie: 3,
  två: 2,
  duas: 2,
  dois: 2,
  tres: 3,
};

/** What a deadline is announced by: of several dates in a sentence, the one behind such a word counts. */
export const DEADLINE =
  "no later than|not later than|by the|by|before the|before|until|till|due on|due|latest on|не пізніше|до|bis zum|bis spätestens|bis|spätestens|avant le|avant|d'ici à|d'ici|au plus tard|antes del|antes de|para el|a más tardar|entro il|entro|non oltre|до конца|do(?=\\s+(?:końca|konce|jutra|zítř|poniedz|wtor|środ|czwar|piąt|sobot|niedz|pond|úter|stř|čtvr|pát|ned|\\d))|najpóźniej do|najpóźniej w|senast på|senast den|senast|innan|uiterlijk op|uiterlijk|vóór|voor|até|até ao|o mais tardar|nejpozději do|nejpozději|senest på|senest|innen";
/** What only says when. */
export const POINT =
  "on the|on|at the|at|in|within|for|this|the|over the|у|в|на|через|протягом|за|am|im|innerhalb von|kommenden|diesen|dans|sous|le|ce|dentro de|binnen|inom|en|el|este|il|w|we|na|på|op|deze|ve|em|na próxima|eod|cob|eob|end of day|end of the day|end of business|end of business on|close of business|close of business on|end of play|close of play|close|noon|noon on|lunchtime|кінця дня";
export const NEXT =
  "next|coming|наступного|наступної|наступний|наступну|nächsten|nächste|nächster|prochaine|próxima|próximo|la semana que viene|наступному|наступній|следующей|nästa|volgende|komende|příští|przyszłym|przyszły|następny|prossima|prossimo|neste|næste";
/** What stands behind a day for that of the week after: "Friday next week", "vendredi prochain". */
export const NEXT_BEHIND =
  "(?:of )?next week|наступного тижня|на наступному тижні|nächste[rn]? woche|prochain|prossimo|que viene|nästa vecka|volgende week|příštího týdne|w przyszłym tygodniu|neste uke|næste uge";
export const WEEK =
  "week|тижня|тижні|тиждень|неделе|woche|semaine prochaine|semaine|semana|vecka|týden|tygodniu|tydzień|uke|uge|settimana";
/** The same said the other way round. */
export const WEEK_NEXT =
  "(?:la )?semaine prochaine|(?:la )?settimana prossima|(?:la )?semana que viene|(?:la )?próxima semana|przyszłego tygodnia|příštího týdne";
export const THIS = "this|цього|цьому|diese|cette|esta|essa|denna|den här|deze|tento|w tym|ten|denne|questa|этой";
/** "The end of", before a week, a month or a year. */
export const END_OF =
  "end of(?: the| this)?|кінця(?: цього)?|кінець|конца|ende(?: der| des| dieser| dieses)?|fin de(?: la| l'| este| esta)?|fin du|fin|finales de|końca(?: tego)?|konce(?: tohoto)?|slutet av|utgången av|slutten av|udgangen af|(?:het )?eind(?:e)? van(?: de| deze)?|fine(?: del)?|(?:fim|final) d[oae](?: este| esta)?";
export const MONTH = "month|місяця|месяца|monats|mois|mes|miesiąca|měsíce|månaden|måneden|maand|mese|mês";
export const YEAR = "year|року|года|jahres|année|año|roku|året|jaar|anno|ano";
/** Before a week that comes or a month. */
export const BEGINNING =
  "early(?: in the)?|(?:the )?(?:beginning|start) of(?: the)?|anfang|en début de|au début de|début de|début|a principios de|a principios de la|comienzos de la|all'inizio della|all'inizio di|inizio|na początku|początek|i början av|begin|na początku|на початку|початку|початок|в начале";
export const MIDDLE =
  "mid|(?:the )?middle of(?: the)?|mitte|mi|milieu de|mediados de(?: la)?|a mediados de(?: la)?|metà|w połowie|połowy|i mitten av|half|midden|в середині|середини|в середине|середины";
/** Before a count of days or weeks. */
export const WITHIN =
  "in|within|over(?= the (?:next|coming))|через|протягом|за|innerhalb von|innerhalb|binnen|dans|sous|d'ici|dentro de|en|em|tra|fra|entro|inom|om|w ciągu|za";
export const COMING =
  "next|coming|following|nächsten|kommenden|наступних|prochains|prochaines|próximos|próximas|prossimi|prossime|komende";
