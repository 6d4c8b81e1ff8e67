import { compile, type FormatCallback } from "html-to-text";
import { flattened } from "./html-depth.ts";
import { HIDDEN, INDENTED, type Mark, OUTLOOK_LINE, STRUCTURE } from "./html-structure.ts";

export type { Mark };

// Characters for private use carry what the mark-up says through the conversion; a stranger's own are taken out before.
const BEGIN = { quote: "\ue000", rest: "\ue001", signature: "\ue002", below: "\ue004" } as const;
const END = "\ue003";
const RESERVED = /[\ue000-\ue004]/g;

const marked =
  (kind: Mark["kind"]): FormatCallback =>
  (element, walk, builder) => {
    builder.openBlock({ leadingLineBreaks: 1 });
    builder.addLiteral(BEGIN[kind]);
    walk(element.children, builder);
    builder.addLiteral(END);
    builder.closeBlock({ trailingLineBreaks: 1 });
  };

/** A row of a table is a line, its cells stand apart; a cell with blocks of its own is a block. Signatures are laid out so. */
const cell: FormatCallback = (element, walk, builder) => {
  if (element.children.some((child) => BLOCKS.has(child.name ?? ""))) {
    builder.openBlock({ leadingLineBreaks: 1 });
    walk(element.children, builder);
    builder.closeBlock({ trailingLineBreaks: 1 });
    return;
  }
  if (hasCellBefore(element)) builder.addLiteral("\t");
  walk(element.children, builder);
};
const BLOCKS = new Set("address blockquote br center div dl h1 h2 h3 h4 h5 h6 hr ol p pre section table ul".split(" "));

type Sibling = { name?: string; prev?: Sibling | null };

/** The parser knows what stands before; its types do not say so. */
function hasCellBefore(element: object): boolean {
  for (let at = (element as Sibling).prev; at; at = at.prev) if (at.name === "td" || at.name === "th") return true;
  return false;
}

const convert = compile({
  wordwrap: false,
  // All of it: what a gateway or a list puts behind the body's end is shown by every browser, too.
  baseElements: { selectors: [] },
  // A stranger wrote it: neither its size nor its depth may decide how long this takes.
  limits: { maxInputLength: 2 * 1024 * 1024, maxDepth: 150, maxChildNodes: 20_000, ellipsis: "…" },
  formatters: {
    "mark-quote": marked("quote"),
    "mark-rest": marked("rest"),
    "mark-signature": marked("signature"),
    "mark-below": marked("below"),
    cell,
  },
  selectors: [
    { selector: "a", options: { ignoreHref: true } },
    { selector: "img", format: "skip" },
    { selector: "style", format: "skip" },
    { selector: "script", format: "skip" },
    { selector: "title", format: "skip" },
    { selector: "tr", format: "block", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: "td", format: "cell" },
    { selector: "th", format: "cell" },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
    ...HIDDEN.map((selector) => ({ selector, format: "skip" })),
    ...INDENTED.map((selector) => ({ selector, format: "block" })),
    ...STRUCTURE.quote.map((selector) => ({ selector, format: "mark-quote" })),
    ...[...STRUCTURE.rest, ...OUTLOOK_LINE].map((selector) => ({ selector, format: "mark-rest" })),
    ...STRUCTURE.signature.map((selector) => ({ selector, format: "mark-signature" })),
    ...STRUCTURE.below.map((selector) => ({ selector, format: "mark-below" })),
  ],
});

/**
 * What an HTML mail says, as plain text, with what its mark-up says of stretches of it; quoted blocks come with "> ", so that
 * they are told apart as in any other mail.
 */
export function htmlToMarkedText(html: string): { text: string; marks: Mark[] } {
  const raw = convert(flattened(html.replace(RESERVED, "")))
    .replaceAll("\u00a0", " ")
    .trim();
  const marks: Mark[] = [];
  const open: Mark[] = [];
  let text = "";
  let from = 0;
  for (const { index, 0: sign } of raw.matchAll(RESERVED)) {
    text += raw.slice(from, index);
    from = index + 1;
    const kind = (Object.keys(BEGIN) as Mark["kind"][]).find((one) => BEGIN[one] === sign);
    if (kind) open.push({ kind, start: text.length, end: text.length });
    else {
      const mark = open.pop();
      if (mark) marks.push({ ...mark, end: text.length });
    }
  }
  return {
    text: text + raw.slice(from),
    marks: marks.filter((mark) => mark.kind === "rest" || mark.kind === "below" || mark.end > mark.start),
  };
}

/**
 * The signatures that the HTML marks, found again in the plain text that a mail brings beside it: its words are the same, its
 * lines are not.
 */
export function marksFound(text: string, html: string): Mark[] {
  if (!/signature/i.test(html)) return [];
  const marked = htmlToMarkedText(html);
  const letters = lettersWithPlaces(text);
  return marked.marks
    .filter((mark) => mark.kind === "signature")
    .flatMap(({ start, end }) => {
      const { letters: wanted } = lettersWithPlaces(marked.text.slice(start, end));
      const at = wanted.length >= SHORTEST_SIGNATURE ? letters.letters.lastIndexOf(wanted) : -1;
      if (at === -1) return [];
      return [
        { kind: "signature" as const, start: letters.places[at]!, end: letters.places[at + wanted.length - 1]! + 1 },
      ];
    });
}

const SHORTEST_SIGNATURE = 8;

function lettersWithPlaces(text: string): { letters: string; places: number[] } {
  const places: number[] = [];
  let letters = "";
  for (const match of text.matchAll(/[\p{L}\p{N}]/gu)) {
    letters += match[0];
    for (let i = 0; i < match[0].length; i++) places.push(match.index + i);
  }
  return { letters, places };
}

/**
 * The mail's HTML as a page for a sandboxed frame. The policy in it stands even when the frame's sandbox is forgotten: no
 * script, nothing remote; pictures only from the mail itself (`data:`).
 */
export function framedHtml(
  html: string,
  inline: readonly { contentId: string; mediaType: string; content: Uint8Array }[],
): string {
  const policy =
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; form-action 'none'; base-uri 'none'";
  // No policy speaks of `link` (preconnect and DNS lookups tell that a mail was opened), and `meta` could add one of its own.
  let body = html.replace(/<(?=(link|meta|base)\b)/gi, "<x-");
  for (const { contentId, mediaType, content } of inline) {
    if (!/^image\/(png|jpe?g|gif|webp|bmp)$/.test(mediaType)) continue;
    body = body.replaceAll(`cid:${contentId}`, `data:${mediaType};base64,${Buffer.from(content).toString("base64")}`);
  }
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="color-scheme" content="light"><base target="_blank">${body}`;
}
