/**
 * What people say when they are pleased with whoever they write to, or are not, by language. Whole turns of speech: a single word
 * tells of nothing in mail of work, where "concern", "agree" and "issue" are things and not feelings. Made by hand.
 */
type Phrases = {
  /** Of the writer's own: without one of these a sentence longer than an exclamation tells of others. */
  own: RegExp;
  warm: readonly RegExp[];
  tense: readonly RegExp[];
  /** Right before a phrase it takes the phrase back. */
  denied: RegExp;
};

const FEELING = `(?:very|really|so|extremely|quite|truly|deeply|still|also|both|all|just|a bit|a little|absolutely|increasingly|most|pretty|getting|becoming) `;
const I = `(?:i am|i'm|im|i was|i remain|i feel|i've been) (?:${FEELING})*`;
const I_AM = `(?:i am|i'm|im|we are|we're|i was|we were|i remain|we remain|i feel|i've been|we've been) (?:${FEELING})*`;

export const TONE_PHRASES: Readonly<Record<string, Phrases>> = {
  en: {
    own: /\b(?:i|i'm|i've|i'd|i'll|me|my|we|we're|we've|us|our|you|you're|you've|your|yours)\b/,
    denied: /(?:\bnot|n't|\bnever|\bno|\bif|\bwithout|\bhardly|\bunless|\bwhether)(?: \S+){0,2} $/,
    warm: [
      /\b(?:thanks|thank you) (?:(?:so|very) much|a lot|a million|again) for (?!calling|registering|choosing|visiting|shopping|ordering)/,
      /(?<!would |'d |will )\b(?:really|greatly|truly|certainly|sincerely|do|always) appreciate (?!if|it if)/,
      /\bi appreciate (?:all |all of )?(?:your|you|the (?:help|effort|support|time|work|quick))/,
      /\b(?:great|excellent|good|nice|fantastic|outstanding|wonderful|terrific|superb|amazing|awesome|super|fine) (?:job|work)\b(?= on| with| in| to| by| of you|[.!,]|$)/,
      /^(?:great|excellent|fantastic|outstanding|wonderful|terrific|superb|amazing|awesome|perfect|brilliant)(?: (?:job|work|news|idea|stuff|point|effort|meeting|presentation|summary|suggestion))?[ .!]*$/,
      /\b(?:that's|that is|this is|it's|it is|it was|that was|what an?|such an?|sounds|looks) (?:really |just |so |a |absolutely )*(?:great|excellent|fantastic|wonderful|terrific|superb|amazing|awesome|perfect|brilliant)\b(?! deal\b| many\b| extent\b| number\b| concern\b| to have you on\b)/,
      /\bwell done\b/,
      /\b(?:congratulations|congrats)\b/,
      /\blook(?:ing)? forward to (?:it|seeing|meeting|working|catching|dinner|lunch|our|visiting|having)\b/,
      new RegExp(
        String.raw`\b${I}(?:glad|happy|delighted|thrilled|excited|honou?red|grateful|proud|impressed|pleased (?:with|that|to see|to have|by))\b(?! to (?:announce|inform|report|provide|present|invite|offer))`,
      ),
      /\b(?:my|a real|a great|such a|our|been a) pleasure\b(?! to (?:announce|inform|introduce|invite|present))/,
      /\bi (?:really |truly |absolutely |thoroughly |all )?(?:enjoyed|loved|love) (?:it|the|your|our|working|meeting|seeing|talking|being|having|this|that)\b/,
      /(?<!we )\b(?:hope|trust) (?:that )?(?:you (?:are|had|have|enjoy|feel|all|both|and)|you're|you've had|your (?:weekend|trip|holiday|vacation|family|week|new)|all is well|everything is going well|this finds)\b(?! (?:any|received|access|it|the|to|been able))/,
      /\byou(?:'re| are| guys are| all are)(?: just| really| all| both)? (?:the best|awesome|great|wonderful|amazing|terrific|a lifesaver|a star|a saint|an angel|so kind|too kind)\b/,
      /\b(?:so|very|most) (?:kind|nice|good|thoughtful|helpful) of you\b/,
      /\b(?:happy|merry) (?:birthday|new year|holidays|thanksgiving|christmas|easter|anniversary)\b/,
      /\bhave (?:a|an) (?:very |really )?(?:great|wonderful|nice|good|safe|lovely|fun|happy|terrific|fantastic) (?:weekend|day|trip|holiday|holidays|time|vacation|evening|week|one|night|christmas|thanksgiving|flight)\b/,
      /\b(?:i|we) (?:really |all )?miss (?:you|seeing|working with)\b/,
      /\bbest of luck\b|^good luck\b|\bbest wishes\b/,
      /\bi couldn't (?:have|be) (?:done|more|happier|agree)/,
    ],
    tense: [
      new RegExp(
        String.raw`\b${I_AM}(?:disappointed|frustrated|upset|concerned|worried|annoyed|angry|disturbed|troubled|unhappy|appalled|furious|fed up|irritated|alarmed|dismayed|tired of|sick of|not (?:happy|pleased|satisfied|impressed|comfortable))\b(?! (?:person|part))`,
      ),
      /\b(?:my|our|a|one|real|serious|grave|big|biggest|main|only|great) concern (?:is|about|that|with|here)\b/,
      /\bi(?:'m| am)? ?(?:have|share|had) (?:some|serious|real|major|grave|big|a few|many|significant|several)? ?(?:concerns?|doubts|reservations|misgivings|a problem|an issue) (?:about|with|that|regarding|over)\b/,
      /\b(?:this|that|it|which)(?:'s| is| was) (?:just |simply |really |totally |completely |absolutely |so |getting |becoming )*(?:unacceptable|inexcusable|ridiculous|outrageous|unprofessional|disgraceful|absurd|intolerable|unreasonable|not right)\b|^(?:totally |completely |absolutely )?(?:unacceptable|ridiculous|outrageous)\b/,
      /\b(?:is|was|are) (?:simply |just |really )?not acceptable\b/,
      /\b(?:i am|i'm|we are|we're) still waiting\b/,
      /\b(?:i|we)(?: still)? (?:have not|haven't|never|did not|didn't)(?: yet| still)? (?:heard (?:back |anything )?from you|(?:received|gotten|had) (?:a|any|an|your) (?:response|reply|answer) from you|received your (?:response|reply|answer))/,
      /\bno one (?:has )?(?:responded|replied|answered|bothered|told (?:me|us)|called)\b/,
      /\b(?:my|our|the|this is (?:my|our|the)) (?:second|third|fourth|2nd|3rd|4th|final|last) (?:request|reminder)\b/,
      /\b(?:i|we)(?:'ve| have)? (?:already )?(?:asked|requested|told|reminded) (?:you|for this|for it|this)\b.*\b(?:times|twice|already|repeatedly|again and again)\b/,
      /\bhow many (?:more )?times\b/,
      /\bwhy (?:don't|won't|can't) you (?:respond|answer|reply|return|listen|ever)\b/,
      /\bwhy (?:haven't|hasn't|didn't|wasn't|weren't) (?:you|this|we|i|anyone|it|they|he|she)\b|\bwhy (?:was|were) (?:i|we) not\b/,
      /\bhard to believe\b|\b(?:i|we) (?:just |simply |really )?(?:can't|cannot|can not) (?:believe|accept|tolerate|understand why)\b/,
      /\b(?:i|we) (?:do not|don't|fail to) understand why (?!it would|that would)/,
      /\bmakes no sense\b|\bwaste of (?:my|our|everyone's|time)\b/,
      /\b(?:this|it|that)(?:'s| is| has become| is becoming| was) (?:becoming |getting |really |just |such |quite |turning into )*(?:a |an )?(?:mess|nightmare|disaster|embarrassment|serious problem|real problem|big problem|huge problem|disgrace|out of hand|out of control|very frustrating|frustrating|embarrassing|annoying|very disappointing|disappointing)\b/,
      /\b(?:i|we) (?:strongly |completely |totally |really )(?:disagree|object)\b/,
      /\byou (?:promised|failed to|refuse|refused|never (?:answer|answered|call|called|respond|responded|told|sent|got back))\b/,
      /\b(?:must|has to|have to|needs to|need to) (?:stop|be (?:fixed|resolved|corrected|addressed)) (?:immediately|now|at once|today)\b/,
      /\b(?:mad|upset|frustrated|pissed|ticked) (?:at|with|off at) (?:you|me|us)\b/,
    ],
  },
  uk: {
    own: /(?<!\p{L})(?:я|ми|мене|мені|мій|моя|моє|нас|нам|наш|наша|наші|ви|вас|вам|ваш|ваша|ваше|ваші)(?!\p{L})/u,
    denied: /(?<!\p{L})(?:не|якщо|без|ніколи не)(?: \S+)? $/u,
    warm: [
      /(?<!\p{L})(?:дуже|щиро|сердечно) (?:дякую|дякуємо|вдячн\p{L}*)/u,
      /(?<!\p{L})вдячн(?:ий|а|і) (?:вам|тобі)/u,
      /(?<!\p{L})(?:чудов|відмінн|прекрасн|блискуч|фантастичн)(?:а|о|ий|е|і)(?: (?:робота|ідея|новина))?[!.]*$/u,
      /(?<!\p{L})(?:це|усе|все|було) (?:просто |дуже )?(?:чудово|прекрасно|відмінно|ідеально)/u,
      /(?<!\p{L})(?:дуже )?(?:рад(?:ий|а|і)|щаслив(?:ий|а|і)|задоволен(?:ий|а|і)|вражен(?:ий|а|і)) (?!повідомити|запропонувати)/u,
      /(?<!\p{L})вітаю (?:з|вас|тебе)|(?<!\p{L})вітаємо (?:з|вас)/u,
      /(?<!\p{L})молод(?:ець|ці)(?!\p{L})/u,
      /(?<!\p{L})(?:гарного|чудового|приємного|хороших|гарних) (?:дня|вечора|вихідних|відпочинку|тижня)/u,
      /(?<!\p{L})було приємно (?:познайомитися|працювати|поспілкуватися|зустрітися)/u,
    ],
    tense: [
      /(?<!\p{L})(?:розчарован|обурен|стурбован|занепокоєн|засмучен)(?:ий|а|і)(?!\p{L})/u,
      /(?<!\p{L})не (?:задоволен|рад|влаштову)\p{L}*/u,
      /(?<!\p{L})(?:неприпустим|обурлив|неприйнятн|безглузд)\p{L}*/u,
      /(?<!\p{L})(?:досі|все ще|й досі) (?:чекаю|чекаємо|не отримал\p{L}*|немає відповіді)/u,
      /(?<!\p{L})(?:вже|уже) (?:вдруге|втретє|кілька разів|багато разів) (?:прошу|просимо|питаю|пишу|пишемо|нагадую)/u,
      /(?<!\p{L})(?:скільки можна|нікуди не годиться|так далі не піде|марнування часу)/u,
      /(?<!\p{L})чому (?:ви|ніхто|досі|мене|нас) (?:досі )?не/u,
      /(?<!\p{L})ви (?:обіцяли|не виконали|так і не)/u,
    ],
  },
  de: {
    own: /\b(?:ich|wir|mich|mir|uns|mein\p{L}*|unser\p{L}*|sie|ihnen|ihr\p{L}*|du|dich|dir|dein\p{L}*)\b/u,
    denied: /\b(?:nicht|kein\p{L}*|nie|wenn|falls|ohne)(?: \S+)? $/u,
    warm: [
      /\b(?:herzlichen|tausend|ganz herzlichen) dank\b/,
      /\b(?:vielen|besten) dank für (?:ihre|deine|die|eure) (?:hilfe|mühe|unterstützung|schnelle|tolle|gute|großartige)/,
      /\b(?:das|es) (?:ist|war|passt|klingt) (?:wirklich |ganz |einfach )?(?:großartig|hervorragend|perfekt|wunderbar|toll|super|ausgezeichnet)/,
      /\b(?:passt|klappt) (?:hervorragend|perfekt|wunderbar|bestens)\b/,
      /\b(?:tolle|großartige|gute|hervorragende|super) arbeit\b/,
      /\b(?:ich freue mich|wir freuen uns)(?: sehr| schon| riesig)* (?:auf (?!ihre (?:antwort|rückmeldung))|über|dass)/,
      /\bherzlichen glückwunsch\b|\bglückwunsch\b/,
      /\b(?:ein )?(?:schönes|tolles|erholsames) wochenende\b|\bschöne (?:ferien|feiertage|reise|woche)\b/,
      /\b(?:sehr nett|sehr freundlich|lieb) von (?:ihnen|dir|euch)\b/,
      /\bes war mir eine freude\b/,
    ],
    tense: [
      /\b(?:ich bin|wir sind)(?: sehr| wirklich| mehr als| äußerst)* (?:enttäuscht|verärgert|frustriert|besorgt|unzufrieden|nicht zufrieden|sauer)\b/,
      /\b(?:inakzeptabel|unannehmbar|unverschämt|nicht akzeptabel|nicht hinnehmbar|unzumutbar)\b/,
      /\b(?:warten|warte) (?:wir |ich )?(?:noch immer|immer noch)\b|\bimmer noch keine (?:antwort|rückmeldung)\b/,
      /\b(?:zum (?:zweiten|dritten|wiederholten) mal|letzte mahnung)\b/,
      /\bwarum (?:haben sie|hast du|wurde|hat)(?: \S+)? (?:nicht|niemand)\b/,
      /\bsie haben (?:uns |mir )?(?:versprochen|zugesagt)\b.*\b(?:aber|doch|nicht)\b/,
      /\b(?:so geht das nicht|zeitverschwendung|eine frechheit|eine katastrophe)\b/,
    ],
  },
};
