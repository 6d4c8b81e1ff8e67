import { type CompanySummary, companies } from "@sidenote/contract/companies";
import { Button, Chip } from "@sidenote/panel/ui/Button.tsx";
import { Face } from "@sidenote/panel/ui/Face.tsx";
import { Empty, Load, Skeleton } from "@sidenote/panel/ui/Load.tsx";
import { exactTime, shortDate } from "@sidenote/panel/ui/when";
import { count, grouped } from "@sidenote/panel/words";
import { useCallback } from "react";
import { Link } from "wouter";
import { Find } from "../parts/Find.tsx";
import { More } from "../parts/More.tsx";
import { Page } from "../parts/Page.tsx";
import { useQueryChange } from "../parts/query-change.ts";
import { arrowKeys, useOneStop, useRowKeys } from "../parts/row-keys.ts";
import { usePages } from "../queries.ts";
import { MayBeOneCompanyStrip } from "./MayBeOneCompany.tsx";
import { NewCompany } from "./NewCompany.tsx";

type Show = "saved" | "seen" | "archived";
const inputs = { saved: { state: "saved" }, seen: { state: "seen" }, archived: { archived: true } } as const;

/** Companies by the domains that people write from. */
export function CompaniesPage() {
  const [query, change] = useQueryChange();
  const wanted = query.get("show");
  const show: Show = wanted === "seen" || wanted === "archived" ? wanted : "saved";
  const q = query.get("q") ?? "";
  const sort = query.get("sort") === "name" ? "name" : "recent";
  const list = usePages(companies.list, { ...inputs[show], sort, ...(q ? { q } : {}) });
  const counts = list.data?.pages[0];
  const rows = useRowKeys<HTMLUListElement>();
  const all = list.data?.pages.flatMap((page) => page.items) ?? [];
  const onFocus = useOneStop(rows);
  const find = useCallback((text: string) => change({ q: text }), [change]);
  return (
    <Page title="Companies" aside={<NewCompany />}>
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
        <Find label="Find by name or domain" value={q} onFind={find} />
        <Chip onClick={() => change({ sort: sort === "recent" ? "name" : "" })} title="Change the order">
          {sort === "recent" ? "Last contact first" : "By name"}
        </Chip>
      </div>
      {show !== "archived" && !q && <MayBeOneCompanyStrip />}
      <Load
        query={list}
        skeleton={<Skeleton widths={["46%", "62%", "38%", "54%", "44%", "58%"]} />}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={<None show={show} q={q} all={() => change({ q: "" })} />}
      >
        {() => (
          <ul className="rows" ref={rows} onKeyDown={arrowKeys} onFocus={onFocus}>
            {all.map((company) => (
              <Row key={company.id} company={company} />
            ))}
          </ul>
        )}
      </Load>
      <More list={list} />
    </Page>
  );
}

function Row({ company }: { company: CompanySummary }) {
  const { id, name, domains, industry, people, lastContactAt } = company;
  return (
    <li className="record-row">
      <Link href={`/companies/${id}`} className="record-link" data-row={id}>
        <Face name={name} size="s" />
        <span className="clip">
          <span className="strong">{name}</span>
          {industry && <span className="t-meta"> {industry}</span>}
        </span>
        <span className="clip t-2 wide num">{people === 0 ? "" : count(people, "person", "people")}</span>
        <span className="clip t-meta wide">{domains.join(", ")}</span>
        <time
          className="t-meta num when"
          dateTime={lastContactAt ?? undefined}
          title={lastContactAt ? exactTime(lastContactAt) : undefined}
        >
          {lastContactAt ? shortDate(lastContactAt) : ""}
        </time>
      </Link>
    </li>
  );
}

function None({ show, q, all }: { show: Show; q: string; all: () => void }) {
  if (q)
    return (
      <Empty title={`No company is called “${q}” here`}>
        <Button onClick={all}>Show all</Button>
      </Empty>
    );
  if (show !== "saved")
    return <Empty title={show === "seen" ? "No other company in your mail" : "No company is archived"} />;
  return (
    <Empty title="No companies yet">
      <p>They come with the people whom you save.</p>
      <Link href="/contacts?show=seen" className="btn">
        People seen in mail
      </Link>
    </Empty>
  );
}
