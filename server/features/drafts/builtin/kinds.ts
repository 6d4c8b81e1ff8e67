/** What a mail is for. */
export type Kind = "answer" | "chase" | "follow-up" | "thank" | "schedule" | "send" | "decline" | "introduce" | "new";

const CHIPS: readonly [Kind, RegExp][] = [
  [
    "answer",
    /^((answer|answering|reply|replying)( to)?( (a|the|her|his|their|all))?( last)? (questions?|mail|message)|answer|answering|reply|відповісти( на (лист|запитання|питання))?|відповідь( на (лист|запитання|питання))?)$/i,
  ],
  ["follow-up", /^(follow(ing)?[- ]?up|нагадати про себе|повернутися до розмови)$/i],
  [
    "chase",
    /^(chas(e|ing|er)|remind(er|ing)?|nudge|нагадати|нагадай|нагадування|поквапити|поквап|поторопити|підштовхнути)$/i,
  ],
  ["thank", /^(thank(s|ing)?( you)?|say thanks|подякувати|подякуй|подяка)$/i],
  ["decline", /^(declin(e|ing)|refus(e|al)|say no|відмовити(ся)?|відмов|відмова)$/i],
  [
    "schedule",
    /^(schedul(e|ing)( an?)?( (meeting|call))?|meet|arrange a (meeting|call)|propose a (meeting|time)|(домовитися|домовся) про (зустріч|дзвінок)|(призначити|запропонувати) (зустріч|дзвінок|час)|зустріч)$/i,
  ],
  [
    "send",
    /^(send(ing)? an? (document|file)|send(ing)?( the)? (document|attachment|file)s?|(надіслати|надішли|відправити) (документ|файл)и?|документ)$/i,
  ],
  ["introduce", /^(introduc(e|tion|ing)|make an introduction|познайомити|познайом|представити(ся)?|знайомство)$/i],
];

const KINDS: readonly [Kind, RegExp][] = [
  ["chase", /\b(chas(e|ing)|nudg(e|ing)|remind(ing)?)\b|нагада|поквап/i],
  ["decline", /\b(declin|refus|reject|turn down)|відмов/i],
  ["thank", /^\s*(thank)|^подяк/i],
  ["introduce", /^\s*introduc|^(познайом|представ)/i],
  [
    "schedule",
    /^\s*(schedule|arrange|set up|propose|suggest|find) (an?|the|some)? ?(\p{L}+ )?(meeting|call|visit|time|date|appointment)\b|^(домовитися|запропонувати) (про )?(зустріч|дзвінок|час)/iu,
  ],
  ["send", /^\s*(send|attach|forward|share|enclose)\b|^(надіслати|надішли|відправити|скинути|додати файл)/i],
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

/** Whether a wish is for what that kind of mail is for: "send the price list", "introduce Ana". */
export const isOfKind = (kind: Kind, wish: string): boolean =>
  KINDS.some(([name, names]) => name === kind && names.test(wish));
