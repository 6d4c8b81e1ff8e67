import type { ForYourEyes, Statement } from "@sidenote/contract/context";
import { type Facts, sentencesOf } from "../../context/index.ts";
import { courtesyKey } from "../../voice/index.ts";
import { isThanks } from "../check/deals.ts";
import { frameOf, letterLanguage, limitOf, type Wish } from "../frame.ts";
import { type BuiltinLetter, blank, cited } from "../letter.ts";
import { Answers, DECIDES } from "./answers.ts";
import { proposedTimes } from "./asked.ts";
import { Desk } from "./desk.ts";
import { frameLetter } from "./frame-letter.ts";
import { type Kind, kindOf } from "./kinds.ts";
import { saidOnce } from "./lead-ins.ts";
import { noted } from "./noted.ts";
import { broughtWith, takenUp, tenorIn } from "./opening.ts";
import { isApology, isBadNews, isRefusal, isWhole } from "./phrases/phrases.ts";
import { reminder } from "./reminder.ts";
import {
  askingSentences,
  isAwaiting,
  isPromisedLast,
  phrasesFor,
  saidIn,
  subjectOf,
  theirLast,
  theirPromise,
  withoutAutomaticReply,
} from "./thread.ts";
import { APPOINTMENT } from "./values.ts";
import { Wishes } from "./wishes.ts";

/**
 * Writes a plain, correct mail from the facts, without any model: takes up what they ask with what they have been told before,
 * says what was wished, and leaves a marked blank where something asked for is nowhere. What only the member's own notes say
 * is told where it is safe, and else laid beside the letter.
 */
export function writeBuiltin(facts: Facts, typed: Wish): BuiltinLetter {
  const language = letterLanguage(facts, typed);
  const wish = noted(typed, phrasesFor(facts, language));
  const limit = limitOf(wish, language);
  const frame = frameOf(facts, wish);
  if (!isWhole(language)) return { ...frame, ...frameLetter(facts, wish, language), told: [], limit, language };
  const waiting = withoutAutomaticReply(facts);
  const isAway = waiting !== null && kindOf(wish.purpose, true).kind === "answer";
  const desk = new Desk(
    waiting ?? facts,
    isAway ? { ...wish, purpose: "Follow up" } : wish,
    phrasesFor(facts, language),
  );
  const { paragraphs, told, eyes, open } = new Builtin(desk).write();
  return {
    ...frame,
    paragraphs: without(wish.dropped ?? [], paragraphs),
    told,
    eyes,
    limit: limit ?? (isAway ? AWAY : leftOpen(open)),
    language,
  };
}

/** Who proposes a time need not say that they would like to find one. */
const PROPOSES = /^(?:How about|Would you have time|Пропоную)(?!\p{L})/u;

const AWAY = "Their last mail is an automatic reply. This is for when they are back.";

const leftOpen = (open: readonly string[]): string | null =>
  open.length === 0
    ? null
    : `Left out, for a draft leaves two places open at most: ${open.map((one) => `“${one.charAt(0).toUpperCase()}${one.slice(1)}”`).join(", ")}`;

/** A letter without the courtesies that the member never sends; one of nothing else keeps them. */
function without(dropped: readonly string[], paragraphs: Statement[][]): Statement[][] {
  const isWanted = ({ text }: Statement) => !dropped.includes(courtesyKey(text) ?? "");
  const kept = paragraphs.map((one) => one.filter(isWanted)).filter((one) => one.length > 0);
  return kept.length > 0 ? kept : paragraphs;
}

/** A sentence that two wishes come to stands once. */
function eachOnce(paragraphs: readonly Statement[][]): Statement[][] {
  const said = new Set<string>();
  return paragraphs
    .map((one) => one.filter(({ text }) => !said.has(text) && said.add(text)))
    .filter((one) => one.length > 0);
}

