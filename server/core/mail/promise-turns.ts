/**
 * How English promises without "I will": by what goes on, by what will be there on a day, by leaving it to oneself. Grouped by kind;
 * where the words alone could tell of anything, a day that is still to come makes them a promise.
 */

const WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
/** A day that is still to come, however loosely it is named. */
const AHEAD = String.raw`(?:\b(?:by|before|no later than) (?:the )?(?:\d|end|close|cob|eod|noon|lunch|weekend|next|this|tomorrow|tonight|${MONTH}|${WEEKDAY})|\bon (?:the )?(?:\d|${MONTH}|(?:next |this )?${WEEKDAY})|\b(?:today|tomorrow|tonight|eod|this (?:afternoon|evening|morning|week)|(?:later|early|first thing|next|in the) (?:today|tomorrow|week|morning|${WEEKDAY})|within (?:the|an?|\d+|two) \S+)\b|(?<!\b(?:every|each|last|since|until|till|from|on|of) )\b${WEEKDAY}\b(?!s|['’]s(?! (?:run|batch|post|delivery|shipment|round|load|truck))))`;

/** What is done to something that another waits for. */
const DELIVER =
  "send|resend|e-?mail|mail|forward|get|push|put|pass|deliver|ship|dispatch|courier|post|drop|bring|return|hand|submit|file|transfer|pay|refund|release|" +
  "publish|launch|share|issue|finish|finali[sz]e|complete|wrap up|fix|install|upload|circulate|update|confirm|reply|respond|get back|come back|have (?:it|them|this|that|these|those|the|an?|my|our)";
const DELIVERING =
  "sending|resending|e-?mailing|mailing|forwarding|getting (?=(?:it|this|that|these|those|them|the|you|an?|my|our)\\b)|pushing|putting (?=(?:it|this|that|them|the|some|my|our|an?)\\b)|passing|delivering|shipping|dispatching|couriering|posting|dropping|bringing|returning|handing|submitting|" +
  "filing|transferring|paying|refunding|releasing|publishing|sharing|issuing|finishing|finali[sz]ing|completing|wrapping up|uploading|circulating|booking|calling|adding|arranging|chasing";
/** What somebody does for another, whatever stands behind it. */
const DO =
  "(?:send|resend|e-?mail|mail|forward|get|push|put|pass|deliver|ship|dispatch|post|drop|bring|return|submit|transfer|pay|release|publish|share|issue|finish|complete|fix|upload|circulate|update|confirm|reply|respond|revert|" +
  "come back|get back|circle back|call|ring|check|ask|chase|let|loop|keep|write|draft|prepare|review|look|sort|arrange|book|set up|do|make|give|report|follow up|try|take|join|talk)";
/** What one is, has or feels, and what befalls one: nothing that is done for anybody. */
const STATE =
  "(?:always|appreciate|be|become|come|continue|die|enjoy|ever|feel|get|go|hate|have|hear|hold|just|keep|know|like|likely|lose|love|make|miss|need|never|not|only|probably|receive|remain|see|soon|stay|take|then|think|understand|want)";
const OPENER = String.raw`^(?:(?:ok(?:ay)?|sure|yes|yep|so|also|and|then|great|thanks|thank you|cheers|noted|understood|got it|perfect|cool|fair enough|makes sense|all right|alright|(?:my )?apologies|sorry|no (?:worries|problem)(?: at all)?|will do|quick one(?: from me)?|(?:hi|hello|hey) \S+)[,.:!–-]{1,2} )?`;
/** Only what is going on right now, or still today. */
const NOW =
  "(?:now|right now|right away|straight away|immediately|as we speak|today|tonight|tomorrow|this (?:morning|afternoon|evening))(?=\\s*(?:[.,;!–-]|$|and\\b|so\\b|but\\b))";

