import { owingIn } from "../../core/mail/owed/obligations.ts";
import { isFrameLine } from "../../core/mail/said/frame.ts";
import { sentencesIn } from "../../core/mail/said/sentences.ts";
import { contentWords, overlap, wordsIn } from "../../core/text/words.ts";
import type { Owing } from "./owing.ts";
import type { Turn } from "./turn.ts";

/** The sentence that settles it, and the mail that it stands in. */
export type Answer<I extends string = string> = { emailId: I; at: string; text: string; start: number; end: number };

export type Sentence = { text: string; start: number; end: number };
export type Said = Sentence & { words: ReadonlySet<string> };
type Open = Omit<Owing, "answer" | "mentionedAt">;

/** How much of the promise a sentence that keeps it has to take up. */
const TAKES_UP = 0.25;
/** The same for somebody who says thanks for it. */
const THANKS_FOR = 0.3;
/** Promised again: the newer one counts. */
const SAME_PROMISE = 0.6;

/**
 * The first later mail that settles what is owed, with the sentence that does. Mails are of one thread, oldest first; `beside`: what
 * else the same mail asks.
 */
export function settle<I extends string>(
  owing: Open,
  later: readonly Turn<I>[],
  beside: readonly string[] = [],
): Answer<I> | null {
  const wanted = contentWords(owing.text);
  const others = beside.map(contentWords);
  let isLeftOpen = false;
  for (const mail of later) {
    if (mail.automatic) continue;
    if (owing.kind === "ask" && answersOnly(others, wanted, mail)) {
      isLeftOpen = true;
      continue;
    }
    const sentence =
      owing.kind === "ask"
        ? (answers(owing, wanted, mail) ?? (isLeftOpen ? contents(owing, mail) : null))
        : keeps(owing, wanted, mail);
    if (sentence) return { emailId: mail.id, at: mail.at, ...plainly(sentence) };
  }
  return null;
}

/**
 * Whoever is asked has answered with any mail of theirs, as for a thread's `owed`; so has somebody else who writes to the one
 * who asked. The sentence shown is the one that takes up most of the question.
 */
function answers(owing: Open, wanted: ReadonlySet<string>, mail: Turn): Sentence | null {
  const asker = owing.mail.from.address;
  const byDebtor =
    owing.owes === "you"
      ? mail.direction === "out"
      : owing.owes === "them"
        ? mail.direction === "in"
        : mail.from.address !== asker;
  const bySomebody =
    owing.owes === "you" && mail.from.address !== asker && mail.to.some((person) => person.address === asker);
  if (!byDebtor && !bySomebody) return null;
  const sentences = saidSentences(mail);
  const best = sentences
    .map((sentence) => ({ sentence, fit: overlap(wanted, sentence.words) }))
    .sort((a, b) => b.fit - a.fit)[0];
  if (best && best.fit > 0) return best.sentence;
  return sentences.find(({ text }) => wordsIn(text).length > 2) ?? sentences[0] ?? { text: "", start: 0, end: 0 };
}

/** Of two questions a mail leaves one open when all that it says takes up the other, and nothing is attached. */
function answersOnly(others: readonly ReadonlySet<string>[], wanted: ReadonlySet<string>, mail: Turn): boolean {
  if (others.length === 0 || mail.hasAttachments) return false;
  const telling = saidSentences(mail).filter(({ text }) => wordsIn(text).length > 2);
  return (
    telling.length > 0 &&
    telling.every(
      ({ words }) => overlap(wanted, words) === 0 && others.some((other) => overlap(other, words) >= TAKES_UP),
    )
  );
}

/** Whoever asked says thanks for what came and asks no more: then it was enough. */
function contents(owing: Open, mail: Turn): Sentence | null {
  if (mail.from.address !== owing.mail.from.address) return null;
  const sentences = saidSentences(mail);
  if (sentences.some((one) => owingOf(one)?.kind === "ask")) return null;
  return sentences.find(({ text }) => THANKS.test(text)) ?? null;
}

export const DELIVERS =
  /\b(send|forward|fax|mail|e-?mail|provide|share|give|deliver|ship|pass|attach|upload|post|copy)\b|надішл|пришл|вишл|відправ|передам|\b(schick|send|leite)\w*|enverr|transmettr|envia|mandar/iu;
const TELLS =
  /\b(let \S+ know|get back|come back|keep \S+ (posted|updated|informed|in the loop)|confirm|answer|reply|respond|update|advise|inform|notify|tell|find out|check|look into|see (if|what|whether)|ask)\b|повідом|відповім|уточн|перевір|дізна|дам знати|\b(melde|kläre|prüfe|bestätige)\b|répondr|confirmer|vérifier|confirmar|avisar/iu;
