import type { Draft, DraftEvent, emailDraft } from "@sidenote/contract/context";
import type { InputOf } from "@sidenote/contract/endpoint";
import type { ModelCall } from "../../core/ai/gateway.ts";
import type { Ctx } from "../../core/context.ts";
import { dayWords } from "../../core/text/dates.ts";
import { type FactSource, type Facts, gatherFacts } from "../context/index.ts";
import { letterLanguage, type Wish, writeBuiltin } from "./builtin.ts";
import { assemble, type BuiltinLetter, type Letter } from "./letter.ts";
import { ModelLetter } from "./model-letter.ts";
import { type DraftFacts, draftPrompt } from "./prompt.ts";
import { draftVoice } from "./voice.ts";

type DraftInput = InputOf<typeof emailDraft>;

/**
 * Writes a mail: facts with their sources → prompt → the gateway → sentences that hold. Without a model, or when it fails,
 * the builtin writer does it from the same facts. `emit` hears the draft as it grows.
 */
export async function writeDraft(ctx: Ctx, input: DraftInput, emit: (event: DraftEvent) => void): Promise<Draft> {
  const facts = await gatherFacts(ctx, input);
  const wish: Wish = {
    purpose: input.purpose ?? "",
    keyPoints: input.key_points ?? [],
    tone: input.tone ?? null,
    language: input.language ?? null,
    voice: await draftVoice(ctx, facts),
  };
  const numbered = numberFacts(facts);
  const say = (text: string) => emit({ type: "text", text });
  let model: ModelLetter | null = null;
  let letter: Letter | null = null;
  // What the notes say is laid beside a model's letter, too.
  const builtin = writeBuiltin(facts, wish);
  const call: ModelCall = {
    task: "draft",
    prompt: draftPrompt(promptFacts(facts, wish, numbered)),
    preferBuiltin: input.builtin === true,
    onText(text) {
      model ??= new ModelLetter(facts, wish, numbered.byNumber, say);
      model.take(text);
    },
    accept() {
      letter = model?.end() ?? null;
      return letter !== null;
    },
    async builtin() {
      letter = builtin;
      const { draft } = assemble(letter);
      say(draft);
      return draft;
    },
    onRestart: (reason) => emit({ type: "restart", reason }),
  };
  const answer = await ctx.app.ai.ask(ctx, call);
  const result: Draft = {
    ...assemble(letter!),
    subject: replySubject(facts),
    model_used: answer.model,
    fallback_reason: answer.fallbackReason,
    left_machine: answer.leftMachine,
    tokens: answer.tokens,
    interaction_id: answer.interactionId,
    for_your_eyes: unsaid(builtin, letter!),
    language: letterLanguage(facts, wish),
    limit: answer.model === "builtin" ? builtin.limit : null,
  };
  emit({ type: "done", result });
  return result;
}

/** A model may have found a way to say it. */
function unsaid({ eyes }: BuiltinLetter, { paragraphs }: Letter): BuiltinLetter["eyes"] {
  const said = new Set(paragraphs.flat().flatMap((one) => one.sources.map(({ id, start }) => `${id} ${start}`)));
  return eyes.filter(({ source }) => !said.has(`${source.id} ${source.start}`));
}

/** "Re: …" for an answer; a mail of its own has none until the member writes one. */
function replySubject(facts: Facts): string | null {
  const subject = facts.thread.at(-1)?.subject;
  if (!subject) return null;
  return /^re:/i.test(subject) ? subject : `Re: ${subject}`;
}

type Numbered = { byNumber: Map<number, FactSource>; thread: DraftFacts["thread"]; others: DraftFacts["others"] };

const MOST_OTHERS = 12;
/** A model's window is small, and what matters in a mail stands in what was said. */
const LONGEST_FACT = 1500;

function numberFacts(facts: Facts): Numbered {
  const byNumber = new Map<number, FactSource>();
  const number = (source: FactSource) => {
    byNumber.set(byNumber.size + 1, source);
    const who = source.by === "you" ? facts.member.name : source.author || facts.person.name;
    const said = source.said
      .map((span) => source.text.slice(span.start, span.end))
      .join("\n")
      .trim();
    const heading = source.kind === "mail" ? `Mail from ${who}` : source.kind === "activity" ? "Note" : "Record";
    return {
      number: byNumber.size,
      heading: source.at ? `${heading}, ${dayWords(source.at, facts)}` : heading,
      text: said.slice(0, LONGEST_FACT),
    };
  };
  return { byNumber, thread: facts.thread.map(number), others: facts.others.slice(0, MOST_OTHERS).map(number) };
}

const promptFacts = (facts: Facts, wish: Wish, { thread, others }: Numbered): DraftFacts => ({
  person: facts.person.name,
  member: facts.member.name,
  today: dayWords(facts.now, facts),
  thread,
  others,
  purpose: wish.purpose || "Answer the last mail",
  keyPoints: wish.keyPoints,
  tone: wish.tone,
});
