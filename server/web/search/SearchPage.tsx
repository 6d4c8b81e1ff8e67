import { type RecordKind, type SearchHit, search } from "@sidenote/contract/search";
import { Chip } from "@sidenote/panel/ui/Button.tsx";
import { Empty, Load, Skeleton } from "@sidenote/panel/ui/Load.tsx";
import { exactTime, shortDate } from "@sidenote/panel/ui/when";
import { useCallback } from "react";
import { Link } from "wouter";
import { Find } from "../parts/Find.tsx";
import { Page } from "../parts/Page.tsx";
import { useQueryChange } from "../parts/query-change.ts";
import { arrowKeys, useOneStop, useRowKeys } from "../parts/row-keys.ts";
import { useCall } from "../queries.ts";
import { KINDS, marked, pathOf } from "./hits.tsx";

const kinds = Object.keys(KINDS) as RecordKind[];
const MOST = 60;

/** Everything that the member may see: by words and names, or by likeness to one record. */
export function SearchPage() {
  const [query, change] = useQueryChange();
  const q = query.get("q") ?? "";
  const similar = query.get("similar");
  const kind = kinds.find((one) => one === query.get("kind"));
  const byWords = useCall(search.all, { q, limit: MOST, ...(kind ? { kind } : {}) }, { enabled: q !== "" && !similar });
  const byLikeness = useCall(search.similar, { id: similar ?? "", limit: MOST }, { enabled: similar !== null });
  const hits = similar ? byLikeness : byWords;
  const found = hits.data?.items.filter((hit) => !kind || hit.kind === kind) ?? [];
  const list = useRowKeys<HTMLOListElement>();
  const onFocus = useOneStop(list);
  const find = useCallback((text: string) => change({ q: text, similar: "", to: "" }), [change]);
  return (
    <Page title={q && !similar ? `${q}: search` : "Search"} name={<h1 className="t-page">Search</h1>}>
      <div className="list-tools row wrap">
        <Find
          label="Names, companies, words from mails and notes"
          value={similar ? "" : q}
          onFind={find}
          autoFocus={!similar}
        />
        <fieldset className="row filters">
          <Chip on={!kind} onClick={() => change({ kind: "" })}>
            All
          </Chip>
          {kinds.map((one) => (
            <Chip key={one} on={kind === one} onClick={() => change({ kind: one })}>
              {KINDS[one].many}
            </Chip>
          ))}
        </fieldset>
      </div>
      {similar && (
        <div className="row between hint">
          <p className="t-2 clip">
            Most like {query.get("to") ? `“${query.get("to")}”` : "what you came from"}, the likest first.
          </p>
          <Chip onClick={() => change({ similar: "", to: "" })}>Search by words</Chip>
        </div>
      )}
      {q === "" && !similar ? (
        <Empty title="What are you looking for?">
          <p>
            A name, a company, or words that were said. <kbd className="kbd">/</kbd> searches from every page.
          </p>
        </Empty>
      ) : (
        <Load
          query={hits}
          skeleton={<Skeleton widths={["40%", "90%", "34%", "84%", "46%", "88%"]} />}
          isEmpty={() => found.length === 0}
          empty={<Nothing q={q} kind={kind} all={() => change({ kind: "" })} />}
        >
          {() => (
            <ol className="rows hits" ref={list} onKeyDown={arrowKeys} onFocus={onFocus}>
              {found.map((hit) => (
                <Hit key={hit.id} hit={hit} />
              ))}
            </ol>
          )}
        </Load>
      )}
    </Page>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  const { kind, id, title, subtitle, at, passage, marks } = hit;
  return (
    <li className="found">
      <Link href={pathOf(hit)} className="hit-link" data-row={id}>
        <span className="row">
          {/* Of a note, call, meeting or task the line below the title is only which of them it is. */}
          <span className="tag">{(kind === "activity" && subtitle) || KINDS[kind].one}</span>
          <span className="strong clip" dir="auto">
            {title || "No subject"}
          </span>
          <span className="t-meta clip grow">{kind !== "activity" && subtitle}</span>
          {at && (
            <time className="t-meta num" dateTime={at} title={exactTime(at)}>
              {shortDate(at)}
            </time>
          )}
        </span>
        {passage.trim() !== title && (
          <span className="found-passage t-2" dir="auto">
            {marked(passage, marks)}
          </span>
        )}
      </Link>
      <Link href={`/search?similar=${id}&to=${encodeURIComponent(title)}`} className="t-meta like" data-with-row>
        Similar to this
      </Link>
    </li>
  );
}

function Nothing({ q, kind, all }: { q: string; kind: RecordKind | undefined; all: () => void }) {
  if (kind)
    return (
      <Empty title={`Nothing among ${KINDS[kind].many.toLowerCase()}`}>
        <Chip onClick={all}>Look everywhere</Chip>
      </Empty>
    );
  return (
    <Empty title={q ? `Nothing has “${q}” in it` : "Nothing is like it"}>
      <p>Mail that has just come in can be found a few seconds later. Fewer or other words may help.</p>
    </Empty>
  );
}
