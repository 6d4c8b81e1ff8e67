import type { SearchHit } from "@sidenote/contract/search";
import { X } from "lucide-react";
import { type KeyboardEvent, useDeferredValue, useEffect, useState } from "react";
import type { Host } from "../host.ts";
import { useSearch } from "../queries.ts";
import { IconButton } from "../ui/Button.tsx";
import { Load } from "../ui/Load.tsx";
import { shortDate } from "../ui/when.ts";

/** Looks through everything that the member may see; Enter opens the chosen hit, Escape comes back. */
export function SearchCard({ host, onClose }: { host: Host; onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const q = useDeferredValue(typed.trim());
  const query = useSearch(q);
  const hits = q === "" ? [] : (query.data?.items ?? []);
  /** Until the answer is there, what the letters before had found stays. */
  const isOfTyped = q === typed.trim() && !query.isPlaceholderData;
  const chosenAt = hits.findIndex((hit) => hit.id === chosen);
  const at = Math.max(chosenAt, 0);
  const choose = (next: number) => setChosen(hits[next]?.id ?? null);
  const open = (hit: SearchHit | undefined) => hit && host.openWorkspace(pathOf(hit));
  const [isFirstWanted, wantFirst] = useState(false);
  useEffect(() => {
    if (!isFirstWanted || !isOfTyped || !query.data) return;
    wantFirst(false);
    open(hits[0]);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter, the arrows and Escape choose among the signs that an input method offers.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && chosenAt >= 0) open(hits[chosenAt]);
    else if (event.key === "Enter") wantFirst(typed.trim() !== "");
    else if (event.key === "ArrowDown") choose(Math.min(at + 1, hits.length - 1));
    else if (event.key === "ArrowUp") choose(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: not every browser knows the element yet
    <div role="search" className="search" data-enter="own" aria-label="Search">
      <div className="row search-field">
        <input
          className="field"
          role="combobox"
          // biome-ignore lint/a11y/noAutofocus: the member has just asked for it
          autoFocus
          aria-label="Search mail, people and notes"
          aria-expanded={hits.length > 0}
          aria-controls="panel-hits"
          aria-activedescendant={hits[at] && `hit-${hits[at].id}`}
          placeholder="Mail, people, notes …"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(null);
            wantFirst(false);
          }}
          onKeyDown={onKeyDown}
        />
        <IconButton icon={X} label="Close search" onClick={onClose} />
      </div>
      {q === "" && <p className="t-2 none">What was said, who said it, and your notes.</p>}
      {q !== "" && (
        <Load
          query={query}
          isEmpty={(data) => data.items.length === 0}
          empty={<p className="t-2 none">Nothing says “{q}”. Try fewer words, or a name.</p>}
        >
          {() => (
            <div role="listbox" id="panel-hits" aria-label="Found">
              {hits.map((hit, i) => (
                <Hit key={hit.id} hit={hit} chosen={i === at} open={() => open(hit)} />
              ))}
            </div>
          )}
        </Load>
      )}
    </div>
  );
}

function Hit({ hit, chosen, open }: { hit: SearchHit; chosen: boolean; open: () => void }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and the keys
    // biome-ignore lint/a11y/useFocusableInteractive: as above
    <div role="option" id={`hit-${hit.id}`} aria-selected={chosen} className="hit" onClick={open}>
      <div className="row between">
        <span className="strong clip" dir="auto">
          {hit.title || "No subject"}
        </span>
        {hit.at && <span className="t-meta num count">{shortDate(hit.at)}</span>}
      </div>
      {hit.subtitle && <div className="t-meta clip">{hit.subtitle}</div>}
      <p className="t-2 passage" dir="auto">
        {marked(hit)}
      </p>
    </div>
  );
}

/** The passage from a little before the first word that was found. */
function marked({ passage, marks }: SearchHit) {
  const first = marks[0]?.start ?? 0;
  let done = first > 60 ? passage.indexOf(" ", first - 40) + 1 : 0;
  const parts = done > 0 ? ["… "] : [];
  return [
    ...parts,
    ...marks.flatMap(({ start, end }) => {
      const before = passage.slice(done, start);
      done = end;
      return [before, <mark key={start}>{passage.slice(start, end)}</mark>];
    }),
    passage.slice(done),
  ];
}

const pathOf = ({ kind, id, threadId }: SearchHit): string => {
  if (kind === "email") return `/threads/${threadId}?mail=${id}`;
  if (kind === "contact") return `/contacts/${id}`;
  if (kind === "company") return `/companies/${id}`;
  return `/activities/${id}`;
};
