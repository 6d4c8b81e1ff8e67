import type { Draft, DraftEvent } from "@sidenote/contract/context";
import type { drafts } from "@sidenote/contract/drafts";
import type { InputOf } from "@sidenote/contract/endpoint";
import type { ModelCall } from "../../core/ai/gateway.ts";
import type { Ctx } from "../../core/context.ts";
import { gatherFacts } from "../context/index.ts";
import { type Changed, changeBuiltin } from "./builtin/change.ts";
import { ChangeChecker } from "./check/change.ts";
import { Checker } from "./check/check.ts";
import { frameOf, letterLanguage, type Wish } from "./frame.ts";
import { ModelLetter } from "./model-letter.ts";
import { numberFacts } from "./numbered.ts";
import { inPlace, Origins, standingLimit } from "./origins.ts";
import { hasWords, machine, type Piece, type Pieces, piecesOf, putTogether } from "./pieces.ts";
import { changePrompt } from "./prompt.ts";
import { madeOf, replySubject } from "./service.ts";
import { draftVoice } from "./voice.ts";

type Input = InputOf<typeof drafts.change>;
const TONES = { warmer: "friendly", more_formal: "formal" } as const;

/**
 * A draft in another form. What the member typed stays to the letter; what a model makes of the rest is held against the draft
 * that it was made of, and without a model, or when it fails, rules do what rules can and say what they cannot.
 */
export async function changeDraft(ctx: Ctx, input: Input, emit: (event: DraftEvent) => void): Promise<Draft> {
  const facts = await gatherFacts(ctx, input);
  const { how, selection } = input;
  const wish: Wish = {
    purpose: input.purpose ?? "",
    keyPoints: input.key_points ?? [],
    tone: how in TONES ? TONES[how as keyof typeof TONES] : (input.tone ?? null),
    language: input.language ?? null,
    voice: await draftVoice(ctx, facts),
  };
  const isSelected = (one: Piece) => !selection || (one.start < selection.end && selection.start < one.end);
  const taken = piecesOf(input.draft, input.statements);
  // What the member selects is theirs to have changed, also where they typed it.
  const free = (one: Piece) => (selection && isSelected(one) ? { ...one, typed: false } : one);
  const pieces: Pieces = { ...taken, paragraphs: taken.paragraphs.map((one) => one.map(free)) };
  const chosen = pieces.paragraphs.flat().filter((one) => isSelected(one) && hasWords(one));
  const { byNumber, thread, others } = numberFacts(facts);
  // Only what is to be longer may take more from the sources.
  const sources = how === "longer" ? [...thread, ...others] : [];
  const say = (text: string) => (selection ? undefined : emit({ type: "text", text }));
  const checkerOf = (marked: readonly Piece[]) =>
    new ChangeChecker(facts, marked, {
      asked: input.instruction ?? "",
      translates: how === "language",
      more: how === "longer" ? new Checker(facts, [input.draft]) : null,
    });
  const origins = new Origins(chosen, checkerOf);
  const numbered = new Map(origins.sources.map((source, i) => [i + 1, source]));
  for (const [number, source] of how === "longer" ? byNumber : []) numbered.set(chosen.length + number, source);
  const rules = {
    isOwn: (one: Piece) => one.typed && how !== "language",
    mayGo: (one: Piece) => how === "shorter" && !origins.refused.has(one),
  };
  const frame = newFrame(pieces, how === "language" || how in TONES ? frameOf(facts, wish) : null);
  let model: ModelLetter | null = null;
  let changed: Changed | null = null;
  const call: ModelCall = {
    task: "change",
    prompt: changePrompt({
      sentences: chosen,
      how,
      language: input.language ?? null,
      instruction: input.instruction ?? "",
      sources: sources.map((one) => ({ ...one, number: one.number + chosen.length })),
    }),
    preferBuiltin: input.builtin === true || chosen.every((one) => one.typed),
    onText(text) {
      model ??= new ModelLetter({ checker: origins, numbered, frame, onText: say });
      model.take(text);
    },
    isEnough: () => model?.isEnough ?? false,
    accept() {
      const letter = model?.end() ?? null;
      if (!letter) return false;
      const made = letter.paragraphs
        .flat()
        .map((one) => origins.made(one))
        .filter(({ text, from }) => !from.some((one) => rules.isOwn(one) || (how === "language" && one.text === text)));
      if (made.length === 0) return false;
      const { paragraphs, standing } = inPlace(pieces.paragraphs, chosen, made, rules);
      changed = { pieces: { ...newPieces(pieces, frame), paragraphs }, limit: standingLimit(standing.length) };
      return true;
    },
    async builtin() {
      changed = changeBuiltin(how, { facts, wish, pieces, isSelected });
      const { draft } = putTogether(changed.pieces, input.draft);
      if (!selection) emit({ type: "text", text: draft });
      return draft;
    },
    onRestart: (reason) => emit({ type: "restart", reason }),
  };
  const answer = await ctx.app.ai.ask(ctx, call);
  const result: Draft = {
    ...putTogether(changed!.pieces, input.draft),
    subject: replySubject(facts),
    ...madeOf(answer),
    tokens: answer.tokens,
    language: letterLanguage(facts, wish),
    limit: changed!.limit,
  };
  emit({ type: "done", result });
  return result;
}

/** Greeting and closing as they stand, or of the new tone or language where the member did not write them. */
const newFrame = ({ greeting, closing }: Pieces, anew: { greeting: string; closing: string } | null) => ({
  greeting: greeting ? (greeting.typed || !anew ? greeting.text : anew.greeting) : "",
  closing: closing ? (closing.typed || !anew ? closing.text : anew.closing) : "",
});

const newPieces = ({ greeting, closing }: Pieces, frame: { greeting: string; closing: string }) => ({
  greeting: greeting && (greeting.typed ? greeting : machine(frame.greeting)),
  closing: closing && (closing.typed ? closing : machine(frame.closing)),
});
