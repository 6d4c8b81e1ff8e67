import type { Voice } from "@sidenote/contract/voice";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { EditText } from "../parts/EditText.tsx";
import { VoiceKind } from "./VoiceKind.tsx";
import { TONES, toneWords } from "./voice-words.ts";

type Manner = NonNullable<Voice["edited"]["manner"]>;

const COUNTS = [
  { field: "words", label: "Words in a sentence" },
  { field: "sentences", label: "Sentences in a mail" },
] as const;

/** How the member writes between greeting and closing: their own word, else what was learnt. Emptied, it goes back to that. */
export function VoiceManner({
  learnt: { length, formality },
  edited = {},
  save,
}: {
  learnt: Voice["learnt"];
  edited: Manner | undefined;
  save: (manner: Manner) => Promise<boolean>;
}) {
  const say = useToast();
  const tone = edited.formality ?? formality;
  const keep = (field: keyof Manner, text: string, read: (text: string) => number | undefined, wanted: string) => {
    const value = text === "" ? null : read(text);
    if (value !== undefined) return save({ [field]: value });
    say({ text: `Not saved. Write ${wanted}` });
    return Promise.resolve(false);
  };
  return (
    <VoiceKind label="In between">
      {COUNTS.map(({ field, label }) => (
        <EditText
          key={field}
          label={label}
          value={String(edited[field] ?? length?.[field] ?? "")}
          about={edited[field] && "yours"}
          placeholder="12"
          save={(text) => keep(field, text, wholeNumber, "a number, such as 12")}
        />
      ))}
      <EditText
        label="Tone"
        value={tone === null ? "" : toneWords(tone)}
        about={edited.formality != null && "yours"}
        choices={Object.keys(TONES)}
        placeholder="rather casual"
        save={(text) => keep("formality", text, toneOf, Object.keys(TONES).join(", or "))}
      />
    </VoiceKind>
  );
}

const wholeNumber = (text: string): number | undefined => (/^\d{1,3}$/.test(text) ? Number(text) : undefined);

const toneOf = (text: string): number | undefined =>
  Object.entries(TONES).find(([words]) => words === text.toLowerCase())?.[1];
