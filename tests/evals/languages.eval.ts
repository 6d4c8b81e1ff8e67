import { readFileSync } from "node:fs";
import path from "node:path";
import { obligationsIn } from "../../server/core/mail/owed/obligations.ts";
import { type ParsedMail, parseMail } from "../../server/core/mail/parse.ts";
import { dueIn } from "../../server/core/text/due.ts";
import { type Row, share } from "./measure.ts";

/**
 * Invented mails, each sentence marked with what it is: `A` asks, `P` promises, `T` says what a third will do, `-` only looks
 * like it or says something else, `=` is a line of its own that greets or closes. `@03-13` is the day that it names.
 */
const LANGUAGES = ["German", "French", "Spanish", "Polish"] as const;
const AIM = 0.9;
/** The rules were mended with the mails of even numbers up to this one; those behind it were written after that, and run once. */
const LAST_BEFORE = 40;
/** Those from here on were written later still, and the rules mended with the even ones. */
const FIRST_FRESH = 61;
/** Languages that have only those: their older sentences are told of in docs/quality.md. */
const ONLY_FRESH = ["English", "Ukrainian"] as const;
type Part = "even" | "odd" | "later" | "freshEven" | "freshOdd";
const partOf = (number: number): Part => {
  const even = number % 2 === 0;
  if (number >= FIRST_FRESH) return even ? "freshEven" : "freshOdd";
  if (number > LAST_BEFORE) return "later";
  return even ? "even" : "odd";
};

const LINE = /^(?<mark>[APT=-])(?:@(?<due>\d\d-\d\d))? (?<words>.+)$/;
type Sentence = { mark: string; due: string | undefined; words: string };
type Count = { right: number; found: number; there: number; days: number; daysRight: number };

export async function run(): Promise<Row[]> {
  const all = [...LANGUAGES, ...ONLY_FRESH];
  const counts = Object.fromEntries(
    all.map((language) => [
      language,
      { even: nothing(), odd: nothing(), later: nothing(), freshEven: nothing(), freshOdd: nothing() },
    ]),
  );
  for (const language of all) {
    const { at, mails } = setOf(language.toLowerCase());
    for (const { number, sentences } of mails) {
      const part = partOf(number);
      await judge(sentences, at, counts[language]![part], part);
    }
  }
  const inAll = (part: Part): Count => sum(all.map((language) => counts[language]![part]));
  return [
    ...LANGUAGES.flatMap((language) => {
      const { right, found, there, days, daysRight } = counts[language]!.odd;
      const name = `promises and questions, ${language}`;
      return [
        share(name, "precision in the half not looked at", right, found, AIM),
        share(name, "recall in the same", right, there, null),
        share(name, "the day, in the same", daysRight, days, null),
      ];
    }),
    ...Object.entries({ even: "the halves they were mended with", later: "mails written after" } as const).flatMap(
      ([part, words]) => {
        const { right, found, there } = inAll(part as Part);
        return [
          share("promises and questions, all four", `precision in ${words}`, right, found, AIM),
          share("promises and questions, all four", "recall in the same", right, there, null),
        ];
      },
    ),
    ...Object.entries({
      freshOdd: "fresh mails, the other half",
      freshEven: "fresh mails, the half they were mended with",
    } as const).flatMap(([part, words]) => {
      const { right, found, there, days, daysRight } = inAll(part as Part);
      const name = "promises and questions, six languages";
      return [
        share(name, `precision in ${words}`, right, found, AIM),
        share(name, "recall in the same", right, there, null),
        share(name, "the day, in the same", daysRight, days, null),
      ];
    }),
  ];
}

const nothing = (): Count => ({ right: 0, found: 0, there: 0, days: 0, daysRight: 0 });

function sum(counts: readonly Count[]): Count {
  const all = nothing();
  for (const count of counts) for (const key of Object.keys(all) as (keyof Count)[]) all[key] += count[key];
  return all;
}

function setOf(name: string): { at: string; mails: { number: number; sentences: Sentence[][] }[] } {
  const text = readFileSync(path.join(import.meta.dirname, `mails/${name}.txt`), "utf8");
  const [at = "", ...parts] = text.split(/^# /m);
  const mails = parts.map((part) => {
    const [number = "", ...paragraphs] = part.trim().split(/\n{2,}/);
    if (!/^\d+$/.test(number)) throw new Error(`“${number}” is no number of a mail in ${name}`);
    return { number: Number(number), sentences: paragraphs.map(paragraphOf) };
  });
  return { at: at.trim(), mails };
}

const paragraphOf = (paragraph: string): Sentence[] =>
  paragraph.split("\n").map((line) => {
    const { mark, due, words } = LINE.exec(line)?.groups ?? {};
    if (!mark || !words) throw new Error(`“${line}” is not marked`);
    return { mark, due, words };
  });

async function judge(paragraphs: Sentence[][], at: string, count: Count, part: Part): Promise<void> {
  const mail = await mailOf(paragraphs, at);
  const said = obligationsIn(mail.text, mail.spans);
  const unclaimed = new Set(said);
  const zone = { offsetMinutes: Number(at.slice(-6, -3)) * 60 };
  let cursor = 0;
  for (const { mark, due, words } of paragraphs.flat()) {
    const start = mail.text.indexOf(words, cursor);
    if (start < 0) throw new Error(`“${words}” is not in its mail any more`);
    cursor = start + words.length;
    const here = said.filter((one) => one.start < cursor && one.end > start && unclaimed.delete(one));
    const is = "APT".includes(mark);
    const right = is && here.some((one) => isAs(mark, one));
    if (here.length > 0) count.found++;
    if (is) count.there++;
    if (right) count.right++;
    const day = is ? dueIn(words, at, zone)?.on.slice(5) : undefined;
    if (due) count.days++;
    if (due && day === due) count.daysRight++;
    if (process.env.EVALS_SHOW !== part) continue;
    if (is !== here.length > 0 || (is && !right))
      process.stderr.write(`${mark} ${here.map((one) => `${one.kind} ${one.by}`).join("+")} | ${words}\n`);
    if (is && day !== due) process.stderr.write(`day ${day} for ${due} | ${words}\n`);
  }
}

const isAs = (mark: string, { kind, by }: { kind: string; by: string }): boolean =>
  mark === "A" ? kind === "ask" : kind === "promise" && (mark !== "T" || by === "third");

/** Sentences of a paragraph stand behind one another, lines that greet or close in lines of their own. */
function mailOf(paragraphs: Sentence[][], at: string): Promise<ParsedMail> {
  const body = paragraphs
    .map((some) => some.map(({ words }) => words).join(some[0]?.mark === "=" ? "\n" : " "))
    .join("\n\n");
  const head = `From: someone@nordwerk.example\nTo: other@haus.example\nSubject: x\nDate: ${new Date(at).toUTCString()}`;
  return parseMail(
    Buffer.from(
      `${head}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${body}\n`,
    ),
  );
}
