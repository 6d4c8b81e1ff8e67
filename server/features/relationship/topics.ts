import type { Topic } from "@sidenote/contract/relationship";
import { type Phrase, phrasesIn } from "../../core/text/phrases.ts";
import { wordsIn } from "../../core/text/words.ts";
import type { Said } from "./said.ts";

type TopicMail = { at: string; threadId: string; subject: string; said: readonly Said[] };

const SHOWN = 8;
/** One word alone says less than two: it has to come back more often. */
const LEAST_MAILS = [3, 2, 2] as const;
const WEIGHT = [1, 1.8, 2.1] as const;
const IN_SUBJECT = 1.5;
/** What is in nearly every mail is how they write, not what about. */
const TOO_COMMON = 0.6;
const FEW = 4;
/** "The runs" are seldom, "the room" is often: so much of a single word's uses have to name a thing. */
const AS_THING = 0.3;

/** So much of the mails with a word have it in a longer phrase. */
const MOSTLY_MEANT = 0.4;

type Found = {
  words: number;
  forms: Map<string, number>;
  mails: Set<TopicMail>;
  threads: Set<string>;
  inSubject: boolean;
  /** How often it stands there, and how often it is told to be a thing. */
  times: number;
  asThing: number;
  newest: { at: string; said: Said };
};

/** The phrases that come back in what two people wrote to each other; `names` are of people and houses, which are no topics. */
export function topicsOf(mails: readonly TopicMail[], names: readonly string[]): Topic[] {
  const known = new Set(names.flatMap(wordsIn));
  const isName = (word: string) => known.has(word);
  const found = new Map<string, Found>();
  for (const mail of mails) {
    const subject = new Set(
      phrasesIn(mail.subject.replace(/^((re|fwd?|aw|wg|sv|vs)\s*:\s*)+/i, ""), isName).map((one) => one.key),
    );
    for (const said of mail.said)
      for (const phrase of phrasesIn(said.text, isName)) note(found, { phrase, mail, said, subject });
  }
  const topics = [...found].filter(([, one]) => isTopic(one, mails.length));
  const meant = mailsOfLonger(topics);
  const scored = topics
    // "Cold room" says which room is meant, where it is that one that is mostly spoken of.
    .filter(([key, one]) => one.words > 1 || (meant.get(key) ?? 0) < one.mails.size * MOSTLY_MEANT)
    .map(([, one]) => ({ ...one, score: scoreOf(one) }))
    .sort((a, b) => b.score - a.score || b.newest.at.localeCompare(a.newest.at));
  const shown: typeof scored = [];
  for (const one of scored) {
    if (shown.length === SHOWN) break;
    if (!shown.some((other) => overlaps(one, other))) shown.push(one);
  }
  return shown.map(({ forms, mails: { size }, newest: { at, said } }) => ({
    phrase: [...forms].sort((a, b) => b[1] - a[1])[0]![0],
    mails: size,
    lastAt: at,
    source: { id: said.emailId, quote: said.text, start: said.start, end: said.end },
  }));
}

/** In how many mails the commonest longer phrase with a word stands. */
function mailsOfLonger(topics: readonly (readonly [key: string, one: Found])[]): Map<string, number> {
  const most = new Map<string, number>();
  for (const [key, { words, mails }] of topics)
    if (words > 1) for (const word of key.split(" ")) most.set(word, Math.max(most.get(word) ?? 0, mails.size));
  return most;
}

function isTopic({ words, mails: { size }, times, asThing }: Found, all: number): boolean {
  if (size < (LEAST_MAILS[words - 1] ?? 2) || (size > FEW && size > all * TOO_COMMON)) return false;
  return words > 1 ? asThing > 0 : asThing / times >= AS_THING;
}

function note(
  found: Map<string, Found>,
  { phrase, mail, said, subject }: { phrase: Phrase; mail: TopicMail; said: Said; subject: ReadonlySet<string> },
): void {
  const one = found.get(phrase.key) ?? {
    words: phrase.words,
    forms: new Map<string, number>(),
    mails: new Set<TopicMail>(),
    threads: new Set<string>(),
    inSubject: false,
    times: 0,
    asThing: 0,
    newest: { at: mail.at, said },
  };
  found.set(phrase.key, one);
  one.forms.set(phrase.text, (one.forms.get(phrase.text) ?? 0) + 1);
  one.times++;
  if (phrase.isThing) one.asThing++;
  one.mails.add(mail);
  one.threads.add(mail.threadId);
  one.inSubject ||= subject.has(phrase.key);
  if (mail.at > one.newest.at) one.newest = { at: mail.at, said };
}

/** Several threads tell more than several mails of one. */
const scoreOf = ({ words, mails, threads, inSubject, forms }: Found): number =>
  (mails.size + threads.size) * (WEIGHT[words - 1] ?? 1) * (inSubject ? IN_SUBJECT : 1) * (isProper(forms) ? 1.3 : 1);

/** Written large in the middle of a sentence it is a thing with a name. */
const isProper = (forms: ReadonlyMap<string, number>): boolean =>
  [...forms.keys()].every((form) => /^\p{Lu}/u.test(form));

const overlaps = (a: Found, b: Found): boolean => {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  return one.some((word) => other.includes(word));
};
const wordsOf = ({ forms }: Found): string[] => [...forms.keys()].flatMap(wordsIn);
