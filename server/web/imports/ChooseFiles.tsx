import type { Me } from "@sidenote/contract/organizations";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { sentence } from "@sidenote/panel/ui/Load.tsx";
import { size } from "@sidenote/panel/ui/when";
import { type DragEvent, type FormEvent, type ReactNode, useRef, useState } from "react";
import { useLocation } from "wouter";
import { fromDrop, fromField, nameOf } from "./choose.ts";
import type { Chosen } from "./tar.ts";
import { useUploads } from "./uploads.ts";

/** Where mail is dropped or chosen. What is chosen is shown before anything is sent. */
export function ChooseFiles({ me }: { me: Me }) {
  const [files, setFiles] = useState<Chosen[]>([]);
  if (files.length > 0) return <Confirm me={me} files={files} back={() => setFiles([])} />;
  return (
    <DropZone onFiles={setFiles}>
      <p className="strong">Drop your mail here</p>
      <p className="t-2">
        A Google Takeout as it comes (<code>.zip</code>), <code>.mbox</code> (Thunderbird, Apple Mail),{" "}
        <code>.eml</code> files, or a maildir folder. Archives in <code>.tar</code> or <code>.gz</code> work too.
      </p>
    </DropZone>
  );
}

/** Drag and drop for those who like it, two buttons for everybody. */
export function DropZone({ onFiles, children }: { onFiles: (files: Chosen[]) => void; children: ReactNode }) {
  const [over, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = await fromDrop(event.dataTransfer);
    if (files.length > 0) onFiles(files);
  };
  const field = (ref: typeof file, label: string, whole: boolean) => (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      aria-label={label}
      {...(whole ? { webkitdirectory: "" } : {})}
      onChange={(event) => event.target.files?.length && onFiles(fromField(event.target.files))}
    />
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside do the same
    <div
      className={over ? "drop over-drop" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      {children}
      <div className="row wrap">
        {field(file, "Files", false)}
        {field(folder, "A folder", true)}
        <Button look="primary" onClick={() => file.current?.click()}>
          Choose files
        </Button>
        <Button onClick={() => folder.current?.click()}>Choose a folder</Button>
      </div>
    </div>
  );
}

function Confirm({ me, files, back }: { me: Me; files: Chosen[]; back: () => void }) {
  const uploads = useUploads();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const known = me.ownAddresses;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const as = String(new FormData(event.currentTarget).get("as") ?? "").trim();
    setBusy(true);
    setError(null);
    try {
      const { id } = await uploads.begin(files, as);
      navigate(`/imports/${id}`);
    } catch (failure) {
      setError(sentence(failure));
      setBusy(false);
    }
  };
  return (
    <form className="drop chosen stack" onSubmit={(event) => void submit(event)}>
      <p>
        <span className="strong">{nameOf(files)}</span>{" "}
        <span className="t-meta num">
          {files.length > 1 && `${files.length} files, `}
          {size(bytes)}
        </span>
      </p>
      <label className="labelled">
        {known.length === 0 ? "Your own address in this mail" : "Another address of yours in this mail"}
        <input
          className="field"
          name="as"
          type="email"
          autoComplete="email"
          placeholder="you@yourcompany.example"
          // biome-ignore lint/a11y/noAutofocus: the files have just been chosen, and the button for that is gone
          autoFocus
        />
        <span className="t-meta">
          {known.length === 0
            ? "It tells what you wrote from what you got. Left empty, the commonest recipient is taken, and you can change it."
            : `Known are ${known.join(", ")}. Left empty, nothing is added.`}
        </span>
      </label>
      {error && (
        <p role="alert" className="t-bad">
          {error}
        </p>
      )}
      <div className="row">
        <Button type="submit" look="primary" disabled={busy}>
          Import
        </Button>
        <Button look="quiet" onClick={back}>
          Choose others
        </Button>
      </div>
    </form>
  );
}
