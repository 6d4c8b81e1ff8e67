import { Button } from "@sidenote/panel/ui/Button.tsx";
import { sentence } from "@sidenote/panel/ui/Load.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";

/**
 * A fact that is changed where it stands: a click or Enter opens it, Enter keeps, Escape leaves it as it was. `save` answers
 * whether it was kept; what was typed stays until then.
 */
export function EditText({
  label,
  value,
  shown,
  about,
  long,
  choices,
  onType,
  placeholder,
  otherwise,
  save,
}: {
  label: string;
  value: string;
  /** How it reads when it is not being changed. */
  shown?: ReactNode;
  /** Where it comes from. */
  about?: ReactNode;
  long?: boolean;
  choices?: readonly string[];
  /** Told what stands in the field while it is open, for choices that depend on it. */
  onType?: (text: string) => void;
  placeholder?: string;
  /** What holds while nothing is said here. */
  otherwise?: string | undefined;
  save: (value: string) => Promise<boolean>;
}) {
  const [text, setText] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const say = useToast();
  /** As it was when the change began: what others change meanwhile must not slip under it. */
  const began = useRef(save);
  const button = useRef<HTMLButtonElement>(null);
  const list = useId();
  const type = (to: string) => {
    setText(to);
    onType?.(to);
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
  if (text === null)
    return (
      <div className="fact">
        <span className="t-meta" id={list}>
          {label}
        </span>
        <div className="row between top">
          <button
            ref={button}
            type="button"
            className="fact-value"
            aria-describedby={list}
            title={`Change ${label.toLowerCase()}`}
            onClick={() => {
              began.current = save;
              type(value);
            }}
          >
            {value ? (shown ?? value) : <span className="t-meta">{otherwise ?? "Add"}</span>}
          </button>
          {about && <span className="t-meta fact-about">{about}</span>}
        </div>
      </div>
    );
  const field = {
    className: "field",
    "aria-label": label,
    autoFocus: true,
    value: text,
    placeholder,
    disabled: busy,
    onKeyDown,
  };
  return (
    <div className="fact editing stack">
      <span className="t-meta">{label}</span>
      {long ? (
        <textarea rows={5} {...field} onChange={(event) => type(event.target.value)} />
      ) : (
        <input {...field} list={choices ? list : undefined} onChange={(event) => type(event.target.value)} />
      )}
      {choices && (
        <datalist id={list}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
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
