import type { Context } from "@sidenote/contract/context";
import type { Saving } from "../saving.ts";
import type { Situation } from "../subject.ts";
import { Button } from "../ui/Button.tsx";
import { count, firstName } from "../words.ts";

/** What of this page is saved, and what can be. */
export function SaveRow({
  situation: { person, messages },
  context,
  saving,
}: {
  situation: Situation;
  context: Context | undefined;
  saving: Saving;
}) {
  const { busy, unsaved, saved } = saving;
  const known = context?.contact?.state === "saved" && !context.contact.archived;
  const name = firstName(context?.contact?.name || person.name || person.address);
  if (!context || (known && saved === null)) return null;
  if (known)
    return (
      <div className="row between save">
        <span className="t-meta">{savedLine(saved ?? 0, messages.length)}</span>
        {unsaved.length > 0 && (
          <Button small disabled={busy} onClick={saving.saveMails}>
            {unsaved.length === 1 ? "Save the mail" : "Save the mails"}
          </Button>
        )}
      </div>
    );
  return (
    <div className="row wrap save">
      <Button look="primary" disabled={busy} onClick={saving.savePerson}>
        Save {name}
      </Button>
      {unsaved.length > 0 && (
        <Button disabled={busy} onClick={saving.saveBoth}>
          {unsaved.length === 1 ? "Save the mail too" : "Save the mails too"}
        </Button>
      )}
      {unsaved.length === 0 && saved !== null && saved > 0 && (
        <span className="t-meta">{savedLine(saved, messages.length)}</span>
      )}
    </div>
  );
}

const savedLine = (saved: number, all: number): string => {
  const state = saved > 0 ? "saved" : "not saved";
  if (all === 1) return `This mail is ${state}`;
  if (saved === 0 || saved === all) return `These ${count(all, "mail")} are ${state}`;
  return `${saved} of ${count(all, "mail")} saved`;
};
