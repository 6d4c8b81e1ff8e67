import { type CompanySummary, companies } from "@sidenote/contract/companies";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Face } from "@sidenote/panel/ui/Face.tsx";
import { Empty, Load, Skeleton } from "@sidenote/panel/ui/Load.tsx";
import { count } from "@sidenote/panel/words";
import { Link } from "wouter";
import { ListTools, type Show, useListed } from "../parts/ListTools.tsx";
import { More } from "../parts/More.tsx";
import { Page } from "../parts/Page.tsx";
import { arrowKeys, useOneStop, useRowKeys } from "../parts/row-keys.ts";
import { usePages } from "../queries.ts";
import { LastContact } from "../records/LastContact.tsx";
import { MayBeOneCompanyStrip } from "./MayBeOneCompany.tsx";
import { NewCompany } from "./NewCompany.tsx";

/** Companies by the domains that people write from. */
export function CompaniesPage() {
  const listed = useListed();
  const { show, q, change } = listed;
  const list = usePages(companies.list, listed.input);
  const counts = list.data?.pages[0];
  const rows = useRowKeys<HTMLUListElement>();
  const all = list.data?.pages.flatMap((page) => page.items) ?? [];
  const onFocus = useOneStop(rows);
  return (
    <Page title="Companies" aside={<NewCompany />}>
      <ListTools listed={listed} counts={counts} find="Find by name or domain" />
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
        <LastContact at={lastContactAt} />
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
