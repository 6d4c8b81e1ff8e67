import { drafts } from "@sidenote/contract/drafts";
import { Check, ChevronDown, Copy, Pencil } from "lucide-react";
import { useMemo, useState } from "react";
import { useClient } from "../client.ts";
import { blanksIn, type Letter } from "../draft-text.ts";
import type { Host } from "../host.ts";
import { SEND_KEYS, useSendKey } from "../keys.ts";
import { distinct } from "../sources.tsx";
import { standsIn } from "../standing.ts";
import type { Situation } from "../subject.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { Menu, type MenuItem } from "../ui/Menu.tsx";
import { useToast } from "../ui/Toasts.tsx";
import { count } from "../words.ts";

/** Where a draft goes: into the mail that is being written, never further. */
export function DraftActions({
  situation: { compose, screen },
  letter: { text, statements },
  composed,
  insertedInto,
  onInserted,
  editing,
  onEditing,
  onAgain,
  changes,
  host,
}: {
  situation: Situation;
  letter: Letter;
  composed: string;
  insertedInto: string | null;
  onInserted: (compose: string | null) => void;
  editing: boolean;
  onEditing: (editing: boolean) => void;
  onAgain: () => void;
  /** What can be done to the draft. */
  changes: readonly MenuItem[];
  host: Host;
}) {
  const [refused, setRefused] = useState<string | null>(null);
  const toast = useToast();
  const client = useClient();
  const open = blanksIn(text);
  const stillOpen = open > 0 ? ` ${count(open, "blank")} still open.` : "";
  const composeId = compose?.id ?? "";
  const stands = useMemo(() => standsIn(composed, text), [composed, text]);
  // After a reload of the page nobody remembers what was inserted, but the mail shows it. "": no compose was open then, and the page
  // may have opened one for it.
  const isInserted = stands || insertedInto === composeId || insertedInto === "";

  const insert = async () => {
    if (!host.insertDraft) return;
    const sources = distinct(statements.flatMap((one) => one.sources)).length;
    const done = await host.insertDraft(text, { sources }).catch(() => null);
    if (!done?.ok) return setRefused(done?.reason ?? "It could not be put there. Copy it instead.");
    setRefused(null);
    onInserted(composeId);
    // What becomes of it teaches how the member writes; without a server it teaches nothing.
    const teach = (said: string[]) => {
      if (!screen.address) return;
      void client.api(drafts.inserted, { address: screen.address, draft: text, statements: said }).catch(() => {});
    };
    teach(statements.map((one) => one.text));
    const undo = async () => {
      await done.undo();
      teach([]);
      onInserted(null);
    };
    toast({ text: `Inserted, not sent.${stillOpen}`, undo, of: "insert" });
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast({ text: `Copied.${stillOpen}` });
    } catch {
      // In the field it can be selected.
      onEditing(true);
      toast({ text: "The browser did not allow copying. Select the text and copy it by hand." });
    }
  };
  useSendKey(() => void insert());

  return (
    <>
      {refused && (
        <p className="t-bad" role="alert">
          {refused}
        </p>
      )}
      <div className={isInserted ? "row actions inserted" : "row actions"}>
        {stands && (
          <p className="row t-meta stands">
            <Check size={12} aria-hidden /> In the mail, not sent
          </p>
        )}
        {host.insertDraft && (
          <Button look={stands ? "plain" : "primary"} keys={SEND_KEYS} onClick={() => void insert()}>
            {isInserted ? "Replace" : "Insert"}
          </Button>
        )}
        {!host.insertDraft && (
          <Button look="primary" onClick={() => void copy()}>
            Copy
          </Button>
        )}
        <Button onClick={onAgain}>Again</Button>
        <Menu items={changes}>
          <Button>
            Change
            <ChevronDown size={12} aria-hidden />
          </Button>
        </Menu>
        <span className="grow" />
        {editing ? (
          <Button look="quiet" onClick={() => onEditing(false)}>
            Done
          </Button>
        ) : (
          <IconButton icon={Pencil} label="Edit" onClick={() => onEditing(true)} />
        )}
        {host.insertDraft && !editing && <IconButton icon={Copy} label="Copy" onClick={() => void copy()} />}
      </div>
    </>
  );
}
