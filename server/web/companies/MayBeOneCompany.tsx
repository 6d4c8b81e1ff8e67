import type { CompanySummary } from "@sidenote/contract/companies";
import type { CompanyId } from "@sidenote/contract/ids";
import { count } from "@sidenote/panel/words";
import { Link, useLocation } from "wouter";
import { PairsOf, PairsStrip } from "../records/PairsThatMayBeOne.tsx";
import { useCompanyPairs, useOneCompany } from "./one-company.ts";

const ABOUT = {
  label: "May be one company",
  show: (company: CompanySummary) => <Which company={company} />,
  called: ({ name }: CompanySummary) => name,
};

/** Above the companies: how many pairs may be one. */
export function MayBeOneCompanyStrip() {
  const pairs = useCompanyPairs();
  const title = pairs.length === 1 ? "Two companies may be one" : `${pairs.length} pairs of companies may be one`;
  return <PairsStrip {...ABOUT} title={title} pairs={pairs} deciding={useOneCompany()} />;
}

/** On a company's page: which other may be this one. */
export function MayBeThisCompany({ id }: { id: CompanyId }) {
  const [, navigate] = useLocation();
  const deciding = useOneCompany(({ keep }) => keep.id !== id && navigate(`/companies/${keep.id}`, { replace: true }));
  return <PairsOf {...ABOUT} id={id} lead="May be the same company as" pairs={useCompanyPairs()} deciding={deciding} />;
}

function Which({ company: { id, name, domains, people } }: { company: CompanySummary }) {
  const about = [domains.join(", "), people === 0 ? "" : count(people, "person", "people")];
  return (
    <span className="clip">
      <Link href={`/companies/${id}`} className="strong">
        {name}
      </Link>
      <span className="t-meta num"> {about.filter(Boolean).join(", ")}</span>
    </span>
  );
}
