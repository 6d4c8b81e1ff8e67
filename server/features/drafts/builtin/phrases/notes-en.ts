/** What the member notes in English, as it may stand in a letter. */

/** "we have no room": said by the member as it is to be read. */
export const isClause = (text: string): boolean =>
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

export const isSentence = (text: string): boolean =>
  /^[\p{Lu}“"]/u.test(text.trim()) && /[.!?]["”]?$/.test(text.trim()) && text.trim().split(/\s+/).length >= 3;

/**
 * "The fix goes live tonight", "SOC 2 report is attached": a verb behind what it is about makes a sentence of a note. "What the
 * price is" and "the discount we have offered" name a thing to look up.
 */
export const saysSo = (words: string): boolean => {
  const [, about = ""] = SAYS.exec(words) ?? [];
  return (
    about !== "" &&
    !/\b(what|when|where|who|whom|whose|which|how|why|whether|if|that|i|we|you|he|she|they|it)\b/i.test(about)
  );
};
const SAYS =
  /^(\S+(?: \S+){0,7}?) (?:(?:is|are|was|were|am|has|have|had|can|cannot|could|will|would|should|must|does|did|isn['’]t|aren['’]t|won['’]t|can['’]t|doesn['’]t|didn['’]t|goes|comes|takes|ships|leaves|opens|closes|needs|gives|lasts|runs|starts|works|includes|remains|expires|depends|applies|requires|allows|arrives|means|becomes|begins|went|came|took|found|got|sent) \S|(?:attached|approved|arrived|booked|cancelled|confirmed|done|expired|fixed|included|paid|postponed|ready|received|resolved|shipped|signed|solved|unavailable|possible|impossible)(?: (?:today|yesterday|tomorrow|tonight|now|already|on|by|since|last|this|next|in|at|for) ?.*)?$)/i;

/** More than the name of a thing: it has a figure, a yes or no, a "please", or is longer than such a name. */
export const isNote = (words: string): boolean =>
  /\d|[,;:–]|\b(?:today|tomorrow|tonight|yesterday|next|last|(?:mon|tues|wednes|thurs|fri|satur|sun)day|to|by|until)\b/i.test(
    words,
  ) ||
  NOTED.test(words) ||
  OFFERED.test(words) ||
  /(?<!\p{L})\p{L}{3,}ed$/u.test(words) ||
  words.split(/\s+/).length > LONGEST_TOPIC;
const LONGEST_TOPIC = 6;
/** How a note begins that is no name of a thing. */
const NOTED =
  /^(?:yes|no|not|please|ok|okay|can|cannot|could|will|would|need|have|must|should|valid|only|also|still|met|spoke|talked|saw|heard|sent|found|got|left|lost|won)\b/i;

/** What is on offer, or where and with what: "replacement door free of charge", "at their office". */
const OFFERED =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve) (?:minutes|hours|days|weeks|months|years|people|units)\b|\b(?:in|within|after|for|every) (?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|a few|a couple)\b|\b(?:free of charge|for free|at no (?:extra |additional )?(?:cost|charge)|on us|on request|instead|included|each|extra)\b|^(?:at|in|on|with|without|from|before|after|by|for|via|per|against|within)\s/i;

