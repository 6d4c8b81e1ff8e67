/** Words that one language has and the others do not, common enough to stand in any mail of a few sentences. */
const MARKS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: "the and to of you is for that with have this will are be on your please thanks we it as at from can",
    de: "und der die das ich wir sie ist nicht mit für auf ein eine zu den dem bitte danke haben wird auch",
    fr: "le la les et est vous nous pour dans une des que je avec sur pas merci bonjour votre ce du au",
    es: "el la los las y es que de en para con por una su no gracias usted hola se lo del al como",
    it: "il di che è per non sono con una gli della grazie buongiorno ci anche le del mi cordiali saluti vorrei nel alla questo",
    pl: "nie się na jest że do dziękuję proszę czy dzień dobry za od pozdrawiam jak może mamy dla oraz to po przez będzie ten są",
    sv: "och att det är jag ni vi för som med på inte den tack hej kan har hälsningar ett av om när från skulle er",
    uk: "та і що не на з до ми ви це як за для від дякую ласка будь у в є вас вам",
  }).map(([language, words]) => [language, new Set(words.split(" "))]),
);
const FEWEST_HITS = 2;

/** `en`, `uk`, `de`, `fr`, `es`, `it`, `pl`, `sv`, or `other` where the words tell of none of them. */
export function languageOf(text: string): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.some((word) => /[іїєґ]/.test(word))) return "uk";
  const [best] = Object.entries(MARKS)
    .map(([language, marks]) => ({ language, hits: words.filter((word) => marks.has(word)).length }))
    .sort((a, b) => b.hits - a.hits);
  return best && best.hits >= FEWEST_HITS ? best.language : "other";
}