class Builtin {
  readonly #desk: Desk;
  readonly #answers: Answers;
  readonly #wishes: Wishes;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#answers = new Answers(desk);
    this.#wishes = new Wishes(desk);
  }

  write(): { paragraphs: Statement[][]; told: Statement[]; eyes: ForYourEyes[]; open: string[] } {
    const phrases = this.#desk.phrases;
    const named = kindOf(this.#desk.wish.purpose, this.#desk.facts.thread.length > 0);
    // Nobody is reminded who wrote last.
    const isReminder = named.kind === "chase" || (named.kind === "follow-up" && theirLast(this.#desk.facts));
    const isOwed =
      (named.kind === "chase" || askingSentences(this.#desk.facts).length === 0) &&
      theirPromise(this.#desk.facts) !== undefined;
    const kind = isReminder && !isAwaiting(this.#desk.facts) && !isOwed ? "answer" : named.kind;
    // What the member wishes comes first where only so much may stay open.
    const { lead, rest } = this.#wishes.own(kind, named.more);
    const wishes = this.#wishes.statements(kind, rest, named.more);
    const isComingBack = kind === "answer" && named.kind !== "answer" && askingSentences(this.#desk.facts).length === 0;
    const opening = isComingBack ? this.#comingBack(wishes) : this.#opening(kind, wishes);
    const said = wishes.filter((one) => !opening.includes(one));
    const isThanked = opening.some(({ text }) => isThanks(text));
    const own = said.filter(({ text }) => !isThanked || text !== phrases.thanksAlone);
    const body = this.#body(kind, named.more, lead, wishes);
    const tenor = kind === "answer" ? tenorIn(this.#desk) : null;
    // Bad news comes first, and so does a yes or a no.
    const isBad = DECIDES.test(own[0]?.text ?? "") || own.some(({ text }) => isBadNews(text) || isApology(text));
    const paragraphs = isBad ? [opening, own, ...body] : [opening, ...body, own];
    const isAsked = [...opening, ...own].some(({ text }) => text.endsWith("?"));
    if (kind === "chase" || (kind === "follow-up" && (isOwed || isAwaiting(this.#desk.facts))))
      paragraphs.push([...(isAsked ? [] : [cited(phrases.isThereNews)]), cited(phrases.lookingForward)]);
    else if (
      tenor === "news" &&
      !isComingBack &&
      askingSentences(this.#desk.facts).length === 0 &&
      isPromisedLast(this.#desk.facts)
    )
      paragraphs.push([cited(phrases.lookForwardToIt)]);
    if (paragraphs.flat().length === 0) paragraphs.push(this.#nothingSaid(named.kind));
    return {
      paragraphs: saidOnce(eachOnce(paragraphs)),
      told: this.#desk.told,
      eyes: this.#desk.eyes,
      open: this.#desk.open,
    };
  }

  /** Nothing is known and nothing was wished: what it is about is the one thing to fill in, unless it is to go on as it began. */
  #nothingSaid(kind: Kind): Statement[] {
    const phrases = this.#desk.phrases;
    const subject = kind === "follow-up" || kind === "chase" ? subjectOf(this.#desk.facts) : null;
    const answered = kind === "answer" && !isAwaiting(this.#desk.facts) ? theirLast(this.#desk.facts) : undefined;
    // "ok?" asks something, though nothing that rules know.
    const [first] = answered ? saidIn(answered) : [];
    if (first) return [cited(blank(first.quote), first)];
    return subject
      ? [cited(phrases.followUpOn(subject)), cited(phrases.isThereNews)]
      : [cited(`${phrases.writingAbout} ${blank(phrases.whatAbout)}.`)];
  }

  /** They wrote last, and neither asked nor promised anything: the subject is what one comes back to. */
  #comingBack(wishes: readonly Statement[]): Statement[] {
    const subject = subjectOf(this.#desk.facts);
    const reminds = wishes.some(({ text }) => /\bremind you\b|(?<!\p{L})нагадати(?!\p{L})/iu.test(text));
    return subject && wishes.length > 0 && !reminds ? [cited(this.#desk.phrases.followUpOn(subject))] : [];
  }

  #opening(kind: Kind, wishes: readonly Statement[]): Statement[] {
    const { thanksAlone } = this.#desk.phrases;
    if (kind === "chase" || kind === "follow-up") {
      // Of a question of the member's own there is no need for another.
      const asks = wishes.some(({ text }) => text.endsWith("?"));
      const said = reminder(this.#desk.facts, this.#desk.phrases);
      return asks ? said.filter(({ text }) => text !== this.#desk.phrases.hadALook) : said;
    }
    // Nobody thanks twice, or cheerfully for a mail that they apologise for.
    const thanks = wishes.filter(({ text }) => isThanks(text) && text !== thanksAlone);
    if (thanks.length > 0) return thanks;
    if (wishes.some(({ text }) => isApology(text))) return [];
    const answered = isAwaiting(this.#desk.facts) ? undefined : theirLast(this.#desk.facts);
    if (answered && kind === "answer") return takenUp(this.#desk, answered);
    const first = answered && sentencesOf(answered)[0];
    if (!answered?.at || !first || kind === "new" || kind === "introduce")
      return kind === "thank" &&
        this.#desk.wish.purpose.trim().split(/\s+/).length < 3 &&
        this.#desk.wish.keyPoints.length === 0
        ? [cited(thanksAlone)]
        : [];
    if (kind === "thank" && tenorIn(this.#desk) === "introduction")
      return this.#desk.phrases.meets.introduction.map((one) => cited(one, first));
    const thing = kind === "thank" ? broughtWith(this.#desk, answered) : null;
    return [thing ?? cited(this.#desk.thanksForMail(answered.at), first)];
  }

  #body(kind: Kind, more: string, lead: string | undefined, wishes: readonly Statement[]): Statement[][] {
    switch (kind) {
      case "answer":
        return this.#answers.all(wishes, tenorIn(this.#desk));
      case "decline":
        return more === "" && !wishes.some(({ text }) => isRefusal(text)) ? [[this.#answers.refused()]] : [];
      case "schedule":
        return [this.#schedule(more, wishes)];
      case "send":
        return lead === undefined ? [] : [[this.#wishes.attached(lead)]];
      case "introduce":
        return lead === undefined ? [] : [[this.#wishes.introduction(lead)]];
      default:
        return [];
    }
  }

  /** A time that they named stands open; else they are asked for one, unless the member names one. */
  #schedule(more: string, wishes: readonly Statement[]): Statement[] {
    const phrases = this.#desk.phrases;
    const usual = [phrases.whenSuits, phrases.doesThatSuit];
    if (wishes.some(({ text }) => !usual.includes(text) && PROPOSES.test(text))) return [];
    const mine = [more, ...this.#desk.wish.keyPoints].join(" ");
    const theirs = theirLast(this.#desk.facts);
    const named = theirs && proposedTimes(theirs);
    if (mine.match(APPOINTMENT)) return more === "" && !named ? [cited(phrases.meet)] : [];
    const choice = named && this.#answers.choice(named);
    if (choice) return [choice];
    if (more !== "") return [];
    return [cited(phrases.meet), ...(this.#desk.wish.keyPoints.length === 0 ? [cited(phrases.whenSuits)] : [])];
  }
}
