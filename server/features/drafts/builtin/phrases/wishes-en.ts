import type { Sought } from "./phrases.ts";

const DECLINED = "Unfortunately I cannot take this up at the moment.";

/** "propose next steps" → "I would like to propose next steps." What asks for a fact is handed back as one to look up. */
export function sentence(wish: string): { text: string } | Sought | null {
  const words = wish
    .trim()
    .replace(/[.!]+$/, "")
    .replace(MANNER, "");
  if (/\?$/.test(words) || isSentence(wish) || isClause(wish))
    return { text: capital(wish.trim().replace(/([^.!?])$/, "$1.")) };
  if (FEELING.test(words)) return { text: `I am ${words.charAt(0).toLowerCase()}${words.slice(1)}.` };
  const [, verb = "", rest = ""] = words.match(/^(\p{L}+)\s*(.*)$/u) ?? [];
  const toThem = addressed(rest.replace(/^(him|her|them|you)\b\s*/i, ""));
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
      if (/^for\b/i.test(toThem)) return { text: askedFor(toThem.replace(/^for\s+/i, "")) };
      return { text: `Could you tell me more about ${toThem.replace(/^about\s+/i, "")}?` };
    case "mention":
    case "tell":
    case "state":
    case "give":
    case "include":
    case "quote":
    case "say":
    case "write":
    case "explain":
    case "name":
    case "answer_with":
      return told(toThem.replace(/^(that|about)\s+/i, ""));
    case "congratulate":
      return { text: toThem ? `Congratulations ${toThem}.` : "Congratulations!" };
    case "apologise":
    case "apologize":
      return { text: `I apologise ${toThem}.`.replace(" .", ".") };
    case "remind":
      return { text: `I would like to remind you ${toThem}.` };
    case "invite":
      return { text: `I would like to invite you ${toThem}.` };
    case "decline":
      return { text: toThem ? `Unfortunately I have to decline ${toThem}.`.replace(" ,", ",") : DECLINED };
    case "accept":
      return { text: toThem ? `I am happy to accept ${toThem}.` : "I am happy to accept." };
    case "send":
    case "attach":
    case "share":
      return { text: `I would like to share ${toThem} with you.` };
    case "follow":
      return { text: `I am writing to follow ${toThem}.` };
    default:
      if (!WISHES.has(verb.toLowerCase()))
        return saysSo(words)
          ? { text: `${capital(words)}.` }
          : { fact: words, ...(isNote(words) ? { typed: asNote(words) } : {}) };
      return toThem === "" ? null : { text: `I would like to ${verb.toLowerCase()} ${toThem}.` };
  }
}

/** "Happy to join a call": whoever says so means themselves. */
const FEELING =
  /^(?:(?:very|really|more than|so) )?(?:happy|glad|pleased|delighted|sorry|able|unable|ready|willing|available|looking forward|hoping) (?:to|for|about|on|that|from|at)\b/i;

/** What can be sent is asked for so; a call, a discount or a favour is not sent. */
const askedFor = (thing: string): string =>
  SENT.test(thing.replace(/\b(?:about|for|from|of|on|with|to|by)\b.*$/i, ""))
    ? `Could you send me ${thing}?`
    : `I would like to ask for ${thing}.`;
const SENT =
  /\b(?:address|agenda|agreement|attachment|bank|brochure|certificate|confirmation|contact|contract|copy|data|dates?|details|document|documents|documentation|drawings?|figures|file|files|form|info|information|invoice|link|list|logo|numbers?|offer|order|photos?|pictures?|plans?|po|prices?|proposal|quote|quotation|receipt|report|samples?|schedule|sheet|slides|specs?|specification|statement|terms|timeline|version)\b/i;

/**
 * "The fix goes live tonight", "SOC 2 report is attached": a verb behind what it is about makes a sentence of a note. "What the
 * price is" and "the discount we have offered" name a thing to look up.
 */
const saysSo = (words: string): boolean => {
  const [, about = ""] = SAYS.exec(words) ?? [];
  return (
    about !== "" &&
    !/\b(what|when|where|who|whom|whose|which|how|why|whether|if|that|i|we|you|he|she|they|it)\b/i.test(about)
  );
};
const SAYS =
  /^(\S+(?: \S+){0,7}?) (?:(?:is|are|was|were|am|has|have|had|can|cannot|could|will|would|should|must|does|did|isn['’]t|aren['’]t|won['’]t|can['’]t|doesn['’]t|didn['’]t|goes|comes|takes|includes|remains|expires|depends|applies|requires|allows|arrives|means|becomes|begins|went|came|took|found|got|sent) \S|(?:attached|approved|arrived|booked|cancelled|confirmed|done|expired|fixed|included|paid|postponed|ready|received|resolved|shipped|signed|solved|unavailable|possible|impossible)(?: (?:today|yesterday|tomorrow|tonight|now|already|on|by|since|last|this|next|in|at|for) ?.*)?$)/i;

