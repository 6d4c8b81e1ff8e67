/** How English asks by what its writer has not got, or needs by a day: "Still missing: the address", "We'd need sign-off by Tues". */

import { BY_DAY, WEEKDAY } from "./days-ahead.ts";
import { THING, THING_FIRST } from "./work-things.ts";

export const WHAT = "(?:if|whether|when|what|how|where|who|which|why)";
export const FROM_YOU = "(?:from|off) (?:you|your (?:end|side|team|office))";
export const REPLY =
  "(?:answer|update|reply|response|feedback|input|comments|guidance|steer|confirmation|decision|advice|help|quote|price|date|eta|ok|go-ahead|sign-off|approval|views?|thoughts?|opinion|take|availability|signature)";
const SOON = String.raw`(?:${BY_DAY}|\b(?:asap|urgently|today|tomorrow|tonight|this (?:week|morning|afternoon|pm)|(?:on )?${WEEKDAY}|${FROM_YOU})\b)`;
const VERY = "(?:really |still |also |just |only |do |now |will |would |urgently |desperately )*";

export const ASKED_NEEDS: readonly string[] = [
  // What the writer has not got: "Still waiting to hear back on …", "I'm missing the timesheets", "No sign of the PO yet".
  String.raw`(?:^|\b(?:i|we)(?:['’]m| am|['’]re| are) )(?:still |just )?waiting (?:to hear (?:back|from you|on|about|${WHAT})|(?:on|for) your\b)|^(?:\p{L}+, |also |but |however,? )?(?:i|we) (?:still )?(?:have not|haven['’]t) (?:yet |still )?(?:received|heard|had|seen|got) (?:(?:back|anything|an? ${REPLY}|the|your|payment)\b.*${FROM_YOU}|your\b|back from you|payment\b)`,
  String.raw`(?:^|\b(?:i|we)(?:['’]m| am|['’]re| are) )(?:still |also )?(?:missing|lacking|short of) (?:the|your|an?|some|one|two|\d+) (?!you\b)\p{L}+`,
  String.raw`\b(?:i|we) (?:still )?(?:have not|haven['’]t|have yet to) (?:hear|heard) (?:anything|back)\b(?! from (?!you))`,
  `^(?:(?:also|and|but|so|just|only) )?(?:still )?(?:missing|outstanding|pending|needed)(?: ${FROM_YOU})?:`,
  String.raw`^(?:one|two|three|four|five|\d|an?|a few|a couple of|some) (?:quick |small |more |last |other )?(?:things?|points?|items?|asks?|requests?|questions?) (?:on your (?:side|end)|from your (?:side|end)|for you|from you)\b`,
  String.raw`\b(?:i|we)(?:['’]d| do| would)? expect (?:your|an? |the )?(?:\p{L}+ )?(?:${REPLY}|refund|payment)\b(?! from (?!you))`,
  String.raw`^(?:still )?(?:no (?:sign|trace) of (?:the|your|an?) (?:\S+ ){0,2}${THING}|nothing (?:back |yet |heard )?${FROM_YOU}(?: (?:yet|on|about|since|so far|re)\b|[.!]?$)|yet to (?:hear|receive|see) (?:back|your|the|anything))\b`,
  String.raw`\b(?:things?|bits?|items?|pieces?|info|information|documents?|details?|what|all) (?:that )?(?:i|we)(?:['’]d)? ${VERY}(?:need|want|require|lack|(?:am|are) (?:missing|waiting for))\b.{0,40}\b${FROM_YOU}`,
  String.raw`(?:^|\b(?:i|we)(?:['’]m| am|['’]re| are) )(?:still )?waiting (?:on|for) (?:the|an?|some)\b.*\b${FROM_YOU}|(?:^|\b(?:i|we)(?:['’]m| am|['’]re| are) )still waiting (?:on|for) (?:the|an?) (?:\S+ ){0,2}${THING}\b(?! from (?!you))`,
  String.raw`^(?:and |but )?still no (?:\S+ ){0,3}(?:${FROM_YOU}|${THING}[.!]?$)|^still need (?:the|your|an?)\b`,
  String.raw`(?:^|\b(?:i|we)(?:['’]ve| have)? )(?:not|haven['’]t|have not|hasn['’]t) (?:seen|had|received|got) (?:(?:the|your|any|an?) (?:\S+ ){0,2}(?:${THING}|${REPLY})|anything)\b.*\byet\b`,
  String.raw`\b(?:i|we) (?:don['’]t|do not) (?:seem to |appear to |yet |actually )*have (?:your|the) (?:\S+ ){0,3}${THING}\b`,
  String.raw`\b(?:only|last|one|final) (?:thing|bit|piece|item)s? (?:(?:that['’]s |that is )?(?:still )?(?:missing|outstanding|left|needed)|(?:i|we) (?:still |now )?need)\b|\ball (?:that )?(?:i|we) (?:still |now )?need (?:now |from you )?is (?:your|the (?:\S+ ){0,2}${THING}|an? (?:\S+ ){0,2}(?:${THING}|${REPLY}))\b`,
  String.raw`\ball (?:that )?(?:i|we)(?:['’]re|['’]m| are| am) (?:waiting (?:for|on)|missing) is\b|\byour (?:\S+ ){1,3}(?:still )?(?:has|have)(?:n['’]t| not) (?:yet )?(?:paid|sent|replied|signed|returned|confirmed|come back)\b`,
  // What should be here by now: "Invoice 77 is overdue".
  String.raw`\b(?:invoices?|payments?|rent|bill|balance|deposit)\b[^.;:?!]{0,40}(?<!\b(?:that|which)) (?:is|are) (?:now |still |already |\d+ (?:days?|weeks?) )*(?:over ?due|late|unpaid|outstanding|past due)\b`,
  // What is needed, with its day or from whom: "Just need the number from you", "We'd need sign-off by Tues".
  String.raw`(?:^|\b(?:i|we) )(?:just |still |only |also |really |will |do )*need (?:an?|the|your|all|some|one|two|these|those|it|this|them)\b.*\b${FROM_YOU}`,
  String.raw`\b(?:i|we) (?:just |still |only |also |really )*need (?:your|you to)\b|\b(?:i|we)(?:['’]d| would|['’]ll| will) (?:also |still )?need (?:the|all|this|these|those|it|them|your)\b.*(?:\p{L}{3,}ed\b|\b${BY_DAY}|\b${FROM_YOU}|\bbefore\b)`,
  String.raw`(?:^|\b(?:i|we)(?:['’]d|['’]ll)? )${VERY}need (?!to\b|not\b|you\b|may\b|for\b|rain\b|an? (?:holiday|drink|coffee|break|rest|nap|beer|hug)\b)[^.;:?!]{2,60}${SOON}`,
  String.raw`\b(?:i|we)\b[^.;:?!]{2,80} (?:so|and|but) ${VERY}need (?!to\b|not\b)[^.;:?!]{2,60}${SOON}`,
  String.raw`(?!.*\b(?:no|not)\b)${THING_FIRST}(?: is| are)?(?: still| also)? (?:needed|required|wanted|due back|due in)\b[^.;:?!]{0,40}${SOON}`,
  String.raw`${THING_FIRST}(?: is| are)? still (?:outstanding|overdue|unpaid|missing|open)\b`,
  String.raw`^(?:any |your |quick |some )?${REPLY} (?:very |much |greatly )*(?:appreciated|welcome|needed|required|requested)\b`,
  String.raw`\b(?:it(?:['’]d| would)|would|that(?:['’]d| would)) (?:really )?help (?:me |us )?(?:if you|to (?:know|have|see|get))\b`,
  String.raw`\b(?:your|an?|any) (?:\p{L}+ )?(?:${REPLY}|ballpark|estimate|indication|figure|pointer|example) would (?:really )?(?:help|do|suffice|be (?:enough|appreciated|great|good|helpful|useful|handy|perfect))\b`,
  String.raw`\b(?:i|we)(?:['’]d| would|['’]ll| will)? (?:also |still |just |really )*need to know (?:the|if|whether|when|what|how|your|who|which|where|by)\b`,
  String.raw`\b(?:i|we) ${VERY}need to (?:(?:speak|talk|meet|sit down|catch up|discuss|go over|go through|check|agree|clarify)\b[^.;:?!]{0,40}\bwith you\b|(?:speak|talk) to you\b|find (?:a |some |the )?time to (?:discuss|talk|meet|speak|go (?:over|through)|catch up)\b)`,
  // What waits for the reader: "Happy to proceed once you confirm", "the next step is your signature".
  String.raw`\b(?:happy|ready|able|keen|can) (?:to )?(?:proceed|start|begin|go ahead|release|ship|book|order|move|kick off)\b.*\b(?:once|as soon as|when|the moment) you (?!are\b|have time)\p{L}+`,
  String.raw`\bnext steps? ?(?:is|are|would be|:|–|-) ?(?:for you to|your|you)\b|\b(?:action|ball|pen|decision|baton|this|it|that) (?:is|sits|rests|lies)(?: now)? with you\b(?![^.;:?!]*${WEEKDAY})`,
  // What has to be there by a day: "The form has to be back no later than 20 March", "Bids must reach us by noon".
  String.raw`\b(?:must|has to|have to|needs? to|should) be (?:back|with (?:me|us)|signed|returned|paid|settled|countersigned|confirmed)\b.*\b${BY_DAY}`,
  String.raw`^(?!if you\b).*\b(?:must|has to|have to|needs? to) (?:reach (?:me|us)|get to (?:me|us)|be (?:in|received|submitted|handed in|filled (?:in|out)|uploaded|approved))\b.*\b${BY_DAY}`,
  String.raw`^(?:do )?(?:shout|holler|yell|scream|sing out)\b[^.;:?!]{0,40}\b${BY_DAY}`,
  String.raw`(?:^|\b(?:i|we) )could (?:really )?do with (?:your|the (?!rest\b)|an? (?:hand|update|steer|answer|decision|second opinion))`,
  String.raw`\blook(?:ing)? forward to (?:hearing (?:back )?from|receiving|getting)\b.*\b${BY_DAY}|\bunless (?:i|we) hear (?:otherwise|from you|back|anything)\b`,
  `^(?:confirm|revert|advise|reply|respond|call|ring|answer|acknowledge)(?: back)? (?:asap|urgently|soonest|today|at your earliest|${BY_DAY})`,
  String.raw`\byou(?: will|['’]ll) (?:need|want) to (?:sign|countersign|approve|confirm|return|submit|book|fill (?:in|out)|bring|provide|show|upload) (?:it|this|that|them|the|your|both|page|by|before|proof|photo|an?|two|three)\b`,
];
