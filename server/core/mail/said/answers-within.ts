import type { Line } from "./lines.ts";

const LONGEST_LABEL = 40;
/** A line as long as this goes on in the next one. */
const WRAPPED = 60;
const ANNOUNCED =
  /\b(in[- ]?line|in (red|blue|green|bold|capitals|colou?r)|(answers?|comments?|repl(y|ies)|responses?|notes|remarks|feedback) (are |is )?(below|within|inserted|in the text)|below in|see below|im text|in (rot|blau|grün|fett)|dans le texte|en (rouge|bleu|vert|gras)|en (rojo|azul|verde|negrita)|in (rosso|blu|grassetto)|in het (rood|blauw)|i rött)\b|(unten|siehe unten|ci-dessous|más abajo|qui sotto|hieronder|nedan|nedenfor|poniżej|w tekście|нижче|у тексті|в тексті|червоним|ниже|в тексте|aşağıda)(?!\p{L})/iu;
const IN_BRACKETS = /^[*>\s]{0,4}[[(<{]\s?([^[\](){}<>]{1,40})[\])}>]\s?:?\s?\S/u;
const BEFORE_COLON = /^[*>\s]{0,4}(\p{Lu}[\p{L}.' -]{0,39}?)\*{0,2}\s?(?::|>{1,3}|={1,2}>|-{1,2}>)\*{0,2}\s+\S/u;

/**
 * Of the lines (from, to) of a mail that is repeated without marks, those that its answerer wrote into it: they begin with the
 * answerer's name or initials. In brackets that is enough; before a colon the answer has to say that it stands there, for others
 * are spoken to so, too.
 */
export function answersWithin(
  lines: readonly Line[],
  from: number,
  to: number,
  name: string,
  above: string,
): [number, number][] {
  const labels = labelsOf(name);
  if (labels.size === 0) return [];
  const announced = ANNOUNCED.test(above);
  const found: [number, number][] = [];
  for (let i = from; i < to; i++) {
    const label = labelIn(lines[i]!.text, announced);
    if (label === null || !labels.has(label)) continue;
    let end = i + 1;
    while (end < to && goesOn(lines, end)) end++;
    found.push([i, end]);
    i = end - 1;
  }
  return found;
}

const goesOn = (lines: readonly Line[], at: number): boolean =>
  lines[at - 1]!.text.length >= WRAPPED && lines[at]!.text !== "" && labelIn(lines[at]!.text, true) === null;

function labelIn(text: string, announced: boolean): string | null {
  const label = text.match(IN_BRACKETS)?.[1] ?? (announced ? text.match(BEFORE_COLON)?.[1] : undefined);
  return label === undefined || label.length > LONGEST_LABEL ? null : plain(label);
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[.\s]+/g, " ")
    .trim();

/** "marta lindqvist", "marta", "ml". */
function labelsOf(name: string): Set<string> {
  const words = name.includes("@")
    ? []
    : plain(name)
        .split(" ")
        .filter((word) => /^\p{L}/u.test(word));
  if (words.length === 0 || words.length > 5) return new Set();
  const initials = words.map((word) => word[0]).join("");
  return new Set([words.join(" "), words[0]!, initials].filter((label) => label.length >= 2));
}
