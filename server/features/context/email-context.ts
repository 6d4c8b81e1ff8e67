import type { emailContext, Statement } from "@sidenote/contract/context";
import type { Span } from "@sidenote/contract/emails";
import type { InputOf, OutputOf } from "@sidenote/contract/endpoint";
import type { Ctx } from "../../core/context.ts";
import { signatureFacts } from "../../core/mail/said/signature-facts.ts";
import { dayIn, dayWords } from "../../core/text/dates.ts";
import type { FactSource, Facts, Sentence } from "./facts.ts";
import { gatherFacts } from "./gather.ts";
import { allSources, bestSentences, saysSomethingExact, sentencesOf } from "./sentences.ts";

const MOST_POINTS = 6;

/** What matters about somebody in a situation: said with words that stand in a source, each with where. */
export async function describeSituation(
  ctx: Ctx,
  input: InputOf<typeof emailContext>,
): Promise<OutputOf<typeof emailContext>> {
  const facts = await gatherFacts(ctx, input);
  const summary = summarize(facts);
  const points = [...signedBy(facts), ...keyPoints(facts, input.new_situation ?? "")];
  const answer = await ctx.app.ai.ask(ctx, {
    task: "context",
    prompt: { version: 1, system: "", user: "", maxTokens: 0, temperature: 0 },
    builtin: async () => summary.map((one) => one.text).join(" "),
    preferBuiltin: true,
    onText: () => {},
    accept: () => true,
    onRestart: () => {},
  });
  return {
    summary: answer.text,
    key_points: points.map((one) => one.text),
    tone_recommendation: toneOf(facts),
    last_contact_date: facts.lastContactAt && dayIn(facts.lastContactAt, facts.member.timeZone),
    statements: [...summary, ...points],
    model_used: answer.model,
  };
}

const newestFirst = (a: FactSource, b: FactSource): number => (b.at ?? "").localeCompare(a.at ?? "");

function summarize(facts: Facts): Statement[] {
  const last = [...facts.thread, ...facts.others.filter((source) => source.kind === "mail")].sort(newestFirst)[0];
  const statements: Statement[] = [];
  const first = last && sentencesOf(last)[0];
  if (last?.at && first) {
    const who = last.by === "you" ? "you wrote" : `${last.author || facts.person.name} wrote`;
    statements.push(quoting(`Last contact on ${dayWords(last.at, facts)}: ${who}`, first));
  } else if (facts.lastContactAt) {
    statements.push({ text: `Last contact on ${dayWords(facts.lastContactAt, facts)}.`, sources: [] });
  } else {
    statements.push({ text: `No mail with ${facts.person.name} yet.`, sources: [] });
  }
  for (const owed of facts.owed.slice(0, 3)) {
    const who = owed.by === "you" ? "You owe an answer" : "An answer is awaited";
    const source = { id: owed.sourceId, quote: owed.asks, start: owed.start, end: owed.end };
    statements.push({ text: `${who} since ${dayWords(owed.since, facts)}: “${owed.asks}”`, sources: [source] });
  }
  return statements;
}

const quoting = (lead: string, { id, quote, start, end }: Sentence): Statement => ({
  text: `${lead}: “${quote}”`,
  sources: [{ id, quote, start, end }],
});

/** Of somebody who is no contact yet: what they sign with, which becomes part of the record once they are one. */
function signedBy({ contactId, person, thread }: Facts): Statement[] {
  if (contactId !== null) return [];
  const theirs = thread.filter((source) => source.by === "them").sort(newestFirst);
  for (const { id, text, spans, author } of theirs) {
    const found = signatureFacts(text, spans, { name: author || person.name, address: person.address });
    const facts = found && [found.title, found.company, ...found.phones, found.address, ...found.links];
    const says = facts?.filter((fact) => fact !== null) ?? [];
    const span = spans.find((one) => one.kind === "signature" && says.some((fact) => holds(text, one, fact)));
    if (!span) continue;
    const quote = text.slice(span.start, span.end);
    return [{ text: says.join(", "), sources: [{ id, quote, start: span.start, end: span.end }] }];
  }
  return [];
}

const holds = (text: string, { start, end }: Span, words: string): boolean => text.slice(start, end).includes(words);

/** First what fits the situation, then what was said last that is exact: figures, dates. */
function keyPoints(facts: Facts, situation: string): Statement[] {
  const fitting = situation ? bestSentences(facts, situation, { least: 0.34, limit: MOST_POINTS }) : [];
  const exact = allSources(facts)
    .sort(newestFirst)
    .flatMap(sentencesOf)
    .filter((sentence) => saysSomethingExact(sentence) && sentence.quote.length < 240);
  const seen = new Set<string>();
  const chosen = [...fitting, ...exact]
    .filter(({ quote }) => !seen.has(quote) && seen.add(quote))
    .slice(0, MOST_POINTS);
  return chosen.map((sentence) => {
    const { source } = sentence;
    const who =
      source.kind === "mail"
        ? source.by === "you"
          ? "You"
          : source.author || facts.person.name
        : source.kind === "activity"
          ? "Note"
          : "Record";
    return quoting(source.at ? `${who}, ${dayWords(source.at, facts)}` : who, sentence);
  });
}

/** From how the two write to each other now, not from who they are. */
function toneOf(facts: Facts): string {
  const texts = [...facts.thread, ...facts.others]
    .filter((source) => source.kind === "mail" && source.by !== "other")
    .sort(newestFirst)
    .slice(0, 10);
  const starts = texts.map((source) => source.text.trimStart().slice(0, 40));
  const formal = starts.filter((start) => /^(dear|sehr geehrte|шановн|madame|monsieur)/i.test(start)).length;
  const casual = starts.filter((start) => /^(hi|hey|hello|hallo|привіт|salut|ciao|hola)\b/i.test(start)).length;
  if (texts.length === 0) return "Formal but warm: nothing is known of how you two write";
  if (formal > casual) return "Formal: you greet each other with “Dear”";
  if (casual > 0) return "Friendly: you greet each other with “Hi”";
  return "Short and direct: you write to each other without a greeting";
}