const SPEAKS =
  /\b(call|ring|phone|talk|speak|meet|attend|join|discuss|visit|come by|stop by)\b|зателефон|подзвон|наберу|зустрі|\brufe\b|appeller|llamar/iu;

export const DONE =
  /\b(attached|enclosed|herewith|as promised|as agreed|as requested|here (is|are|it is|you go)|here['’]s|done|sent|forwarded|delivered|finished|completed|ready|(i|we)(['’]ve| have)( now| just| already)? \w+(ed|nt|ught|ade|one|iven|ritten|id)|just (sent|called|spoke|paid)|please (find|see))\b|надсила|у вкладенн|додаю|готов|зроблен|надісла|відправи|\b(anbei|im Anhang|erledigt|geschickt)\b|ci-joint|adjunto/iu;
export const SPOKEN =
  /\b(as (discussed|we discussed)|(per|after|from|following) our (call|conversation|discussion|meeting|talk)|(good|great|nice) (talking|speaking|meeting|to (talk|speak|meet|see))|thank(s| you) for (the|your) (call|time|meeting|visit)|our (call|talk|meeting) (yesterday|today|this|on)|tried to (call|reach)|left (you )?a (message|voice ?mail)|spoke (with|to))\b|дякую за (розмову|дзвінок|зустріч)|danke für (das Gespräch|den Anruf)/iu;
export const THANKS =
  /\b(thanks|thank you|received|got (it|them|your)|arrived)\b|дякую|отрима|\b(danke|erhalten)\b|merci|bien reçu|gracias|recib/iu;
const RECEIVED = /\b(received|got (it|them)|arrived|came through)\b|отрима|erhalten|bien reçu|recib/iu;

function keeps(owing: Open, promise: ReadonlySet<string>, mail: Turn): Sentence | null {
  const byDebtor =
    owing.owes === "other"
      ? mail.from.address !== owing.mail.from.address
      : mail.from.address === owing.mail.from.address;
  const sentences = saidSentences(mail);
  const fit = (sentence: Said) => overlap(promise, sentence.words);
  const delivers = DELIVERS.test(owing.text);
  if (SPEAKS.test(owing.text)) {
    const spoken = sentences.find(({ text }) => SPOKEN.test(text));
    if (spoken) return spoken;
  }
  if (!byDebtor)
    return (
      sentences.find(
        (sentence) =>
          THANKS.test(sentence.text) &&
          !/\b(in advance|again for)\b/i.test(sentence.text) &&
          (fit(sentence) >= THANKS_FOR || (delivers && RECEIVED.test(sentence.text))),
      ) ?? null
    );
  const again = sentences.find((sentence) => fit(sentence) >= SAME_PROMISE && owingOf(sentence)?.kind === "promise");
  if (again) return again;
  const done = sentences.filter((one) => DONE.test(one.text) && owingOf(one)?.kind !== "promise");
  const kept = done.find((sentence) => fit(sentence) >= TAKES_UP);
  if (kept) return kept;
  if (delivers && mail.hasAttachments) return done[0] ?? sentences[0] ?? null;
  if (TELLS.test(owing.text) && !delivers) return tells(sentences, fit);
  return null;
}

/** Whoever said "I'll let you know" has done so when they say something of it that is not the next promise. */
const tells = (sentences: readonly Said[], fit: (sentence: Said) => number): Sentence | null =>
  sentences
    .filter((one) => wordsIn(one.text).length > 3 && !/[?？]$/.test(one.text) && owingOf(one) === null)
    .map((sentence) => ({ sentence, fit: fit(sentence) }))
    .sort((a, b) => b.fit - a.fit)[0]?.sentence ?? null;

const LONGEST_SAID = 20_000;
/** A mail is held against everything that was owed before it: its sentences are taken apart once. */
const taken = new WeakMap<Turn, readonly Said[]>();

/** The sentences that a mail says itself, without quotes, greeting and closing, each with its content words. */
export function saidSentences(mail: Turn): readonly Said[] {
  let said = taken.get(mail);
  if (!said) {
    said = mail.spans
      .filter((span) => span.kind === "said" && span.start < LONGEST_SAID)
      .flatMap((span) => sentencesIn(mail.text, span.start, span.end))
      .filter((sentence) => !isFrameLine(sentence.text))
      .map((sentence) => ({ ...sentence, words: contentWords(sentence.text) }));
    taken.set(mail, said);
  }
  return said;
}

/** What a sentence itself makes somebody owe, looked for once however much is held against it. */
export function owingOf(sentence: Said): ReturnType<typeof owingIn> {
  let owing = owed.get(sentence);
  if (owing === undefined) {
    owing = owingIn(sentence.text);
    owed.set(sentence, owing);
  }
  return owing;
}
const owed = new WeakMap<Said, ReturnType<typeof owingIn>>();

const plainly = ({ text, start, end }: Sentence): Sentence => ({ text, start, end });
