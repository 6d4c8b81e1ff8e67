/**
 * How English promises without "I will": by what goes on, by what will be there on a day, by leaving it to oneself. Grouped by kind;
 * where the words alone could tell of anything, a day that is still to come makes them a promise.
 */

import { AHEAD } from "./days-ahead.ts";

/** What is done to something that another waits for. */
const DELIVER =
  "send|resend|e-?mail|mail|forward|get|push|put|pass|deliver|ship|dispatch|courier|post|drop|bring|return|hand|submit|file|transfer|pay|refund|release|" +
  "publish|launch|share|issue|finish|finali[sz]e|complete|wrap up|fix|install|upload|circulate|update|confirm|reply|respond|get back|come back|have (?:it|them|this|that|these|those|the|an?|my|our)";
const DELIVERING =
  "sending|resending|e-?mailing|mailing|forwarding|getting (?=(?:it|this|that|these|those|them|the|you|an?|my|our)\\b)|pushing|putting (?=(?:it|this|that|them|the|some|my|our|an?)\\b)|passing|delivering|shipping|dispatching|couriering|posting|popping|sticking|firing|dropping|bringing|returning|handing|submitting|" +
  "filing|transferring|paying|refunding|releasing|publishing|sharing|issuing|finishing|finali[sz]ing|completing|wrapping up|uploading|circulating|booking|calling|adding|arranging|chasing";
/** What somebody does for another, whatever stands behind it. */
const DO =
  "(?:send|resend|e-?mail|mail|forward|get|push|put|pass|deliver|ship|dispatch|post|drop|bring|return|submit|transfer|pay|release|publish|share|issue|finish|complete|fix|upload|circulate|update|confirm|reply|respond|revert|" +
  "come back|get back|circle back|call|ring|check|ask|chase|let|loop|keep|write|draft|prepare|review|look|sort|arrange|book|set up|do|make|give|report|follow up|try|take|join|talk|amend|adjust|correct|add|action|tweak|redo|tidy|swap|change|move|process|pick|handle|raise|test|run|order|find|discuss|speak|contact|text|ping|pop|ensure)";
/** What one is, has or feels, and what befalls one: nothing that is done for anybody. */
const STATE =
  "(?:always|appreciate|be|become|come|continue|die|enjoy|ever|feel|get|go|hate|have|hear|hold|just|keep|know|like|likely|lose|love|make|miss|need|never|not|only|probably|receive|remain|see|soon|stay|take|then|think|understand|want)";
const OPENER = String.raw`^(?:(?:ok(?:ay)?|sure(?: thing)?|yes|yep|so|also|and|then|great|thanks|thank you|cheers|noted|understood|got it|perfect|cool|fair enough|makes sense|all right|alright|(?:my )?apologies|sorry|no (?:worries|problem)(?: at all)?|will do|quick one(?: from me)?|(?:hi|hello|hey) \S+)[,.:!–-]{1,2} )?`;
/** What one is at for another. */
const AT_IT =
  "chasing|checking (?:on |with |in with )?|speaking (?:to|with)|talking (?:to|with)|pushing|looking into|working on|drafting|preparing|finishing|uploading|wrapping up|sorting|fixing|writing up|putting together|calling|asking";
/** Only what is going on right now, or still today. */
const NOW =
  "(?:now|right now|right away|straight away|immediately|as we speak|today|tonight|tomorrow|this (?:morning|afternoon|evening))(?=\\s*(?:[.,;!–-]|$|and\\b|so\\b|but\\b))";

