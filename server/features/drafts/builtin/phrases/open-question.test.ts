import { expect, test } from "vitest";
import type { EitherWay } from "./either-way.ts";
import { openQuestion } from "./open-question.ts";
import { openQuestionUk } from "./open-question-uk.ts";
import { sentence } from "./wishes-en.ts";
import { sentenceUk } from "./wishes-uk.ts";

const shown = (found: EitherWay | null): string | null =>
  found && `${found.before} [${found.open}?] ${found.after}`.trim();

test.each([
  ["When can we visit you?", "you can visit us [when?]"],
  ["How many pallets can we store in zone A?", "you can store [how many pallets?] in zone A"],
  ["Who do we call if something breaks at the weekend?", "you can call [whom?] if something breaks at the weekend"],
  ["Who will be our contact for the installation?", "[who?] will be your contact for the installation"],
  ["What's the lead time for the second unit?", "the lead time for the second unit is [lead time?]"],
  ["How long does onboarding take?", "onboarding takes [how long?]"],
  ["how much the second unit costs", "the second unit costs [how much?]"],
  ["What warranty do you offer?", "we offer [what warranty?]"],
  ["What do you need from us to start?", "we need [what?] from you to start"],
  ["Who should we talk to?", "you should talk to [whom?]"],
  ["How quickly can you come and look at it?", "we can come and look at it [how quickly?]"],
  ["When are you available?", "we are available [when?]"],
  ["When will this offer end?", "this offer will end [when?]"],
  ["what would the price be over 24 months?", "the price would be [price?] over 24 months"],
  ["Is there anything we should prepare?", "you should prepare [what, if anything?]"],
])("%s has a sentence that answers it, with what is asked for left open: %s", (asked, says) => {
  expect(shown(openQuestion(asked))).toBe(says);
});

test.each([
  "What do you think?",
  "When do you think we can start?",
  "Why is it late?",
  "What happens if it fails?",
  "Which of the two would you recommend?",
  "When do we get the discount that you promised?",
  "What about insurance?",
])("what no rule can answer so is left to be asked again: %s", (asked) => {
  expect(openQuestion(asked)).toBeNull();
});

test.each([
  ["Скільки коштує монтаж у січні?", "монтаж у січні коштує [скільки?]"],
  ["яка гарантія", "гарантія – [яка?]"],
  ["Коли ви зможете доставити вітрину?", "ми зможемо доставити вітрину [коли?]"],
  ["Де ви знаходитесь?", "ми знаходимось [де?]"],
  ["Хто буде нашим менеджером?", "[хто?] буде вашим менеджером"],
  ["Скільки людей приїде?", "[скільки?] людей приїде"],
  ["Коли почнеться монтаж?", "монтаж почнеться [коли?]"],
])("%s has a sentence that answers it in Ukrainian: %s", (asked, says) => {
  expect(shown(openQuestionUk(asked))).toBe(says);
});

test.each(["Який день вам зручний?", "Що входить у вартість?", "Чому так довго?"])(
  "what no rule can answer so is left to be asked again: %s",
  (asked) => {
    expect(openQuestionUk(asked)).toBeNull();
  },
);

test.each(["them", "what the ", "how much ", "when can the ", "is the red still ", "яка "])(
  "a question or a note of a hundred thousand characters comes to an end: %j",
  (piece) => {
    const long = `what is the ${piece.repeat(100_000 / piece.length)}`;
    const began = Date.now();
    openQuestion(long);
    openQuestionUk(`скільки коштує ${long}`);
    sentence(long);
    sentenceUk(long);
    expect(Date.now() - began).toBeLessThan(2000);
  },
);
