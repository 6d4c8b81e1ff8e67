/** A stretch of a record's text: `body` is `text.slice(start, start + body.length)`. */
export type Passage = { start: number; body: string };

/** About a hundred words: short enough to show, long enough to hold an idea. */
const WORDS = 100;
const LONGEST = 1200;

/** Cuts the given stretches of a text into passages, at the ends of sentences or lines where there are any. */
export function passagesOf(
  text: string,
  stretches: readonly { start: number; end: number }[] = [{ start: 0, end: text.length }],
): Passage[] {
  return stretches.flatMap(({ start, end }) => {
    const passages: Passage[] = [];
    let at = start;
    while (at < end) {
      const stop = cutAt(text, at, end);
      const raw = text.slice(at, stop);
      const body = raw.trim();
      if (/[\p{L}\p{N}]/u.test(body)) passages.push({ start: at + raw.indexOf(body), body });
      at = stop;
    }
    return passages;
  });
}

function cutAt(text: string, start: number, end: number): number {
  let words = 0;
  let lastBreak = -1;
  let inWord = false;
  for (let at = start; at < end; at++) {
    const isSpace = /\s/.test(text[at]!);
    if (!isSpace && !inWord) words++;
    inWord = !isSpace;
    if (isSpace && (text[at] === "\n" || /[.!?]/.test(text[at - 1] ?? ""))) lastBreak = at + 1;
    if (words > WORDS || at - start >= LONGEST) {
      if (lastBreak > start + LONGEST / 4) return lastBreak;
      return isSpace ? at + 1 : nearestSpace(text, at, start);
    }
  }
  return end;
}

/** Not in the middle of a word, if the word is not the whole passage; never between the halves of a character. */
function nearestSpace(text: string, at: number, start: number): number {
  for (let back = at; back > start + 1; back--) if (/\s/.test(text[back - 1]!)) return back;
  return /[\udc00-\udfff]/.test(text[at]!) ? at + 1 : at;
}
