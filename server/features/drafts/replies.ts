import type { drafts, ShortReply } from "@sidenote/contract/drafts";
import type { InputOf, OutputOf } from "@sidenote/contract/endpoint";
import type { Ctx } from "../../core/context.ts";
import { sentencesIn } from "../../core/mail/asks.ts";
import { gatherFacts } from "../context/index.ts";
import { frameReplies } from "./builtin/frame-replies.ts";
import { isWhole, phrasesIn } from "./builtin/phrases/phrases.ts";
import { type Reply, shortReplies } from "./builtin/short-replies.ts";
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
    ? shortReplies(facts, wish, phrasesIn(language))
    : frameReplies(facts, language, frame.greeting);
  const numbered = numberFacts(facts);
  const checker = new Checker(facts, [], { takesSides: true });
  const { held, answer } = await askLines(ctx, {
    task: "replies",
    prompt: repliesPrompt(promptFacts(facts, wish, numbered)),
    preferBuiltin: input.builtin === true || facts.thread.length === 0,
    read: (text) => repliesIn(text, checker, builtin),
    builtin: builtin.flatMap((one) => one.statements.map(({ text }) => text)),
  });
  const all = [...held, ...builtin.filter((one) => !held.some(({ label }) => label === one.label))].slice(0, MOST);
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

/** The lines of an answer that hold as a whole: a reply with a sentence missing is another one. */
function repliesIn(text: string, checker: Checker, builtin: readonly Reply[]): Reply[] {
  return text.split("\n").flatMap((line): Reply[] => {
    const [, number, said = ""] = /^\s*([1-3])[.):]\s*(.+)$/.exec(line) ?? [];
    const words = said.replace(/\s*\[[\d\s,]+\]/g, "").trim();
    const sentences = sentencesIn(words, 0, words.length);
    if (!number || sentences.length === 0 || sentences.length > MOST_SENTENCES) return [];
    const checked = sentences.map((one) => checker.check(one.text, [], 0));
    if (checked.some((one) => one === null || one.blanks > 0)) return [];
    const label = builtin[Number(number) - 1]?.label ?? words.split(/\s+/).slice(0, 2).join(" ");
    return [{ label, statements: checked.map((one) => one!.statement) }];
  });
}
