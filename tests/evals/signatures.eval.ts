import { readFileSync } from "node:fs";
import path from "node:path";
import { splitQuotes } from "../../server/core/mail/said/quotes.ts";
import { hashOf, realMails } from "./mailboxes.ts";
import { type Row, share } from "./measure.ts";

/** Read by hand: mail (hash of its Message-ID) or fixture → the line at which the signature begins; null where there is none. */
type Labels = Record<string, number | null>;
const labelled = (name: string): Labels =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `labels/${name}.json`), "utf8")) as Labels;

/** A closing above counts as part of it or not, as one likes. */
const LINES_ABOVE = 3;

export async function run(data: string): Promise<Row[]> {
  let found = 0;
  let withSignature = 0;
  let wrong = 0;
  let without = 0;
  const judge = (text: string, spans: ReturnType<typeof splitQuotes>, line: number | null) => {
    const starts = spans
      .filter((span) => span.kind === "signature")
      .map((span) => ({ from: lineAt(text, span.start), to: lineAt(text, span.end - 1) }));
    if (line === null) {
      without++;
      if (starts.length > 0) wrong++;
      return;
    }
    withSignature++;
    if (starts.some(({ from, to }) => from <= line + 1 && from >= line - LINES_ABOVE && to >= line)) found++;
  };
  const real = labelled("signatures");
  const judged = new Set<string>();
  for await (const mail of realMails(data)) {
    const hash = mail.messageId ? hashOf(mail.messageId) : "";
    const label = real[hash];
    if (label === undefined || judged.has(hash)) continue;
    judged.add(hash);
    judge(mail.text, mail.spans, label);
  }
  for (const [file, line] of Object.entries(labelled("signatures-crisp"))) {
    const text = readFileSync(path.join(data, "mail-replies/crisp", file), "utf8").replaceAll("\r\n", "\n");
    judge(text, splitQuotes(text), line);
  }
  return [
    share("signatures", "found, of those that have one", found, withSignature, 0.7),
    share("no signatures", "left alone, of those that have none", without - wrong, without, 0.95),
  ];
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length - 1;