export const PROMISE_TURNS: readonly RegExp[] = [
  // What goes on and has a day ahead: "We're dispatching the part tomorrow", and without its subject "Sending it over tonight".
  new RegExp(
    String.raw`(?:^|[,;:.–-] |\b(?:and|but|so|then|think|that) )(?:i|we)(?:['’]m| am|['’]re| are) (?:also |just |now )?(?:${DELIVERING}) [^.;:?!]{2,80}${AHEAD}`,
    "i",
  ),
  new RegExp(`${OPENER}(?:just |now |also )?(?:${DELIVERING}) [^.;:?!]{2,80}${AHEAD}`, "i"),
  new RegExp(
    `${OPENER}(?:(?:i|we)(?:['’]m| am|['’]re| are) )?(?:on it|(?:working|looking) (?:on|into) (?:it|this|that)(?: (?:now|right now|today|as we speak))?)[.!]?$`,
    "i",
  ),
  // Its subject left out, or told before: "Shall send it under separate cover", "I need to check but will revert today".
  new RegExp(`${OPENER}(?:will|shall|gonna|going to) (?:also |then )?(?:be )?(?:${DO}|${DELIVERING})\\b`, "i"),
  new RegExp(
    `(?:\\b(?:[Ii]|[Ww]e)\\b|^[Aa]m\\b)[^.;:?!]{3,120}(?:,| and| but|(?<!\\bor) so)(?: then)? (?:will|shall) (?:also |then )?(?:have (?:it|them|that) |(?!${STATE}\\b)\\p{L}{3,})`,
    "u",
  ),
  new RegExp(
    `${OPENER}(?:${DELIVERING}|looking|working|waiting|hoping) [^.;:?!]{3,120}(?:,| and| but| so)(?: then)? (?:will|shall) (?:also |then )?${DO}\\b`,
    "i",
  ),
  // "Should have an answer for you early next week."
  new RegExp(
    String.raw`${OPENER}should (?:be able to ${DO}|(?:have|know|hear|get) (?:an?|the|it|them|this|that|these|your|my|our|some|more|news|something|everything|back))\b[^.;:?!]{0,80}${AHEAD}`,
    "i",
  ),
  // What somebody is at: "Doing it now", "I'm sorting this out as we speak".
  new RegExp(
    `(?:^|[,;:.–—-] ?)(?:(?:i|we)(?:['’]m| am|['’]re| are) )?(?:just |already )?(?:doing|fixing|sorting|checking|handling|preparing|drafting|writing|finishing|chasing) (?:it|this|that|them)(?: (?:out|up|off))? ${NOW}`,
    "i",
  ),
  // What is kept for the reader: "We can hold the price until the 31st".
  /\b(?:i|we) can (?:hold|keep|reserve|honou?r|extend|freeze|lock(?: in)?) (?:(?:the|your|this|that|these|those|our) \p{L}+|it|them)\b[^.;:?!]{0,60}\b(?:until|till|through)\b/iu,
  // "I'm happy to take that one": for something that is named; happy to help is an offer.
  /\b(?:i|we)(?:['’]m| am|['’]re| are) (?:more than )?(?:happy|glad) to (?:take|do|handle|cover|own|lead|chair|draft|write|run with|pick up) (?:it|this|that|these|those|the)\b/i,
  // The plain present of what one does on a day: "We ship Monday", "It goes out tomorrow".
  new RegExp(
    String.raw`${OPENER}we (?:ship|deliver|send|dispatch|install|pay|release|launch)\b(?! (?:every|each|all|to all)\b)[^.;:?!]{0,60}${AHEAD}`,
    "i",
  ),
  new RegExp(String.raw`\b(?:goes|is going) (?:out|off)(?! of\b)(?: to you)?\b[^.;:?!]{0,40}${AHEAD}`, "i"),
  // What will be there: "The money will be in your account by the 15th", "they will leave our warehouse on Thursday".
  new RegExp(
    String.raw`\b(?:will|['’]ll|should) (?:be (?:with you|(?:in|on|at|by) your (?:\S+ )?(?:account|inbox|desk|office|door|place|site|warehouse|hands))|arrive (?:with|at) you|(?:go|be going) out|ship|leave (?:the|our) (?:warehouse|factory|plant|port|works))\b[^.;:?!]{0,60}(?:${AHEAD})`,
    "i",
  ),
  // "They should reach you Monday", "new ones coming your way this afternoon".
  new RegExp(
    String.raw`\b(?:should|will|['’]ll) (?:then )?(?:reach|be with|get to|arrive (?:with|at)) (?:you|your \S+)\b[^.;:?!]{0,40}${AHEAD}|\b(?:coming|heading|headed) (?:your way|over to you)\b[^.;:?!]{0,40}${AHEAD}`,
    "i",
  ),
  new RegExp(`\\b(?:i|we)(?:['’]m| am|['’]re| are)? gonna ${DO}\\b`, "i"),
  // What one means to do by a day: "We expect to push it out tonight", "My plan is to get you a draft by Wednesday".
  new RegExp(
    String.raw`\b(?:i|we) (?:am |are )?(?:aim|aiming|plan|planning|intend|intending|expect|expecting|hope|hoping) to (?:be able to )?(?:${DELIVER})\b[^.;:?!]{2,80}${AHEAD}`,
    "i",
  ),
  /\b(?:my|our) (?:plan|aim|goal|intention|target) is to (?:send|get|have|give|deliver|finish|ship|reply|come back|get back|be back)\b(?=.{0,60}\b(?:you|your)\b)/i,
  // What the reader will see: "You'll be the first to know", "you'll see them in your inbox tomorrow".
  /\byou(?:['’]ll| will) be the first to (?:know|hear)\b|\byou(?:['’]ll| will) (?:see|find|have) (?:it|them|this|the \S+|an? \S+(?: \S+)?) in your inbox\b/i,
  new RegExp(
    String.raw`\byou(?:['’]ll| will) (?:have|get|see|receive) (?:it|them|this|these|the|my|our|an?) ?[^.;:?!]{0,60}${AHEAD}`,
    "i",
  ),
  // What one takes upon oneself: "Leave the hotel to me", "Consider it done", "That's on me".
  /\bleave (?:it|that|this|all (?:of )?(?:it|that)|(?:the|all the) \S+(?: \S+){0,3}) (?:to|with) (?:me|us)\b/i,
  /(?:^|[,;] )consider (?:it|this|that|(?:the|your) [^.;:?!]{2,40}) (?:done|sent|paid|sorted|booked|\p{L}{3,}ed)\b/iu,
  /^(?:that|this|it)(?:['’]s| is) on (?:me|us)\b(?=[.;,!]|$)/i,
  /\b(?:it['’]s|that['’]s|this is|i have (?:it|this|that)|i['’]ve (?:got )?(?:it|this|that)|(?:i|we)['’]ve put (?:it|this|that)|already|now) (?:all )?(?:in hand|on (?:the top of |top of )?(?:my|our) (?:\S+ )?(?:list|plate|to-?do|radar|desk))\b/i,
  /\b(?:i['’]m|we['’]re|i am|we are) (?:on the case|all over it|on top of it)\b|\b(?:i|we)['’]?(?:ve|ll)? ?(?:get|got) (?:right on (?:it|this|that)|this covered|it covered)\b/i,
  /\byou can (?:count|rely|depend) on (?:me|us|it|that)\b|\b(?:i|we) (?:can )?(?:commit|undertake|pledge|vow) to (?!be\b)(?:\d|\p{L}{2,})/iu,
  new RegExp(`\\byou can (?:have|expect) (?:it|them|this|these|the|my|our|an?|\\p{L}+) ?[^.;:?!]{0,60}${AHEAD}`, "iu"),
  // What was asked is taken on: "Sure, I can do that", "Yes, we can send one more".
  new RegExp(
    `^(?:yes|yep|yeah|sure|ok(?:ay)?|of course|absolutely|certainly|no problem|no worries)[,.!–-]{1,2} (?:that['’]s fine, )?(?:i|we) can (?:do|have|handle|take|make|${DO})\\b|^(?:yes|yep|sure|ok(?:ay)?)?[,.!]? ?can do\\b`,
    "i",
  ),
  /\blet me (?:just |quickly )?(?:dig|pull|put together|speak|call|send|forward|grab|draft|work on|sort|go (?:through|back)|come back|chase|have (?:a|another) (?:look|think|word)|look|double-check|get)\b(?! (?:it|this|that|one thing) straight\b)/i,
  // "PO to follow tomorrow", "figures to follow."
  new RegExp(String.raw`\p{L} to follow(?: (?:shortly|soon|later|separately|${AHEAD}[^.]{0,30}))?[.!]?$`, "iu"),
];
