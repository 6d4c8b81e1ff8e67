/** How English asks without "could you", "please" or a question mark. Grouped by kind; the more plainly said ones stand in `ask-words.ts`. */

import { FROM_YOU, REPLY, WHAT } from "./ask-needs.ts";
import { BY_DAY as DAY } from "./days-ahead.ts";
import { THING } from "./work-things.ts";

const GOOD =
  "(?:great|grateful|good|nice|kind|lovely|helpful|useful|ideal|perfect|fantastic|wonderful|brilliant|awesome|amazing|appreciated|obliged|handy)";
const VERY = "(?:(?:super|really|very|most|so|greatly|much|hugely|extremely) ){0,2}";
/** Whoever is spoken to, and a word that leads on. */
const SPOKEN_TO = String.raw`^(?:\p{L}+(?: and \p{L}+)?[,:] )?(?:(?:and|but|so|also|then|ok(?:ay)?|now|otherwise|if so),? )?(?:if (?:that|this|it|not|any)\b[^.;:?!,]{0,40}, )?(?:just |do |always )?`;

export const ASK_TURNS: readonly string[] = [
  // A wish that hangs on the reader: "Grateful if you'd look at it", "if you could send it, that would be perfect".
  String.raw`\b${GOOD} if you (?:['’]d|would|could|can|might|were able to) ?(?:please |kindly )?(?!be\b|like\b|have\b|prefer\b)\p{L}+|\b${GOOD} if you['’]d (?!be\b|like\b|have\b|prefer\b)\p{L}+`,
  String.raw`\bif you(?:['’]d| could| would| can| were able to) (?:please |kindly |just )?(?!be\b|like\b|have\b|prefer\b)\p{L}+\b.*\b(?:would|['’]d|will) be ${VERY}${GOOD}\b`,
  String.raw`\b(?:would|['’]d|^be) (?:be )?${VERY}${GOOD} to (?:know|hear|find out|understand) (?:if|whether|when|what|how|where|who|which|why|from you|back|your)\b`,
  String.raw`^(?:it would |it['’]d |would )?be ${VERY}${GOOD} to (?:(?:know|hear) ${WHAT}|(?:get|have|hear) your)\b`,
  String.raw`(?:\b(?:would|['’]d) |^)be ${VERY}${GOOD} to (?:have|get|see|receive) (?:the|your|these|those|it|them|this|an?|some|all)\b.*(?:\b${DAY}|\b${FROM_YOU})`,
  String.raw`\b(?:i|we)(?:['’]d| would) (?:really |also |very much )?(?:like|love|welcome|value|appreciate) your\b|\bappreciate (?:an?|your) (?:quick |prompt |short |brief )?(?:yes|answer|update|reply|response|feedback|input|comments|confirmation|decision|go-ahead|sign-off|thoughts?)\b`,
  String.raw`\b(?:i|we)(?:['’]d| would) (?:really |very much |greatly |certainly )?appreciate (?!(?:it|that|this|them)[.!]?$|the (?:opportunity|chance)\b)\p{L}`,
  // What others would like the reader to do.
  String.raw`\bwould (?:really |also )?(?:like|love|prefer|ask) (?:you|your team) to (?!know\b|enjoy\b|be\b)\p{L}+|\bwould (?:like|love) to (?:hear|have|get) your\b|^(?:so |and |but |then )?why don['’]?t (?:we|you)\b`,
  String.raw`\byour (?:\p{L}+ )?(?:${REPLY})(?: \p{L}+){0,5} (?:would be|is|are|will be) ${VERY}(?:welcome|valued|needed|invaluable|${GOOD})\b`,
  String.raw`(?:^|\b(?:i|we)(?:['’]m| am|['’]re| are) )(?:just |also |really )?(?:looking|hoping) for (?:an?|some|your|any) (?:\p{L}+ )?${REPLY}\b|(?:^|\b(?:i|we)(?:['’]m| am|['’]re| are|['’]d| was| were) )(?:just |also |really )?hop(?:e|ing) (?:that )?(?:you|somebody|someone) (?:can|could|might|would|will be able to) (?!be\b|see\b|enjoy\b|make it\b)\p{L}+`,
  String.raw`(?:^|\b(?:i|we) )could (?:really )?(?:do with|use) (?:a hand|your|some (?:help|advice|input)|your (?:help|input))\b`,
  String.raw`\b(?:you(?: still| also)? owe (?:me|us) (?:the|an?|your|some|\d)|(?:ball|it)(?:['’]s| is) (?:now )?in your court|over to you\b)`,
  String.raw`\b(?:cannot|can['’]?t|can not|unable to|not able to)\b[^.;]{2,60} without your\b|\blet (?:me|us) have (?:your|the|any|an?|it|them|that|this)\b|\blook(?:ing)? forward to your (?:\p{L}+ )?${REPLY}\b|\b(?:i|we)(?:['’]m| am|['’]re| are) after (?:your|an?|some) (?:\p{L}+ )?(?:${REPLY})`,
  String.raw`(?:\bwould be |['’]d be )(?:grateful|thankful) for (?:your|any|some|an?) (?:\p{L}+ )?(?:${REPLY})\b|^grateful for (?:your|any) (?:views?|thoughts|steer|confirmation|decision|approval|sign-off|(?:comments|feedback|input|guidance) on)\b`,
  // "If you could send it, we can lock the price": whoever says so wants it sent.
  String.raw`${SPOKEN_TO}if you(?:['’]d| could| would) (?:please |just |also |maybe |kindly |be able to )*(?:send|get (?:me|us|it|them|that|this|back|in touch|the)|let|give|share|confirm|forward|tell|drop|ping|return|sign|have (?:a|it|the|them)|take|fill|bring|check|call (?:me|us|him|her|them)|look|review|provide|book|arrange|pass|put|add|ask|find|dig|point|update|reply|respond)\b`,
  String.raw`(?:^|\b(?:i|we)(?:['’]m| am|['’]re| are|['’]d| was| were) )(?:still |just |really )*hoping to (?:hear (?:back|from you|your)|(?:get|have) (?:your\b|an? ${REPLY}|(?:the|this|it|them) \S*(?:back|over|from you))|receive|agree|settle|nail down)\b`,
  String.raw`^(?:requesting|asking) (?:you|your|for your)\b(?!.*\b(?:is|was)\b)|\b(?:have to|must) ask (?:you to|for your)\b|\b(?:may|might|can|could) (?:i|we) (?:trouble|ask|bother) (?:you )?(?:for|to)\b|\b(?:kindly|please) do the needful\b|^(?:would |['’]d )?(?:really |greatly )?appreciate (?:it if|if you)\b`,
  // A reminder of what was asked: "Bumping this", "Gentle reminder", "Any news".
  String.raw`^(?:just |quickly )?(?:bumping|nudging|chasing|pinging)\b|^(?:just )?(?:a |another )?(?:gentle|friendly|quick|kind|second|third|final|last|2nd|3rd) (?:reminder|nudge|chaser)\b`,
  String.raw`^any (?:update|news|word|thoughts|ideas?|luck|progress|feedback|joy|movement)\b`,
  String.raw`^(?:just )?(?:circling back|checking back|following up|resurfacing)\b(?: on| with| about| to| regarding)?(?: (?:this|my|the|our|below|you|that|it)\b[^,:]{0,40})?[.!]?$|^bringing this (?:back )?(?:up )?to the top\b|\bnot sure (?:if|whether) you(?:['’]ve| have)? (?:saw|seen|got|received|had a chance|noticed)\b`,
  String.raw`^(?:thoughts|views|comments|opinions|objections|preferences?) (?:on|about|re) (?:the|this|that|these|those|it|my|our|your|an?|\p{L}+ing)\b(?!.*\b(?:are|is|were|was|attached|below|enclosed|from|by|follow|in)\b)|^(?:(?:ok|okay|fine|happy|cool)|all good) (?:with|for|by) (?:you|everyone)\.?$|^(?:your (?:turn|move|call)|you(?:['’]re| are) (?:up|next)|up to you(?: now)?)[.!]?$`,
  // Curiosity: "Curious what you think", "Wanted to check whether you got it".
  String.raw`(?:^|\b(?:i|we)(?:['’]m| am|['’]re| are|['’]d be| would be) )(?:also |just |very |really )?(?:curious|keen|eager|interested) (?:${WHAT}|to (?:hear|know|see ${WHAT}|get your|understand))\b`,
  String.raw`(?:^|\b(?:i|we) )(?:just |also |quickly )?want(?:ed)? to (?:check|see|ask|know|find out|confirm)(?: with you)? (?:(?:if|whether|when|what|about|on)\b.*\b(?:you|your|we|us)\b)|^(?:just )?checking (?:in|${WHAT}|on)\b|(?:^|\b(?:i|we) (?:do |was |were )?)wonder(?:ing)? (?:if|whether) (?:you|we|there|it|your)\b`,
  String.raw`(?:^|\b(?:i|we)(?:['’]m| am|['’]re| are| was| were) )(?:also |just )?wondering (?:what|when|how|where|who|why|about)\b|\b(?:i|we)(?:['’]d| would|['’]m| am|['’]re| are)(?: be)?(?: very| also)? interested in (?:hearing|knowing|getting|your (?:\p{L}+ )?${REPLY})\b`,
  // What is asked in so many words: "I am writing to ask whether", "We ask that you", "a favour to ask".
  String.raw`\b(?:writing|e-?mailing|reaching out|getting in touch|contacting you|calling) to (?:ask|request|enquire|inquire|see (?:if|whether)|find out|check)\b|\b(?:i|we) (?:would |must |have to |do |kindly )?(?:ask|request) (?:that you|you to)\b|\b(?:favou?r|question) to ask\b|\b(?:need|ask) (?:you )?a (?:quick |small |big |little )?favou?r\b|^(?:please )?rsvp (?:by|before|asap|to (?:me|us)|if|whether)\b|^(?:just )?need (?:you|your)\b`,
  // Few words, and all is meant: "Would love your take", "Just need the PO number", "Pick a slot that suits you".
  String.raw`(?:^|\b(?:i|we) )would (?:really )?(?:love|like|value|welcome|appreciate) (?:your\b|(?:an?|some|any) (?:\p{L}+ )?${REPLY})|(?:^|[,;–-] |\b(?:i|we) )just need (?:the|your|an?|one)(?: \S+){0,3} (?:number|details|address|date|file|form|logo|signature|sign-off|confirmation|copy|list|names?|code|go-ahead|ok|okay|approval)\b`,
  String.raw`${SPOKEN_TO}(?:pick|choose|select|name|suggest|propose) (?:an?|the|one|any|some|two|three|whichever) (?:\S+ )?(?:slot|time|day|date|option)s?\b`,
  // What did not arrive: "You forgot to attach it", "The link doesn't open".
  String.raw`\byou (?:seem to have |may have |might have )?forg(?:o|e)t(?:ten)? (?:the|to (?:attach|include|sign|send|add|copy|fill))\b|\b(?:attachment|link|file|document)s? (?:is|was|are|were|seems?|appears?)(?: to be)? (?:missing|broken|empty|dead|not attached)\b|\b(?:attachment|link|file|document)s? (?:did not|didn['’]t) (?:come through|make it|open|work)\b|\b(?:cannot|can['’]t|couldn['’]t) (?:find|see|open|read) (?:the|your|any) (?:\S+ )?(?:attachment|attached|link|file)\b|\b(?:link|file|attachment)s? (?:does not|doesn['’]t|will not|won['’]t) (?:open|work)\b`,
  // A day is proposed: "How about Friday", "Let's say Tuesday at ten".
  String.raw`^(?:so |and |or |then )?(?:how|what) about\b|\blet['’]?s (?:aim for|plan (?:for|on)|say|do|make it|shoot for|try for?|go for) [^.;]{0,30}(?:\b\d|day\b|\bnext week|\btomorrow|\bnoon)|^(?:would|does|will) (?:\p{L}+day|tomorrow|next week|the \d+\p{L}*)\b`,
  // Whoever may feel spoken to: "Can someone tell me", "Could everyone fill it in".
  String.raw`\b(?:could|can|would|will) (?:someone|somebody|anyone|anybody|everyone|everybody|one(?: or (?:both|more))? of you|all of you|you all|one of you|the team|your team)\b`,
  // "The tracking number, please."
  String.raw`^(?!(?:yes|no|oh|ok|okay)\b)\p{L}+ [^?]*(?<!\b(?:only|you)),? (?:please|pls)[.!]*$|^please[,:] (?:the|your|an?)\b`,
  String.raw`${SPOKEN_TO}(?:set up|schedule|arrange|book|organi[sz]e) (?:an?|the|some) (?:\S+ ){0,3}(?:meeting|call|time|slot|session|room|table|lunch|visit)\b`,
  // What is told to do, to somebody: "Text me when you land", "Make sure the invoice carries our number".
  String.raw`${SPOKEN_TO}(?:send|text|e-?mail|mail|ring|phone|ping|tell|show|remind|forward|copy|cc|bring|get|shoot|drop|lend|hand|pass|give|update|buzz|keep(?= \S+ (?:posted|updated|informed|in the loop|in copy))) (?:me|us)\b(?! (?:until|till)\b| (?:an?|one|two|three|\d+|some) (?:more )?(?:few |couple (?:of )?)?(?:day|week|moment|sec|minute|hour|bit|while|time|month))`,
  String.raw`${SPOKEN_TO}(?:(?:make sure|ensure|double-check|confirm) (?:that |if |whether |with )?(?:you|the|your|it|this|that|these|those|they|he|she|everyone|all|we|to)|(?:check|see) (?:if|whether|with))\b`,
  String.raw`${SPOKEN_TO}(?:send|forward|resend|return|sign|countersign|fill (?:in|out)|dig out|share|chase)(?: over| back| across| on)? (?:(?:your(?! e-?mail)|it|this|that|these|those|them)\b|(?:the|all|both|an?) (?:\S+ ){0,3}?${THING}\b)`,
  String.raw`${SPOKEN_TO}(?:(?:have|take|give (?:it|this|that|them|the \S+)) (?:a|another) (?:quick |good |proper |final )?(?:look(?! (?:around|at our (?:new|latest|offer|shop|site|website|range|sale)))|read|think|once-over|check)\b|sanity[- ]check\b|(?:cast|run) your eyes? over\b|sign (?:page|here|below|where|both|all)\b|(?:block|put|pencil|mark|pop|add) [^.;:?!]{2,40}\b(?:in|into|on) your (?:diary|calendar)\b|block (?:out )?(?:\p{L}*day|the \d)|look (?:over|through|into) (?:the|this|that|it|my|our)\b|run (?:it|this|that|the \S+) (?:by|past)\b|proof ?read\b|keep (?:\p{L}*day|the \d+\S*|an? (?:hour|slot|morning|afternoon)|your (?:diary|calendar|\p{L}*day|morning|afternoon))(?: \S+)? (?:free|clear|open)\b)`,
  String.raw`${SPOKEN_TO}(?:(?:point|steer|direct|walk|talk|loop|connect|quote|fill) (?:me|us)\b|put (?:me|us) (?:in touch|through|down for)\b)`,
  // Any work that is told to do by a day: "Update the sheet by Friday", "see my comments and turn them round".
  String.raw`${SPOKEN_TO}(?:update|complete|submit|review|check|finish|upload|approve|confirm|pay|log|enter|reply|respond|provide|prepare|draft|add|remove|fix|test|file|collect|book your|cast)\b[^.;:?!]{0,80}\b${DAY}`,
  String.raw`${SPOKEN_TO}(?:please |pls )?see (?:my|the|attached|below|our)?(?: \S+){0,3} and (?:fix|amend|update|change|comment|come back|turn|address|correct|respond|reply|send|sign|let|return|confirm)\b`,
  String.raw`${SPOKEN_TO}bring (?:your (?:\S+ )?(?:id|passport|licen[cs]e|laptop|card|papers?|documents?|keys?|notes|copy)|along (?:the|your))\b|\b(?:do not|don['’]t) forget your\b|\bremember to (?:log|bring|sign|send|submit|fill|update|book|add|copy|cc|attach|register)\b`,
  // A step that is the reader's, in a list: "You send us the logo by Friday", "Your side: the logo".
  String.raw`^you(?: then| also)? (?:send|give|share|provide|return|sign|pay|confirm|approve|let|tell|forward) (?:me|us|the|your|it|an?|over|back)\b[^.;:?!]{0,60}${DAY}|^(?:(?:on |from )?your (?:side|end|team)|from you|you): ?\p{L}`,
];

/** The same, to pass on to somebody whose name begins with a capital: "Give Bob a shout about it", "Get Bob to sign it". */
export const TOLD_FOR_ANOTHER =
  /^(?:\p{Lu}\p{L}+, )?(?:[Pp]lease |[Jj]ust |[Aa]lso |[Aa]nd |[Tt]hen )?(?:(?:[Gg]ive|[Aa]sk|[Tt]ell|[Cc]all|[Ss]end|[Ee]-?mail|[Rr]emind|[Cc]opy|[Cc]c|CC|[Rr]ing|[Ff]orward|[Pp]ing) (?:\p{Lu}\p{Ll}+|him|her|them|your \p{L}+) (?:to|if|whether|for|an?|the|your|my|that|when|what|how)|(?:[Gg]et|[Hh]ave) (?:\p{Lu}\p{Ll}+|him|her|them|someone|somebody|your \p{L}+) (?:to )?(?:call|send|sign|check|confirm|look|ring|e-?mail|contact|reply|approve|pay|talk|speak))\b/u;
