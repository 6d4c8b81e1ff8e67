/**
 * How English promises by what will be there and says nothing of who brings it: "Quote coming over this pm", "Contract to you by
 * Tues", "the invoice will be corrected". What could come of itself, as the winter does, is none: it has to be something that changes
 * hands in work.
 */

import { AHEAD, SOON } from "./days-ahead.ts";
import { NOBODY_SPEAKS, THING, THING_FIRST } from "./work-things.ts";

const FINITE = String.raw`(?:\b(?:is|are|was|were|has|have|had|been|ended|went|came|goes|comes|sent|gave|got|expires?|ends?|costs?|says?|said|shows?|starts?|will|would|can|could|may|might|must|should|does|did|not|no)\b|n['’]t)`;
/** When the writer, or who helps, has done something first. */
const ONCE = String.raw`\b(?:once|as soon as|after|when) (?:i|we|the|our|my)\b`;
/** What is done to it. */
const DONE =
  "(?:sent|resent|mailed|e-?mailed|shared|forwarded|posted|couriered|shipped|dispatched|delivered|returned|refunded|credited|paid|transferred|processed|filed|submitted|issued|reissued|corrected|amended|updated|fixed|repaired|replaced|swapped|removed|re?installed|installed|" +
  "released|published|uploaded|circulated|completed|finished|finali[sz]ed|done|ready|signed|countersigned|answered|confirmed|booked|collected|picked up|restored|sorted|resolved|back up|set up)";

