/** Negations beside a promise that take nothing back: a courtesy, what it is done for, what holds it up no more. */

const COURTESIES = [
  "(?:that['’]s )?(?:not a|no) (?:problem|bother|trouble|worries)|no worries|don['’]t worry|not to worry",
  "(?:gar |überhaupt )?kein (?:problem|ding|thema|stress|akt)|keine (?:sorge|ursache|frage|angst)|nichts zu danken",
  "pas de (?:problème|souci|soucis|panique)|(?:ne )?t['’]inquiète pas|ne vous inquiétez pas|(?:il n['’]y a )?aucun (?:problème|souci)|y a pas de (?:souci|problème)",
  "(?:no hay|sin) (?:problema|cuidado|prisa)|ningún problema|no (?:te preocupes|se preocupe|os preocupéis|se preocupen)",
  "nie ma (?:sprawy|problemu|za co)|żaden problem|bez problemu|nie (?:martw się|martwcie się|przejmuj się)|proszę się nie (?:martwić|przejmować)",
  "без проблем|нема(?:є)? (?:проблем|питань)|не (?:хвилюйся|хвилюйтеся|хвилюйтесь|переживай|переживайте)|жодних проблем",
].join("|");
/** What one has not forgotten, one does. */
const REMEMBERED = [
  "(?:i |we )?(?:haven['’]t|have not|won['’]t|will not) (?:forget|forgotten)",
  "(?:ich |wir )?(?:vergess(?:e|en)|(?:habe?n?)) [^,.;:?!]{0,40}nicht(?: vergessen)?(?= (?:und|,))",
  "(?:je |j['’])?n['’](?:oublie|ai pas oublié|oublierai)(?: pas)?",
  "no me (?:olvido|olvidaré|he olvidado)",
  "nie (?:zapomnę|zapomniałem|zapomniałam|zapominam|zapomnimy)",
  "не (?:забуду|забув|забула|забудемо|забули)",
].join("|");
const SAID_FIRST = new RegExp(
  String.raw`^(?:\p{L}{1,15}[,!] )?(?:(?:${COURTESIES})(?!\p{L})[,:;–—-]? *|[^,.;:?!]{0,40}(?<!\p{L})(?:${REMEMBERED})(?!\p{L})[^,.;:?!]{0,60}, *)`,
  "iu",
);
const SAID_LAST = new RegExp(`[,;–—-] *(?:${COURTESIES})[.! ]*$`, "iu");
/**
 * "…, damit Sie nicht warten müssen", "…, auch wenn die Fähre nicht fährt": to the end of the sentence, with no comma between. A reason
 * stays: "Ich melde mich, weil der Link nicht geht" is no promise.
 */
const WHAT_FOR =
  /, (?:damit|auch wenn|obwohl|selbst wenn) [^,.;:?!]{1,100}[.!]?$|, nicht erst [^,.;:?!]{1,60}[.!]?$|,? (?:pour|afin de) ne pas [^,.;:?!]{1,100}[.!]?$|,? para (?:no|que no) [^,.;:?!]{1,100}[.!]?$|, (?:żeby|aby|chociaż) [^,.;:?!]{0,60}(?<!\p{L})nie [^,.;:?!]{1,100}[.!]?$|, (?:щоб|хоч|хоча) [^,.;:?!]{0,60}(?<!\p{L})не [^,.;:?!]{1,100}[.!]?$/iu;

/** A sentence without them, as the rules of promises read it. */
export const withoutIdleNegations = (sentence: string): string => {
  const rest = sentence.replace(SAID_FIRST, "").replace(SAID_LAST, ".").replace(WHAT_FOR, ".");
  return rest.length < SHORTEST_REST ? sentence : rest;
};
/** What says no more than the courtesy. */
const SHORTEST_REST = 8;

const REFUSES =
  /(?<!\p{L})(?:(?:nicht(?! nur| später als)|nie(?! później)|niemals|kein(?:e[nrms]?)?|nichts|no(?! más tarde| dejaré| dejaremos)|nunca|jamás|nada|не|ніколи|niet|geen|não|inte|ikke)(?!\p{L})|(?:ne |n['’])(?!manquer|oublier))/iu;
const CLAUSE_ENDS = /[,;:–—]| (?:und|aber|sondern|et|mais|y|pero|sino|i|ale|oraz|lecz|та|але) /iu;
/** A sentence without the clauses that say what will not be done: "Ich schicke es nicht", but "ich prüfe, warum es nicht geht". */
export const withoutRefusals = (sentence: string): string =>
  REFUSES.test(sentence)
    ? sentence
        .split(CLAUSE_ENDS)
        .filter((clause) => !REFUSES.test(clause))
        .map((clause) => clause.trim())
        .join(", ")
    : sentence;
