import { COMMON_STARTS } from "../../check/common-starts.ts";
import { eitherWay, LONGEST_OPEN } from "./either-way.ts";
import { flipped, indirect } from "./indirect.ts";
import { addressed } from "./notes-en.ts";
import { openQuestion } from "./open-question.ts";
import type { Phrases } from "./phrases.ts";
import { sentence } from "./wishes-en.ts";

export const en: Phrases = {
  language: "en",
  locale: "en-GB",
  greeting: (tone, name) => (name === null ? "Hello," : tone === "formal" ? `Dear ${name},` : `Hi ${name},`),
  closing: (tone, name) =>
    `${tone === "formal" ? "Kind regards" : tone === "casual" ? "Best" : "Best regards"},\n${name}`,
  thanksForMail: (day) => (day === null ? "Thank you for your mail." : `Thank you for your mail of ${day}.`),
  thanksAlone: "Thank you very much.",
  meets: {
    complaint: ["I am sorry to hear this."],
    refusal: ["Thank you for letting me know.", "If anything changes, I am happy to help."],
    objection: ["Thank you for being open about the price."],
    order: ["Thank you for your order."],
    introduction: ["Thank you for the introduction."],
    thanks: ["You are very welcome."],
    praise: ["Thank you very much, I am glad to hear that."],
    news: ["Thank you for letting me know."],
  },
  thanksFor: (thing) => `Thank you for ${flipped(thing)}.`,
  getWell: "I hope that you are feeling better.",
  goodWeekend: "Have a good weekend, too.",
  whatIsDone: "what will you do about it",
  whatIsOffered: "what can you offer",
  eitherWay,
  openQuestion,
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
  declined: "Unfortunately this is not possible at the moment.",
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
  isOpen: (topic, gap) =>
    /^(?:(?:the|our|your|an?|my) )?\p{L}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*){0,3}$/iu.test(topic)
      ? `${capital(withThe(topic))} ${/[^s]s$/i.test(headOf(topic)) ? "are" : "is"} ${gap}.`
      : `As for ${topic}: ${gap}.`,
  or: "or",
  itSuits: (time) => `${capital(addressed(time))} suits me.`,
  howAbout: (time) => `How about ${addressed(time)}?`,
  refusal({ before, open, after }) {
    const verb = REFUSED[open] ?? /^\p{L}+ or (do not \p{L}+)$/u.exec(open)?.[1];
    return verb && after.length <= LONGEST_REFUSED ? `Unfortunately ${before} ${verb} ${after}.` : null;
  },
  shortly({ before, open, after }) {
    const [, is, isNot] =
      /^(can|is|are|was|were|have|has|\p{L}+s?) or ((?:cannot|(?:is|are|was|were|have|has) not|do(?:es)? not \p{L}+))$/u.exec(
        open,
      ) ?? [];
    if (!is || !isNot) return null;
    const no = /^(?:have|has)$/.test(is) && isNot.endsWith(" not") ? isNot.replace(" not", " not yet") : isNot;
    return {
      yes: `Yes, ${before} ${is} ${after}.`.replace(/ \./, "."),
      no: `Unfortunately ${before} ${no} ${after}.`.replace(/ \./, "."),
    };
  },
  brought(text) {
    const [, thing] =
      /\b(?:(?:attached|enclosed)(?: (?:is|are|you(?: will|['’]ll)? find|please find))?|please find(?: (?:attached|enclosed))?|here(?: is|['’]s| are)|i(?: am|['’]m) (?:sending|attaching)(?: you)?|i(?:['’]ve| have) attached) ((?:our|the|my|an?|your) [^,.;:!?]{2,70})/iu.exec(
        text,
      ) ??
      /^((?:our|the|my|your) [^,.;:!?]{2,50}?) (?:is|are) (?:attached|enclosed)\b/iu.exec(text) ??
      [];
    return thing
      ? thing
          .replace(/ (?:as|that|which|for you|by|before|so|and i|and we|attached|enclosed|below|we|i)\b.*$/i, "")
          .trim()
      : null;
  },
  sentYou: (day, thing) => `On ${day} I sent you ${thing}.`,
  hadALook: "Have you had a chance to look at it?",
  sorry: "I am sorry about this.",
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
    itIs: ["Yes", "Yes, that is right."],
    itIsNot: ["No", "No, unfortunately not."],
    nothing: ["Nothing", "Thank you for asking, there is nothing at the moment."],
    forward: ["Look forward", "Thank you, I look forward to it."],
    notNow: ["Later", "If this is not a good time, when may I come back to you?"],
  },
  asksConsent: (ask) =>
    /^(?:(?:and|but|so|also) )?(?:(?:can|could|may|shall|should|might) (?:i|we)\b|(?:would|will|does|is) (?:it|that|this)\b.{0,40}\b(?:ok(?:ay)?|fine|all right|alright|possible|suit|work|help)|(?:are|would|do) you (?:happy|ok(?:ay)?|fine|agree|join|come|like|be (?:able|willing|happy|interested|open))\b|would you\b)/i.test(
      ask,
    ),
  asksForAnything: (ask) =>
    /\b(?:is|are) there any(?:thing|one)\b|\bany(?:thing)? (?:else|other questions?)\b|\bdo you need anything\b/i.test(
      ask,
    ),
  isApology: /^(?:i am|we are|i['’]m) (?:very |so |really )?sorry\b|^(?:i|we) apologi[sz]e\b/i,
  isBadNews: /\b(?:late|delay(?:ed|s)?|postponed?|later than|out of stock|sold out)\b/i,
  isRefusal: /^unfortunately\b|\b(?:cannot|can['’]t|not possible|unable to|not able to|won['’]t)\b|^no\b/i,
  wantsDone: (ask) =>
    /^(?:\S+, )?(?:(?:and|but|also|so) )?(?:(?:could|can|would|will) you|please)\s(?!(?:be|have)\s)/i.test(ask),
  warm: "I hope you are well.",
  warmEnd: "If you have any questions, I am happy to help.",
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
/** "Can or cannot" is refused by "cannot". */
const REFUSED: Readonly<Record<string, string>> = {
  "can or cannot": "cannot",
  "will or cannot": "cannot",
  "would or would not": "cannot",
};
const LONGEST_REFUSED = 100;
const headOf = (topic: string): string => topic.split(/ (?:of|for|from|with|to|in|on|at|per)\b/i)[0] ?? topic;
const withThe = (topic: string): string => (/^(?:the|our|your|an?|my)\s/i.test(topic) ? topic : `the ${topic}`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
