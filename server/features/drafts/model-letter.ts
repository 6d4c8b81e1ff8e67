import type { Statement } from "@sidenote/contract/context";
import { MONTH_NEXT, sentencesIn } from "../../core/mail/said/sentences.ts";
import type { FactSource } from "../context/index.ts";
import type { Check } from "./check/check.ts";
import { countBlanks, type Letter, MOST_BLANKS } from "./letter.ts";
import { joinedLines, Spoken, tidy, unquoted } from "./model-text.ts";
import { isTold, quotesOf, type Seen } from "./seen.ts";

type Options = {
  checker: Check;
  /** What the numbers in the model's text stand for. */
  numbered: ReadonlyMap<number, FactSource>;
  frame: Pick<Letter, "greeting" | "closing">;
  onText: (text: string) => void;
  /** What stands before it, and is not said again. */
  seen?: Seen | null;
};

const NUMBERS = "\\d{1,3}(?:\\s*,\\s*\\d{1,3})*";
/** "[2]", "[1, 2]", "[^2]", "[Fact 2]", "【2】", "(source 2)": models name a source in many ways. */
const MARK = `\\s*(?:\\[\\^?(?:(?:facts?|sources?|mails?|notes?)\\s+)?#?${NUMBERS}\\]|【${NUMBERS}[^】\\n]{0,20}】|\\((?:facts?|sources?)\\s+#?${NUMBERS}\\))`;
const MARKER = new RegExp(MARK, "gi");
const SENTENCE_END = new RegExp(`\\n(?=[\\s\\S])|[.!?]["”’)]*(?:${MARK})*(?=\\s+[^\\s[(【])`, "gi");

/**
 * Takes a model's text as it comes and lets through what holds, a whole sentence at a time: what a person has seen is not taken
 * back. Greeting and closing are ours: a model gets names wrong there first.
 */
export class ModelLetter {
  readonly #checker: Check;
  readonly #numbered: ReadonlyMap<number, FactSource>;
  readonly #frame: Pick<Letter, "greeting" | "closing">;
  readonly #onText: (text: string) => void;
  readonly #paragraphs: Statement[][] = [];
  /** A small model says the same again and again. */
  readonly #said = new Set<string>();
  /** What was told of the sources before it. */
  readonly #told: ReadonlySet<string>;
  readonly #spoken = new Spoken();
  #pending = "";
  #newParagraph = true;
  /** Behind a closing comes a name, and nothing that we want. */
  #closed = false;
  #behind = 0;
  #heard = 0;
  /** How many lines in a row had all been said before. */
  #repeats = 0;
  readonly #lines = new Set<string>();
  #blanks = 0;
  readonly #seen: Seen | null;

  constructor({ checker, numbered, frame, onText, seen = null }: Options) {
    this.#checker = checker;
    this.#numbered = numbered;
    this.#frame = frame;
    this.#onText = onText;
    this.#seen = seen;
    this.#told = quotesOf(seen?.statements ?? []);
    for (const { text } of seen?.statements ?? []) this.#said.add(text);
    this.#blanks = countBlanks(seen?.text ?? "");
    if (frame.greeting) onText(frame.greeting);
  }

  /** More of the model's text. */
  take(text: string): void {
    this.#heard += text.length;
    this.#pending = joinedLines(this.#pending + this.#spoken.take(text), isFrame);
    for (;;) {
      const end = this.#sentenceEnd();
      if (end === -1) return;
      const chunk = this.#pending.slice(0, end);
      this.#pending = this.#pending.slice(end);
      this.#keep(chunk);
    }
  }

