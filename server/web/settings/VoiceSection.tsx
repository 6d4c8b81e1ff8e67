import { type RecipientKind, Voice, voice } from "@sidenote/contract/voice";
import { useClient } from "@sidenote/panel/client";
import { Load } from "@sidenote/panel/ui/Load.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { useQueryClient } from "@tanstack/react-query";
import { EditText } from "../parts/EditText.tsx";
import { keyOf, makeOld, useCall } from "../queries.ts";
import { Conflict, useVersioned } from "../records/conflict.tsx";
import { type Edited, VoiceFrameRow } from "./VoiceFrameRow.tsx";
import { VoiceManner } from "./VoiceManner.tsx";
import { editsWords, habitWords, KINDS, mannerWords } from "./voice-words.ts";

type Frames = Voice["edited"]["frames"];

const framesWords = (frames: unknown): string =>
  KINDS.flatMap(({ kind, label }) => {
    const frame = (frames as Frames)[kind];
    return frame ? `${label}: ${[frame.greeting, frame.closing, frame.signOff].filter(Boolean).join(" … ")}` : [];
  }).join("; ");

const fields = {
  frames: {
    label: "How you begin and end",
    of: ({ edited }: Voice) => framesWords(edited.frames),
    ofChange: framesWords,
  },
  phrases: {
    label: "What you often say",
    of: ({ edited }: Voice) => edited.phrases?.join("; ") ?? "",
    ofChange: (phrases: unknown) => (phrases as string[]).join("; "),
  },
  manner: {
    label: "In between",
    of: ({ edited }: Voice) => mannerWords(edited.manner ?? {}),
    ofChange: (manner: unknown) => mannerWords(manner as NonNullable<Voice["edited"]["manner"]>),
  },
  allowExamples: {
    label: "Examples",
    of: ({ allowExamples }: Voice) => (allowExamples ? "allowed" : "not allowed"),
    ofChange: (allowed: unknown) => (allowed ? "allowed" : "not allowed"),
  },
};

/** What Sidenote has learnt about how the member writes: all of it in sight, and theirs to correct. */
export function VoiceSection() {
  const known = useCall(voice.get, {});
  return (
    <Section title="How you write">
      <p className="t-2">
        What Sidenote has learnt about how you write, from the mail that you sent and from how you changed drafts.
        Drafts begin and end like this; <code>{"{first}"}</code>, <code>{"{last}"}</code> and <code>{"{name}"}</code>{" "}
        are the first, last and whole name of whom you write to. What you write here counts before what was learnt;
        emptied, it goes back to that. What lies in between is told to a model where you allow examples below.
      </p>
      <Load query={known}>{(data) => <Known known={data} />}</Load>
    </Section>
  );
}

function Known({ known }: { known: Voice }) {
  const { api } = useClient();
  const queries = useQueryClient();
  const versioned = useVersioned<Voice>({
    parse: (current) => Voice.safeParse(current).data,
    send: async (change) => {
      const after = await api(voice.update, change);
      queries.setQueryData(keyOf(voice.get, {}), after);
      await makeOld(queries, ["/v1/voice"]);
      return after;
    },
  });
  const apply = (change: Record<string, unknown>) => versioned.apply(known, change);
  const { learnt, edited, edits, allowExamples } = known;
  const saveFrame = (kind: RecipientKind, frame: Edited) =>
    apply({ frames: { [kind]: Object.values(frame).some(Boolean) ? frame : null } });
  const phrases = edited.phrases ?? learnt.phrases;
  return (
    <>
      <p className="t-meta after">{habitWords(known)}</p>
      {edits && (
        <div className="after">
          <p className="t-meta">{editsWords(edits)}</p>
          {edits.dropped.length > 0 && (
            <p className="t-meta">
              You take out {edits.dropped.map((one) => `“${one}”`).join(", ")}: drafts no longer have{" "}
              {edits.dropped.length === 1 ? "it" : "them"}.
            </p>
          )}
        </div>
      )}
      {versioned.conflict && <Conflict open={versioned.conflict} fields={fields} {...versioned} />}
      {KINDS.map(({ kind, label }) => (
        <VoiceFrameRow
          key={kind}
          label={label}
          learnt={learnt.frames[kind]}
          edited={edited.frames[kind] ?? {}}
          save={(frame) => saveFrame(kind, frame)}
        />
      ))}
      <VoiceManner learnt={learnt} edited={edited.manner} save={(manner) => apply({ manner })} />
      <div className="voice-kind">
        <EditText
          long
          label="What you often say, one to a line"
          value={phrases.join("\n")}
          about={edited.phrases && "yours"}
          save={(text) => apply({ phrases: linesOf(text) })}
        />
      </div>
      <label className="row top tick after">
        <input
          type="checkbox"
          checked={allowExamples}
          onChange={(event) => void apply({ allowExamples: event.target.checked })}
        />
        <span>
          A model may be shown how you write, with sentences of yours as examples
          <span className="t-meta tick-about">
            Drafts then sound more like you. With a model elsewhere these sentences leave this machine; switched off,
            none does.
          </span>
        </span>
      </label>
    </>
  );
}

/** Nothing at all is no list of one's own. */
function linesOf(text: string): string[] | null {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.length > 0 ? lines : null;
}
