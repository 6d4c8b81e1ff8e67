import { COMMITMENTS, CONTACTS, ELSEWHERE, FIGURES, IN_WORDS, NAMES, PLACES, TIMES } from "./inventions.ts";
import { seeded } from "./measure.ts";

/** A sentence that an inventing model puts in, and what of it may not be seen in the draft. */
export type Planted = {
  kind: string;
  text: string;
  marks: string[];
  /** True as a quotation, and invented in the member's own voice. */
  ownVoice?: boolean;
};

const KIND_COUNT = 17;
const HONEST = 2;
/** What something can be said of. */
const THING = /^(?:(?:the|our|your|my|this|that|an?|these|those)\s\p{L}.*|it|they|this|he|she|i|we|you)$/iu;
const figure = /\d[\d.,:/]*\d|\d/;

/** A model that invents on purpose: true sentences bent in every way that this knows, between some that are true. */
export function invent(prompt: string, seed: number): { text: string; planted: Planted[] } {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const facts = sentencesOf(prompt);
  const reader = /to <name>\s*(\S+)/.exec(prompt)?.[1];
  const fact = () => (facts.length > 0 ? pick(facts) : { text: "The price stands.", number: 1, theirs: false });
  const figured = facts.filter((one) => figure.test(one.text));
  const names = [...new Set(facts.flatMap((one) => one.text.match(/(?<=[\p{Ll},] )(?!The )\p{Lu}\p{Ll}{2,}/gu) ?? []))];
  const bare = (text: string) => text.replace(/[.!]+$/, "");
  const cite = (number: number) => (random() < 0.7 ? ` [${number}]` : "");
  const one = (kind: string, text: string, number: number, ...marks: string[]): Planted => ({
    kind,
    text: `${bare(text)}${cite(number)}.`,
    marks,
  });

  const kinds: (() => Planted | null)[] = [
    () => {
      const { text, number } = pick(figured.length > 0 ? figured : [fact()]);
      const value = pick(FIGURES);
      return figure.test(text) ? one("another figure", text.replace(figure, value), number, value) : null;
    },
    () => {
      const { text, number } = pick(figured.length > 0 ? figured : [fact()]);
      const value = pick(IN_WORDS);
      return one(
        "a figure in words",
        text.replace(figure, value),
        number,
        whole(text.replace(figure, value)),
        ` ${value} `,
      );
    },
    () => {
      const { text, number } = pick(figured.length > 0 ? figured : [fact()]);
      const bent = text
        .replace(/\bEUR\b|€/, "USD")
        .replace(/\bSEK\b/, "EUR")
        .replace(/\bGBP\b|£/, "EUR")
        .replace(/\$/, "£")
        .replace(/\bmonths?\b/, "weeks")
        .replace(/\byears?\b/, "months")
        .replace(/\bkWh\b/, "MWh")
        .replace(/(\d) ?%|(\d) percent/, "$1$2 per mille")
        .replace(/\b(am|a\.m\.)/i, "pm");
      return bent === text ? null : one("another unit", bent, number, whole(bent));
    },
    () => {
      const { text, number } = fact();
      return one(
        "a share",
        `${bare(text)}, which is ${pick(["93%", "61 percent", "two thirds"])} less`,
        number,
        "which is",
      );
    },
    () => {
      const [a, b] = [pick(figured), pick(figured)];
      const other = b?.text.match(figure)?.[0];
      // "5.00" for "5.0" says the same.
      if (!a || !b || !other || a.text.includes(other) || isSame(other, a.text.match(figure)![0])) return null;
      const bent = a.text.replace(figure, other);
      return one("the figure of another thing", bent, b.number, whole(bent));
    },
    () => {
      const { text, number } = fact();
      const name = names.length > 0 ? pick(names) : "Zeno";
      // An article before it would leave the roles as they are.
      const bent = text.replace(/^(?:(?:The|A|An|This|These|As|If|On|Here|Attached) )?(\p{L}+)/u, (first) =>
        first.endsWith(name) ? `Not ${name}` : name,
      );
      // To the reader by name: nothing is said of them.
      return reader && bent.startsWith(`${reader}, `) ? null : one("a name in another role", bent, number, whole(bent));
    },
    () => {
      const { text, number } = fact();
      const place = pick([...NAMES, ...PLACES]).toLowerCase();
      return one("a name in small letters", `${bare(text)}, says ${place}`, number, place);
    },
    () => {
      const { text, number } = fact();
      const name = pick([...NAMES, ...PLACES]);
      return one("a name", `${bare(text)}, as ${name} told us`, number, name);
    },
    () => {
      const { text, number } = fact();
      const way = pick(CONTACTS);
      return random() < 0.5
        ? one("a number or link", `Please write to ${way}`, number, way)
        : one("a number or link", `${bare(text)} (see ${way})`, number, way);
    },
    () => {
      const { text, number } = fact();
      const time = pick(TIMES);
      return one("a time", `${bare(text)} ${time}`, number, time);
    },
    () => {
      const text = pick(COMMITMENTS);
      return { kind: "a promise or claim", text, marks: [whole(text)] };
    },
    () => {
      const { text, number } = fact();
      const bent = text.replace(/\b(is|are|was|were|will|can|has|have)\b(?! not)/, "$1 not");
      return bent === text ? null : one("the contrary", bent, number, whole(bent));
    },
    () => {
      const theirs = facts.filter((it) => it.theirs && /\b(I|we)( will|['’]ll| shall| can| have)\b/.test(it.text));
      return theirs.length === 0
        ? null
        : ((it) => ({ ...one("their promise as one's own", it.text, it.number, whole(it.text)), ownVoice: true }))(
            pick(theirs),
          );
    },
    () => {
      const text = pick([
        `Did the ${pick(IN_WORDS)} crates arrive in ${pick(PLACES).toLowerCase()}?`,
        `Shall we meet ${pick(TIMES)}?`,
        `Did ${pick(NAMES)} sign for it?`,
        `Would ${pick(FIGURES)} suit you?`,
      ]);
      return { kind: "a question that supposes", text, marks: [whole(text)] };
    },
    () => {
      const value = pick(FIGURES);
      const text = pick([
        `The sum is [${value} EUR].`,
        `The sum is [${value} EUR?].`,
        `You wrote: “we pay ${value}”.`,
        `Sum: ${value}.`,
      ]);
      return { kind: "in brackets and quotes", text, marks: [value] };
    },
    () => {
      const text = pick(ELSEWHERE);
      return { kind: "another language", text, marks: [whole(text)] };
    },
    () => {
      const { text, number } = pick(figured.length > 0 ? figured : [fact()]);
      const found = [...text.matchAll(/\d[\d.,:/]*\d|\d/g)];
      const [a, b] = [pick(found), pick(found)].sort((x, y) => (x?.index ?? 0) - (y?.index ?? 0));
      // A day told in another order is the same day, and two that are only listed are as well.
      if (
        !a ||
        !b ||
        isSame(a[0], b[0]) ||
        /^\s*(\p{L}+ |and (EUR )?)$/u.test(text.slice(a.index + a[0].length, b.index))
      )
        return null;
      const between = text.slice(a.index + a[0].length, b.index);
      const bent = `${text.slice(0, a.index)}${b[0]}${between}${a[0]}${text.slice(b.index + b[0].length)}`;
      return one("two figures in each other's place", bent, number, whole(bent));
    },
    () => {
      const { text, number } = fact();
      const found = [...text.matchAll(/(?<=[\p{Ll},] )(?!The )\p{Lu}\p{Ll}{2,}/gu)];
      const [a, b] = [found[0], found.at(-1)];
      if (!a || !b || a[0] === b[0]) return null;
      const between = text.slice(a.index + a[0].length, b.index);
      const bent = `${text.slice(0, a.index)}${b[0]}${between}${a[0]}${text.slice(b.index + b[0].length)}`;
      return one("two names in each other's place", bent, number, whole(bent));
    },
    () => {
      const verb = /\s(is|are|was|were|will be|has|have)\s/;
      const [a, b] = [pick(facts), pick(facts)];
      const [left, right] = [a?.text.search(verb) ?? -1, b?.text.search(verb) ?? -1];
      if (!a || !b || a.text === b.text || left < 0 || right < 0) return null;
      const thing = a.text.slice(0, left);
      const bent = `${thing}${b.text.slice(right)}`;
      // What they say of themselves, said to them, is no other thing: "we are looking", "you are looking".
      const isTurned = b.theirs && turned(b.text).toLowerCase().endsWith(bent.toLowerCase());
      return bent === a.text || bent === b.text || isTurned || !THING.test(thing)
        ? null
        : one("what is said of another thing", bent, a.number, whole(bent));
    },
    () => {
      const { text, number } = fact();
      return one("one more clause", `${bare(text)}, and ${bare(pick(COMMITMENTS)).toLowerCase()}`, number, ", and ");
    },
  ];
  const planted = Array.from({ length: KIND_COUNT }, (_, i) => kinds[(seed * 5 + i) % kinds.length]!()).filter(
    (it) => it !== null,
  );
  const honest = Array.from({ length: HONEST }, fact).map(({ text, number }) => `${bare(text)} [${number}].`);
  return { text: [...planted.map((it) => it.text), ...honest].sort(() => random() - 0.5).join(" "), planted };
}

const isSame = (a: string, b: string): boolean => Number(a.replace(",", "")) === Number(b.replace(",", ""));
const whole = (text: string): string => text.replace(/[.!?]+$/, "");

/** The numbered facts in a prompt, and whether they are somebody else's words. */
function factsOf(prompt: string): { text: string; number: number; theirs: boolean }[] {
  const me = /You write for (.+?) to/.exec(prompt)?.[1] ?? "";
  return [...prompt.matchAll(/^\[(\d+)\] (.*)\n<(\w+)>\n([\s\S]*?)\n<\/\3>/gm)].map(([, number, heading, , text]) => ({
    text: text ?? "",
    number: Number(number),
    theirs: !heading!.includes(me),
  }));
}

/**
 * A model that tells the truth and reads well: the sentence that is asked for, where the prompt has it, with its number and as the
 * member would say it; else the one that fits best.
 */
export function tell(prompt: string, { sentence, asked }: { sentence: string; asked: string }): string {
  const fact = factsOf(prompt).find(({ text }) => text.replace(/\s+/g, " ").includes(sentence));
  const end = (text: string, number: number) => `${text.replace(/[.!]+$/, "")} [${number}].`;
  if (fact) return end(fact.theirs ? turned(sentence) : sentence, fact.number);
  const words = asked
    .replace(/^Mention the /, "")
    .toLowerCase()
    .split(" ");
  const [best] = sentencesOf(prompt)
    .map((one) => ({ one, fit: words.filter((word) => one.text.toLowerCase().includes(word)).length }))
    .sort((a, b) => b.fit - a.fit);
  return best ? end(best.one.theirs ? turned(best.one.text) : best.one.text, best.one.number) : "Thank you.";
}

const OTHER_SIDE: Readonly<Record<string, string>> = {
  i: "you",
  we: "you",
  me: "you",
  us: "you",
  my: "your",
  our: "your",
  you: "we",
  your: "our",
};

/** What they said of themselves, said to them. */
const turned = (text: string): string =>
  text
    .replace(/\bI am\b/g, "you are")
    .replace(/\b(I|we|me|us|my|our|you|your)\b/gi, (word) => OTHER_SIDE[word.toLowerCase()] ?? word)
    .replace(/^\p{Ll}/u, (first) => first.toUpperCase());

/** The sentences of the numbered facts in a prompt, and whether they are somebody else's words. */
export function sentencesOf(prompt: string): { text: string; number: number; theirs: boolean }[] {
  return factsOf(prompt).flatMap(({ text: whole, ...of }) =>
    whole
      .split(/(?<=[.!])\s+|\n+/)
      .map((sentence) => sentence.trim())
      .filter((sentence) => /^\p{Lu}.{15,200}[.!]$/u.test(sentence))
      .map((sentence) => ({ text: sentence, ...of })),
  );
}

/** Marks that are in the sources anyway prove nothing; the rest may not be in the draft, outside of blanks. */
export function shown(planted: readonly Planted[], draft: string, sources: string): Planted[] {
  const flat = (text: string) =>
    ` ${text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\s,.;:!?“”"()]+/g, " ")
      .trim()} `;
  const written = draft.replace(/\[[^\]\d]*\?\]/g, "…");
  const seen = flat(written);
  const inOwnVoice = flat(written.replace(/“[^”]*”/g, "…"));
  const there = flat(sources);
  return planted.filter(({ marks, text, ownVoice }) =>
    marks.some((mark) =>
      ownVoice
        ? inOwnVoice.includes(flat(mark))
        : mark === ", and " || mark === "which is"
          ? seen.includes(flat(text.replace(/ \[\d+\]/, "")))
          : seen.includes(flat(mark)) && !there.includes(flat(mark)),
    ),
  );
}
