/** Far deeper than is read. The parser takes a time that grows with the square of the depth. */
const DEEPEST = 2000;
const SHORTEST_TAG = "<b>".length;
const TAG = /<(\/?)([a-z][^\s/>]*)/gi;
/** What holds nothing, and so nests nothing. */
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));

/** The same HTML; a tag within more than DEEPEST others becomes one that holds nothing. Nobody's mail has any, an attacker's may. */
export function flattened(html: string): string {
  if (html.length < DEEPEST * SHORTEST_TAG) return html;
  const open: string[] = [];
  return html.replace(TAG, (tag, slash: string, written: string) => {
    const name = written.toLowerCase();
    if (VOID.has(name)) return tag;
    if (slash) {
      if (open.at(-1) === name) open.pop();
      return tag;
    }
    // A paragraph, an entry or a cell ends where the next begins; few write its end.
    if (ENDS_BY_ITSELF.has(name) && open.at(-1) === name) return tag;
    if (open.length >= DEEPEST) return "<wbr";
    open.push(name);
    return tag;
  });
}

const ENDS_BY_ITSELF = new Set("dd dt li option p td th tr".split(" "));