export const PROMISE_TURNS: readonly RegExp[] = [
  new RegExp(
    String.raw`${OPENER}(?:i['’]m |we['’]re )?(?:swinging|popping|stopping|dropping|nipping) (?:by|in|over|round|past)\b[^.;:?!]{0,60}${AHEAD}`,
    "iu",
  ),
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
  /\bcount me in\b/i,
  // As they say it who learned English later: "Once it is paid I release the files".
  /^(?:once|as soon as|when) [^.;:?!]{2,40},? (?:i|we) (?:send|release|ship|deliver|transfer|hand over|return|pay|start|order|book|issue|publish)\b/i,
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
  // "Am chasing the carrier as we speak", "talking to the landlord today".
  new RegExp(
    `(?:${OPENER}|\\b(?:i|we)(?:['’]m| am|['’]re| are) |^am )(?:just |already |also |now )?(?:${AT_IT}) (?:it|this|that|them|the|your|my|our|an?|\\p{L}+)\\b[^.;:?!]{0,60}(?!tomorrow)${NOW}`,
    "iu",
  ),
  /\b(?:i|we)(?:['’]m| am|['’]re| are) (?:also |just |now |already |currently )?(?:sorting(?: out)?|arranging|organi[sz]ing|chasing(?: up)?|dealing with) (?:it|this|that|the|your|an?)\b/i,
  // For the reader, and nobody asks when: "I'm getting you a login", "we're having the inventory redone".
  /\b(?:i|we)(?:['’]m| am|['’]re| are) (?:also |just |now |already )?(?:getting|ordering|booking|finding|making|lining|setting) you (?:an?|the|some|another|your|two|up)\b/i,
  /\b(?:i|we)(?:['’]m| am|['’]re| are) (?:also |just |now |already )?(?:arranging|organi[sz]ing|ordering|sourcing|setting up|putting together|preparing|drafting|lining up) [^.;:?!]{2,50} for you\b/i,
  /\b(?:i|we)(?:['’]m| am|['’]re| are) (?:also |just |now )?(?:having|getting) (?:the|your|it|that|this|them|those|these|an?|my|our) (?:\p{L}+ ){0,3}?(?:re)?(?:done|made|sent|built|cut|drawn|written|priced|printed|checked|reviewed|fixed|repaired|replaced|delivered|shipped|collected|translated|signed|notari[sz]ed|valued|cleaned|changed|updated|corrected|installed|booked|picked up|issued|drafted|tested|quoted|measured|tidied|sorted|looked at)\b/iu,
  /\b(?:i|we)(?:['’]m| am|['’]re| are) (?:also |just |now )?(?:holding|keeping|reserving) (?:(?:off )?(?:the|your|this|that|these|those) (?:\p{L}+ ){1,3}|it |them )(?:until|till|for you|back)\b/iu,
  // An appointment that is set: "I've put you down for Saturday".
  new RegExp(
    String.raw`(?:^|\b(?:i|we)(?:['’]ve| have) )(?:now |just |already |also )?(?:put|pencil+ed|booked|slotted|scheduled) you (?:down|in)(?: provisionally)? (?:for|on|at)\b[^.;:?!]{0,40}${AHEAD}`,
    "i",
  ),
  // What is kept for the reader: "We can hold the price until the 31st".
  /\b(?:i|we) can (?:hold|keep|reserve|honou?r|extend|freeze|lock(?: in)?) (?:(?:the|your|this|that|these|those|our) \p{L}+|it|them)\b[^.;:?!]{0,60}\b(?:until|till|through)\b/iu,
  // What is taken on: "I'm happy to take that one", "I can own that"; happy to help, and what one can send, are offers.
  new RegExp(
    `(?:${OPENER}|\\b(?:i|we)(?:['’]m| am|['’]re| are) )(?:more than )?(?:happy|glad) to (?:take|do|handle|cover|own|lead|chair|draft|write|run with|pick up) (?:it|this|that|these|those|the)\\b`,
    "i",
  ),
  /\b(?:i|we) can (?:take|own|handle|cover|pick up|look after|deal with) (?:it|this|that|the \p{L}+(?: \p{L}+)?)(?: one)?[.!]?$/iu,
  /^(?:(?:action|ap|to[- ]?do|next steps?)(?: points?| items?)? (?:for |on )?(?:me|us|(?:my|our) (?:side|end))|mine(?: to do)?) ?[:–—-]/i,
  /\brest assured,? (?:that )?(?:i|we|it|this|your|everything)\b/i,
  new RegExp(
    `${OPENER}(?:adding|putting|noting) (?:it|this|that|them) (?:to|on|in) (?:my|our|the) (?:list|calendar|diary|to-?do|agenda|board|backlog|sheet|tracker|plan)\\b`,
    "i",
  ),
  new RegExp(
    `(?:${OPENER}|\\b(?:i|we)(?:['’]m| am|['’]re| are) )(?:just )?about to (?:hit send|(?:${DELIVER}|call|ring) (?:it|this|that|them|the|your|you|him|her))\\b`,
    "i",
  ),
  // "We're on track to deliver by Friday."
  new RegExp(
    String.raw`(?:^(?:still |all |things are |everything is )?|\b(?:we|i)(?:['’]re|['’]m| are| am) (?:still )?)on (?:track|course|schedule|target) (?:for|to (?:${DELIVER}))\b[^.;:?!]{0,60}${AHEAD}`,
    "i",
  ),
  new RegExp(
    `${OPENER}can (?:(?:${DELIVER}) (?:it|this|them|the|your|you|over)|have (?:it|them|(?:the|your|an?) \\S+) (?:ready|with|for|to|over|done|there|here|on site))\\b[^.;:?!]{2,60}${AHEAD}`,
    "i",
  ),
  // The plain present of what one does on a day: "We ship Monday", "It goes out tomorrow".
  new RegExp(
    String.raw`${OPENER}(?:(?:i|we)(?: also| then)? (?:ship|deliver|send|dispatch|install|pay|release|launch|call you|check|prepare|inform|finish|come back|revert|forward)|[^.;:?!,]{3,40} (?:i|we) (?:send|deliver|forward|give|ship|bring) you)\b(?! (?:every|each|all|to all)\b)[^.;:?!]{0,60}(?:${AHEAD}|\buntil [^.;:?!]{0,12}(?:day\b|\d|tomorrow))`,
    "i",
  ),
  /^(?:today|tomorrow|tonight|(?:on |next |this )?\p{L}+day|this (?:afternoon|evening|week)|next week),? (?:i|we) (?:will )?(?:send|ship|deliver|call you|check|make|test|prepare|finish|inform|give|come back|forward|bring|do)\b/iu,
  new RegExp(`\\b(?:i|we)(?:['’]m| am|['’]re| are)? gonna ${DO}\\b`, "i"),
  // What one means to do by a day: "We expect to push it out tonight", "My plan is to get you a draft by Wednesday".
  new RegExp(
    String.raw`\b(?:i|we) (?:am |are )?(?:aim|aiming|plan|planning|intend|intending|expect|expecting|hope|hoping) to (?:be (?:able|in a position) to )?(?:${DELIVER}|exchange|start|begin|decide|have (?:news|something|more|everything|feedback))\b[^.;:?!]{2,80}${AHEAD}`,
    "i",
  ),
  new RegExp(
    String.raw`(?:${OPENER}|\b(?:i|we)(?:['’]m| am|['’]re| are) )(?:also |now |still )?(?:aiming|planning|intending|hoping) to (?:be (?:able|in a position) to )?(?:${DELIVER}|exchange|start|begin|decide|have (?:news|something|more|everything|feedback))\b[^.;:?!]{2,80}${AHEAD}`,
    "i",
  ),
  new RegExp(
    String.raw`(?:${OPENER}|\b(?:i|we)(?:['’]m| am|['’]re| are) )(?:also |now |still )?(?:aiming|shooting|targeting|gunning) (?:for )?[^.;:?!]{0,60}${AHEAD}`,
    "i",
  ),
  new RegExp(String.raw`\b(?:plan|planning|count|counting) on (?:${DELIVERING}|having) [^.;:?!]{2,80}${AHEAD}`, "i"),
  /\b(?:my|our) (?:plan|aim|goal|intention|target) is to (?:send|get|have|give|deliver|finish|ship|reply|come back|get back|be back)\b(?=.{0,60}\b(?:you|your)\b)/i,
  // What the reader will see: "You'll be the first to know", "you'll see them in your inbox tomorrow".
  /\byou(?:['’]ll| will) be the first to (?:know|hear)\b|\byou(?:['’]ll| will) (?:see|find|have) (?:it|them|this|the \S+|an? \S+(?: \S+)?) in your inbox\b/i,
  new RegExp(
    String.raw`\byou(?:['’]ll| will) (?:have|get|see|receive) (?:it|them|this|these|the|my|our|an?) ?[^.;:?!]{0,60}${AHEAD}`,
    "i",
  ),
  /\byou(?:['’]ll| will) (?:have|get|see|receive|hear)\b(?! (?:used|to)\b)[^.;:?!]{2,60}\b(?:as soon as|once|the (?:minute|moment|second)) (?:i|we)\b/i,
  new RegExp(
    String.raw`\byou(?:['’]ll| will) (?:hear|have (?:an?|my|our) (?:answer|reply|response))\b[^.;:?!]{0,60}${AHEAD}`,
    "i",
  ),
  new RegExp(
    String.raw`\byou(?:['’]ll| will) be (?:paid|refunded|credited|reimbursed|contacted|called|notified|informed|updated|told)\b(?:[^.;:?!]{0,40}${AHEAD}| by (?:me|us|our \p{L}+)\b)`,
    "iu",
  ),
  // Whoever works with the writer: "The team will turn this around by Monday".
  new RegExp(
    String.raw`(?:^|\b(?:the|our|my) )(?:lads|guys|crew|team|engineers?|fitters?|technicians?|scaffolders?) will be (?:on site|there|round|with you|over)\b.{0,40}${AHEAD}|\b(?:(?:our|my) (?:team|office|crew|lads|guys|people|warehouse|workshop|assistant)(?:['’]ll| will) (?:also |then )?(?:${DO}|turn)\b|(?:the (?:team|office|crew|lads|guys)|one of us)(?:['’]ll| will) (?:${DO}|turn)\b[^.;:?!]{2,60}${AHEAD})`,
    "i",
  ),
  // Time that one asks for: "Give me until Friday", "bear with me till tomorrow".
  new RegExp(
    String.raw`${OPENER}(?:just )?(?:give me|bear with (?:me|us)) (?:un)?til(?:l)? (?:the )?[^.;:?!]{0,20}(?:day\b|tomorrow|tonight|noon|week|month|\d)`,
    "i",
  ),
  /\bgive me (?:an?|one|two|three|\d+|a (?:few|couple of)) (?:day|hour|minute|min|moment|sec|second)s?(?: or (?:two|so))? (?:to (?:check|dig|look|find|get|sort|come|think|go|speak|talk|confirm|work)\b|and i)/i,
  // What one takes upon oneself: "Leave the hotel to me", "Consider it done", "That's on me".
  /\bleave (?:it|that|this|all (?:of )?(?:it|that)|(?:the|all the) \S+(?: \S+){0,3}) (?:to|with) (?:me|us)\b/i,
  /\b(?:let|allow) (?:me|us) (?:to )?(?:take care of|handle|deal with|worry about|sort|refund|replace|arrange|correct)\b/i,
  /^(?:you can )?count on (?:it|that)\b|^done by (?:noon|\d|tomorrow|tonight|\p{L}+day|cob|eod)\b|[,–—-] (?:i )?promise[.!]?$/iu,
  /(?:^|[,;] )consider (?:it|this|that|(?:the|your) [^.;:?!]{2,40}) (?:done|sent|paid|sorted|booked|\p{L}{3,}ed)\b/iu,
  /^(?!(?:the )?(?:drinks?|lunch|dinner|coffee|beers?|first round|next round|tab|shame|blame|focus|onus|joke|pressure|burden|sun|spotlight|cost)\b)(?:that|this|it|(?:the )?\p{L}{2,}(?: \p{L}+){0,2})(?:['’]s| is| are) on (?:me|us)\b(?=[.;,!]|$)/iu,
  /\b(?:it['’]s|that['’]s|this is|i have (?:it|this|that)|i['’]ve (?:got )?(?:it|this|that)|(?:i|we)['’]ve put (?:it|this|that)|already|now) (?:all )?(?:in hand|on (?:the top of |top of )?(?:my|our) (?:\S+ )?(?:list|plate|to-?do|radar|desk))\b/i,
  /\b(?:i['’]m|we['’]re|i am|we are) (?:on the case|all over it|on top of it)\b|\b(?:i|we)['’]?(?:ve|ll)? ?(?:get|got) (?:right on (?:it|this|that)|this covered|it covered)\b/i,
  /\byou can (?:count|rely|depend) on (?:me|us|it|that)\b|\b(?:i|we) (?:can )?(?:commit|undertake|pledge|vow) to (?!be\b)(?:\d|\p{L}{2,})/iu,
  new RegExp(`\\byou can (?:have|expect) (?:it|them|this|these|the|my|our|an?|\\p{L}+) ?[^.;:?!]{0,60}${AHEAD}`, "iu"),
  // What was asked is taken on: "Sure, I can do that", "Yes, we can send one more".
  new RegExp(
    `^(?:yes|yep|yeah|sure|ok(?:ay)?|of course|absolutely|certainly|no problem|no worries)[,.!–-]{1,2} (?:that['’]s fine, )?(?:i|we) can (?:do|have|handle|take|make|${DO})\\b|^(?:yes|yep|sure|ok(?:ay)?)?[,.!]? ?can do\\b`,
    "i",
  ),
  /\blet me (?:just |quickly |first |also |go and |try (?:and|to) |see about )*(?:dig|pull|put together|put (?:you|that|this|something) (?:in touch|together|on|in)|speak|call|send|resend|forward|grab|draft|work (?:on|out)|sort|go (?:through|back)|come back|revert|chase|have (?:a|another) (?:look|think|word|chat|read)|take (?:a|another) (?:look|stab|pass|crack)|take (?:it|this|that) (?:up|to|back)|look|double-check|get|loop|intro(?:duce)? (?:you|him|her|them)(?! to (?:our|an?|the)\b)|connect (?:you|him|her)|set (?:up (?:an?|the|some) (?:\S+ )?(?:call|meeting|time|demo|slot|session|account|access|login|intro)|(?:it|this|that|something|you) up)|book|arrange|line up|find|figure|track down|hunt|fix|ping|chat (?:to|with)|touch base|circle back|follow up|reach out|consult|escalate|raise|verify|investigate|test (?:it|this|that|the)|crunch|mull|sleep on|think (?:on|over|(?:it|this|that) (?:over|through))|redo|rework|revise|update (?:it|this|that|the|our|my)|email|e-mail|text|prepare (?:it|this|that|the|an?|your|some)|write (?:(?:it|this|that) up|(?:to )?(?:him|her|them))|add (?:you|it|that|this|him|her) to|reread|digest)\b(?! (?:it|this|that|one thing|something|things|to the point|started) (?:straight|clear|right))(?! (?:to the point|started|back to (?:the|my) (?:point|topic)))/i,
];
