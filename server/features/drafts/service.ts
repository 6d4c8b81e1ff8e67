import type { Draft, DraftEvent, emailDraft, Statement } from "@sidenote/contract/context";
import type { InputOf } from "@sidenote/contract/endpoint";
import type { ModelCall, Recorded } from "../../core/ai/gateway.ts";
import type { Ctx } from "../../core/context.ts";
import { type Facts, gatherFacts } from "../context/index.ts";
import { droppedCourtesies, voiceManner } from "../voice/index.ts";
import { writeBuiltin } from "./builtin/builtin.ts";
import { Checker } from "./check/check.ts";
import { frameOf, letterLanguage, type Wish } from "./frame.ts";
import { assemble, type BuiltinLetter, type Letter } from "./letter.ts";
import { ModelLetter } from "./model-letter.ts";
import { numberFacts, promptFacts } from "./numbered.ts";
import { draftPrompt } from "./prompt.ts";
import { joined, readSeen, still } from "./seen.ts";
import { draftExamples, draftVoice } from "./voice.ts";

type DraftInput = InputOf<typeof emailDraft>;

/**
 * Writes a mail: facts with their sources → prompt → the gateway → sentences that hold. Without a model, or when it fails,
 * the builtin writer does it from the same facts. `emit` hears the draft as it grows.
 */
export async function writeDraft(ctx: Ctx, input: DraftInput, emit: (event: DraftEvent) => void): Promise<Draft> {
  const facts = await gatherFacts(ctx, input, [input.purpose ?? "", ...(input.key_points ?? [])]);
  emit(restingOn(facts));
  const wish: Wish = {
    purpose: input.purpose ?? "",
    keyPoints: input.key_points ?? [],
    tone: input.tone ?? null,
    language: input.language ?? null,
    voice: await draftVoice(ctx, facts, input.recipients),
    dropped: await droppedCourtesies(ctx),
  };
  const numbered = numberFacts(facts, wish.keyPoints);
  const say = (text: string) => emit({ type: "text", text });
  let model: ModelLetter | null = null;
  let letter: Letter | null = null;
  // What the notes say is laid beside a model's letter, too.
  const builtin = writeBuiltin(facts, wish);
  const frame = frameOf(facts, wish);
  const checker = new Checker(facts, [wish.purpose, ...wish.keyPoints]);
  const seen = readSeen(input.seen ?? "", { builtin, frame, checker });
  const rest = seen ? still(builtin, seen) : builtin;
  const modelLetter = () =>
    new ModelLetter({
      checker,
      numbered: numbered.byNumber,
      frame: seen ? { ...frame, greeting: "" } : frame,
      onText: say,
      seen,
    });
  const call: ModelCall = {
    task: "draft",
    prompt: draftPrompt({
      ...promptFacts(facts, wish, numbered, rest.told),
      language: wish.language ?? null,
      manner: await voiceManner(ctx),
      examples: await draftExamples(ctx, facts, input.recipients),
      seen: seen?.text ?? "",
    }),
    // Where only the end of the stream was lost there is nothing to ask for.
    preferBuiltin: input.builtin === true || seen?.isWhole === true,
    onText(text) {
      model ??= modelLetter();
      model.take(text);
    },
    isEnough: () => model?.isEnough ?? false,
    accept() {
      letter = (model ?? modelLetter()).end(rest.told);
      return letter !== null;
    },
    async builtin() {
      letter = rest;
      const { draft } = assemble(letter);
      if (!seen?.isWhole) say(draft);
      return draft;
    },
    onRestart: (reason) => emit({ type: "restart", reason }),
  };
  const answer = await ctx.app.ai.ask(ctx, call);
  const result: Draft = {
    ...(seen ? joined(seen, letter!) : assemble(letter!)),
    subject: replySubject(facts),
    ...madeOf(answer),
    tokens: answer.tokens,
    for_your_eyes: unsaid(builtin, [...(seen?.statements ?? []), ...letter!.paragraphs.flat()]),
    language: letterLanguage(facts, wish),
    limit: answer.model === "builtin" && !seen?.isWhole ? builtin.limit : null,
  };
  emit({ type: "done", result });
  return result;
}

/** What is heard first: every stored mail that a draft from these facts may rest on. */
export const restingOn = ({ thread, others }: Facts): DraftEvent => ({
  type: "text",
  text: "",
  rests: [...thread, ...others].flatMap(({ id }) => (id.startsWith("eml_") ? [id] : [])),
});

/** How it came to be, for the person who reads it. */
export const madeOf = (answer: Recorded) => ({
  model_used: answer.model,
  fallback_reason: answer.fallbackReason,
  left_machine: answer.leftMachine,
  interaction_id: answer.interactionId,
});

/** A model may have found a way to say it. */
function unsaid({ eyes }: BuiltinLetter, statements: readonly Statement[]): BuiltinLetter["eyes"] {
  const said = new Set(statements.flatMap((one) => one.sources.map(({ id, start }) => `${id} ${start}`)));
  return eyes.filter(({ source }) => !said.has(`${source.id} ${source.start}`));
}

/** "Re: …" for an answer; a mail of its own has none until the member writes one. */
export function replySubject(facts: Facts): string | null {
  const subject = facts.thread.at(-1)?.subject;
  if (!subject) return null;
  return /^re:/i.test(subject) ? subject : `Re: ${subject}`;
}
