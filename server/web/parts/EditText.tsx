import { Button } from "@sidenote/panel/ui/Button.tsx";
import { sentence } from "@sidenote/panel/ui/Load.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useRef, useState } from "react";

/** How a fact reads while it is not being changed. */
type Shown = {
  label: string;
  value: string;
  /** What is shown in place of the value. */
  shown?: ReactNode;
  /** Where it comes from. */
  about?: ReactNode;
  /** What holds while nothing is said here. */
  otherwise?: string | undefined;
};

/** What kind of field it is changed in. */
type Kind = { long?: boolean; choices?: readonly string[]; placeholder?: string };

/**
 * A fact that is changed where it stands: a click or Enter opens it, Enter keeps, Escape leaves it as it was. `save` answers
 * whether it was kept; what was typed stays until then. `onType` is told what stands in the field while it is open, for choices
 * that depend on it.
 */
export function EditText({
  long = false,
  choices,
  placeholder,
  onType,
  save,
  ...fact
}: Shown & Kind & { onType?: (text: string) => void; save: (value: string) => Promise<boolean> }) {
  const { label, value } = fact;
  const [text, setText] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const say = useToast();
  /** As it was when the change began: what others change meanwhile must not slip under it. */
  const began = useRef(save);
  const button = useRef<HTMLButtonElement>(null);
  const type = (to: string) => {
    setText(to);
    onType?.(to);
  };
  const open = () => {
    began.current = save;
    type(value);
  };
  const close = () => {
    setText(null);
    // After the button is back.
    setTimeout(() => button.current?.focus());
  };
  const keep = async () => {
    if (text === null || busy) return;
    if (text.trim() === value.trim()) return close();
    setBusy(true);
    try {
      if (await began.current(text.trim())) close();
    } catch (error) {
      say({ text: `Not saved. ${sentence(error)}` });
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && (!long || event.metaKey || event.ctrlKey)) void keep();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (text === null) return <Fact {...fact} button={button} open={open} />;
  return (
    <div className="fact editing stack">
      <span className="t-meta">{label}</span>
      <Field
        label={label}
        text={text}
        type={type}
        busy={busy}
        onKeyDown={onKeyDown}
        long={long}
        choices={choices}
        placeholder={placeholder}
      />
      <div className="row">
        <Button small look="primary" disabled={busy} onClick={() => void keep()}>
          Save
        </Button>
        <Button small look="quiet" onClick={close}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function Fact({
  label,
  value,
  shown,
  about,
  otherwise,
  button,
  open,
}: Shown & { button: RefObject<HTMLButtonElement | null>; open: () => void }) {
  const described = useId();
  return (
    <div className="fact">
      <span className="t-meta" id={described}>
        {label}
      </span>
      <div className="row between top">
        <button
          ref={button}
          type="button"
          className="fact-value"
          aria-describedby={described}
          title={`Change ${label.toLowerCase()}`}
          onClick={open}
        >
          {value ? (shown ?? value) : <span className="t-meta">{otherwise ?? "Add"}</span>}
        </button>
        {about && <span className="t-meta fact-about">{about}</span>}
      </div>
    </div>
  );
}

function Field({
  label,
  text,
  type,
  busy,
  onKeyDown,
  long,
  choices,
  placeholder,
}: {
  label: string;
  text: string;
  type: (text: string) => void;
  busy: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  long: boolean;
  choices: Kind["choices"] | undefined;
  placeholder: string | undefined;
}) {
  const list = useId();
  const field = {
    className: "field",
    "aria-label": label,
    autoFocus: true,
    value: text,
    placeholder,
    disabled: busy,
    onKeyDown,
  };
  if (long) return <textarea rows={5} {...field} onChange={(event) => type(event.target.value)} />;
  return (
    <>
      <input {...field} list={choices ? list : undefined} onChange={(event) => type(event.target.value)} />
      {choices && (
        <datalist id={list}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
    </>
  );
}
