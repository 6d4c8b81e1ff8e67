/** Sentences of every mail that state nothing, and words that only lead to what is stated. Closed lists: what is in none is judged. */

const MONTH = "January|February|March|April|May|June|July|August|September|October|November|December";
const DATE = `\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTH})(?:,? \\d{4})?|(?:${MONTH}) \\d{1,2}(?:st|nd|rd|th)?(?:, \\d{4})?`;
const MAIL =
  "(?:(?:recent|kind|quick|prompt|detailed|last|latest|previous|earlier|first) )*(?:e-?mail|mail|message|note|letter|reply|response|answer|question|questions|enquiry|inquiry|request)";
const DATED = `(?: (?:of|from|on|dated) (?<date>${DATE}))?`;
const WELL = "(?:well|fine|great|in good health)";
const TELL =
  "(?:let (?:me|us) know|tell (?:me|us)|ask|feel free to (?:ask|reach out|contact (?:me|us)|write|call)|reach out(?: to (?:me|us))?|contact (?:me|us)|get in touch|write to (?:me|us))";
const QUESTIONS =
  "(?:any |other |further |more |additional |some )*(?:questions?|concerns?|comments?|thoughts|queries)(?: or (?:concerns?|comments?|queries))?";

const FORMULAS = [
  `(?:thank you|thanks|many thanks)(?: (?:so|very) much| a lot| again)*(?: for your (?<theirs>${MAIL})${DATED})?(?:,? [\\p{L}'’-]+)?`,
  `(?:thank you|thanks|many thanks)(?: (?:so|very) much| a lot| again)* for (?:getting back to (?:me|us)|reaching out(?: to (?:me|us))?|getting in touch|writing(?: to (?:me|us))?|contacting (?:me|us)|asking|your (?:time|patience|interest|understanding|patience and understanding|time and consideration|consideration|help|support|quick answer|feedback))(?: (?:again|so quickly))?`,
  `(?:i|we) hope (?:that )?(?:you are|you['’]re|you and your (?:team|family|colleagues) are|all is|everything is|this (?:e-?mail|mail|message|note|letter) finds you)(?: doing)? ${WELL}(?: and safe)?`,
  `(?:i|we) hope (?:that )?(?:this|that|it)(?: helps| is helpful| answers your questions?| is clear)`,
  `(?:i am|i['’]m|we are|we['’]re|i will be|i['’]ll be|i would be|i['’]d be)(?: always| very| more than)? (?:happy|glad|pleased) to (?:help|assist|answer ${QUESTIONS})(?: (?:you|further|at any time))?(?: you (?:may|might) have)?`,
  `(?:i|we)? ?(?:am |are |['’]m |['’]re )?look(?:ing)? forward to (?:hearing (?:back )?from you|your (?:reply|response|answer|feedback|thoughts|confirmation|reaction))(?: soon| shortly)?`,
  `(?:if you have |should you have )${QUESTIONS},? (?:please )?(?:(?:do not|don['’]t) hesitate to )?(?:just )?${TELL}(?: at any time)?`,
  `(?:please )?(?:just )?${TELL}(?: at any time)? (?:if|should) you have ${QUESTIONS}`,
  `please (?:do not|don['’]t) hesitate to ${TELL}(?: (?:if|should) you have ${QUESTIONS}| if anything is unclear)?`,
  `please ${TELL}(?: if (?:anything is unclear|(?:this|that|it) (?:works|suits|is fine|is okay|helps)(?: (?:for )?you)?))?`,
  `(?:please )?let (?:me|us) know (?:what you think|how (?:this|that) (?:sounds|looks)(?: to you)?|if (?:this|that|it) (?:works|suits|is fine|is okay)(?: (?:for )?you)?|your thoughts)`,
  `(?:have|i wish you|wishing you) a (?:great|nice|good|lovely|wonderful|pleasant) (?:day|week|rest of (?:the|your) (?:day|week))`,
  `(?:i am|i['’]m|i) ?(?:just |only )?(?:wanted to follow up|writing to follow up|following up)(?: on (?:my (?<ours>${MAIL})|your (?<theirs>${MAIL}))${DATED})?`,
  `(?:i am|i['’]m) (?:writing|getting back to you|replying|responding)(?: (?:about|regarding|with regard to|in reply to|in response to|to) your (?<theirs>${MAIL})${DATED})?`,
].map((one) => new RegExp(`^${one}[.!]$`, "iu"));

/** By whom a mail is that is spoken of, and of which day; null for no formula. */
export type Spoken = { by: "you" | "them" | null; date: string | null };

export function formulaOf(sentence: string): Spoken | null {
  for (const pattern of FORMULAS) {
    const found = pattern.exec(sentence.trim());
    if (!found) continue;
    const { date = null, ours, theirs } = found.groups ?? {};
    return { by: ours ? "you" : theirs ? "them" : null, date };
  }
  return null;
}

const SAID = "wrote|mentioned|said|noted|pointed out|explained|stated";
const TOLD = `(?:${SAID}|told me|told us|let me know|let us know)`;
const WHEN = `(?:,? (?:before|earlier|already|above|on (?<date>${DATE})|in (?:my|your) (?:last |latest |previous |earlier )?(?:e-?mail|mail|message|letter)(?: (?:of|from|on) (?<date>${DATE}))?))?`;
const NEUTRAL =
  "just to recap|to recap|in short|in brief|to sum up|to summari[sz]e|for (?:your )?(?:reference|information)|just so you know|to answer your questions?|(?:in answer|in reply|in response|as an answer) to your (?:question|questions|mail|email|message)|as a reminder|just a quick reminder|" +
  "unfortunately|also|in addition|additionally|furthermore|moreover|however|of course|first of all|finally|lastly";
const LEADS: readonly (Omit<Lead, "length" | "date"> & { pattern: string })[] = [
  { kind: "said", by: null, pattern: `(?:${NEUTRAL}),` },
  { kind: "said", by: null, pattern: "(?:please )?(?:also )?note that" },
  { kind: "said", by: "you", pattern: `as (?:i|we) (?:already )?(?:${SAID}|told you)${WHEN},` },
  { kind: "said", by: "you", pattern: `(?:i|we) (?:already )?(?:${SAID}|told you)${WHEN} that` },
  { kind: "said", by: "them", pattern: `as you (?:already )?${TOLD}${WHEN},` },
  { kind: "said", by: "them", pattern: `you (?:already )?${TOLD}${WHEN} that` },
  {
    kind: "said",
    by: "them",
    pattern: `(?:in your (?:last )?(?:e-?mail|mail|message)(?: (?:of|from) (?<date>${DATE}))?|on (?<date>${DATE})),? you ${TOLD} that`,
  },
  { kind: "said", by: "them", pattern: "i (?:understand|see|read|have read) that" },
  { kind: "asked", by: "them", pattern: `you (?:also )?asked(?: me| us)?${WHEN} (?:whether|if)` },
];
const READ = LEADS.map((one) => ({ ...one, pattern: new RegExp(`^${one.pattern}\\s+(?=\\S)`, "iu") }));

/** What leads to what is stated: who said it or asked it, and when, where that is told. */
export type Lead = { kind: "said" | "asked"; by: "you" | "them" | null; date: string | null; length: number };

export function leadOf(sentence: string): Lead | null {
  for (const { pattern, ...of } of READ) {
    const found = pattern.exec(sentence);
    if (found) return { ...of, date: found.groups?.date ?? null, length: found[0].length };
  }
  return null;
}
