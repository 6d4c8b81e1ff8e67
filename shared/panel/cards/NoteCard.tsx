import { activities } from "@sidenote/contract/activities";
import type { Context } from "@sidenote/contract/context";
import { memo, useEffect, useRef } from "react";
import { useClient } from "../client.ts";
import { KEPT_HERE } from "../doing.ts";
import { type Notes, type Unsaved, useNote } from "../notes.ts";
import type { Situation } from "../subject.ts";
import { Button } from "../ui/Button.tsx";
import { sentence } from "../ui/Load.tsx";
import { Section } from "../ui/Section.tsx";
import { useToast } from "../ui/Toasts.tsx";
import { calledBy, namedIn } from "../words.ts";

/** A note about whom it is about: Enter keeps it, also while the server is away. */
export const NoteCard = memo(function NoteCard({
  situation: { person },
  context,
  notes,
  away,
}: {
  situation: Situation;
  context: Context | undefined;
  notes: Notes;
  away: boolean;
}) {
  const client = useClient();
  const toast = useToast();
  const { address } = person;
  const { text, failed, unsaved } = useNote(notes, address);
  const contact = context?.contact ?? null;
  const name = calledBy(namedIn(context, person));
  const onScreen = useRef<string | null>(null);
  useEffect(() => {
    onScreen.current = address;
    return () => {
      onScreen.current = null;
    };
  }, [address]);

  const save = async (text: string) => {
    if (!contact) return;
    try {
      const done = await client.save(activities.create, { kind: "note", text: text.trim(), contactIds: [contact.id] });
      if (!done.sent) return toast({ text: KEPT_HERE });
      toast({ text: "Note saved.", undo: () => client.save(activities.remove, { id: done.output.id }) });
    } catch (error) {
      notes.fail(address, text, sentence(error));
      if (onScreen.current !== address)
        toast({ text: `The note about ${name} is not saved. It waits where you wrote it.` });
    }
  };
  const keep = () => {
    if (!contact || text.trim() === "") return;
    notes.write(address, "");
    void save(text);
  };
  const tryAgain = ({ key, text }: Unsaved) => {
    if (!contact) return;
    notes.putAway(address, key);
    void save(text);
  };
  const discard = ({ key, text, reason }: Unsaved) => {
    notes.putAway(address, key);
    toast({ text: "Discarded.", undo: () => notes.fail(address, text, reason) });
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
      {unsaved.length > 0 && (
        <ul className="unsaved" aria-label="Not saved">
          {unsaved.map((one) => (
            <li key={one.key} className="stack">
              <p className="own-lines" dir="auto">
                {one.text}
              </p>
              <Reason>{one.reason}</Reason>
              <span className="row">
                <Button small onClick={() => tryAgain(one)}>
                  Try again
                </Button>
                <Button small look="quiet" onClick={() => discard(one)}>
                  Discard
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <textarea
        className="field note"
        dir="auto"
        data-enter="own"
        rows={Math.min(8, text.split("\n").length)}
        aria-label={about}
        placeholder={hint}
        value={text}
        disabled={isNew}
        onChange={(event) => notes.write(address, event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          keep();
        }}
      />
      {failed && <Reason>{failed}</Reason>}
    </Section>
  );
});

const Reason = ({ children }: { children: string }) => (
  <p className="t-bad" role="alert" ref={bringIntoSight}>
    {children}
  </p>
);

/** Once, when it is said: who scrolls or types on afterwards is left alone. */
const bringIntoSight = (said: HTMLElement | null) => said?.scrollIntoView({ block: "nearest" });
