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

type Written = { about: string; text: string; failed: string | null };
const NOTHING = { text: "", failed: null };

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
  /** By address: what is written about one person is not about the next one on screen. */
  const [written, setWritten] = useState<Written>({ about: person.address, text: "", failed: null });
  const { text, failed } = written.about === person.address ? written : NOTHING;
  const write = (text: string, failed: string | null = null) => setWritten({ about: person.address, text, failed });
  const contact = context?.contact ?? null;
  const name = firstName(contact?.name || person.name || person.address);

  const save = async () => {
    if (!contact || text.trim() === "") return;
    write("");
    try {
      const done = await client.save(activities.create, { kind: "note", text: text.trim(), contactIds: [contact.id] });
      if (!done.sent) return toast({ text: KEPT_HERE });
      toast({ text: "Note saved.", undo: () => client.save(activities.remove, { id: done.output.id }) });
    } catch (error) {
      // What was begun meanwhile, about somebody else, stays.
      setWritten((now) => (now.text ? now : { about: person.address, text, failed: sentence(error) }));
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
        onChange={(event) => write(event.target.value)}
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
