/** What a mail is for. */
export type Kind = "answer" | "chase" | "follow-up" | "thank" | "schedule" | "send" | "decline" | "introduce" | "new";

const CHIPS: readonly [Kind, RegExp][] = [
  [
    "answer",
    /^((answer|reply to)( (the|her|his|their|all))?( last)? (questions?|mail|message)|answer|reply|відповісти|відповідь)$/i,
  ],
  ["follow-up", /^(follow[- ]?up|нагадати про себе)$/i],
  ["chase", /^(chase|remind(er)?|nudge|нагадати)$/i],
  ["thank", /^(thank(s| you)?|say thanks|подякувати)$/i],
  ["decline", /^(decline|refuse|say no|відмовити(ся)?)$/i],
  ["schedule", /^(schedule( a)?( (meeting|call))?|meet|propose a (meeting|time)|домовитися про зустріч|зустріч)$/i],
  ["send", /^(send a document|send( the)? (document|attachment)s?|надіслати документ)$/i],
  ["introduce", /^(introduc(e|tion)|познайомити|представити(ся)?)$/i],
];

const KINDS: readonly [Kind, RegExp][] = [
  ["chase", /\b(chase|nudge|remind)\b|нагада/i],
  ["decline", /\b(declin|refus|reject|turn down)|відмов/i],
  ["thank", /^\s*(thank)|^подяк/i],
  ["introduce", /^\s*introduc|^(познайом|представ)/i],
  [
    "schedule",
    /^\s*(schedule|arrange|set up|propose|suggest|find) (an?|the|some)? ?(\p{L}+ )?(meeting|call|visit|time|date|appointment)\b|^(домовитися|запропонувати) (про )?(зустріч|дзвінок|час)/iu,
  ],
  ["send", /^\s*(send|attach|forward)\b|^(надіслати|надішли|додати файл)/i],
  ["answer", /\b(answer|reply|respond)\b|відпов/i],
];

/** A purpose that is only the name of a kind of mail, as the panel's chips give it; null when it says more. */
const chipOf = (purpose: string): Kind | null => {
  const words = purpose.trim().replace(/[.!]+$/, "");
  return CHIPS.find(([, names]) => names.test(words))?.[0] ?? null;
};

/** Which kind of mail a purpose names, and what it says beyond that name. */
export function kindOf(purpose: string, hasThread: boolean): { kind: Kind; more: string } {
  const words = purpose.trim();
  if (words === "") return { kind: hasThread ? "answer" : "new", more: "" };
  const chip = chipOf(words);
  if (chip) return { kind: chip, more: "" };
  const kind = KINDS.find(([, names]) => names.test(words))?.[0];
  if (kind === "decline" && words.split(/\s+/).length < 3) return { kind, more: "" };
  return { kind: kind ?? "new", more: words };
}
