import { activities } from "@sidenote/contract/activities";
import type { Context } from "@sidenote/contract/context";
import { useState } from "react";
import { useClient } from "../client.ts";
import { KEPT_HERE } from "../saving.ts";
import type { Situation } from "../subject.ts";
import { sentence } from "../ui/Load.tsx";
import { Section } from "../ui/Section.tsx";
import { useToast } from "../ui/Toasts.tsx";
import { firstName } from "../words.ts";

/** A note about whom it is about: Enter keeps it, also while the server is away. */
export function NoteCard({
  situation: { person },
  context,
  away,
}: {
  situation: Situation;
  context: Context | undefined;
  away: boolean;
}) {
  const client = useClient();
  const toast = useToast();
  const [text, setText] = useState("");
  const [failed, setFailed] = useState<string | null>(null);
  const contact = context?.contact ?? null;
  const name = firstName(contact?.name || person.name || person.address);

  const save = async () => {
    if (!contact || text.trim() === "") return;
    setText("");
    setFailed(null);
    try {
      const done = await client.save(activities.create, { kind: "note", text: text.trim(), contactIds: [contact.id] });
      if (!done.sent) return toast({ text: KEPT_HERE });
      toast({ text: "Note saved.", undo: () => client.save(activities.remove, { id: done.output.id }) });
    } catch (error) {
      setText(text);
      setFailed(sentence(error));
    }
  };
  const about = `Note about ${name}`;
  const isNew = context !== undefined && !contact;
  const hint = isNew
    ? `Save ${name} to keep a note`
    : away
      ? "Note (kept here until the server is back)"
      : `${about} …`;
  return (
    <Section label="Note">
      <textarea
        className="field note"
        data-enter="own"
        rows={Math.min(8, text.split("\n").length)}
        aria-label={about}
        placeholder={hint}
        value={text}
        disabled={isNew}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void save();
        }}
      />
      {failed && (
        <p className="t-bad" role="alert" ref={(said) => said?.scrollIntoView({ block: "nearest" })}>
          {failed}
        </p>
      )}
    </Section>
  );
}
