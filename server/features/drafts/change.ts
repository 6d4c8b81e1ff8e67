import type { Draft, DraftEvent, Statement } from "@sidenote/contract/context";
import type { DraftChange, drafts } from "@sidenote/contract/drafts";
import type { InputOf } from "@sidenote/contract/endpoint";
import type { ModelCall } from "../../core/ai/gateway.ts";
import type { Ctx } from "../../core/context.ts";
import { type Facts, gatherFacts } from "../context/index.ts";
import { droppedCourtesies } from "../voice/index.ts";
import { writeBuiltin } from "./builtin/builtin.ts";
import { type Changed, changeBuiltin } from "./builtin/change.ts";
import { ChangeChecker } from "./check/change.ts";
import { Checker } from "./check/check.ts";
import { frameFound, frameOf, letterLanguage, newFrame, type Wish } from "./frame.ts";
import { ModelLetter } from "./model-letter.ts";
import { numberFacts } from "./numbered.ts";
import { inPlace, Origins } from "./origins.ts";
import { hasWords, type Piece, type Pieces, piecesOf, putTogether, standing } from "./pieces.ts";
import { changePrompt } from "./prompt.ts";
import { readSeen } from "./seen.ts";
import { madeOf, replySubject, restingOn } from "./service.ts";
import { draftVoice } from "./voice.ts";

type Input = InputOf<typeof drafts.change>;
/** What rules do by greeting, closing and whole sentences, none of which is within a selection. */
const OF_A_WHOLE_MAIL: ReadonlySet<DraftChange> = new Set(["longer", "warmer", "more_formal", "language"]);
const TONES = { warmer: "friendly", more_formal: "formal" } as const;

/**
 * A draft in another form. What the member typed stays to the letter; what a model makes of the rest is held against the draft
 * that it was made of, and without a model, or when it fails, rules do what rules can and say what they cannot.
 */
export async function changeDraft(ctx: Ctx, input: Input, emit: (event: DraftEvent) => void): Promise<Draft> {
  const facts = await gatherFacts(ctx, input);
  emit(restingOn(facts));
  const { how, selection } = input;
  const asked: Wish = {
    purpose: input.purpose ?? "",
    keyPoints: input.key_points ?? [],
    tone: input.tone ?? null,
    voice: await draftVoice(ctx, facts, input.recipients),
    dropped: await droppedCourtesies(ctx),
  };
  const own = how === "language" ? null : (input.language ?? null);
  const found = frameFound(facts, { ...asked, language: own }, piecesOf(input.draft, []));
  const written: Wish = { ...asked, ...found, ...(own && { language: own }) };
  const wish: Wish = {
    ...asked,
    tone: how in TONES ? TONES[how as keyof typeof TONES] : written.tone,
    language: how === "language" ? (input.language ?? null) : written.language!,
  };
  const isSelected = (one: Piece) => !selection || (one.start < selection.end && selection.start < one.end);
  const taken = piecesOf(
    input.draft,
    input.statements.length > 0 ? input.statements : foundAgain(facts, written, input),
  );
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
  const isFramedAnew = !selection && (how === "language" || how in TONES);
  const { greeting, closing } = isFramedAnew ? newFrame(facts, wish, pieces) : pieces;
  const frame = { greeting: greeting?.text ?? "", closing: closing?.text ?? "" };
  let model: ModelLetter | null = null;
  let changed: Changed | null = null;
  const call: ModelCall = {
    task: "change",
    prompt: changePrompt({
      sentences: chosen,
      how,
      language: how === "language" ? (input.language ?? null) : null,
      instruction: input.instruction ?? "",
      sources: sources.map((one) => ({ ...one, number: one.number + chosen.length })),
    }),
    // Of what the member typed nothing changes but the language.
    preferBuiltin: input.builtin === true || chosen.every((one) => rules.isOwn(one)),
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
      const { paragraphs, left } = inPlace(pieces.paragraphs, chosen, made, rules);
      const limit = standing(left.length, "the model gave nothing that holds instead");
      changed = { pieces: { greeting, closing, paragraphs }, limit };
      return true;
    },
    async builtin() {
      changed =
        selection && OF_A_WHOLE_MAIL.has(how)
          ? {
              pieces,
              limit: "The built-in writer does this to a whole mail only. Connect a model, or edit it yourself.",
            }
          : changeBuiltin(how, { facts, written, wish, pieces, isSelected });
      const { draft } = putTogether(changed.pieces, input.draft);
      if (!selection) emit({ type: "text", text: draft });
      return draft;
    },
    onRestart: (reason) => emit({ type: "restart", reason }),
  };
  const answer = await ctx.app.ai.ask(ctx, call);
  const result: Draft = {
    ...putTogether(withTyped(changed!.pieces, taken), input.draft),
    subject: replySubject(facts),
    ...madeOf(answer),
    tokens: answer.tokens,
    language: letterLanguage(facts, wish),
    limit: changed!.limit,
  };
  emit({ type: "done", result });
  return result;
}

/** Of a draft that was stopped or cut nobody kept whose sentences they are: what can be found is the writer's, the rest typed. */
function foundAgain(facts: Facts, written: Wish, { draft }: Input): Statement[] {
  const checker = new Checker(facts, [written.purpose, ...written.keyPoints]);
  const by = { builtin: writeBuiltin(facts, written), frame: frameOf(facts, written), checker };
  return readSeen(draft, by)?.statements ?? [];
}

/** What was selected and stands as the member typed it is theirs as before. */
function withTyped(changed: Pieces, taken: Pieces): Pieces {
  const before = new Map(taken.paragraphs.flat().map((one) => [one.start, one]));
  const own = (one: Piece) => {
    const old = before.get(one.start);
    return old?.text === one.text ? old : one;
  };
  return { ...changed, paragraphs: changed.paragraphs.map((one) => one.map(own)) };
}
