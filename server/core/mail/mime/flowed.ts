import PostalMime from "postal-mime";

/** "> > Room 4" → "> > " and "Room 4". */
const MARKED = /^((?:>[ ]?){0,100}>)?[ ]?(.*)$/s;
/** Parts a signature from what is above it, and is never joined, though it ends with a blank. */
const SEPARATOR = "-- ";

/**
 * A text with its paragraphs in one line each (RFC 3676): a line that ends with a blank goes on in the next, but only where that
 * is quoted as deep and holds something, or an answer below a quote would become its last words.
 */
export function unflowed(text: string, deletesBlanks: boolean): string {
  const out: string[] = [];
  let goesOn = false;
  let depth = 0;
  for (const line of text.split(/\r?\n/)) {
    const [, marks = "", rest = ""] = line.match(MARKED)!;
    const deep = marks.replaceAll(" ", "").length;
    const isJoined = goesOn && deep === depth && rest !== "" && rest !== SEPARATOR;
    const isSoft = rest.endsWith(" ") && rest !== SEPARATOR;
    const own = deletesBlanks && isSoft ? rest.slice(0, -1) : rest;
    if (isJoined) out.push(own);
    else out.push(out.length === 0 ? "" : "\n", deep === 0 ? own : `${marks} ${own}`);
    goesOn = isSoft;
    depth = deep;
  }
  return out.join("");
}

/** The reader of mail joins such lines whatever they are, and has no option for it. */
export function readsFlowedText(): void {
  const { root } = new PostalMime() as unknown as { root: object };
  Object.assign(Object.getPrototypeOf(root), { decodeFlowedText: unflowed });
}
