const BLOCKS = new Set(
  "ADDRESS BLOCKQUOTE DD DIV DL DT H1 H2 H3 H4 H5 H6 HR LI OL P PRE SECTION TABLE TR UL".split(" "),
);
const SILENT = new Set(["SCRIPT", "STYLE", "TITLE", "TEMPLATE", "IMG", "SVG"]);

/** A stretch of text and the node that holds it: where a place in the plain text is on the page. */
export type Piece = { start: number; node: Text };

type Options = { skip?: (element: Element) => boolean; quoteMark?: string };

/**
 * What an element says as plain text, as a mail program would write it: lines as shown, quoted blocks with "> ". `pieces`
 * lead from a place in the text back to the page; without quote marks they are exact.
 */
export function textOf(root: Node, options: Options = {}): { text: string; pieces: Piece[] } {
  let text = "";
  const pieces: Piece[] = [];
  let depth = 0;
  const atLineStart = () => text === "" || text.endsWith("\n");
  const lineBreak = () => {
    text += "\n";
  };
  const say = (what: string, node: Text) => {
    if (what === "") return;
    if (atLineStart() && depth > 0) text += (options.quoteMark ?? "").repeat(depth);
    pieces.push({ start: text.length, node });
    text += what;
  };
  const walk = (node: Node) => {
    if (node.nodeType === 3) return say(visible(node as Text), node as Text);
    if (node.nodeType !== 1) return;
    const element = node as Element;
    if (SILENT.has(element.tagName.toUpperCase()) || options.skip?.(element)) return;
    if (element.tagName === "BR") return lineBreak();
    const block = BLOCKS.has(element.tagName);
    if (block && !atLineStart()) lineBreak();
    const quoted = element.tagName === "BLOCKQUOTE";
    if (quoted) depth++;
    const before = text.length;
    for (const child of element.childNodes) walk(child);
    if (quoted) depth--;
    // A block ends its line; one that holds only a <br> has ended it already.
    if (block && text.length > before && !atLineStart()) lineBreak();
  };
  for (const child of root.childNodes) walk(child);
  return { text, pieces };
}

/** Line breaks in mark-up are spaces; the length stays, so that places in it hold. */
const visible = (node: Text): string => {
  if (node.data.trim() === "" && /\n/.test(node.data)) return "";
  return node.data.replaceAll(/[\n\t\u00a0]/g, " ");
};

/** For reading: no spaces at the ends of lines, no more than one empty line. */
export const tidy = (text: string): string =>
  text
    .replaceAll(/[ \u200b]+\n/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
