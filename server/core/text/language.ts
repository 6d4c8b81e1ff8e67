/** Words of every day in each language; a word that several have tells as much less. */
const WORDS: Readonly<Record<string, string>> = {
  en: "the and to of you is for that with have this will are be on your please thanks thank we it as at from can not do does would could should if or but by our us my me what when which there here has was were been any all more just let know get regards hi hello dear best about yes i am so he she they his who how new only monday tuesday wednesday thursday friday saturday sunday tomorrow today contract offer invoice meeting attached perfect great a an in",
  de: "und der die das ich wir sie ist nicht mit für auf ein eine einen einem zu zum zur den dem des bitte danke dank vielen haben habe hat wird werden auch ihr ihre ihnen mir uns mich es von im am um bei nach noch können könnten kann könnte dazu etwas gut wie was wann sehr geehrte geehrter grüße grüßen freundlichen hallo guten bin sind gibt neues oder aber wenn dass als schon gern gerne heute leider nur darf später welcher welche würde würden nachricht angebot montag dienstag mittwoch donnerstag freitag samstag sonntag vertrag rechnung termin anhang anbei perfekt passt bis in",
  fr: "le la les et est vous nous pour dans une un des du de que qui je avec sur pas merci bonjour votre vos ce cette cela au aux en ne ou mais si mon ma mes il elle sont être avoir avez avons suis serait plus quel quelle quand comment oui non cordialement bien tout tous très par possible peu savoir demain y lundi mardi mercredi jeudi vendredi samedi dimanche contrat devis facture réunion pièce jointe parfait accord d à a",
  es: "el la los las y es que de en para con por una un su sus no gracias usted hola se lo le del al como me mi muy pero si sí más está están hay ser sería tiene tengo puede puedo podría cuando qué cómo cuál dónde quién saludos buenos días tardes estimado estimada bien este esta algún alguna mañana nos les posible estoy estamos acuerdo quedo espera respuesta mensaje sobre lunes martes miércoles jueves viernes sábado domingo contrato presupuesto factura reunión adjunto adjunta perfecto hasta a o",
  it: "il lo la gli le di da del della dei delle dello è ed che chi non per una un con su sono sei ho ha hai abbiamo avete grazie buongiorno buonasera ciao ci vi mi ti si anche questo questa quale quando come cosa dove perché più molto bene va al alla nel nella sul dal dalla cordiali saluti vorrei potrebbe può possiamo sarebbe possibile fa solo ma se sì gentile resto attesa riscontro domani lunedì martedì mercoledì giovedì venerdì sabato domenica contratto preventivo fattura riunione allegato perfetto mille in a",
  pl: "nie się na jest są że do dziękuję dzięki proszę prosimy prosić czy dzień dobry za od pozdrawiam jak może mogę możemy mamy mam dla oraz to po przez będzie będą ten ta te tak ale już tylko jeszcze w z co kiedy gdzie który która które jestem jesteśmy pan pani państwo witam cześć odpowiedź odpowiedzi czekam i mi sprawie jutro dziś mi nam was bardzo poniedziałek poniedziałku wtorek środa środę czwartek piątek piątku umowa umowę oferta faktura fakturę spotkanie załączeniu załączniku dobrze super",
  sv: "och att det i är jag ni vi för som med på inte den ett en tack hej kan har hälsningar av om när från skulle er mig dig sig till ska vill men eller så här där vad hur vilken vilket ditt din mitt min bra också mycket finns något nytt ser fram emot lite mer mvh vänliga får du oss imorgon måndag tisdag onsdag torsdag fredag lördag söndag avtal avtalet offert offerten faktura fakturan möte mötet bifogat bifogar perfekt fått",
  uk: "та і й що не на з із зі до ми ви ти я це як за для від дякую ласка будь у в є вас вам нас нам мені мене ваш ваша ваше але чи коли де хто який яка яке вже ще також дуже добрий день вітаю привіт якщо або так ні про по бо тут там буде будемо можемо можете понеділок понеділка вівторок середа середу четвер пятниця договір рахунок зустріч чекаю завтра сьогодні",
  // Not known here, but like one that is.
  nl: "de het een en van ik je u wij we niet dat die met voor op te zijn is ook naar bij aan graag dank bedankt groet groeten vriendelijke hallo goedemorgen kunt kunnen zou wat hoe wanneer mijn uw ons heeft hebben wordt maar als nog maandag dinsdag woensdag donderdag vrijdag offerte factuur in",
  no: "og det er jeg ikke til på av af vi har kan med for den som et en de hei hej takk tak hilsen vennlig venlig mvh fra skal vil meg mig deg dig du dere om eller også hva hvad når hvordan blir bliver mandag tirsdag onsdag torsdag fredag kontrakt faktura møte vedlagt tilbud",
  pt: "o os as e é de do da dos das que não com para por um uma em no na obrigado obrigada bom dia olá você seu sua está são mas como mais muito se ao pelo pela atenciosamente segunda terça quarta quinta sexta feira contrato fatura anexo a",
  cs: "je se na že do to v s z pro jak ale jsem jsme jste děkuji prosím dobrý den také není bude pozdravem",
  fi: "ja on ei se että kiitos hei terveisin olen olemme voi mutta kun tai myös",
  ru: "и в не на что я с по это как мы вы за для от спасибо пожалуйста здравствуйте добрый день будет есть вас вам но или если уже также был завтра понедельник договор счет встреча",
};
const KNOWN = new Set(["en", "uk", "de", "fr", "es", "it", "pl", "sv"]);
/** Letters that none of the others writes. */
const LETTERS: readonly (readonly [language: string, letters: RegExp])[] = [
  ["de", /ß/],
  ["es", /[ñ¿¡]/],
  ["fr", /[çœêû]|\p{L}['’](?:est|il|ai|un|en|y)(?!\p{L})/u],
  ["it", /[òì]/],
  ["pl", /[ąęłśńźż]/],
  ["pt", /[ãõ]/],
  ["no", /[øæ]/],
  ["cs", /[řůěťď]/],
];
const LETTER_WEIGHT = 1;
/** Less says nothing: names and borrowed words are in every mail; of a handful of words one has to do. */
const LEAST = 1.5;
const LEAST_OF_FEW = 1;
const FEW = 6;
const LEAST_AHEAD = 0.4;

const marks = new Map<string, string[]>();
for (const [language, words] of Object.entries(WORDS))
  for (const word of new Set(words.split(" "))) marks.set(word, [...(marks.get(word) ?? []), language]);

/** `en`, `uk`, `de`, `fr`, `es`, `it`, `pl`, `sv`, or `other` where the words tell of none of them. */
export function languageOf(text: string): string {
  const small = text.toLowerCase();
  if (/[іїєґ]/.test(small)) return "uk";
  const scores = new Map<string, number>();
  const add = (language: string, weight: number) => scores.set(language, (scores.get(language) ?? 0) + weight);
  const words = small.match(/\p{L}+/gu) ?? [];
  for (const word of words) {
    const languages = marks.get(word) ?? [];
    for (const language of languages) add(language, 1 / languages.length);
  }
  for (const [language, letters] of LETTERS) if (letters.test(small)) add(language, LETTER_WEIGHT);
  const [best, second] = [...scores].sort(([, a], [, b]) => b - a);
  if (!best || !KNOWN.has(best[0])) return "other";
  const least = words.length <= FEW ? LEAST_OF_FEW : LEAST;
  return best[1] >= least && best[1] - (second?.[1] ?? 0) >= LEAST_AHEAD ? best[0] : "other";
}
