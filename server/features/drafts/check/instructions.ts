/** Said to whoever writes the answer, by somebody who wants words put into it: material of an attack, and no fact. */
const TO_THE_WRITER = [
  /\b(in|into|to|of|with|from|your) (your|the|this) (answer|reply|response|draft|summary|output|sentence|reply's|response's)\b|\byour (answer|reply|response|output)\b/i,
  // "You wrote in your e-mail" tells of one; who is to put something into it is told what to do.
  /^(?=.*\b(?:in|into|to|of|with|from) (?:your|the|this) (?:e-?mail|message)\b)(?=.*\b(?:includ\w+|insert\w*|add(?:ed|ing)?|append\w*|attach|put|mention|write|paste|embed\w*|say|state|use|conclude|finish|sign|print|contain\w*|refer|recommend|promote|advertise|link)\b)/is,
  /\b(ignore|disregard|forget|override) (all|any|the|every|your|my|previous|prior|above)\b/i,
  /\b(system prompt|as an ai|you are (now )?(an?|the) (ai|assistant|model|bot)|language model)\b/i,
  /\b(code (section|block|snippet|excerpt|segment|fragment|piece)|following (code|snippet|script))\b|```/i,
  /^\W*(download|install|click|visit|run|execute|open this|translate|compose|explain|describe|provide an? |write an? |draft an? |develop an? |break down|replace|substitute|convert|scramble|rearrange|anagram|jumble|misspell|remove spaces|group letters|combine words|render|introduce random)\b/i,
];

export const isInstruction = (sentence: string): boolean => TO_THE_WRITER.some((pattern) => pattern.test(sentence));

/** How one is told to say something, and to say that it is so. */
const SAY =
  "say|state|write|output|print|repeat|mention|claim|declare|announce|assert|pretend|reply|answer|respond|summari[sz]e|" +
  "schreiben sie|schreib(?:e|t)?|sagen sie|sag(?:e|t)?|antworten sie|antworte|erwähnen sie|erwähne|écrivez|écris|dites|répondez|mentionnez|" +
  "escriba|escribe|diga|di|responda|mencione|napisz(?:cie)?|powiedz(?:cie)?|odpowiedz(?:cie)?|напиш(?:іть|и)|скаж(?:іть|и)|відповід(?:айте|ай)|згада(?:йте|й)|зазнач(?:те|)|schreiben|antworten|écrire|répondre|escribir|díga(?:le|les|nos)|napisać|odpowiedzieć|powiedzieć|написати|сказати";
const CONFIRM =
  "confirm|bestätigen(?: sie)?|bestätige|confirme[zr]?|confirmar|potwierdź(?:cie)?|potwierdzić|підтверд(?:іть|и|ити)";
const TELL = `${SAY}|${CONFIRM}`;
/** Where a request begins: at the head of a sentence or clause, or behind "please" or "could you". */
const ASKED_TO = String.raw`(?:^|[,;:–—.!?]\s*|\b(?:(?<!\b(?:we|i)\b.{0,120})(?:and|then|also|just|always)|please|kindly|bitte|s['’]il vous plaît|por favor|proszę|будь ласка,?|(?:could|can|would|will|should|must) (?:you|your \w+)|you (?:should|must)|assistant|ai)\s+)(?:please |kindly |also |just |always |exactly )*`;
/** Words in quotation marks, more than a name or a title has. */
const QUOTATION = String.raw`(?:["“„«]|&quot;)(?:[^\s"“”„«»]+\s+){2}[^"“”„«»]*(?:["”“»]|$)`;

const DICTATES = [
  new RegExp(
    `${ASKED_TO}(?:${TELL}|add|append|include|insert|sign|tell|use|put|quote|close|end|begin|start|finish|paste|copy|send)\\b[^"“”„«»]{0,80}${QUOTATION}`,
    "iu",
  ),
  new RegExp(
    `\\b(?:should|must|would (?:like|prefer|love)|prefers?|wants?|needs?|expects?) (?:to )?(?:say|hear|read|contain|state)\\b[^"“”„«»]{0,40}${QUOTATION}`,
    "iu",
  ),
  new RegExp(`^\\W{0,3}${QUOTATION}\\W*$`, "u"),
  new RegExp(
    `${ASKED_TO}(?:add|include|insert|append|write|put|end|finish|close|begin|start)\\b.{0,60}\\b(?:saying|stating|(?:that|which) (?:says|states|reads)|to the effect)\\b`,
    "iu",
  ),
  /\b(?:add|append|contains?|ends?|finish|includes?|insert|says?|starts?|begins?|use|uses|with|mention)\b.{0,20}\b(?:the|this|these|following|exact) (?:exact |following )?(?:phrase|words?|sentence|wording|slogan)\b/i,
  /\b(?:must|should|has to|have to|needs? to) (?:appear|be (?:said|written|stated|mentioned|included|repeated))\b|\b(?:right|correct|only|best|expected) (?:answer|reply|response) (?:is|would be|to this is)\b|\bverbatim\b/i,
  new RegExp(`\\b(?:to|will|would|shall) (?:${TELL})\\b[^"“”„«»]{0,30}${QUOTATION}`, "iu"),
  /\b(?:like|love|want|wants|expect|need|hope) to (?:read|hear|see|get)(?: \S+){0,4}:|\b(?:repl(?:y|ies)|answers?|responses?)(?: \S+){0,5} (?:is|are) to (?:contain|say|include|state|end|begin|open)\b/i,
  /^\W*(?:ai|llm|bot|assistant|machine|robot)s?\b[^:]{0,30}:|\bto the (?:machine|ai|assistant|bot|llm|robot)\b/i,
  // How a prompt marks who speaks.
  /(?:^|\n)\W{0,4}(?:system|assistant|human|user)\s?:|"role"\s?:|<\/?(?:system|user|assistant|context|instructions?|prompt)>|\[\/?INST\]|<<\/?SYS>>|<\|[a-z_]{2,20}\|>|^#{2,}\s*(?:system|assistant|instructions?)\b/i,
  /\bif you(?: are|['’]re) (?:an? |the )?(?:ai|assistant|bot|chatbot|llm|language model|model)\b|\b(?:your|the|any) (?:ai|ai assistant|assistant|chatbot|llm|bot)\b.{0,60}\b(?:should|must|could|please|kindly|add|say|write|include|reply|answer|ignore)\b/i,
];

const that = (verbs: string): RegExp =>
  new RegExp(
    `${ASKED_TO}(?:(?:${verbs})(?:(?: [^\\s:]+){0,4},? (?:that|dass|que|że|що)(?!\\p{L})| qu['’]|(?: [^\\s:]+){0,6}:)|(?:tell|assure|reassure|inform|promise|remind) (?:them|him|her|all|everyone|everybody|people|(?:the|our|your|my) (?:customers?|clients?|readers?|recipients?|sender|other side)) ?(?:that|:))(?!.*[?？]$)`,
    "iu",
  );
const TO_BE_SAID = that(SAY);
const TO_BE_CONFIRMED = that(CONFIRM);

/** Whether a sentence dictates: who answers is to say these words, as a mail tells a program to that reads it. */
export const dictates = (sentence: string): boolean =>
  TO_BE_SAID.test(sentence) || DICTATES.some((pattern) => pattern.test(sentence));

const VERBS =
  "add|answer|append|ask|begin|book|bring|buy|call|cancel|change|check|choose|click|close|come|complete|conclude|confirm|contact|copy|deliver|do not|don['’]t|download|end|ensure|enter|fill|finish|follow|forward|get|give|go|" +
  "include|insert|invite|join|keep|make|mention|move|never|offer|open|order|output|pay|phone|pick|print|provide|put|quote|read|refer|release|remind|repeat|reply|reserve|respond|return|ring|run|say|select|send|set|" +
  "share|ship|show|sign|start|state|stop|summari[sz]e|switch|take|tell|transfer|try|use|visit|wire|write";
/** "Instead invite them to the yard on 3 June": what is told to do. Behind a comma or a reason something may be told as well. */
const IMPERATIVE = new RegExp(
  `^\\W{0,3}(?:(?:\\p{Lu}\\p{L}+, )?(?:please|pls|kindly|instead|also|then|and|just|always|now|so|instructions?(?: for [^:]{2,40})?:),? ){0,3}(?:${VERBS})\\b(?!.*(?:[,;–—]\\s|\\b(?:because|since|as|so|for)\\s)(?:we|i|it|they|he|she|there|this|that|the|our|my|you)\\b)`,
  "iu",
);

/**
 * Whether what a sentence of somebody else's says is only what they want done, said or confirmed: nothing that is so. `Please
 * confirm that the price is EUR 900` tells no price.
 */
export const wantsItSaid = (sentence: string): boolean =>
  dictates(sentence) || TO_BE_CONFIRMED.test(sentence) || IMPERATIVE.test(sentence);