export const PROMISED_ARRIVALS: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:goes|is going) (?:out|off)(?! of\b)(?: to you)?\b[^.;:?!]{0,40}${AHEAD}`, "i"),
  // What will be there: "The money will be in your account by the 15th", "they will leave our warehouse on Thursday".
  new RegExp(
    String.raw`\b(?:will|['’]ll|should) (?:be (?:back )?(?:with you|(?:in|on|at|by) your (?:\S+ )?(?:account|inbox|desk|office|door|place|site|warehouse|hands))|arrive (?:with|at) you|(?:go|be going) out|ship|leave (?:the|our) (?:warehouse|factory|plant|port|works))\b[^.;:?!]{0,60}(?:${AHEAD}|${ONCE})`,
    "i",
  ),
  // "They should reach you Monday", "the proposal lands in your inbox tomorrow".
  new RegExp(
    String.raw`(?:^|${THING_FIRST} |^(?:it|they|this|that|these|all|everything) )(?:should (?:land|arrive|ship)(?! (?:at|in|from)\b)|(?:should|will|['’]ll) be (?:ready|done|with you|finished|fixed|sorted|there|live|up)|(?<=^)should be \p{L}{3,}ed)\b[^.;:?!]{0,40}(?:${AHEAD}|\b(?:from|of) (?:the )?(?:\d|\p{L}+day))`,
    "iu",
  ),
  new RegExp(
    String.raw`${THING_FIRST} (?:ships?|leaves?|goes?|(?:is|are) (?:going out|leaving|shipping|being (?:sent|shipped|fixed|printed|made))|going out|processing|shipping|leaving|landing)\b(?![^.;:?!]* to (?:the|our|all|their)\b)[^.;:?!]{0,30}${AHEAD}`,
    "iu",
  ),
  // "ETA Thursday", "delivery is set for Friday".
  new RegExp(
    String.raw`^(?!.*\b(?:came|was|were|arrived|went)\b)(?:(?:the|our|expected|estimated|new|planned|current) )*(?:eta|delivery|dispatch|handover|installation|completion)(?: (?:date|day|time))?(?: (?:at|to|for|of) [^.;:?!]{2,30}?)?(?: (?:is|:)(?: now)?(?: set for| planned for| scheduled for| due)?|:)? [^.;:?!]{0,30}${AHEAD}`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:should|will|['’]ll) (?:then )?(?:reach|be with|get to|arrive (?:with|at)) (?:you|your \S+)\b[^.;:?!]{0,40}${AHEAD}`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:lands?|hits?|arrives?|reach(?:es)?|(?:will|should|['’]ll) (?:land|hit|drop|pop up|show up|appear)) (?:with you|(?:in |on |at )?your (?:inbox|mailbox|desk|door|site|office|warehouse|account))\b[^.;:?!]{0,40}${SOON}`,
    "i",
  ),
  new RegExp(
    String.raw`(?:${THING_FIRST}|\b(?:and|but) an? (?:new |full )?${THING}) (?:is|are) (?:now |already )?(?:in the works|under ?way|in the pipeline|on order)\b`,
    "iu",
  ),
  // What is on its way, with its day or in few words: "New figures coming your way this afternoon", "Intro to Bo incoming".
  new RegExp(
    String.raw`${THING_FIRST}(?: is| are|['’]s)?(?: also| now)? (?:(?:coming|heading|headed) (?:over|across|through|your way|to you|up)\b|on (?:its|their|the) way\b(?: (?:over|across|to you)\b)?|coming(?! from\b)|en route)(?![^.;:?!]*${FINITE})(?:[.!]?$|[^.;:?!]{0,30}${SOON})`,
    "iu",
  ),
  new RegExp(
    String.raw`${THING_FIRST}(?: is| are|['’]s)? (?:incoming|on (?:its|their) way (?:over|to you)|coming (?:your way|to you|over))\b(?!.*${FINITE})`,
    "iu",
  ),
  // "PO to follow tomorrow", "figures to follow", "the samples follow on Monday".
  new RegExp(String.raw`\p{L} to follow(?: (?:${SOON}[^.]{0,30}))?[.!]?$`, "iu"),
  new RegExp(`${THING_FIRST} to come(?: ${SOON}[^.]{0,30})?[.!]?$`, "iu"),
  new RegExp(String.raw`${THING_FIRST} (?:will follow[.!]?$|(?:will )?follows?\b[^.;:?!]{0,20}${SOON})`, "iu"),
  // Without any verb: "Contract to you by Tues", "Draft with you tomorrow", "more from me on Friday", "back to you by noon".
  new RegExp(
    String.raw`(?!.*${FINITE})${THING_FIRST} (?:back |over |across |out |off )?(?:to|with) (?:you|your (?:inbox|desk|office|team|side|end|accountants?|solicitors?|lawyers?))\b[^.;:?!]{0,20}${SOON}`,
    "iu",
  ),
  new RegExp(
    String.raw`[,;–—-] (?:the |an? |your |new )?${THING} (?:coming|on (?:its|the) way|incoming|to follow)\b[^.;:?!]{0,30}${SOON}`,
    "i",
  ),
  new RegExp(
    `^(?:(?:full|final|first|proper|more|revised|new|updated|detailed) ${THING}|more) (?:${SOON})[^.;:?!]{0,20}[.!]?$`,
    "i",
  ),
  new RegExp(String.raw`^(?:${THING}|more|news|something) (?:\S+ ){0,4}?from (?:me|us)\b[^.;:?!]{0,20}${SOON}`, "iu"),
  new RegExp(String.raw`(?:^|[,;–—-] |\band )(?:i['’]ll be )?back (?:to|with) you\b[^.;:?!]{0,20}${SOON}`, "i"),
  new RegExp(`^${NOBODY_SPEAKS}[^.;:?!]{2,60}(?:${AHEAD}).{0,12} from (?:me|us)[.!]?$`, "i"),
  // Who does what, in a list: "Me: price list by Friday".
  new RegExp(
    String.raw`^(?:me|myself|us|(?:on |from )?(?:my|our) (?:side|end)|from (?:me|us)) ?[:–—-] ?(?:.{2,80}${AHEAD}|(?:to |will )?(?:send|get|draft|write|check|prepare|share|update|book|call|chase|review|fix|finish)\b)`,
    "i",
  ),
  // What will be done, and nobody says by whom: "The post-mortem will be shared with you", "your return will be filed by month end".
  /\b(?:will|shall|['’]ll) (?:then |also )?be (?:sent|mailed|e-?mailed|shared|forwarded|couriered|shipped|dispatched|delivered|returned|refunded|provided|handed|released|paid) (?:over |out |back |across )?(?:to|with) (?:you|your)\b/i,
  new RegExp(
    String.raw`(?:${THING_FIRST}|\byour (?:\S+ ){0,3}\S+|^(?:all|everything)) (?:will|shall|['’]ll|should) (?:then |also |all )?be ${DONE}\b[^.;:?!]{0,60}(?:${AHEAD}|${ONCE})`,
    "iu",
  ),
  new RegExp(
    String.raw`(?:${THING_FIRST}(?: \S+)?|^your (?:\S+ )?\S+|^(?:it|this|that|all|everything)) (?:is|are) (?:now |currently |already )?being (?:organi[sz]ed|arranged|processed|sorted|looked into|dealt with|fixed|repaired|replaced|chased)\b`,
    "iu",
  ),
  new RegExp(
    String.raw`\b(?:will|shall|['’]ll) (?:then |also )?be ${DONE} by (?:me|us|our (?:team|side|\S+ team))\b`,
    "i",
  ),
];
