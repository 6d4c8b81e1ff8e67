import type { Person, Span } from "@sidenote/contract/emails";
import type { RecipientKind, Voice, VoiceFrame } from "@sidenote/contract/voice";
import { type Frame, frameIn } from "../../core/mail/said/frame.ts";
import { languageOf } from "../../core/text/language.ts";
import { habitsIn } from "./habits.ts";
import { lengthOf } from "./length.ts";

/** A mail that the member sent. */
export type SentMail = {
  at: string;
  kind: RecipientKind;
  from: Person;
  to: readonly Person[];
  text: string;
  spans: readonly Span[];
};

export type Learnt = Voice["learnt"];

export const KINDS: readonly RecipientKind[] = ["internal", "known", "new", "group"];
/** How they wrote this many mails ago counts half of how they write now. */
const HALF_LIFE_MAILS = 60;
/** Fewer greetings and closings tell of no manner. */
const FEWEST_FORMS = 5;
const FORMAL =
  /^(dear|шановн|sehr geehrte|madame|monsieur|estimad|gentile|geachte)|^(kind|best|warm)? ?regards|sincerely|cordially|respectfully|faithfully|повагою|freundlichen|cordialement|salutations|atentamente/i;
const CASUAL =
  /^(hi|hey|hello|hallo|привіт|salut|ciao|hola|moin|liebe)|^(cheers|thanks|thx|best|lg|ciao|talk soon|take care|gracias|merci|дякую|viele grüße)/i;

export const NOTHING: Learnt = {
  frames: Object.fromEntries(
    KINDS.map((kind) => [kind, { greeting: null, closing: null, signOff: null, mails: 0, greeted: 0, closed: 0 }]),
  ) as Learnt["frames"],
  languages: [],
  formality: null,
  phrases: [],
};

/** What these mails, the newest first, tell of how their writer writes. Mails that only pass something on tell nothing. */
export function learnVoice(mails: readonly SentMail[]): Learnt {
  const written = mails.filter((mail) =>
    mail.spans.some((span) => span.kind === "said" && /\p{L}/u.test(mail.text.slice(span.start, span.end))),
  );
  const framed = written.map((mail, i) => ({
    kind: mail.kind,
    weight: 0.5 ** (i / HALF_LIFE_MAILS),
    frame: frameIn(mail.text, mail.spans, mail.from, mail.to),
  }));
  return {
    frames: Object.fromEntries(KINDS.map((kind) => [kind, frameOfKind(framed, kind)])) as Learnt["frames"],
    languages: languagesOf(written),
    formality: formalityOf(framed.map(({ frame }) => frame)),
    length: lengthOf(written),
    phrases: habitsIn(written),
  };
}

type Framed = { kind: RecipientKind; weight: number; frame: Frame };

/** How much mail of the other kinds says about one: enough to decide where a kind has hardly any. */
const OTHER_KINDS = 0.3;

function frameOfKind(framed: readonly Framed[], kind: RecipientKind): Learnt["frames"][RecipientKind] {
  const own = framed.filter((one) => one.kind === kind);
  const weighed = framed.map((one) => (one.kind === kind ? one : { ...one, weight: one.weight * OTHER_KINDS }));
  // "All:" greets nobody alone, and a name no group.
  const greeting = weighed.filter((one) => (one.kind === "group") === (kind === "group"));
  return {
    greeting: commonestOf(greeting, "greeting"),
    closing: commonestOf(weighed, "closing", endsAlone),
    signOff: commonestOf(weighed, "signOff"),
    mails: own.length,
    greeted: own.filter(({ frame }) => frame.greeting !== null).length,
    closed: own.filter(({ frame }) => frame.closing !== null).length,
  };
}

const FEWEST_USES = 2;

/** A name under the mail without a closing above it: that is a way to close, too. */
const endsAlone = ({ closing, signOff }: Frame): boolean => closing === null && signOff !== null;

/** Forms that differ only in marks and capitals are one; the spelling that comes most stands for it. */
function commonestOf(
  framed: readonly Framed[],
  field: keyof VoiceFrame,
  without: (frame: Frame) => boolean = () => false,
): string | null {
  const groups = new Map<string, { uses: number; weight: number; spellings: Map<string, number> }>();
  for (const { frame, weight } of framed) {
    const form = frame[field];
    if (form === null) continue;
    const key = sameForm(form);
    const group = groups.get(key) ?? { uses: 0, weight: 0, spellings: new Map<string, number>() };
    groups.set(key, group);
    group.uses++;
    group.weight += weight;
    group.spellings.set(form, (group.spellings.get(form) ?? 0) + weight);
  }
  const best = [...groups.values()].sort((a, b) => b.weight - a.weight)[0];
  const weightWithout = framed.reduce((sum, { frame, weight }) => sum + (without(frame) ? weight : 0), 0);
  if (!best || best.uses < FEWEST_USES || weightWithout > best.weight) return null;
  return [...best.spellings].sort((a, b) => b[1] - a[1])[0]![0];
}

export const sameForm = (form: string): string =>
  form
    .toLowerCase()
    .replace(/[^\p{L}{}]+/gu, " ")
    .trim();

function languagesOf(mails: readonly SentMail[]): Learnt["languages"] {
  const counts = new Map<string, number>();
  for (const { text, spans } of mails) {
    const said = spans.filter((span) => span.kind === "said").map((span) => text.slice(span.start, span.end));
    const language = languageOf(said.join(" ").slice(0, 3000));
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].map(([language, count]) => ({ language, mails: count })).sort((a, b) => b.mails - a.mails);
}

function formalityOf(frames: readonly Frame[]): number | null {
  const marks = frames.flatMap(({ greeting, closing }) =>
    [greeting, closing].flatMap((form) =>
      form === null ? [] : FORMAL.test(form) ? [1] : CASUAL.test(form) ? [0] : [0.5],
    ),
  );
  return marks.length < FEWEST_FORMS
    ? null
    : Math.round((marks.reduce<number>((a, b) => a + b, 0) / marks.length) * 100) / 100;
}
