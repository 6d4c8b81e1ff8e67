import type { Context } from "@sidenote/contract/context";
import { useLayoutEffect, useRef } from "react";
import type { Saving } from "../saving.ts";
import type { Situation } from "../subject.ts";
import { Button } from "../ui/Button.tsx";
import { calledBy, namedIn } from "../words.ts";
import { SavedLines } from "./SavedLines.tsx";

/** A line with a button. */
const LINE = 24;

/** What of this page is saved and why, and what can be. */
export function SaveRow({
  situation: { person },
  context,
  saving,
}: {
  situation: Situation;
  context: Context | undefined;
  saving: Saving;
}) {
  const { busy, unsaved, saved, byItself, capturing, coming } = saving;
  const row = useRef<HTMLDivElement>(null);
  /** What comes has most likely the height of what was there for the mail before: nothing below is moved by it. */
  const height = useRef(LINE);
  useLayoutEffect(() => {
    if (row.current) height.current = row.current.offsetHeight;
  });
  const known = context?.contact?.state === "saved" && !context.contact.archived;
  const name = calledBy(namedIn(context, person));
  if (!context) return null;
  if (known && saved === null) return coming ? <div className="save" style={{ height: height.current }} /> : null;
  const takeBack = byItself > 0 && (
    <Button small look="quiet" disabled={busy} onClick={saving.takeBack}>
      Undo
    </Button>
  );
  if (known)
    return (
      <div className="row between top save" ref={row}>
        <SavedLines saving={saving} />
        {takeBack}
        {unsaved.length > 0 && !capturing && (
          <Button small disabled={busy} onClick={saving.saveMails}>
            {unsaved.length === 1 ? "Save the mail" : "Save the mails"}
          </Button>
        )}
      </div>
    );
  return (
    <div className="stack save">
      <div className="row wrap">
        <Button look="primary" disabled={busy || saving.isKept(person.address)} onClick={saving.savePerson}>
          {context.contact?.archived ? `Bring ${name} back` : `Save ${name}`}
        </Button>
        {unsaved.length > 0 && !capturing && (
          <Button disabled={busy} onClick={saving.saveBoth}>
            {unsaved.length === 1 ? "Save the mail too" : "Save the mails too"}
          </Button>
        )}
      </div>
      {saved !== null && (
        <div className="row between top">
          <SavedLines saving={saving} />
          {takeBack}
        </div>
      )}
    </div>
  );
}