/** More than the name of a thing: it has a figure, a yes or no, a "please", or is longer than such a name. */
const isNote = (words: string): boolean =>
  /\d|[,;:–]|\b(?:today|tomorrow|tonight|yesterday|next|last|(?:mon|tues|wednes|thurs|fri|satur|sun)day|to|by|until)\b/i.test(
    words,
  ) ||
  NOTED.test(words) ||
  /\p{L}{3,}ed$/u.test(words) ||
  words.split(/\s+/).length > LONGEST_TOPIC;
const LONGEST_TOPIC = 6;
/** How a note begins that is no name of a thing. */
const NOTED =
  /^(?:yes|no|not|please|ok|okay|can|cannot|could|will|would|need|have|must|should|valid|only|also|still|met|spoke|talked|saw|heard|sent|found|got|left|lost|won)\b/i;

/** "Can start Monday": a note leaves out who. */
const asNote = (words: string): string =>
  `${/^(?:can|cannot|could|will|would|need|have|must|should)\b/i.test(words) ? `We ${words.charAt(0).toLowerCase()}${words.slice(1)}` : capital(words)}.`;

/** How it is to be said, which is not said. */
const MANNER = /,? \b(politely|kindly|friendly|briefly|nicely|gently|firmly|warmly)$/i;

/** What the member says of them is said to them: "if she has got my offer" → "if you have got my offer". */
const TO_YOU: Readonly<Record<string, string>> = { has: "have", is: "are", was: "were", does: "do" };
const addressed = (text: string): string =>
  text
    .replace(
      /^(if|whether|when|where|how|what|why|that) (?:he|she|they)\b(?: (has|is|was|does)\b)?/i,
      (_, lead: string, verb?: string) => `${lead} you${verb ? ` ${TO_YOU[verb.toLowerCase()]}` : ""}`,
    )
    .replace(/\b(his|her|their)(?= \p{Ll})/giu, "your");

/** "say that we come on Tuesday" is said; "mention the price" is looked up. */
const told = (what: string): { text: string } | Sought =>
  isClause(what) ? { text: `${capital(what)}.` } : { fact: what };

/** "we have no room": said by the member as it is to be read. */
const isClause = (text: string): boolean =>
  isStatement(text) ||
  (/^(i|we|you|he|she|it|they|this|that|there)\b/i.test(text.trim()) && VERB.test(text)) ||
  (/^(our|the|my|your)\b/i.test(text.trim()) && (SURE_VERB.test(text) || VERB_OF_FIGURE.test(text)));
const SURE =
  "is|are|was|were|am|has|had|have|can|cannot|could|will|would|should|must|do|does|did|agree[sd]?|accept(?:s|ed)?";
const VERB = new RegExp(
  `\\b(${SURE}|may|needs?|wants?|like|know|think|hope|starts?|stays?|costs?|takes?|ends?|comes?|works?)\\b|n['’]t\\b|['’](m|re|ve|ll)\\b`,
  "i",
);
/** Behind a thing a word like "end", "need" or "May" is no verb by itself. */
const SURE_VERB = new RegExp(`\\b(${SURE})\\b|n['’]t\\b`, "i");
const VERB_OF_FIGURE =
  /^\S+ \S.* (starts?|stays?|costs?|takes?|ends?|comes?|works?) (at|on|in|by|until|from|after|about|as|[€$£]?\d|[A-Z]{3}\b)/;

/** "we offer maintenance", "minimum term is 24 months": whoever writes a verb behind a subject has written a sentence. */
const isStatement = (text: string): boolean =>
  /^(i|we|you|it|they) (?:also |now |still |can |will |only )?\p{Ll}{2,}\b.* \S/iu.test(text.trim()) ||
  (/^\p{L}[\p{L} -]{2,40} (is|are|was|were|takes?|costs?|lasts?) (not )?(about |only |around )?[€$£]?\d/iu.test(
    text.trim(),
  ) &&
    !/^(what|when|how|where|who|if|whether|mention|say|tell|ask)\b/i.test(text.trim()));

const isSentence = (text: string): boolean =>
  /^[\p{Lu}“"]/u.test(text.trim()) && /[.!?]["”]?$/.test(text.trim()) && text.trim().split(/\s+/).length >= 3;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const WISHES = new Set(
  (
    "add agree arrange book bring call cancel change check clarify close confirm congratulate contact continue coordinate discuss explain finalise finalize " +
    "fix help hear introduce join keep know learn let look make meet move offer open order organise organize pay plan postpone prepare present propose reschedule " +
    "resolve return review schedule see set settle show speak start stress suggest talk try wait understand update use verify visit welcome wish"
  ).split(" "),
);
