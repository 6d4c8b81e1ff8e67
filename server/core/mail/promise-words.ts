/** How a writer says, in one language, that something will be done, and what only sounds like it. */

const EN_ACTIONS =
  "(send|forward|fax|mail|e-?mail|call|ring|phone|contact|reply|respond|answer|get|let|keep|update|provide|give|prepare|draft|write|review|check|" +
  "look (into|at|for|over|through)|find|follow|try|make|ensure|set|schedule|reschedule|arrange|organi[sz]e|book|confirm|discuss|talk|speak|ask|bring|deliver|return|" +
  "finish|complete|finali[sz]e|fix|resolve|handle|take|work|attend|join|meet|come|stop by|visit|drop|ship|pay|transfer|wire|sign|submit|file|post|upload|share|" +
  "present|propose|decide|advise|notify|inform|investigate|determine|revise|circulate|distribute|have|do|add|include|change|see (what|if|whether|to)|pass|put|run|pull|" +
  "start|order|buy|hand|copy|scan|print|translate|compare|reach|touch base|come back|go over|go through|remind|introduce|invite|tell|show|explain|report|invoice|bill|refund|replace)";
const EN_ADVERBS =
  "(?:(?:also|then|definitely|certainly|gladly|of course|be able to|be|happily|personally|still|just|first|probably|hopefully|simply|plan to|try to|go ahead and|both) )*";

const PROMISES: readonly RegExp[] = [
  // "I'll send", "we will get back", "Doug and I are going to attend".
  new RegExp(
    `\\b(i|we)(?:['’]ll| will| shall|['’]m going to| am going to|['’]re going to| are going to| promise to| intend to) ${EN_ADVERBS}${EN_ACTIONS}(ing)?\\b`,
    "i",
  ),
  // "Will do", "Will send it tomorrow": without its subject.
  new RegExp(
    `^(?:(?:ok(ay)?|sure|yes|thanks|great)[,.!]? )?will (?:do\\b|${EN_ADVERBS}${EN_ACTIONS}\\b)(?!.*\\?)`,
    "i",
  ),
  /\blet me (check|find out|look into|see (if|what|whether)|get back|confirm|ask|talk to|speak (to|with)|think about)\b/i,
  /\byou(['’]ll| will| shall) (have|get|receive|hear from (me|us)|find it)\b(?!.*\bif you\b).*\b(by|on|tomorrow|today|tonight|next|this|from (me|us)|before|within)\b/i,
  /\bi (promise|am on it)\b|\bi(['’]m| am) on it\b/i,
  // Ukrainian: first persons of verbs whose present form means the future.
  /(^|[\s,(«"])(надішлю|надішлемо|пришлю|пришлемо|вишлю|вишлемо|відправлю|відправимо|зателефоную|зателефонуємо|подзвоню|подзвонимо|передзвоню|передзвонимо|наберу|відповім|відповімо|підготую|підготуємо|перевірю|перевіримо|уточню|уточнимо|з['’ʼ]ясую|з['’ʼ]ясуємо|повідомлю|повідомимо|зроблю|зробимо|напишу|напишемо|передам|передамо|домовлюс[яь]|домовимос[яь]|організую|організуємо|повернус[яь]|повернемос[яь]|підтверджу|підтвердимо|оплачу|оплатимо|дізнаюс[яь]|дізнаємос[яь]|привезу|привеземо|узгоджу|узгодимо|покажу|покажемо|обіцяю|обіцяємо|постараюс[яь]|постараємос[яь]|дам|дамо|додам|додамо|поділюс[яь]|поділимос[яь])(?=$|[\s,.!)»"])/iu,
  /(^|[\s,(])(буду|будемо) (тримати|інформувати|повідомляти)(?=$|[\s,.!])/iu,
  // German.
  /\bich (werde|schicke|sende|rufe|melde mich|kümmere mich|gebe|bringe|prüfe|kläre|leite|erledige|bereite|liefere|bestätige)\b/iu,
  /\b(schicke|sende|melde|gebe|kläre|prüfe) (ich|wir) (Ihnen|dir|euch|mich|uns|das|es)\b/iu,
  /\bwir (werden|schicken|senden|rufen|melden uns|kümmern uns|geben|prüfen|klären|liefern|bestätigen)\b/iu,
  // French and Spanish: futures of the same verbs.
  /(^|[\s,'’])(je|nous)\s+((vous|te|t['’]|le|la|les|l['’]|lui|leur)\s*)*(enverr|appeller|rappeller|répondr|confirmer|transmettr|préparer|fer|tiendr|vérifier|reviendr|donner|livrer|contacter)(ai|ons)(?=$|[\s,.!])/iu,
  /(^|[\s,])((le|te|les|os|lo|la)\s+)*(enviar|mandar|llamar|responder|confirmar|avisar|prepar|revisar|entregar|informar|contactar)(é|emos)(?=$|[\s,.!])/iu,
];

/** Somebody else will do it, for one of the two. */
const THIRD =
  /(?:^|[\s,])(?:(?!i\b|we\b|you\b|it\b|this\b|that\b|there\b)(?:\p{Lu}\p{L}+|he|she|they|our \p{L}+|my \p{L}+|the \p{L}+))(?:['’]ll| will| is going to| are going to| has agreed to) (?:also )?(?:send|call|contact|forward|give|provide|e-?mail|mail|let|get back to|meet|update|bring) (?:you|me|us)\b/u;

/** A promise that was made, and is called to mind: the reader owes it. */
const REMINDER =
  /\byou (promised|said (that )?you(['’]d| would)|were going to|agreed to|had promised|offered to)\b|\bas you promised\b|(?<!\p{L})ви обіцяли(?!\p{L})|(^|\s)ти обіця(в|ла)(?=\s)|\b(Sie hatten|du hattest) versprochen\b/iu;

/** Said of what depends on the reader, of what does not happen, of a wish, or of what is planned for everybody. */
const NO_PROMISE =
  /\b(if|in case|should|unless) (you|there|anyone|anybody|somebody|someone)\b|\b(i|we)(['’]ll| will) (not|never|have to|need|be (out|away|on|in|at|available|back|unable|happy|glad|late|here|there|sure)|miss|see you|talk (to you )?(soon|later)|have been|get (the|a) (chance|feeling)|take (it|this) (that|as)|do (fine|well|my best)|have (a|the|no|to|some|more|fun|our|my|less|much|many|access)\b|let you (go|decide|be)|try not|make (it|money)|find (that|it|ourselves|myself))\b|\bgoing to (have|need|be)\b|\bwon['’]t\b|(?<!\p{L})як(що|би) (ви|ти|вам|тобі)(?!\p{L})|\bfalls Sie\b|\bwenn (Sie|du)\b|\bsi (vous|usted|quiere)\b/iu;

export const promises = (sentence: string): boolean =>
  !/[?？]["”’)]*$/u.test(sentence) && !NO_PROMISE.test(sentence) && PROMISES.some((pattern) => pattern.test(sentence));

export const promisesForThird = (sentence: string): boolean => !/[?？]["”’)]*$/u.test(sentence) && THIRD.test(sentence);

export const remindsOfPromise = (sentence: string): boolean => REMINDER.test(sentence);
