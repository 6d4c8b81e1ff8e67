import { COMMON_STARTS } from "../../check/common-starts.ts";
import { eitherWay, LONGEST_OPEN } from "./either-way.ts";
import { flipped, indirect } from "./indirect.ts";
import type { Phrases } from "./phrases.ts";
import { sentence } from "./wishes-en.ts";

export const en: Phrases = {
  language: "en",
  locale: "en-GB",
  greeting: (tone, name) => (name === null ? "Hello," : tone === "formal" ? `Dear ${name},` : `Hi ${name},`),
  closing: (tone, name) =>
    `${tone === "formal" ? "Kind regards" : tone === "casual" ? "Best" : "Best regards"},\n${name}`,
  thanksForMail: (day) => `Thank you for your mail of ${day}.`,
  thanksAlone: "Thank you very much.",
  youAsked: (quote) => `You asked: “${quote}”`,
  askedAbout(question) {
    const told = indirect(question);
    return told && `You asked ${told}:`;
  },
  eitherWay,
  answer: "answer",
  yesOrNo: "yes or no",
  which: "which",
  when: "when",
  // Words of another language are theirs as they stood.
  asIWrote: (day, text) =>
    /\p{Script=Cyrillic}/u.test(text) ? en.iWrote(day, text) : `As I wrote on ${day}, ${asClause(text)}`,
  asITold: (day, text) => `As I told you${day ? ` on ${day}` : ""}, ${asClause(text)}`,
  iWrote: (day, quote) => `On ${day} I wrote: “${quote}”`,
  youWrote: (day, quote) => `On ${day} you wrote: “${quote}”`,
  otherWrote: (day, author, quote) => `On ${day} ${author} wrote: “${quote}”`,
  factIs: (topic, value) =>
    /^(the|our|your) \p{L}+( \p{L}+)?$/iu.test(topic) && !/s$/i.test(topic)
      ? `${capital(topic)} is ${value}.`
      : `As for ${topic}: ${value}.`,
  comeBackTo: (day) => `I would like to come back to my mail of ${day}.`,
  iAsked(question) {
    const told = indirect(question, true);
    return told ? `I had asked ${told}.` : `I had asked: “${question}”`;
  },
  lookingForward: "I look forward to your answer.",
  isThereNews: "Is there any news on this?",
  declined: "Unfortunately I cannot take this up at the moment.",
  because(why) {
    return /^(too|not|already|out|over|beyond|above|outside|fully)\b/i.test(why) ? `It is ${why} for us.` : null;
  },
  followUpOn: (subject) => `I would like to come back to “${subject}”.`,
  meet: "I would like to find a time for us to meet.",
  whenSuits: "Which day and time would suit you?",
  doesThatSuit: "Would that suit you?",
  lookForwardToIt: "I look forward to it.",
  suits(times) {
    const open = times.join(" or ");
    if (times.length === 1) return { before: open, open: "suits or does not suit", after: "me" };
    return open.length > LONGEST_OPEN
      ? { before: `You suggested ${open}, and`, open: "which one", after: "suits me" }
      : { before: "", open, after: "suits me" };
  },
  attached: (thing, asked) =>
    asked ? `As you asked, please find ${thing} attached.` : `Please find ${thing} attached.`,
  whichDocument: "which document",
  introduceTo: (whom) => `I would like to introduce you to ${whom}.`,
  whom: "whom",
  myNameIs: (name) => `My name is ${name}.`,
  about: (topic) => `As for ${topic}:`,
  writingAbout: "I am writing to you about",
  whatAbout: "what",
  short: {
    yes: ["Yes", "Yes, that is fine with me."],
    no: ["No", "Unfortunately that is not possible."],
    time: ["Later", "Thank you for your mail.", "May I come back to you on this?"],
    back: ["Ask back", "Could you tell me a little more about what you need?"],
    good: ["Thank", "Thank you, that is good to know."],
    agree: ["Agree", "Thank you, I agree."],
    news: ["Remind", "Is there any news on this?"],
    talk: ["Talk", "Would it be easier to talk?", "Which day and time would suit you?"],
    fits: (time, isOne) => [isOne ? time : "It suits", `Thank you, ${time} suits me.`],
    fitsNot: ([time, ...others]) => [
      "It does not",
      others.length > 0
        ? `Unfortunately neither ${[time, ...others].join(" nor ")} suits me.`
        : `Unfortunately ${time} does not suit me.`,
      "Which other day and time would suit you?",
    ],
    answer: "Answer",
    attach: "Send it",
    willDo: ["Yes", "Yes, I will do that."],
  },
  wantsDone: (ask) =>
    /^(?:\S+, )?(?:(?:and|but|also|so) )?(?:(?:could|can|would|will) you|please)\s(?!(?:be|have)\s)/i.test(ask),
  warm: "I hope you are well.",
  warmEnd: "Please tell me if anything is unclear.",
  wantedDocument(ask) {
    const [, thing] =
      /\b(?:(?:send|mail|forward|share|give)\s+(?:me|us)|(?:send|forward|share)(?: over| across| through)?(?! me| us))\s+((?:the|your|our|an?)\s[^,.;?!]{2,60}?)(?=\s(?:by|before|until|again|please|today|tomorrow|this|next|so that|when|once|in|on)\b|[,.;?!]|$)/i.exec(
        ask,
      ) ?? [];
    // What goes to somebody else is none of this mail's.
    return thing && !/\s(?:to|with)\s/i.test(thing) ? flipped(thing.trim()) : null;
  },
  sentence,
};

/** A sentence behind "As I wrote on 2 February,": its first word small where that is no name. */
function asClause(text: string): string {
  const [first = ""] = text.split(/[\s,.;:]/, 1);
  const small = COMMON_STARTS.has(first.toLowerCase()) && !/^I\b/.test(first);
  return small ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
