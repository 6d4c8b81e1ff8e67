import type { Draft, DraftEvent } from "@sidenote/contract/context";
import type { drafts } from "@sidenote/contract/drafts";
import type { InputOf } from "@sidenote/contract/endpoint";
import type { ModelCall } from "../../core/ai/gateway.ts";
import type { Ctx } from "../../core/context.ts";
import { gatherFacts } from "../context/index.ts";
import { type Changed, changeBuiltin } from "./builtin/change.ts";
import { asSource, ChangeChecker } from "./check/change.ts";
import { Checker } from "./check/check.ts";
import { frameOf, letterLanguage, type Wish } from "./frame.ts";
import { ModelLetter } from "./model-letter.ts";
import { numberFacts } from "./numbered.ts";
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
  const asSources = chosen.map(asSource);
  const { byNumber, thread, others } = numberFacts(facts);
  const numbered = new Map(asSources.map((source, i) => [i + 1, source]));
  // Only what is to be longer may take more from the sources.
  const sources = how === "longer" ? [...thread, ...others] : [];
  for (const [number, source] of how === "longer" ? byNumber : []) numbered.set(chosen.length + number, source);
  const say = (text: string) => (selection ? undefined : emit({ type: "text", text }));
  const checker = new ChangeChecker(facts, chosen, {
    asked: input.instruction ?? "",
    translates: how === "language",
    more: how === "longer" ? new Checker(facts, [input.draft]) : null,
  });
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
      model ??= new ModelLetter({ checker, numbered, frame, onText: say });
      model.take(text);
    },
    isEnough: () => model?.isEnough ?? false,
    accept() {
      const letter = model?.end() ?? null;
      if (!letter) return false;
      const made = letter.paragraphs.map((one) => one.map(({ text, sources }) => machine(text, sources)));
      const kept =
        how === "language"
          ? made
          : withTyped(
              made,
              pieces.paragraphs.map((one) => one.filter(isSelected)),
            );
      const paragraphs = selection ? putBack(pieces.paragraphs, isSelected, kept.flat()) : kept;
      changed = { pieces: { ...newPieces(pieces, frame), paragraphs }, limit: null };
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

/** What the member typed and the model left out or changed comes back, in its paragraph. */
function withTyped(made: Piece[][], before: readonly Piece[][]): Piece[][] {
  const said = made.flat().map((one) => one.text);
  const all = made.map((one) =>
    one.map((piece) => ({ ...piece, typed: before.flat().some((old) => old.typed && old.text === piece.text) })),
  );
  before.forEach((paragraph, i) => {
    const missing = paragraph.filter((one) => one.typed && !said.includes(one.text));
    if (missing.length === 0) return;
    const place = Math.min(i, all.length - 1);
    if (place < 0) all.push(missing);
    else all[place]!.push(...missing);
  });
  return all;
}

/** The new sentences in the place of the selected ones. */
function putBack(
  paragraphs: readonly Piece[][],
  isSelected: (piece: Piece) => boolean,
  made: readonly Piece[],
): Piece[][] {
  let done = false;
  const put = paragraphs.map((paragraph) =>
    paragraph.flatMap((one) => {
      if (!isSelected(one)) return [one];
      if (done) return [];
      done = true;
      return [...made];
    }),
  );
  return put.filter((one) => one.length > 0);
}
