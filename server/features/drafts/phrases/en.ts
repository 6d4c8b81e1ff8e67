import type { Phrases } from "./phrases.ts";

export const en: Phrases = {
  locale: "en-GB",
  greeting: (tone, name) => (name === null ? "Hello," : tone === "formal" ? `Dear ${name},` : `Hi ${name},`),
  closing: (tone, name) =>
    `${tone === "formal" ? "Kind regards" : tone === "casual" ? "Best" : "Best regards"},\n${name}`,
  thanksForMail: (day) => `Thank you for your mail of ${day}.`,
  onTheirAsk: (quote) => `On your ${quote.endsWith("?") ? "question" : "request"} “${quote}”:`,
  iWrote: (day, quote) => `on ${day} I wrote: “${quote}”`,
  youWrote: (day, quote) => `on ${day} you wrote: “${quote}”`,
  noted: (day, quote) => (day ? `my note of ${day} says: “${quote}”` : `I have this here: “${quote}”`),
  comeBackTo: (day) => `I would like to come back to my mail of ${day}.`,
  askedThere: (quote) => `I had asked: “${quote}”`,
  lookingForward: "I look forward to your answer.",
  declined: "Unfortunately I cannot take this up at the moment.",
  about: (topic) => `As for ${topic}:`,
  answer: "answer",
  writingAbout: "I am writing to you about",
  whatAbout: "what",
  sentence,
};

/** "propose next steps" → "I would like to propose next steps." What asks for a fact is handed back as one to look up. */
function sentence(wish: string): { text: string } | { fact: string } | null {
  const words = wish.trim().replace(/[.!]+$/, "");
  if (/\?$/.test(words) || isSentence(wish)) return { text: capital(wish.trim().replace(/([^.!?])$/, "$1.")) };
  const [, verb = "", rest = ""] = words.match(/^(\p{L}+)\s*(.*)$/u) ?? [];
  const toThem = rest.replace(/^(him|her|them|you)\b\s*/i, "");
  switch (verb.toLowerCase()) {
    case "answer":
    case "reply":
      return toThem === "" ? null : { text: `This is about ${toThem}.` };
    case "thank":
    case "thanks":
      return { text: toThem ? `Thank you ${toThem.replace(/^(?!for\b)/i, "for ")}.` : "Thank you very much." };
    case "ask":
      if (/^(whether|if|when|where|how|what|who|why|which)\b/i.test(toThem))
        return { text: `Could you tell me ${toThem}?` };
      if (/^for\b/i.test(toThem)) return { text: `Could you send me ${toThem.replace(/^for\s+/i, "")}?` };
      return { text: `Could you tell me more about ${toThem.replace(/^about\s+/i, "")}?` };
    case "mention":
    case "tell":
    case "state":
    case "give":
    case "include":
    case "quote":
    case "say":
    case "name":
    case "answer_with":
      return { fact: toThem.replace(/^(that|about)\s+/i, "") };
    case "apologise":
    case "apologize":
      return { text: `I apologise ${toThem}.`.replace(" .", ".") };
    case "remind":
      return { text: `I would like to remind you ${toThem}.` };
    case "invite":
      return { text: `I would like to invite you ${toThem}.` };
    case "decline":
      return { text: toThem ? `Unfortunately I have to decline ${toThem}.` : en.declined };
    case "accept":
      return { text: toThem ? `I am happy to accept ${toThem}.` : "I am happy to accept." };
    case "send":
    case "attach":
    case "share":
      return { text: `I would like to share ${toThem} with you.` };
    case "follow":
      return { text: `I am writing to follow ${toThem}.` };
    default:
      return WISHES.has(verb.toLowerCase())
        ? { text: `I would like to ${verb.toLowerCase()} ${toThem}.`.replace(" .", ".") }
        : { fact: words };
  }
}

const isSentence = (text: string): boolean =>
  /^[\p{Lu}“"]/u.test(text.trim()) && /[.!?]["”]?$/.test(text.trim()) && text.trim().split(/\s+/).length >= 3;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const WISHES = new Set(
  (
    "add agree arrange book bring call cancel change check clarify close confirm congratulate contact continue coordinate discuss explain finalise finalize " +
    "fix help hear introduce join keep know learn let look make meet move offer open order organise organize pay plan postpone prepare present propose reschedule " +
    "resolve return review schedule see set settle show speak start stress suggest talk understand update use verify visit welcome wish"
  ).split(" "),
);