  /** The letter, or null when nothing in it holds. Of what was `told` to be said, what it left out is put behind it. */
  end(told: readonly Statement[] = []): Letter | null {
    this.#keep(this.#pending + this.#spoken.end());
    this.#pending = "";
    const isSomething = this.#paragraphs.length > 0 || this.#seen?.hasBody;
    if (!isSomething) return null;
    this.#add(told);
    const paragraphs = this.#paragraphs.filter((one) => one.length > 0);
    if (this.#frame.closing) this.#onText(`\n\n${this.#frame.closing}`);
    return { ...this.#frame, paragraphs };
  }

  #add(told: readonly Statement[]): void {
    const quotes = quotesOf([...(this.#seen?.statements ?? []), ...this.#paragraphs.flat()]);
    this.#newParagraph = true;
    for (const one of told) if (!isTold(one.sources, quotes)) this.#put(one);
  }

  /** Behind a full stop (and the marker that may follow it) with something after it, or at the end of a line. */
  #sentenceEnd(): number {
    const ends = this.#pending.matchAll(SENTENCE_END);
    for (const { 0: end, index } of ends) {
      const next = this.#pending.slice(index + end.length);
      // "26. Februar", of which the month may not have come yet.
      if (
        end === "." &&
        /\d$/.test(this.#pending.slice(0, index)) &&
        (MONTH_NEXT.test(next) || !/^\s+\S+\s/.test(next))
      )
        continue;
      return index + end.length;
    }
    return -1;
  }

  /** Its letter has ended long ago, it goes round in circles, or it never comes to an end. */
  get isEnough(): boolean {
    return this.#repeats >= MOST_REPEATS || this.#behind > MOST_BEHIND || this.#heard > MOST_HEARD;
  }

  #keep(chunk: string): void {
    for (const part of chunk.split(/(\n)/)) {
      if (part === "\n") this.#newParagraph = true;
      else this.#keepLine(part.trim());
    }
  }

  #keepLine(written: string): void {
    const line = ungreeted(tidy(unquoted(written)));
    if (this.#closed) this.#behind += line.length;
    if (line === "" || this.#closed) return;
    this.#repeats = this.#lines.has(line) ? this.#repeats + 1 : 0;
    this.#lines.add(line);
    if (isClosing(line)) this.#closed = this.#paragraphs.length > 0;
    if (isFrame(line)) return;
    const sources = [...line.matchAll(MARKER)].flatMap(([mark]) =>
      (mark.match(/\d+/g) ?? []).flatMap((one) => this.#numbered.get(Number(one)) ?? []),
    );
    const text = line.replace(MARKER, "");
    for (const { text: whole } of sentencesIn(text, 0, text.length)) {
      const sentence = unquoted(whole);
      if (!isSentence(sentence) || this.#said.has(sentence) || this.#said.size >= MOST_SENTENCES) continue;
      const own = countBlanks(sentence);
      if (this.#blanks + own > MOST_BLANKS) continue;
      const checked = this.#checker.check(sentence, sources, MOST_BLANKS - this.#blanks - own);
      if (!checked || isTold(checked.statement.sources, this.#told)) continue;
      this.#blanks += own + checked.blanks;
      this.#said.add(sentence);
      this.#put(begun(checked.statement));
    }
  }

  #put(statement: Statement): void {
    if (this.#newParagraph || this.#paragraphs.length === 0) {
      this.#paragraphs.push([]);
      if (this.#frame.greeting || this.#seen || this.#paragraphs.length > 1) this.#onText("\n\n");
      this.#newParagraph = false;
    } else {
      this.#onText(" ");
    }
    this.#paragraphs.at(-1)!.push(statement);
    this.#onText(statement.text);
  }
}

/** A sentence of a letter begins with a capital, also where it is copied out of a mail in small letters. */
const begun = (statement: Statement): Statement => ({
  ...statement,
  text: statement.text.replace(/^\p{Ll}(?=\p{Ll}*(?:\s|,))/u, (first) => first.toUpperCase()),
});

const MOST_SENTENCES = 25;
/** A letter may say a thing twice; who says four known things in a row has lost the thread. */
const MOST_REPEATS = 4;
/** So much of a signature or a remark is waited for behind the closing; more is another letter. */
const MOST_BEHIND = 200;
/** Thoughts and all. Whoever runs a model may not heed how many tokens were asked for. */
const MOST_HEARD = 50_000;

/** Not a heading, a tag of the prompt or a name on a line of its own: some words, and an end. */
const isSentence = (text: string): boolean =>
  /[.!?:][”"’)\]]*$/.test(text) &&
  !/<\/?(mail|note|name|example|sentence|draft|known)>/i.test(text) &&
  (text.replace(/\[[^\]]*\]/g, "").match(/\p{L}+/gu) ?? []).length >= 3;

const CLOSING =
  /^((best|kind|kindest|warm|warmest|with (?:best|kind)|many thanks and)?\s*(regards|wishes)|best|all the best|sincerely( yours)?|respectfully|take care|yours( (sincerely|truly|faithfully))?|cheers|many thanks|thanks( again)?|thank you|з повагою|гарного дня|mit freundlichen grüßen|viele grüße|cordialement)[,.!]?$/iu;
const isClosing = (line: string): boolean =>
  CLOSING.test(line) || CLOSING.test(line.replace(/(\s+\p{Lu}[\p{L}'’.-]*){1,3}$/u, ""));

/** Who is greeted: by name, or as one of all. "Good morning is fine, …" greets nobody. */
const GREETED =
  /^(?:[ ,]+(?:\p{Lu}[\p{L}'’.-]*|\[[^\]\n]{1,30}\]|there|all|both|team|everyone|everybody|folks|colleagues?|customer|friends?|sir|or|madam|and|again|пане|пані|колеги|всім|друзі))*$/u;

/** "Hi Marta, the deposit is fixed." says something behind the greeting. */
const ungreeted = (line: string): string =>
  line.replace(
    /^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|вітаю|шановн\p{L}*|добрий день|привіт)((?:[ ,]+(?:\p{L}[\p{L}'’.-]*|\[[^\]\n]{1,30}\])){0,4})[,!]\s+(?=\S+\s+\S+)(\S)/iu,
    (whole, greeted: string, first: string) => (GREETED.test(greeted) ? first.toUpperCase() : whole),
  );

/** A greeting, a closing, a subject line, a name alone: ours stand there already. */
const isFrame = (line: string): boolean =>
  /^(dear|hi|hello|hey|good (morning|afternoon|evening)|вітаю|шановн\p{L}*|добрий день|привіт)(?!\p{L}).{0,60}[,!.]?$/iu.test(
    line,
  ) ||
  isClosing(line) ||
  /^(subject|re|to|from|cc|date|body|тема)\s*:/i.test(line) ||
  /^\[?(your|my) name\]?$/i.test(line);
