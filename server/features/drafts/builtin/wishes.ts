import type { Statement } from "@sidenote/contract/context";
import { contentWords, overlap } from "../../../core/text/words.ts";
import { cited } from "../letter.ts";
import { isPlaceOnly, isTimeOnly, proposedTimes, theirAsks, wishesIn } from "./asked.ts";
import { asSentence, type Desk } from "./desk.ts";
import { introduced } from "./introduced.ts";
import { isOfKind, type Kind } from "./kinds.ts";
import { isForeign, phrasesOf, wished } from "./phrases/phrases.ts";
import { asksForFigure, asksWhen, choosesFrom } from "./questions.ts";
import { askingSentences, theirLast } from "./thread.ts";
import { tells } from "./topic.ts";
import { APPOINTMENT, FIGURE, TIME_OF } from "./values.ts";
import { wanted } from "./wanted.ts";

/** People are introduced; a price or a service is only brought up. */
const SOMEBODY = /\s\p{Lu}|\b(?:myself|me|colleague|engineer|manager|team|technician)\b|колег|інженер|менеджер|команд/u;

/** "Brochure attached" says already that it is sent. */
const GOES_WITH_IT = /\b(?:attached|enclosed)\b|(?<!\p{L})(?:у|в) (?:вкладенн|додатк)/iu;

