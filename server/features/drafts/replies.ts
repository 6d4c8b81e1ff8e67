import type { drafts, ShortReply } from "@sidenote/contract/drafts";
import type { InputOf, OutputOf } from "@sidenote/contract/endpoint";
import type { Statement } from "@sidenote/contract/sources";
import type { Ctx } from "../../core/context.ts";
import { sentencesIn } from "../../core/mail/said/sentences.ts";
import { type Facts, gatherFacts } from "../context/index.ts";
import { frameReplies } from "./builtin/frame-replies.ts";
import { isWhole, shortIn } from "./builtin/phrases/phrases.ts";
import { type Reply, shortReplies } from "./builtin/short-replies.ts";
import { phrasesFor } from "./builtin/thread.ts";
import { Checker } from "./check/check.ts";
import { frameOf, letterLanguage, limitOf, type Wish } from "./frame.ts";
import { assemble } from "./letter.ts";
import { askLines } from "./lines.ts";
import { numberFacts, promptFacts } from "./numbered.ts";
import { repliesPrompt } from "./prompt.ts";
import { madeOf } from "./service.ts";
import { draftVoice } from "./voice.ts";

const MOST = 3;
const MOST_SENTENCES = 3;

/** Three short replies. A model's are held to the facts like any draft; where fewer hold, the builtin's stand beside them. */
export async function suggestReplies(
  ctx: Ctx,
  input: InputOf<typeof drafts.replies>,
): Promise<OutputOf<typeof drafts.replies>> {
  const facts = await gatherFacts(ctx, input);
  const wish: Wish = {
    purpose: "",
    keyPoints: [],
    tone: null,
    language: input.language ?? null,
    voice: await draftVoice(ctx, facts, input.recipients),
  };
  const language = letterLanguage(facts, wish);
  const frame = frameOf(facts, wish);
  const builtin = isWhole(language)
    ? shortReplies(facts, wish, phrasesFor(facts, language))
    : frameReplies(facts, language, frame.greeting);
  const numbered = numberFacts(facts);
  const checker = new Checker(facts, [], { takesSides: true });
  const { held, answer } = await askLines(ctx, {
    task: "replies",
    prompt: repliesPrompt({ ...promptFacts(facts, wish, numbered), language: wish.language ?? null }),
    preferBuiltin: input.builtin === true || isOwnLast(facts),
    read: (text) => repliesIn(text, checker),
    builtin: builtin.flatMap((one) => one.statements.map(({ text }) => text)),
  });
  const all = together(held, builtin, shortIn(language));
  // In a language that it knows whole the only limit is that another was asked for.
  const limit = isWhole(language) || builtin.length === 0 ? limitOf(wish, language) : null;
  return {
    replies: all.map(
      ({ label, statements }): ShortReply => ({ label, ...assemble({ ...frame, paragraphs: [statements] }) }),
    ),
    limit: answer.model === "builtin" ? limit : null,
    ...madeOf(answer),
  };
}

/** Nobody agrees to their own mail, or declines it: what a model is asked for fits an answer alone. */
const isOwnLast = (facts: Facts): boolean => facts.thread.findLast((one) => one.by !== "other")?.by !== "them";

/** What the numbers of a model's replies say, as it was asked. */
type Numbered = { number: 1 | 2 | 3; statements: Statement[] };

/**
 * A model's replies, each in the place of the builtin's that says the same: the third asks for time, the first agrees or answers
 * as the builtin's first does, the second declines, where there is nothing to decline in the place of what is left.
 */
function together(held: readonly Numbered[], builtin: readonly Reply[], short: ReturnType<typeof shortIn>): Reply[] {
  const [yes, no, time] = [short.yes[0], short.no[0], short.time[0]];
  const isKnown = (label: string) => [short.answer, short.agree[0]].includes(label);
  const agrees = builtin.find((one) => isKnown(one.label)) ?? builtin[0];
  const labels = { 1: agrees && isKnown(agrees.label) ? agrees.label : yes, 2: no, 3: time };
  const declines = builtin.findLast((one) => one !== agrees && one.label !== time);
  const numberOf = (one: Reply) => (one.label === time ? 3 : one === agrees ? 1 : one === declines ? 2 : null);
  const found = (number: number | null) => held.find((one) => one.number === number);
  const named = ({ number, statements }: Numbered): Reply => ({ label: labels[number], statements });
  const more = held.filter((one) => !builtin.some((own) => numberOf(own) === one.number));
  const inPlace = builtin.map((own) => {
    const one = found(numberOf(own));
    return one ? named(one) : own;
  });
  return [...inPlace, ...more.map(named)].slice(0, MOST);
}

/** The lines of an answer that hold as a whole: a reply with a sentence missing is another one. */
function repliesIn(text: string, checker: Checker): Numbered[] {
  return text.split("\n").flatMap((line): Numbered[] => {
    const [, number, said = ""] = /^\s*([1-3])[.):]\s*(.+)$/.exec(line) ?? [];
    const words = said.replace(/\s*\[[\d\s,]+\]/g, "").trim();
    const sentences = sentencesIn(words, 0, words.length);
    if (!number || sentences.length === 0 || sentences.length > MOST_SENTENCES) return [];
    const checked = sentences.map((one) => checker.check(one.text, [], 0));
    if (checked.some((one) => one === null || one.blanks > 0)) return [];
    return [{ number: Number(number) as Numbered["number"], statements: checked.map((one) => one!.statement) }];
  });
}
