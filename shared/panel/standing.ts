const isBlank = (letter: string): boolean => /[\s\u200b]/.test(letter);

/** Where these words stand in a mail, word for word; how its lines are broken and spaced is the mail's own. */
export function placeIn(mail: string, words: string): { start: number; end: number } | undefined {
  const wanted = [...words].filter((letter) => !isBlank(letter)).join("");
  const places: number[] = [];
  let bare = "";
  for (let i = 0; i < mail.length; i++) {
    if (isBlank(mail[i]!)) continue;
    places.push(i);
    bare += mail[i];
  }
  const at = wanted === "" ? -1 : bare.indexOf(wanted);
  return at < 0 ? undefined : { start: places[at]!, end: places[at + wanted.length - 1]! + 1 };
}

/** From their first line to their last: the member changed something in between. */
export function placeBetween(mail: string, words: string): { start: number; end: number } | undefined {
  const lines = words.split("\n").flatMap((line) => line.trim() || []);
  const [first = "", final = ""] = [lines[0], lines.at(-1)];
  const [start, last] = [mail.indexOf(first), mail.lastIndexOf(final)];
  return first !== "" && start >= 0 && last >= start ? { start, end: last + final.length } : undefined;
}

export const standsIn = (mail: string, words: string): boolean => placeIn(mail, words) !== undefined;