export const MODAL = /^(?:can|cannot|could|will|would|won|need|have|must|should)\b/i;
/** "Can start Monday", "can't come, I'm away": a note leaves out who. */
export const asNote = (words: string): string => {
  if (!MODAL.test(words)) return `${capital(addressed(withWho(words)))}.`;
  const who = /\b(?:i|my|me|i['’]m)\b/i.test(words) ? "I" : "We";
  return `${who} ${addressed(words.charAt(0).toLowerCase() + words.slice(1))}.`;
};

/** "Technician comes tomorrow" leaves out the article. */
export const withWho = (words: string): string =>
  words
    .replace(
      /^(technician|engineer|plumber|painter|mechanic|surveyor|inspector|colleague|driver|fitter|installer|electrician|consultant|trainer|courier|replacement|refund)(?= \p{Ll})/iu,
      (who) => `${/^refund/i.test(who) ? "the" : /^[ei]/i.test(who) ? "an" : "a"} ${who.toLowerCase()}`,
    )
    .replace(THE_ONE, (thing) => `the ${thing.toLowerCase()}`);
/** What there is one of between the two: "invoice is overdue". */
const THE_ONE =
  /^(?:invoice|price|guarantee|warranty|contract|quote|quotation|offer|order|payment|deposit|meeting|room|flat|apartment|house|position|role|job|salary|report|machine|brochure|catalogue|agreement|budget|deadline|address|office|owner|landlord|tenant|client|customer|manager|limit|survey|rate|fee|boss|board|team|seller|buyer|candidate|supplier|carrier|factory|warehouse|system|server|issue|problem|plan|rent|lease|permit|date)(?= (?:is|was|has|will|can|cannot|takes|costs|depends|includes|starts|ends|expires|covers|comes|needs|stays|remains|applies|works) )/iu;

/** What the member says of them is said to them: "if she has got my offer" → "if you have got my offer". */
const TO_YOU: Readonly<Record<string, string>> = { has: "have", is: "are", was: "were", does: "do" };
export const addressed = (text: string): string =>
  meant(text)
    .replace(
      /^(if|whether|when|where|how|what|why|that|which|how (?:many|much) \p{L}+|how \p{L}+|what \p{L}+|which \p{L}+) (?:he|she|they)(?![\p{L}'’])(?: (still|also|already|really))?(?: (\p{Ll}+))?/iu,
      (_, lead: string, adverb?: string, verb?: string) =>
        [lead, "you", adverb, verb && (TO_YOU[verb.toLowerCase()] ?? plural(verb))].filter(Boolean).join(" "),
    )
    .replace(/^(to \p{L}+) (?:him|her|them)\b/iu, "$1 you")
    .replace(
      /\b(let|tell|inform|call|visit|meet|help|show|invite|ask|see|remind|join|keep|owe|thank|pay|e-?mail|contact|ring|phone|reach|back to|miss) (?:him|her|them)\b/giu,
      "$1 you",
    )
    .replace(
      /\b(give|send|offer|grant|get|bring|lend) (?:him|her|them)(?= (?:an?|the|our|my|some|more|\d|two|three)\b)/giu,
      "$1 you",
    )
    .replace(
      /\b(suits?|fits?|(?:works?|ok(?:ay)?|fine|convenient|possible|good) (?:for|with)) (?:him|her|them)\b/giu,
      "$1 you",
    )
    .replace(/\b(his|her|their)(?= \p{Ll})/giu, "your");

/** "We can send them if she confirms": who is written to, where nobody else is named. */
const meant = (text: string): string =>
  / \p{Lu}\p{Ll}/u.test(text)
    ? text
    : text
        .replace(
          /(?<=\S )(if|when|once|unless|as soon as) they (order|pay|buy|sign|take|want|need|book|agree|confirm)\b/giu,
          "$1 you $2",
        )
        .replace(
          /(?<=\S )(if|when|once|unless|until|as soon as|which|whether) (?:he|she)(?: (still|also|already|really))? (\p{Ll}+)/giu,
          (_, lead: string, adverb: string | undefined, verb: string) =>
            [lead, "you", adverb, TO_YOU[verb.toLowerCase()] ?? plural(verb)].filter(Boolean).join(" "),
        );

/** "Smaller model costs 14,500" leaves out the article. */
export const withSubject = (words: string): string =>
  /^(?!(?:the|an?|our|my|your|this|that|these|those|it|he|she|we|you|they|i|there|no|not|all|each|every|some|any|one|two|both|who|what|when|where|how|why|if|yes)\b)\p{Ll}+ (?!\p{L}*s\b)\p{Ll}+ (?:is|was|has|costs|takes|comes|lasts|starts|ends|includes|needs|runs|goes|works)\b/u.test(
    words,
  )
    ? `the ${words}`
    : words;

/** "Wants" → "want", "tries" → "try": as it is said to them. */
const plural = (verb: string): string =>
  /(?:ss|[^s]us|is)$/.test(verb)
    ? verb
    : verb
        .replace(/ies$/, "y")
        .replace(/(ch|sh|ss|x|o)es$/, "$1")
        .replace(/s$/, "");
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "She takes over his account", "Ruth will call him": of two people one is spoken of, the other is written to. */
export const saidToThem = (text: string): string =>
  /^she\b/i.test(text)
    ? text.replace(/\bhim\b/giu, "you").replace(/\bhis\b/giu, "your")
    : /^he\b/i.test(text)
      ? text
          .replace(/\bher(?= (?:\p{Ll}+ )?\p{Ll}+)/giu, (her, at: number, all: string) =>
            IS_OBJECT.test(all.slice(at + her.length)) ? "you" : "your",
          )
          .replace(/\bher$/iu, "you")
      : text.replace(NAMED_DOES, "$1you");
const IS_OBJECT = /^ (?:on|at|in|next|this|tomorrow|today|by|back|about|to|directly|again|and|for)\b/iu;
const NAMED_DOES =
  /^(\p{Lu}\p{Ll}+ (?:\p{Lu}\p{Ll}+ )?(?:will|can|would|could|is going to|wants to) \p{Ll}+ )(?:him|her|them)(?= (?:on|at|in|next|this|tomorrow|today|by|back|about|to|directly|again|and)\b|[.!]?$)/u;