/** What stands in a letter for what the member wished. */
export class Wishes {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  attached(more: string): Statement {
    const phrases = this.#desk.phrases;
    const said = more.replace(/^\p{L}+,?\s*((her|him|them|you|йому|їй|вам)\s+)?/iu, "").replace(/[.!]+$/, "");
    const ask = askingSentences(this.#desk.facts).find((one) => phrases.wantedDocument(one.quote) !== null);
    const asked = ask && phrases.wantedDocument(ask.quote);
    const isAsked = asked && overlap(contentWords(said), contentWords(asked)) === 1;
    if (said && !isAsked) return TIME_OF.test(said) ? this.#wished(more)[0]! : cited(phrases.attached(said, false));
    if (ask && asked) return cited(phrases.attached(asked, true), ask);
    return cited(phrases.attached(this.#desk.blank(phrases.whichDocument, []) ?? "", false));
  }

  introduction(more: string): Statement {
    const phrases = this.#desk.phrases;
    const found = introduced(this.#desk.facts, more);
    if ("myself" in found) return cited(phrases.myNameIs(this.#desk.facts.member.name));
    return cited(phrases.introduceTo(found.whom || (this.#desk.blank(phrases.whom, []) ?? "")));
  }

  /** All that the member wished; of what a mail of that kind is for, `lead` says it: "" where nothing does and it stays open. */
  own(kind: Kind, more: string): { lead: string | undefined; rest: string[] } {
    const all = [...wishesIn(more), ...this.#desk.wish.keyPoints.flatMap(wishesIn)].filter(
      (wish) => wish.trim() !== "",
    );
    if (kind !== "send" && kind !== "introduce") return { lead: undefined, rest: all };
    if (kind === "send" && all.some((wish) => GOES_WITH_IT.test(wish))) return { lead: undefined, rest: all };
    const at = more === "" ? all.findIndex((wish) => isOfKind(kind, wish)) : 0;
    // In another language than the letter's it stands in its own words.
    if (at !== -1 && isForeign(all[at]!, this.#desk.phrases.language)) return { lead: undefined, rest: all };
    return { lead: at === -1 ? "" : all[at], rest: all.filter((_, i) => i !== at) };
  }

  /** What the member wished, in sentences; a purpose that its kind has said already is not said again. */
  statements(kind: Kind, own: readonly string[], more: string): Statement[] {
    const theirs = theirLast(this.#desk.facts);
    const isAsked = kind === "answer" && theirs !== undefined && !theirAsks(theirs).some(({ text }) => asksWhen(text));
    const time = kind === "schedule" || isAsked ? this.#time(own) : null;
    const statements = own
      .filter((wish) => !time?.of.includes(wish))
      .flatMap((wish) => {
        const why = kind === "decline" && wish !== more ? this.#because(wish) : null;
        return why ?? this.#wished(wish);
      });
    if (time) statements.push(time.statement);
    else if (kind === "schedule" && own.length > 0 && !statements.some(({ text }) => text.endsWith("?"))) {
      const names = own.some((wish) => wish.match(APPOINTMENT));
      statements.push(cited(names ? this.#desk.phrases.doesThatSuit : this.#desk.phrases.whenSuits));
    }
    return statements;
  }

  /** "Wednesday 10am", "at their office": a time that is one of theirs suits, another is proposed. */
  #time(own: readonly string[]): { of: string[]; statement: Statement } | null {
    const times = own.filter(isTimeOnly);
    if (times.length === 0) return null;
    const places = own.filter(isPlaceOnly);
    const { or, itSuits, howAbout } = phrasesOf(times[0]!, this.#desk.phrases);
    const said = [
      times.join(` ${or} `).replace(/(?<=day) (?=\d{1,2}(?:[:.]\d{2})?(?: ?[ap]m)?\b)/gi, " at "),
      ...places,
    ].join(" ");
    const theirs = theirLast(this.#desk.facts);
    const named = theirs && proposedTimes(theirs);
    const isTheirs =
      named && overlap(contentWords(times[0]!.replace(/\d\S*/g, "")), contentWords(named.sentence.quote)) === 1;
    const statement = isTheirs && times.length === 1 ? cited(itSuits(said), named.sentence) : cited(howAbout(said));
    return { of: [...times, ...places], statement };
  }

  /** Of a refusal a word or two that are no wish are the reason. */
  #because(wish: string): Statement[] | null {
    if (isForeign(wish, this.#desk.phrases.language)) return null;
    const said = wished(wish, this.#desk.phrases);
    const why = said && "fact" in said ? this.#desk.phrases.because(said.fact) : null;
    return why === null ? null : [cited(why)];
  }

  /** "70 to 80k", "about six weeks": the figure that one question of theirs asks for stands in a sentence with it. */
  #figure(wish: string): Statement[] | null {
    const theirs = theirLast(this.#desk.facts);
    const isTime = isTimeOnly(wish);
    if (!theirs || !(isTime || FIGURE.test(wish))) return null;
    const asks = theirAsks(theirs).filter(({ text }) => (isTime ? asksWhen(text) : asksForFigure(text, wish)));
    const [ask, another] = asks;
    const open = ask && !another ? this.#desk.phrases.openQuestion(ask.text) : null;
    if (!ask || !open || open.before === "") return null;
    const figure = `${/^(?:\p{Lu}\p{Ll}+day|\d)/u.test(wish) && isTime && this.#desk.phrases.language === "en" ? "on " : ""}${wish.trim().replace(/\.$/, "")}`;
    const said = asSentence([open.before, figure, open.after].filter(Boolean).join(" "));
    return [cited(said, { id: theirs.id, quote: ask.text, start: ask.start, end: ask.end })];
  }

  #wished(wish: string): Statement[] {
    const figure = this.#figure(wish);
    if (figure) return figure;
    const said = wished(wish, this.#desk.phrases);
    if (isOfKind("introduce", wish) && SOMEBODY.test(wish) && !isForeign(wish, this.#desk.phrases.language))
      return [this.introduction(wish)];
    if (!said) return [];
    if ("text" in said) return [cited(this.#desk.withOpen(said))];
    if (this.#choosesOne(said.fact)) return [cited(asSentence(said.fact))];
    const isTold = tells(said.fact);
    const { known, inside } = this.#desk.lookup.find(said.fact, wanted(said.fact, true), {
      accept: (one) => isTold(one.quote),
    });
    if (known) {
      const statement = cited(this.#desk.say(known.told, known.sentence, said.fact), known.sentence);
      this.#desk.told.push(statement);
      return [statement];
    }
    if (said.typed) return [cited(said.typed)];
    const gap = this.#desk.blank(said.fact.replace(/^(the|a|an|our|my|your)\s+/i, ""), inside, wish);
    return gap ? [cited(this.#desk.phrases.isOpen(said.fact, gap))] : [];
  }

  /** "Quarterly billing", of "is it monthly or quarterly billing?". */
  #choosesOne(fact: string): boolean {
    return theirAsks(theirLast(this.#desk.facts)).some((ask) => choosesFrom(fact, ask.text));
  }
}
