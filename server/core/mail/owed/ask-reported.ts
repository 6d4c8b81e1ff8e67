/** What is asked for another, or wondered about, without a mark: "Our insurers have asked whether …", "Me preguntaba si …". */

import { isGerman } from "./german-promises.ts";
import { mayBe } from "./in-language.ts";
import { wholeWords } from "./whole-words.ts";

/** What follows is answered by whoever reads; what was answered already is told of. */
const ANSWERED = wholeWords(
  "(?:so|and|but) (?:i|we|he|she|they) (?:said|told|answered|replied|explained)|gesagt|geantwortet|répondu|contest(?:é|ado|amos)|respondido|odpowiedziałem|odpowiedziałam|відпові(?:в|ла|ли)",
);
const ASKS = `(?:(?:has|have) (?:also |just |now |since )?asked|(?:is|are) (?:also |still |now )?asking|keeps? asking|wants? to know|would like to know)(?: (?:me|us))?,?`;
const WHAT = "(?:if|whether|when|which|who|what|where|how|why)";
const ENGLISH: readonly RegExp[] = [
  // Whoever asks through the writer is one of the writer's own, or the answer is about one of the two.
  new RegExp(
    String.raw`^(?:(?:and|so|also|but),? )?(?:our|my) (?:[\p{L}'’-]+ ){1,4}${ASKS} ${WHAT}(?! (?:they|he|she|it)(?!\p{L}))(?!\p{L})`,
    "iu",
  ),
  new RegExp(
    String.raw`^(?:(?:and|so|also|but),? )?(?:the |\p{Lu})(?!(?:[\p{L}'’-]+ ){0,4}you )(?:[\p{L}'’-]+ ){1,4}${ASKS} ${WHAT} (?:you|your|we|our)(?!\p{L})`,
    "u",
  ),
  /^(?:(?:hi|and|also|just|so),? )?(?:(?:i|we) (?:was|were|am|are|have been) |(?:i['’]m|we['’]re|i['’]ve been|we['’]ve been) )?(?:just |also |still |really )?(?:wondering|curious) (?:if|whether|when|which|who|where)(?! (?:i|he|she)(?!\p{L}))(?!\p{L})/iu,
];
const ENGLISH_NARRATES =
  /^(?:(?:and|so|also|but),? )?(?:i|we|you|he|she|they|people|many|some|nobody|everybody|everyone)(?!\p{L}).{0,40}(?:asked|asking|to know)/iu;

const GERMAN =
  /(?<!\p{L})(?:fragt|fragen|(?:hat|haben) (?:\p{L}+ ){0,3}(?:ge|an|nach)gefragt|(?:hat|haben) (?:\p{L}+ ){0,3}gefragt|will wissen|wollen wissen|möchte wissen|möchten wissen),? (?:ob|wann|wie|wer|welche[nrs]?) (?=.{0,80}(?<!\p{L})(?:ihr|sie|du|euch|ihnen|dir|eure|ihre?)(?!\p{L}))|(?<!\p{L})(?:mich|uns) würden? (?:\p{L}+ )?interessieren,? (?:ob|wann|wie|wer|welche|was)(?!\p{L})|^(?:ich|wir) wollten? (?:\p{L}+ )?(?:nur )?(?:fragen|nachfragen|wissen),? (?:ob|wann|wie|wer|was)(?!\p{L})/iu;
const FRENCH =
  /(?<!\p{L})(?:demande(?:nt)?|(?:a|ont) demandé|voudrai(?:t|ent) savoir|veu(?:t|lent) savoir|aimerai(?:t|ent) savoir) (?:si|quand|comment|qui|quel\p{L}*) (?:vous|tu|votre|vos|ton|ta|tes)(?!\p{L})|^(?:bonjour,? )?(?:je me demandais|nous nous demandions|on se demandait) (?:si|quand|comment|quel\p{L}*|qui)(?! je(?!\p{L}))(?!\p{L})/iu;
const SPANISH =
  /(?<!\p{L})(?:preguntan?|ha(?:n)? preguntado|quiere(?:n)? saber|querría(?:n)? saber) (?:si|cuándo|cómo|quién|qué|cuál) (?:(?:ya |nos |le |les )?(?:tenéis|podéis|hacéis|trabajáis|tiene[sn]?|puede[sn]?|hace[sn]?|usted|ustedes|vosotros|vais|estáis|está[sn]?|habéis|ha[sn]?)(?!\p{L}))|^(?:me preguntaba|nos preguntábamos|quería preguntar|queríamos preguntar)(?:te|le|os|les)? (?:si|cuándo|cómo|quién|qué|cuál)(?! yo(?!\p{L}))(?!\p{L})/iu;
const POLISH =
  /(?<!\p{L})(?<!(?:ludzie|wszyscy|klienci|niektórzy|często) )(?:pyta|pytają|dopytuje|dopytują|chce wiedzieć|chcą wiedzieć|chciałby wiedzieć),? (?:czy|kiedy|kto|jak|ile|któr\p{L}+) (?!\p{L}+(?:ać|eć|ić|yć)(?!\p{L}))\p{L}|^(?:zastanawiam się|zastanawiamy się|ciekaw jestem|ciekawa jestem|jestem ciekawa?),? (?:czy|kiedy) (?!nie |się |to |(?:\p{L}+ )?\p{L}+(?:ać|eć|ić|yć)(?!\p{L}))\p{L}/iu;
const UKRAINIAN =
  /(?<!\p{L})(?:питає|питають|запитує|запитують|цікавиться|цікавляться|хоче знати|хочуть знати),? (?:чи|коли|хто|як|скільки|як(?:ий|а|і|е))(?!\p{L})|^(?:цікаво|цікавить|хотів спитати|хотіла спитати|хотів дізнатися|хотіла дізнатися),? (?:чи|коли)(?!\p{L})/iu;

const isFrench = mayBe("fr", FRENCH);
const isSpanish = mayBe("es", SPANISH);
const isPolish = mayBe("pl", POLISH);

export const asksInReport = (sentence: string): boolean =>
  !ANSWERED.test(sentence) &&
  ((ENGLISH.some((turn) => turn.test(sentence)) && !ENGLISH_NARRATES.test(sentence)) ||
    (isGerman(sentence) && GERMAN.test(sentence)) ||
    isFrench(sentence) ||
    isSpanish(sentence) ||
    isPolish(sentence) ||
    UKRAINIAN.test(sentence));
