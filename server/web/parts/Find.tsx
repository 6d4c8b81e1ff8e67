import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useKeys } from "../shell/keys.tsx";

const PAUSE_MS = 180;

/** A field that narrows a list while one types. */
export function Find({
  label,
  value,
  onFind,
  autoFocus,
}: {
  label: string;
  value: string;
  onFind: (text: string) => void;
  autoFocus?: boolean;
}) {
  const [text, setText] = useState(value);
  const [told, setTold] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  if (value !== told) {
    // It was changed from elsewhere: by the address, by "show all".
    setTold(value);
    if (value !== text.trim()) setText(value);
  }
  useEffect(() => {
    if (text.trim() === told) return;
    const timer = setTimeout(() => onFind(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, told, onFind]);
  useKeys([{ key: "f", label, run: () => field.current?.focus() }]);
  return (
    <label className="find-field">
      <Search size={16} strokeWidth={1.75} aria-hidden />
      <span className="hidden">{label}</span>
      <input
        ref={field}
        // biome-ignore lint/a11y/noAutofocus: only where finding is all that the page is for
        autoFocus={autoFocus ?? false}
        type="search"
        className="field"
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onFind(text.trim());
          if (event.key === "Escape") field.current?.blur();
        }}
      />
    </label>
  );
}
