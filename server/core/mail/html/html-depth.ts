/** Far deeper than is read. The parser takes a time that grows with the square of the depth. */
const DEEPEST = 2000;
const SHORTEST_TAG = "<b>".length;
const TAG = /<(\/?)([a-z][^\s/>]*)/gi;
/** What holds nothing, and so nests nothing. */
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));

/** What ends where the next of its kind begins; few write its end. */
const ENDS_BY_ITSELF = new Set("dd dt li option p td th tr".split(" "));

/** The same HTML; a tag within more than DEEPEST others becomes one that holds nothing. Nobody's mail has any, an attacker's may. */
export function flattened(html: string): string {
  if (html.length < DEEPEST * SHORTEST_TAG) return html;
  const open: string[] = [];
  const count = new Map<string, number>();
  const add = (name: string, by: 1 | -1) => count.set(name, (count.get(name) ?? 0) + by);
  return html.replace(TAG, (tag, slash: string, written: string) => {
    const name = written.toLowerCase();
    if (VOID.has(name)) return tag;
    if (slash) {
      // What was not ended in it ends with it.
      for (let last = count.get(name) ? "" : name; last !== name; add(last, -1)) last = open.pop()!;
      return tag;
    }
    if (ENDS_BY_ITSELF.has(name) && open.at(-1) === name) return tag;
    if (open.length >= DEEPEST) return "<wbr";
    open.push(name);
    add(name, 1);
    return tag;
  });
}
