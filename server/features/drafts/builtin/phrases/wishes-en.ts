import { blank } from "../../letter.ts";
import { isTimeOnly } from "../asked.ts";
import { APPOINTMENT, TIME_OF } from "../values.ts";
import { addressed, asNote, isClause, isNote, isSentence, MODAL, saysSo, withSubject, withWho } from "./notes-en.ts";
import type { Said, Sought } from "./phrases.ts";
import { terse } from "./terse-en.ts";

const DECLINED = "Unfortunately this is not possible at the moment.";
const SORRY = "I am sorry about this.";
const WHEN_SUITS = "Which day and time would suit you?";

/** "propose next steps" → "I would like to propose next steps." What asks for a fact is handed back as one to look up. */
export function sentence(wish: string): Said | Sought | null {
  const words = wish
    .trim()
    .replace(/[.!]+$/, "")
    .replace(MANNER, "");
  if (ONLY_MANNER.test(words)) return null;
  const short = isSentence(wish) ? null : terse(words.replace(/\?$/, ""));
  if (short) return { text: short };
  if (/\?$/.test(words) || isSentence(wish) || isClause(wish))
    return { text: capital(withWho(withSubject(wish.trim())).replace(/([^.!?])$/, "$1.")) };
  if (/^(?:very |so |really |truly )?sorry(?: (?:about|for) (?:this|that|it))?$/i.test(words)) return { text: SORRY };
  if (/^not interested$/i.test(words)) return { text: "Thank you, but I am not interested." };
  const [, done, when] = DONE.exec(words) ?? [];
  if (done) return { text: `It ${when ? "was" : "is"} ${words.charAt(0).toLowerCase()}${words.slice(1)}.` };
  const [, needed = ""] = /^(?:i |we )?need (?:his|her|their|your) (.+)$/i.exec(words) ?? [];
  if (SENT.test(headOf(needed))) return { text: askedFor(`your ${needed}`) };
  const [, lead = "", state] = STATE.exec(words) ?? [];
  if (state) return { text: `${lead ? `${capital(lead.toLowerCase())}, we` : "We"} are ${addressed(state)}.` };
  const [, agreed, suits, how] = SUITS.exec(words) ?? [];
  if (agreed && suits) return { text: `${capital(agreed.toLowerCase())}, ${suits} ${how ? `is ${how}` : "works"}.` };
  if (FEELING.test(words)) return { text: `I am ${addressed(words.charAt(0).toLowerCase() + words.slice(1))}.` };
  const [, no] = /^(?:say )?no to (.+)$/i.exec(words) ?? [];
  if (no) return { text: `Unfortunately I have to say no to ${addressed(no)}.` };
  const [, thing, isSo] = (!ASKED_FOR.test(words) && IS_SO.exec(words)) || [];
  if (thing && isSo) return { text: `${capital(withArticle(thing))} ${/[^s]s$/i.test(thing) ? "are" : "is"} ${isSo}.` };
  const [, yes, so] = YES_SO.exec(words) ?? [];
  if (yes && so) return { text: /^yes$/i.test(yes) ? `Yes, it is ${so}.` : `No, it is not ${so}.` };
  if (WITHOUT_IT.test(words)) return { text: `It ${words.charAt(0).toLowerCase()}${words.slice(1)}.` };
  if (!ASKED_FOR.test(words) && COMES.test(words))
    return {
      text: `${capital(SENT.test(words.split(" ")[0]!) && !/^(?:\p{L}+s|the|our|your|my)\b/iu.test(words) ? `the ${words}` : withWho(words))}.`,
    };
  const [, decision = "", behind = ""] = YES_OR_NO.exec(words) ?? [];
  if (/^(?:yes|ok|okay|sure)$/i.test(decision) && isTimeOnly(behind))
    return { text: `${capital(decision.toLowerCase())}, ${behind.replace(/(?<=day) (?=\d)/u, " at ")} suits me.` };
  const decided = behind === "" ? null : sentence(behind);
  if (decided && "text" in decided) return { text: `${capital(decision.toLowerCase())}, ${small(decided.text)}` };
  const [, verb = "", rest = ""] = words.match(/^(\p{L}+)\s*(.*)$/u) ?? [];
  const toThem = addressed(rest.replace(/^(him|her|them|you)\b\s*/i, ""));
  switch (verb.toLowerCase()) {
    case "answer":
    case "reply":
      return ALL_OF_IT.test(rest) ? null : { fact: toThem.replace(/^(?:to|about) /i, "") };
    case "thank":
    case "thanks":
      return { text: toThem ? `Thank you ${toThem.replace(/^(?!for\b)/i, "for ")}.` : "Thank you very much." };
    case "ask":
      return { text: asking(toThem) };
    case "chase":
    case "nudge":
      return toThem === ""
        ? null
        : { text: `When can I expect ${withArticle(toThem.replace(/^(?:for|about) /i, ""))}?` };
    case "say":
      return saying(toThem);
    case "let":
    case "inform":
    case "update":
      if (verb.toLowerCase() === "let" && !/^know\b/i.test(toThem)) return { text: `I would like to let ${toThem}.` };
      return told(toThem.replace(/^(?:know )?(?:(?:that|about|on) )?/i, ""));
    case "mention":
    case "tell":
    case "state":
    case "give":
    case "include":
    case "quote":
    case "write":
    case "explain":
    case "name":
    case "answer_with":
      return told(toThem.replace(/^(that|about)\s+/i, ""));
    case "congratulate":
      return { text: toThem ? `Congratulations ${toThem}.` : "Congratulations!" };
    case "wish":
      return toThem === "" ? null : { text: `I wish you ${toThem}.` };
    case "apologise":
    case "apologize":
      return { text: toThem ? `I am sorry ${toThem}.` : SORRY };
    case "remind":
      return { text: `I would like to remind you ${toThem}.` };
    case "invite":
      return { text: `I would like to invite you ${toThem}.` };
    case "decline":
    case "refuse":
    case "reject":
      return { text: toThem ? `Unfortunately I have to decline ${toThem}.`.replace(" ,", ",") : DECLINED };
    case "accept":
      return { text: toThem ? `I am happy to accept ${toThem}.` : "I am happy to accept." };
    case "agree":
      return { text: toThem ? `I agree ${toThem}.` : "I agree." };
    case "send":
    case "attach":
    case "share":
    case "forward":
    case "enclose":
      return toThem === "" ? null : { text: sending(toThem, /^(?:attach|enclose)$/i.test(verb)) };
    case "offer":
      return {
        text: `I would be happy to ${/^to /i.test(toThem) ? toThem.slice(3) : `offer you ${withOne(toThem)}`}.`,
      };
    case "introduce":
      return /^(?:the|our|an?|new|this|some)\s|^$/i.test(toThem)
        ? toThem === ""
          ? null
          : { text: `I would like to introduce ${toThem}.` }
        : { text: `I would like to introduce you to ${toThem}.` };
    case "propose":
    case "suggest":
      return proposing(verb.toLowerCase(), toThem);
    case "follow":
      return { text: `I am writing to follow ${toThem}.` };
    case "deliver":
    case "ship":
    case "install":
    case "refund":
    case "replace":
    case "repair":
    case "extend":
    case "reserve":
    case "waive":
      return toThem === "" ? { fact: words } : { text: `We will ${verb.toLowerCase()} ${toThem}.` };
    default:
      if (!WISHES.has(verb.toLowerCase()))
        return saysSo(words) && !MODAL.test(words)
          ? { text: `${capital(withWho(words))}.` }
          : { fact: words, ...(isNote(words) ? { typed: asNote(words) } : {}) };
      return toThem === "" ? null : { text: `I would like to ${verb.toLowerCase()} ${toThem}.` };
  }
}

