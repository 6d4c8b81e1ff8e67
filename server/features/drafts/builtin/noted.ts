import type { Wish } from "../frame.ts";
import { isPlaceOnly, isTimeOnly } from "./asked.ts";
import { askedOfThem } from "./phrases/let-them.ts";
import { saidToThem } from "./phrases/notes-en.ts";
import { type Phrases, phrasesOf, wished } from "./phrases/phrases.ts";
import { spelledOut } from "./phrases/shorthand-en.ts";
import { FIGURE } from "./values.ts";

/** "Answer: yes, Thursday works": what kind of mail it is, and what it says. */
const LEAD =
  /^(?:please )?(answer|reply|respond|write back|decline|thank|follow up|chase|remind|відповісти|відповідь|відповідай|відмовити|подякувати|нагадати)(?: (?:to )?(?:him|her|them|йому|їй|їм))?\s*(?::|[–—]|-(?=\s))\s*(.+)$/isu;
/** "Tell her: …", "say: …" */
const SAY =
  /^(?:please )?(?:answer|reply|respond|write back|(?:tell|write|answer)(?: to)? (?:him|her|them)|say|write|відповісти|відповідь|відповідай|(?:скажи|напиши|сказати|написати)(?: йому| їй| їм)?)\s*(?::|[–—]|-(?=\s))\s*(?:(?:that|що) )?(.+)$/isu;

/**
 * A wish as it is typed in passing ("answer: say no, too expensive, maybe in March") as the kind of mail and the points that it
 * names, one each.
 */
export function noted(wish: Wish, phrases: Phrases): Wish {
  const [, kind = "", said] = LEAD.exec(wish.purpose.trim()) ?? [];
  const points = said ? [said, ...wish.keyPoints] : wish.keyPoints;
  const keyPoints = points.flatMap((one) => pointsIn(one, phrases));
  return {
    ...wish,
    purpose: said ? kind : wish.purpose,
    keyPoints: SOMEBODY_ELSE.test(keyPoints.join(" · ")) ? keyPoints : keyPoints.map(askedOfThem),
  };
}

/** Then "she" may be somebody who is not written to. */
const SOMEBODY_ELSE =
  /[^\s·] (?:[^·]* )?(?!I\b|\p{Lu}\p{Ll}+day\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)\p{Lu}\p{Ll}|\b(?:colleague|boss|wife|husband|manager|engineer|partner|assistant|friend|driver)\b|(?<!\p{L})(?:колег|керівни|дружин|чоловік|менеджер|інженер|партнер|помічни)/u;

/** The points of one line: at the end of a sentence, and at each comma with something on both sides that needs nothing more. */
export function pointsIn(line: string, phrases: Phrases): string[] {
  const [, said = line] = SAY.exec(line.trim()) ?? [];
  return said.split(SENTENCE_END).flatMap((sentence) => {
    const named = phrasesOf(sentence, phrases).language === "en" ? spelledOut(sentence) : sentence;
    return atCommas(named, phrases).map(saidToThem);
  });
}
const SENTENCE_END = /(?<=[?!])\s+|(?<=\p{Ll}{3}\.)\s+(?=\p{Ll})/u;

function atCommas(sentence: string, phrases: Phrases): string[] {
  const pieces = sentence.split(COMMA);
  const parts: string[] = [];
  let part = "";
  for (const [i, piece] of pieces.entries()) {
    if (i % 2 === 1) continue;
    const joint = pieces[i - 1] ?? "";
    if (part === "") part = piece;
    else if (isApart(part, piece, phrases)) {
      parts.push(part);
      part = piece;
    } else part += joint + piece;
  }
  return [...parts, part];
}

/** Whether neither of two pieces needs the other. */
function isApart(before: string, behind: string, phrases: Phrases): boolean {
  if (isTimeOnly(before) && isPlaceOnly(behind)) return true;
  if (NEEDS.test(before) && MINE.test(behind)) return false;
  return standsAlone(behind, phrases) && (FIGURE.test(before) || isPlaceOnly(before) || standsAlone(before, phrases));
}
const COMMA = /(\s*[,;](?: (?:and|but|і|й|та|але))?\s+|\s+[–—-]\s+)(?!\d{3})/u;
/** Such a word belongs to what comes behind it. */
const LEADS_ON = /^(?:yes|no|ok|okay|sure|sorry|unfortunately|так|ні|добре|на жаль|вибачте)$/iu;

/** "Need until Thursday" leaves out only who. */
const NEEDS = /^(?:can|cannot|can['’]t|will|won['’]t|would|need|have to|must) \S/iu;
/** Who writes "can't come, I'm away" means themselves in both. */
const MINE = /\b(?:i|my|me)\b/iu;

function standsAlone(piece: string, phrases: Phrases): boolean {
  const words = askedOfThem(piece.trim());
  if (LEADS_ON.test(words)) return false;
  if (isTimeOnly(words)) return true;
  if (NEEDS.test(words)) return true;
  const said = wished(words, phrases);
  return said !== null && ("text" in said || (said.typed !== undefined && /^\p{L}.*\d/u.test(words)));
}
