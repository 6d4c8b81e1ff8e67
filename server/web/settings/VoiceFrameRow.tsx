import type { RecipientKind, Voice, VoiceFrame } from "@sidenote/contract/voice";
import { EditText } from "../parts/EditText.tsx";
import { VoiceKind } from "./VoiceKind.tsx";
import { learntWords } from "./voice-words.ts";

type Learnt = Voice["learnt"]["frames"][RecipientKind];
export type Edited = NonNullable<Voice["edited"]["frames"][RecipientKind]>;

const FIELDS: readonly { field: keyof VoiceFrame; label: string; placeholder: string }[] = [
  { field: "greeting", label: "Begins", placeholder: "Hi {first}," },
  { field: "closing", label: "Ends", placeholder: "Best regards," },
  { field: "signOff", label: "Signed", placeholder: "Ada" },
];

/** How mails to one kind of recipient begin and end: the member's own words, else what was learnt. */
export function VoiceFrameRow({
  label,
  learnt,
  edited,
  save,
}: {
  label: string;
  learnt: Learnt;
  edited: Edited;
  save: (frame: Edited) => Promise<boolean>;
}) {
  return (
    <VoiceKind label={label} aside={learntWords(learnt)}>
      {FIELDS.map(({ field, label: name, placeholder }) => (
        <EditText
          key={field}
          label={name}
          value={edited[field] ?? learnt[field] ?? ""}
          about={edited[field] && "yours"}
          placeholder={placeholder}
          otherwise={
            learnt.mails > 0 && field !== "signOff" ? "As to that person before, else to suit the tone" : undefined
          }
          save={(text) => save({ ...edited, [field]: text && text !== learnt[field] ? text : null })}
        />
      ))}
    </VoiceKind>
  );
}
