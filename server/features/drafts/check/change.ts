import { isGivenName } from "../../../core/mail/people/given-names.ts";
import type { FactSource, Facts } from "../../context/index.ts";
import { courtesyKey } from "../../voice/index.ts";
import type { Piece } from "../pieces.ts";
import { strayWords } from "./alphabets.ts";
import { type Check, Checker } from "./check.ts";
import { stands } from "./claims.ts";
import { commits, isThanks } from "./deals.ts";
import { monthsIn } from "./months.ts";

/** The draft's own sentences are numbered like sources; this tells them apart. */
const OWN = "draft:";

/** A sentence of the draft as a source that a model can name by its number. */
export const asSource = ({ text }: Piece, index: number): FactSource => ({
  id: `${OWN}${index}`,
  kind: "mail",
  at: null,
  by: "you",
  seen: true,
  author: "",
  subject: "",
  text,
  said: [{ kind: "said", start: 0, end: text.length }],
  spans: [{ kind: "said", start: 0, end: text.length }],
});

/**
 * Holds a changed draft against the draft that it was made of, as a draft is held against its sources: what it says stands in
 * one sentence of it, whose sources it takes along. In another language words cannot be compared: there each sentence must say
 * which one it is, once, and its figures and months must be those.
 */
export class ChangeChecker implements Check {
  readonly #pieces: readonly Piece[];
  readonly #names: string;
  readonly #own: Check | null;
  /** What the sources bear out may be added. */
  readonly #more: Check | null;
  /** A sentence is translated once: what comes for it again is something else. */
  readonly #done = new Set<Piece>();

  constructor(
    facts: Facts,
    pieces: readonly Piece[],
    { asked = "", translates = false, more = null }: { asked?: string; translates?: boolean; more?: Check | null },
  ) {
    this.#pieces = pieces;
    this.#names = `${facts.person.name} ${facts.member.name}`;
    this.#own = translates ? null : new Checker({ ...facts, thread: pieces.map(asSource), others: [] }, [asked]);
    this.#more = more;
  }

  check(sentence: string, sources: readonly FactSource[], blanksLeft: number): ReturnType<Check["check"]> {
    const same = this.#pieces.find((one) => one.text === sentence);
    if (same) return { statement: { text: sentence, sources: same.sources }, blanks: 0 };
    if (!this.#own) return this.#translated(sentence, sources);
    const isOwn = ({ id }: { id: string }) => id.startsWith(OWN);
    const held = this.#own.check(sentence, sources.filter(isOwn), 0);
    if (held) {
      const from = held.statement.sources.flatMap(
        ({ id }) => this.#pieces[Number(id.slice(OWN.length))]?.sources ?? [],
      );
      return { statement: { text: held.statement.text, sources: from }, blanks: 0 };
    }
    return (
      this.#more?.check(
        sentence,
        sources.filter((one) => !isOwn(one)),
        blanksLeft,
      ) ?? null
    );
  }

  #translated(sentence: string, sources: readonly FactSource[]): ReturnType<Check["check"]> {
    const from = sources
      .flatMap(({ id }) => this.#pieces[Number(id.slice(OWN.length))] ?? [])
      .filter((one) => !this.#done.has(one));
    if (from.length === 0 || !holdsTranslated(sentence, from, this.#names)) return null;
    for (const one of from) this.#done.add(one);
    return { statement: { text: sentence, sources: from.flatMap((one) => one.sources) }, blanks: 0 };
  }
}

const digits = (text: string): string[] => text.match(/\d+/g) ?? [];

/** A sentence in another language is as long as the one it comes from, give or take. */
const MOST_LONGER = 2.2;

function holdsTranslated(sentence: string, from: readonly Piece[], names: string): boolean {
  const known = from.map((one) => one.text).join("\n");
  if (/\?/.test(sentence) !== /\?/.test(known)) return false;
  const share = sentence.length / Math.max(known.length, 1);
  if (share > MOST_LONGER || share < 1 / MOST_LONGER) return false;
  // A courtesy has no figure to hold it to: thanks stay thanks, and nothing is promised in its place.
  if (from.every(({ text }) => courtesyKey(text) !== null) && commits(sentence)) return false;
  if (from.every(({ text }) => isThanks(text)) && !THANKS.test(sentence)) return false;
  // The same figures, no more and no fewer, and the same months.
  if (digits(sentence).sort().join() !== digits(known).sort().join()) return false;
  if (!sameSet(monthsIn(sentence), monthsIn(known))) return false;
  const there = `${known} ${names}`.toLowerCase();
  if (!strayWords(sentence).every((word) => stands(word, there))) return false;
  // German writes every noun with a capital: two in a row inside a sentence, or a given name, is somebody.
  const strangers = [
    ...sentence.matchAll(/(?<=[\p{Ll},;] )(?!Ihr|Sie )\p{Lu}\p{Ll}[\p{L}’'-]*(?: \p{Lu}\p{Ll}[\p{L}’'-]*)+/gu),
  ];
  const given = (sentence.match(/\p{Lu}[\p{L}’'-]+/gu) ?? []).filter((word) => isGivenName(word));
  return [...strangers.map(([name]) => name), ...given].every((name) => stands(name, there));
}

const THANKS =
  /(?<!\p{L})(?:thank|danke?|bedankt|merci|gracias|grazie|dzięk|tack|tak|takk|obrigad|děkuj|kiitos|mulțum|teşekkür|дяку|спасиб|благодар)|ありがと|感謝|谢|감사/iu;

const sameSet = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one));
