/** What models write around and into a mail that is no part of it: thoughts, Markdown, tags, quotation marks, broken lines. */

const THOUGHT = "think|thinking|thought|thoughts|reasoning|reflection|analysis";
const OPENS = new RegExp(`<(${THOUGHT})>`, "i");
const CLOSES = new RegExp(`</(?:${THOUGHT})>`, "i");
/** The beginning of a tag of which the rest has not come yet. */
const HALF_A_TAG = /<\/?[a-z]{0,10}$/i;

/** Lets through what a model says and not what it thinks before, as it comes. */
export class Spoken {
  #held = "";
  #isThought = false;

  take(text: string): string {
    this.#held += text;
    let spoken = "";
    for (;;) {
      const tag = (this.#isThought ? CLOSES : OPENS).exec(this.#held);
      if (!tag) break;
      if (!this.#isThought) spoken += this.#held.slice(0, tag.index);
      this.#held = this.#held.slice(tag.index + tag[0].length);
      this.#isThought = !this.#isThought;
    }
    const half = HALF_A_TAG.exec(this.#held);
    const ready = this.#held.slice(0, half?.index);
    this.#held = this.#held.slice(ready.length);
    return this.#isThought ? spoken : (spoken + ready).replace(CLOSES, "\n");
  }

  end(): string {
    return this.#isThought ? "" : this.#held;
  }
}

const LIST = /^(?:[-*•–]|\d{1,2}[.)])\s+/;
const HTML = /<\/?(?:p|br|b|i|em|strong|div|span|ul|ol|li|body|html|email|u)\s*\/?>/gi;

/** A line without marks of Markdown, lists and HTML; what stands in a list ends with a full stop. */
export function tidy(written: string): string {
  const line = written.replace(HTML, " ").replace(/^>\s+/, "").trim();
  const text = line
    .replace(LIST, "")
    .replace(/\*\*|__|`|^#+\s*/g, "")
    .replace(/(?<![\p{L}\p{N}*])\*(\S[^*]*)\*(?![\p{L}\p{N}*])/gu, "$1")
    .trim();
  return LIST.test(line) && /[\p{L}\p{N}%)\]]$/u.test(text) ? `${text}.` : text;
}

/** A quotation mark without its other half: the whole mail was put between two. */
export function unquoted(sentence: string): string {
  const straight = sentence.match(/"/g)?.length ?? 0;
  if (straight === 1) return sentence.replace(/^"|"$/g, "");
  const [opens, closes] = [sentence.includes("“"), sentence.includes("”")];
  return opens === closes ? sentence : sentence.replace(/^“|”$/g, "");
}

/** The line that stands behind one goes on with it: small, or with a figure that numbers no list. */
const GOES_ON = /^(?:[\p{Ll}(]|\d(?!\d?[.)]\s))/u;
const ENDED = new Set(".!?:;>*");

/** Lines that a model broke at a width are one, unless a line is whole. In linear time: a model's text is a stranger's. */
export function joinedLines(text: string, isWhole: (line: string) => boolean): string {
  const [first = "", ...others] = text.split("\n");
  const joined = [first];
  let before = first;
  for (const line of others) {
    const end = before.trimEnd();
    const isBroken = end !== "" && !ENDED.has(end.at(-1)!) && GOES_ON.test(line) && !isWhole(end);
    if (isBroken) joined[joined.length - 1] = end;
    joined.push(isBroken ? " " : "\n", line);
    before = line;
  }
  return joined.join("");
}
