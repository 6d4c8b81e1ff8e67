import { Chip } from "@sidenote/panel/ui/Button.tsx";
import { grouped } from "@sidenote/panel/words";
import { useCallback } from "react";
import { Find } from "./Find.tsx";
import { useQueryChange } from "./query-change.ts";

export type Show = "saved" | "seen" | "archived";
const inputs = { saved: { state: "saved" }, seen: { state: "seen" }, archived: { archived: true } } as const;

/** Which people or companies a list shows, and in which order. It stands in the address of the page. */
export function useListed() {
  const [query, change] = useQueryChange();
  const wanted = query.get("show");
  const show: Show = wanted === "seen" || wanted === "archived" ? wanted : "saved";
  const q = query.get("q") ?? "";
  const sort = query.get("sort") === "name" ? "name" : "recent";
  return { show, q, sort, change, input: { ...inputs[show], sort, ...(q ? { q } : {}) } } as const;
}

/** Chooses among them, looks for a name, and puts them in order. */
export function ListTools({
  listed: { show, q, sort, change },
  counts,
  find,
}: {
  listed: ReturnType<typeof useListed>;
  counts: { saved: number; seen: number } | undefined;
  /** What is looked for. */
  find: string;
}) {
  const onFind = useCallback((text: string) => change({ q: text }), [change]);
  return (
    <div className="list-tools row wrap">
      <fieldset className="row filters">
        <Chip on={show === "saved"} onClick={() => change({ show: "" })}>
          Saved {counts && <b className="num">{grouped(counts.saved)}</b>}
        </Chip>
        <Chip on={show === "seen"} onClick={() => change({ show: "seen" })}>
          Seen in mail {counts && <b className="num">{grouped(counts.seen)}</b>}
        </Chip>
        <Chip on={show === "archived"} onClick={() => change({ show: "archived" })}>
          Archived
        </Chip>
      </fieldset>
      <Find label={find} value={q} onFind={onFind} />
      <Chip onClick={() => change({ sort: sort === "recent" ? "name" : "" })} title="Change the order">
        {sort === "recent" ? "Last contact first" : "By name"}
      </Chip>
    </div>
  );
}
