import { readFileSync } from "node:fs";
import path from "node:path";
import { parseMail } from "../../server/core/mail/parse.ts";
import { type Row, share } from "./measure.ts";

const HEAD = "From: Someone <someone@mail.example>\nTo: us@fjordkyl.example\nSubject: Re: x\nMIME-Version: 1.0\n";
/** The one fixture whose expected value stands in its test, not beside it: the text that all of them begin with. */
const IN_ITS_TEST = ["email_french_2.txt", "email_german.txt"] as const;

type Expected = Record<string, { first_fragment_trimmed?: string }>;

/** What was newly said first, of the replies whose expected value is stated: as plain text, and as an HTML mail says the same. */
export async function run(data: string): Promise<Row[]> {
  const folder = path.join(data, "mail-replies/crisp");
  const expected = JSON.parse(readFileSync(path.join(folder, "expected.json"), "utf8")) as Expected;
  const right = { plain: 0, html: 0 };
  let n = 0;
  for (const [file, { first_fragment_trimmed }] of Object.entries(expected)) {
    const wanted =
      first_fragment_trimmed ??
      (file === IN_ITS_TEST[0] ? expected[IN_ITS_TEST[1]]?.first_fragment_trimmed : undefined);
    if (wanted === undefined) continue;
    n++;
    const text = readFileSync(path.join(folder, file), "utf8");
    const plain = await firstSaid(
      `${HEAD}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${text}`,
    );
    if (plain === wanted) right.plain++;
    const html = await firstSaid(
      `${HEAD}Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${asHtml(text)}`,
    );
    if (words(html) === words(wanted)) right.html++;
  }
  return [
    share("replies, plain text", "first words newly said, exactly", right.plain, n, 38 / 40),
    share("replies, HTML", "the same words from the same mails as HTML", right.html, n, 38 / 40),
  ];
}

async function firstSaid(raw: string): Promise<string> {
  const { text, spans } = await parseMail(Buffer.from(raw));
  const first = spans.find((span) => span.kind === "said");
  return first ? text.slice(first.start, first.end).trim() : "";
}

const words = (text: string): string => text.replace(/\s+/g, " ").trim();

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** As mail programs write it: a block a line, and a blockquote for each stretch of marked lines. */
function asHtml(text: string): string {
  const html: string[] = [];
  let depth = 0;
  for (const line of text.split(/\r?\n/)) {
    const marks = line.match(/^(>\s?)*/)?.[0] ?? "";
    const deep = marks.replace(/\s/g, "").length;
    for (; depth < deep; depth++) html.push('<blockquote type="cite">');
    for (; depth > deep; depth--) html.push("</blockquote>");
    html.push(`<div>${escaped(line.slice(marks.length)) || "<br>"}</div>`);
  }
  return `<html><body>${html.join("\n")}${"</blockquote>".repeat(depth)}</body></html>`;
}
