import type { RecipientKind, Voice, VoiceEdits } from "@sidenote/contract/voice";
import { count } from "@sidenote/panel/words";

export const KINDS: readonly { kind: RecipientKind; label: string }[] = [
  { kind: "internal", label: "To colleagues" },
  { kind: "known", label: "To people you have written with" },
  { kind: "new", label: "To somebody new" },
  { kind: "group", label: "To three or more" },
];

const LANGUAGES: Record<string, string> = {
  en: "English",
  uk: "Ukrainian",
  de: "German",
  fr: "French",
  es: "Spanish",
  it: "Italian",
  pl: "Polish",
  sv: "Swedish",
  other: "other languages",
};

/** What holds for all of the member's mail, in a sentence or two. */
export function habitWords({ mails, learnt: { languages } }: Voice): string {
  if (mails === 0) return "Nothing is learnt yet. It comes from the mail that you sent, once some is here.";
  const spoken = languages.map(({ language, mails: n }) => `${LANGUAGES[language] ?? language} (${n})`).join(", ");
  return [`From ${count(mails, "mail")} that you sent`, spoken && `in ${spoken}`].filter(Boolean).join(", ");
}

/** What a member may call their tone, and as what it is kept. */
export const TONES = { "rather casual": 0.2, "neither casual nor formal": 0.5, "rather formal": 0.8 } as const;

export function toneWords(formality: number): keyof typeof TONES {
  if (formality < 0.35) return "rather casual";
  return formality > 0.65 ? "rather formal" : "neither casual nor formal";
}

/** How sure it is, from how many mails; where no way of several is the usual one, a draft does as the last mail to the person did. */
export function learntWords(learnt: Voice["learnt"]["frames"][RecipientKind]): string {
  const { mails, greeting, greeted, closing, closed } = learnt;
  if (mails === 0) return "no mail of this kind yet";
  const how = (n: number, does: string, form: string | null) =>
    n > 0 && `${n} ${does} ${form ? "like this" : "in several ways"}`;
  const parts = [how(greeted, "begin", greeting), how(closed, "end", closing)].filter(Boolean);
  return [count(mails, "mail"), parts.join(", ")].filter(Boolean).join(": ");
}

/** What became of drafts in what was sent, in a sentence. */
export function editsWords({ drafts, keptShare, lengthRatio }: VoiceEdits): string {
  const share = `${Math.round(keptShare * 100)} % of the sentences stayed as they were`;
  const change = Math.round(Math.abs(1 - lengthRatio) * 100);
  const length =
    change < 5 ? "you kept the length" : `you made them ${change} % ${lengthRatio < 1 ? "shorter" : "longer"}`;
  return `Of ${count(drafts, "draft")} that you sent, ${share}, and ${length}.`;
}

/** What a member said of how they write between greeting and closing. */
export const mannerWords = ({ words, sentences, formality }: NonNullable<Voice["edited"]["manner"]>): string =>
  [
    words && `${words} words in a sentence`,
    sentences && `${sentences} sentences in a mail`,
    formality != null && toneWords(formality),
  ]
    .filter(Boolean)
    .join(", ");