/** What only a wish begins with; "quote", "offer" and "order" may be a thing. */
const ASKED_FOR =
  /^(?:mention|tell|say|state|give|include|write|explain|ask|thank|propose|suggest|send|attach|share|forward|enclose|chase|remind|invite|decline|refuse|accept|agree|confirm|introduce|apologi[sz]e|congratulate|let|inform|answer|reply|wish)\b/i;
/** "Yes covered" */
const YES_SO =
  /^(yes|no),? ((?:fully |still |already )?(?:\p{L}{3,}ed|possible|available|free|ready|correct|right))$/iu;
/** "Takes about two hours" leaves out what does. */
const WITHOUT_IT =
  /^(?:takes|costs|includes|needs|starts|ends|lasts|works|comes|covers|depends|arrives|runs|means|is|isn['’]t|has|fits|weighs) \S/i;

/** "Replacement door free of charge" leaves out the verb. */
const IS_SO =
  /^((?!(?:can|send|offer|propose|say|tell|give|ask|yes|no|not|is|are|was|we|i|he|she|they|it|boss|customer|client|team)\b)\p{L}+(?: (?!(?:free|is|are|was|were|has|have|been|still|already|now|not|also|will|be)\b)\p{L}+){0,3}) ((?:(?:still|already|now|not|not yet|also) )*(?:free of charge|for free|at no (?:extra |additional )?(?:cost|charge)|on us|included|on request|negotiable|optional|possible|available|attached|signed|paid|unpaid|overdue|missing|pending|ready|approved|booked|reserved|cancelled|postponed|shipped|delivered|fixed|solved|resolved|updated|unlocked|confirmed|in stock|out of stock|sold out|on order|on the way|under way|in place)(?: (?:(?:over|for|from|within|until|in|at|with) .+|today|tomorrow|next \p{L}+|yesterday|already|now|since \p{L}+|on \p{L}+))?)$/iu;

/** "Quote comes on Thursday" quotes nothing: what is a verb in a wish is a thing before another. */
const COMES =
  /^(?!(?:what|when|where|who|how|why|if|whether|that|this|it|which|can|cannot|could|will|would|need|have|must|should|yes|no|not|please|say|tell|mention)\b)(?:(?:the|our|your|my) (?:\p{L}+ )?)?\p{L}+ (?:is|are|was|were|has|had|will|can|cannot|comes?|goes|leaves?|ships?|starts?|ends?|follows?|arrives?|runs|expires|lasts|stands|stays|remains|includes|covers|costs|takes|needs|works|applies|changes|closes|opens|went|came|left) \S/iu;

/** How the letter is to be, which the letter does not say. */
const ONLY_MANNER =
  /^(?:(?:keep|make) (?:it|this) )?(?:be )?(?:very |more )?(?:short|brief|friendly|polite|nice|kind|firm|formal|casual|simple|professional)(?: and (?:short|brief|friendly|polite|nice|kind|firm|to the point))?(?: (?:tone|mail|answer|reply))?$/i;
/** "Answer their three questions" says that they are answered, and they are. */
const ALL_OF_IT =
  /^(?:to |the |all |of |their |his |her |these |my |\d+ |two |three |four |last |open |him|her|them)*(?:questions?|mail|e-?mail|message|points?)?$/i;

/** What they are asked to do is asked for; what they can, are or want is asked as it would be across a table. */
function asking(what: string): string {
  const [, task] = /^to (.+)$/i.exec(what) ?? [];
  if (task) return `Could you ${task}?`;
  const [, verb = "", rest = ""] =
    /^(?:if|whether) you (can|could|will|would|are|want to|need|prefer|like) (.+)$/i.exec(what) ?? [];
  switch (verb.toLowerCase()) {
    case "can":
    case "could":
      return `Could you ${rest}?`;
    case "will":
    case "would":
    case "are":
      return `${capital(verb.toLowerCase())} you ${rest}?`;
    case "want to":
      return `Would you like to ${rest}?`;
    case "need":
    case "prefer":
    case "like":
      return `Do you ${verb.toLowerCase()} ${rest}?`;
  }
  if (/^(whether|if|when|where|how|what|who|why|which)\b/i.test(what)) return `Could you tell me ${what}?`;
  if (/^for\b/i.test(what)) return askedFor(what.replace(/^for\s+/i, ""));
  return `Could you tell me more about ${what.replace(/^about\s+/i, "")}?`;
}

/** "Say no", "say thank you for the tour", "say sorry", "say that we come on Tuesday". */
function saying(what: string): Said | Sought {
  if (/^no$/i.test(what)) return { text: DECLINED };
  const [, yes] = /^yes(?: to (.+))?$/i.exec(what) ?? [];
  if (yes) return { text: `I am happy to say yes to ${yes}.` };
  const [, thanks] = /^(?:thanks|thank you)\b ?(.*)$/i.exec(what) ?? [];
  if (thanks !== undefined) return { text: thanks ? `Thank you ${thanks}.` : "Thank you very much." };
  const [, sorry] = /^sorry\b ?(.*)$/i.exec(what) ?? [];
  if (sorry !== undefined) return { text: sorry ? `I am sorry ${sorry}.` : SORRY };
  return told(what.replace(/^(that|about)\s+/i, ""));
}

/** A document goes with the mail; what has a day, goes elsewhere or is no paper is sent later. */
function sending(what: string, isAttached: boolean): string {
  const thing = withArticle(what);
  const isLater = TIME_OF.test(what) || / to (?!(?:you|us)\b)/i.test(what) || !SENT.test(headOf(what));
  if (isAttached || !isLater) return `Please find ${thing} attached.`;
  return / to /i.test(what) ? `I will send ${thing}.` : `I will send you ${thing}.`;
}

const headOf = (thing: string): string => thing.replace(/\b(?:about|for|from|of|on|with|to|by)\b.*$/i, "");

/** "Two times for a demo": those are open. A time of theirs is asked whether it suits. */
function proposing(verb: string, what: string): Said | null {
  const [, many, rest = ""] =
    /^(an?|one|another|two|a couple of|some|new|three|several|different)(?: (?:new|other|alternative|possible))? (?:times?|dates?|days?|slots?|times and dates|dates and times|time slots?)( .+)?$/i.exec(
      what,
    ) ?? [];
  if (many && !what.match(APPOINTMENT)) {
    const isOne = /^(?:an?|one|another)$/i.test(many);
    const first = blank("day and time");
    const text = `How about ${isOne ? first : `${first} or ${blank("another day and time")}`}${rest}?`;
    return { text, closed: WHEN_SUITS };
  }
  if (/^(?:an?|another) (?:\p{L}+ ){0,2}(?:call|meeting|chat|demo|visit|videocall)\b/iu.test(what))
    return { text: `Would you have time for ${what}?` };
  const [, we] = /^(?:that )?we (.+)$/i.exec(what) ?? [];
  if (we) return { text: `I would suggest that we ${we}.` };
  const [, you] =
    /^(?:that )?(?:he|she|they) ((?:try|ask|contact|call|use|take|go|check|look|speak|talk)\b.*)$/i.exec(what) ?? [];
  if (you) return { text: `I would suggest that you ${you}.` };
  if (/^to /i.test(what)) return { text: `I would ${verb} ${what}.` };
  return what === "" ? null : { text: isTime(what) ? `How about ${what}?` : `I would like to ${verb} ${what}.` };
}

/** A day, a time or a week and nothing else. */
const isTime = (what: string): boolean =>
  (what.match(APPOINTMENT) !== null || TIME_OF.test(what)) &&
  what.split(/\s+/).length <= 8 &&
  !/\b(?:call|discount|price|order|delivery)\b/i.test(what);

/** "Signed contract" is "the signed contract". */
const withArticle = (thing: string): string =>
  /^(?:the|an?|our|my|your|this|that|these|those|some|all|more|both|two|three|four)\b|^[\d\p{Lu}]/u.test(thing) ||
  /(?:[^s]s)$/.test(headOf(thing).trim())
    ? thing
    : `the ${thing}`;

/** "Offer exchange" offers one. */
const withOne = (thing: string): string =>
  /^(?:exchange|refund|discount|replacement|demo|trial|visit|call|credit note|voucher|meeting)\b/i.test(thing)
    ? `${/^e/i.test(thing) ? "an" : "a"} ${thing}`
    : thing;

/** "Happy to join a call": whoever says so means themselves. */
const FEELING =
  /^(?:(?:very|really|more than|so|not) )?(?:happy|glad|pleased|delighted|sorry|able|unable|ready|willing|available|looking forward|hoping) (?:to|for|about|on|that|from|at|with|where|as)\b/i;

/** What can be sent is asked for so; a call, a discount or a favour is not sent. */
const askedFor = (thing: string): string =>
  SENT.test(headOf(thing)) ? `Could you send me ${thing}?` : `I would like to ask for ${thing}.`;
const SENT =
  /\b(?:address|agenda|agreement|attachment|bank|brochure|catalogue|catalog|certificate|confirmation|contact|contract|copy|cv|data|dates?|details|document|documents|documentation|drawings?|e-?mail|figures|file|files|form|info|information|invoice|link|list|logo|mobile|name|numbers?|offer|order|phone|photos?|pictures?|plans?|po|presentation|prices?|proposal|quote|quotation|receipt|report|resume|résumé|samples?|schedule|sheet|slides|specs?|specification|statement|terms|timeline|version)\b/i;

/** "No, too expensive": what is said behind it is a sentence of its own. */
const YES_OR_NO = /^(yes|no|ok|okay|sure|sorry|of course)(?:,| [–—-])? (?!(?:longer|to|more)\b)(.+)$/iu;
/** Behind a comma. */
const small = (text: string): string =>
  text.replace(
    /^(?:It|We|The|An?|That|This|There|They|Our|My|You|Your|Please|Unfortunately|How|What|When|Could|Would|Let)\b/u,
    (word) => word.toLowerCase(),
  );
/** "No, fully booked that day" */
const STATE =
  /^(?:(yes|no),? )?((?:fully |already )?(?:booked(?: up| out)?|sold out|out of stock|closed|on holiday|short-staffed|away)\b.*)$/iu;
/** "Yes 11am fine", "ok Monday works" */
const SUITS =
  /^(yes|ok|okay|sure),? (?!(?:it|that|this|all|i|we|you)\b)(\S+(?: \S+){0,3}?) (?:(?:is )?(fine|ok|okay|good|perfect)|works)$/iu;
/** "Paid yesterday" leaves out what was. */
const DONE =
  /^(?:already |all )?(paid|sent|shipped|done|fixed|solved|sorted|ordered|signed|booked|cancelled|posted|refunded|delivered|repaired|replaced)( (?:yesterday|today|this morning|last (?:week|night|month|\p{L}+day)|on [\p{L}\d ]{3,20}))?$/iu;

/** How it is to be said, which is not said. */
const MANNER = /,? \b(politely|kindly|friendly|briefly|nicely|gently|firmly|warmly)$/i;

/** "say that we come on Tuesday" is said; "mention the price" is looked up. */
const told = (what: string): Said | Sought =>
  isClause(what) ? { text: `${capital(what)}.` } : { fact: what, ...(saysSo(what) && { typed: `${capital(what)}.` }) };

const WISHES = new Set(
  (
    "add arrange book bring call cancel change check clarify close confirm congratulate contact continue coordinate discuss explain finalise finalize " +
    "fix help hear join keep know learn look make meet move open order organise organize pay plan postpone prepare present reschedule " +
    "resolve return review schedule see set settle show speak start stress talk try wait understand use verify visit welcome"
  ).split(" "),
);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
