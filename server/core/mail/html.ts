import { compile } from "html-to-text";

const convert = compile({
  wordwrap: false,
  // A stranger wrote it: neither its size nor its depth may decide how long this takes.
  limits: { maxInputLength: 2 * 1024 * 1024, maxDepth: 150, maxChildNodes: 20_000, ellipsis: "…" },
  selectors: [
    { selector: "a", options: { ignoreHref: true } },
    { selector: "img", format: "skip" },
    { selector: "style", format: "skip" },
    { selector: "script", format: "skip" },
    { selector: "title", format: "skip" },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

/** What an HTML mail says, as plain text; quoted blocks come with "> ", so that they are told apart as in any other mail. */
export const htmlToText = (html: string): string => convert(html).replaceAll("\u00a0", " ").trim();

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
  let body = html;
  for (const { contentId, mediaType, content } of inline) {
    if (!/^image\/(png|jpe?g|gif|webp|bmp)$/.test(mediaType)) continue;
    body = body.replaceAll(`cid:${contentId}`, `data:${mediaType};base64,${Buffer.from(content).toString("base64")}`);
  }
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="color-scheme" content="light"><base target="_blank">${body}`;
}
