/** With what words mails begin and end, language by language. */

export const GREETS = new RegExp(
  `^(${[
    "hi|hello|hey|dear|good (morning|afternoon|evening|day)|greetings",
    "привіт|вітаю|вітання|добрий (день|ранок|вечір)|доброго (дня|ранку|вечора)|шановн\\p{L}+|дорог\\p{L}+|здравствуйте|добр(ый|ое) (день|утро|вечер)|уважаем\\p{L}+",
    "hallo|liebe[rs]?|sehr geehrte\\p{L}*|guten (tag|morgen|abend)|moin|servus|grüezi|grüß gott",
    "bonjour|bonsoir|salut|chère?s?|hola|buen[oa]s (días|tardes)|estimad[oa]s?|querid[oa]s?|ciao|buongiorno|buonasera|gentile?(issim[oai])?|egregi[oae]?|salve",
    "hej|hejsan|hei|moi|terve|god (morgen|morgon|dag)|goddag|kära|kjære|kære",
    "dzień dobry|cześć|witam|witaj|szanown\\p{L}+|dobrý (den|deň)|vážen\\p{L}+|ahoj|zdravím",
    "olá|oi|bom dia|boa (tarde|noite)|prezad[oa]s?|car[oa]s?|beste|geachte|hoi|dag|goede(morgen|middag|navond)|goedendag",
    "merhaba|selam|sayın|iyi günler|bună( ziua)?|stimat[ăe]?|kedves|tisztelt|jó napot|tere",
  ].join("|")})(?!\\p{L})[^.?!:]{0,45}[,!:.–-]?$`,
  "iu",
);

const ENGLISH =
  "((with )?(my |many |all the |the )?(very )?(best|kind|kindest|warm|warmest|good)( personal)? ?(regards|wishes)?|all the best|regards|rgds|brgds|br|kr|" +
  "(many |with )?thanks?( you| so much| very much| a lot| again| in advance| for your (help|time|assistance))*(( and)?( best| kind)? regards)?|" +
  "thank you( (so|very) much| again| in advance)?|thx|tks|cheers|cordially( yours)?|(yours )?(sincerely|truly|faithfully|respectfully)( yours)?|yours|" +
  "take care|talk (to you )?soon|see you( soon)?|have a (good|great|nice) (day|week|weekend|one|evening)|love|ciao)";
const OTHERS = [
  "з (найкращими )?(повагою|побажаннями)|щиро( ваш(а)?)?|гарного (дня|вечора|тижня)|до зустрічі|на все добре|(щиро )?дякую( за \\p{L}+)?|с (уважением|наилучшими пожеланиями)|спасибо",
  "mit (freundlichen|besten|vielen|herzlichen|lieben) grüßen|mit freundlichem gruß|(viele|beste|liebe|schöne|freundliche|herzliche) grüße|(danke|besten dank|vielen dank)( und .{1,20})?|freundliche grüsse|lg|mfg|vg|bg|gruß",
  "cordialement|bien (à vous|à toi|cordialement)|(avec mes )?(meilleures |sincères )?salutations|amicalement|à bientôt|merci( d['’]avance)?|bonne journée",
  "(un )?(cordial )?saludos?( cordiales)?|atentamente|un abrazo|gracias|cordiali saluti|distinti saluti|(un )?(caro )?salut[oi]|a presto|grazie( mille)?",
  "(com os )?(melhores |meus )?cumprimentos|atenciosamente|abraços?|obrigad[oa]",
  "(met )?(vriendelijke|hartelijke) groet(en)?|mvg|groet(en|jes)?",
  "med (vänlig|vänliga|bästa) hälsning(ar)?|vänliga hälsningar|(bästa )?hälsningar|mvh|(med )?(vennlig|venlig|beste|bedste|de bedste) hilsen(er)?|hilsen|vh|tack|ystävällisin terveisin|terveisin",
  "(مع )?(أطيب |خالص )?(التحيات|تحياتي)|مع التحية|شكرا( جزيلا)?|با (احترام|تشکر)|ممنون|בברכה|בכבוד רב|תודה( רבה)?|सादर|धन्यवाद|ขอแสดงความนับถือ|ขอบคุณ\\p{L}*",
  "με (εκτίμηση|φιλικούς χαιρετισμούς)|φιλικά|ευχαριστώ( πολύ)?|此致|敬礼|祝好|顺祝商祺|谢谢|謝謝|(どうぞ)?よろしくお願い(いた|致)?します|敬具|以上|감사합니다|감사드립니다",
  "pozdrawiam( serdecznie)?|serdecznie pozdrawiam|z poważaniem|z wyrazami szacunku|dziękuję|s pozdravem|s přáním hezkého dne|s úctou|hezký den|díky|s pozdravom|üdvözlettel|saygılarımla|iyi çalışmalar|teşekkürler|cu stimă",
];
export const CLOSES = new RegExp(`^(${[ENGLISH, ...OTHERS].join("|")})[\\s,.!،。，–—-]*$`, "iu");

/** In a greeting, what is no name. */
export const KEPT = new RegExp(
  `^(${[
    "hi|hello|hey|dear|good|morning|afternoon|evening|day|greetings|there|all|team|folks|everyone|everybody|colleagues|guys|gang|both|and|mr|mrs|ms|mx|miss|dr|sir|madam|ladies|gentlemen|others",
    "привіт|вітаю|вітання|добрий|день|ранок|вечір|доброго|дня|ранку|вечора|шановн\\p{L}*|дорог\\p{L}*|колеги|всім|пане|пані|панове|та|здравствуйте|добрый|доброе|утро|вечер|уважаем\\p{L}*",
    "hallo|liebe[rs]?|sehr|geehrte\\p{L}*|guten|tag|morgen|abend|herr|frau|damen|herren|und|zusammen|moin|servus|grüezi|grüß|gott",
    "bonjour|bonsoir|salut|chère?s?|monsieur|madame|à|tous|hola|buen[oa]s|días|tardes|estimad[oa]s?|querid[oa]s?|señora?|sra?|ciao|buongiorno|buonasera|gentile?(issim[oai])?|egregi[oae]?|salve|signora?|dott|dottoressa",
    "hej|hejsan|hei|moi|terve|god|morgon|dag|goddag|kära|kjære|kære|alla|alle",
    "dzień|dobry|cześć|witam|witaj|szanown\\p{L}*|pani|pan|panie|państwo|dobrý|den|deň|vážen\\p{L}*|ahoj|zdravím|paní|pane",
    "olá|oi|bom|dia|boa|tarde|noite|prezad[oa]s?|car[oa]s?|senhora?|beste|geachte|hoi|goede\\p{L}*|heer|mevrouw",
    "merhaba|selam|sayın|iyi|günler|bey|hanım|bună|ziua|stimat[ăe]?|domnule|doamnă|kedves|tisztelt|jó|napot|tere",
  ].join("|")})$`,
  "iu",
);
