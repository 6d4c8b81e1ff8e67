import { search } from "@sidenote/contract/search";
import { Dialog } from "@sidenote/panel/ui/Dialog.tsx";
import { CornerDownLeft, Search } from "lucide-react";
import { type KeyboardEvent, useDeferredValue, useId, useState } from "react";
import { useCall } from "../queries.ts";
import { KINDS, pathOf } from "../search/hits.tsx";
import { places } from "./Sidebar.tsx";

type Choice = { key: string; title: string; about: string; to: string };

/** ⌘K: type a word, go there. */
export function Palette({
  open,
  onClose,
  navigate,
}: {
  open: boolean;
  onClose: () => void;
  navigate: (to: string) => void;
}) {
  return (
    <Dialog open={open} onClose={onClose} title="Search and go anywhere" hideTitle>
      {open && (
        <Choices
          go={(to) => {
            onClose();
            navigate(to);
          }}
        />
      )}
    </Dialog>
  );
}

function Choices({ go }: { go: (to: string) => void }) {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const list = useId();
  const q = useDeferredValue(text.trim());
  const found = useCall(search.all, { q, limit: 8 }, { enabled: q.length > 1 });
  const choices = choicesFor(text, q.length > 1 ? (found.data?.items ?? []) : []);
  const chosen = Math.min(at, choices.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((chosen + step + choices.length) % choices.length);
    else if (event.key === "Enter" && choices[chosen]) go(choices[chosen].to);
    else return;
    event.preventDefault();
  };
  return (
    <div className="palette">
      <div className="row palette-field">
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <input
          // biome-ignore lint/a11y/noAutofocus: the sheet was opened to type into it
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={list}
          aria-activedescendant={choices[chosen] ? `${list}-${chosen}` : undefined}
          aria-label="Search people, companies, mail and notes"
          placeholder="A name, a company, words from a mail …"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={list} role="listbox" aria-label="Where to go">
        {choices.map((choice, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
          <div
            key={choice.key}
            id={`${list}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === chosen}
            className="choice row"
            onClick={() => go(choice.to)}
            onMouseMove={() => setAt(i)}
          >
            <span className="grow clip">{choice.title}</span>
            <span className="t-meta clip">{choice.about}</span>
            {i === chosen && <CornerDownLeft size={14} aria-hidden />}
          </div>
        ))}
      </div>
    </div>
  );
}

function choicesFor(
  text: string,
  hits: readonly {
    kind: keyof typeof KINDS;
    id: string;
    title: string;
    subtitle: string | null;
    threadId: string | null;
  }[],
): Choice[] {
  const word = text.trim().toLowerCase();
  const pages = places
    .filter(({ label }) => label.toLowerCase().includes(word))
    .map(({ to, label }) => ({ key: to, title: label, about: "page", to }));
  const records = hits.map((hit) => ({
    key: hit.id,
    title: hit.title || "No subject",
    about: [KINDS[hit.kind].one, hit.subtitle].filter(Boolean).join(" · "),
    to: pathOf(hit),
  }));
  const all = word
    ? [
        {
          key: "all",
          title: `Search for “${text.trim()}”`,
          about: "everything",
          to: `/search?q=${encodeURIComponent(text.trim())}`,
        },
      ]
    : [];
  // Who has typed most of a page's name means the page, and what is found meanwhile does not move under the finger.
  const named = word.length >= 4 ? pages.filter(({ title }) => title.toLowerCase().startsWith(word)) : [];
  return [...named, ...records, ...all, ...pages.filter((page) => !named.includes(page))];
}
