import type { CompanySummary } from "@sidenote/contract/companies";
import type { CompanyId } from "@sidenote/contract/ids";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { type Pair, useCompanyPairs, useOneCompany } from "./one-company.ts";

/** Above the companies: how many pairs may be one, and each of them when somebody wants to look. */
export function MayBeOneCompanyStrip() {
  const pairs = useCompanyPairs();
  const deciding = useOneCompany();
  const [open, setOpen] = useState(false);
  if (pairs.length === 0) return null;
  return (
    <section aria-label="May be one company" className="may-be-one">
      <div className="row between">
        <p className="t-2 num">
          {pairs.length === 1 ? "Two companies may be one" : `${pairs.length} pairs of companies may be one`}
        </p>
        <Button small look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "Fold" : "Look"}
        </Button>
      </div>
      {open && (
        <ul className="rows">
          {pairs.map((pair) => (
            <li key={`${pair.keep.id} ${pair.other.id}`} className="pair">
              <div className="pair-people">
                <Which company={pair.keep} />
                <Which company={pair.other} />
              </div>
              <Decide pair={pair} deciding={deciding} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** On a company's page: which other may be this one. */
export function MayBeThisCompany({ id }: { id: CompanyId }) {
  const [, navigate] = useLocation();
  const deciding = useOneCompany(({ keep }) => keep.id !== id && navigate(`/companies/${keep.id}`, { replace: true }));
  const pairs = useCompanyPairs().filter(({ keep, other }) => keep.id === id || other.id === id);
  if (pairs.length === 0) return null;
  return (
    <section aria-label="May be one company" className="may-be-one">
      <ul className="rows">
        {pairs.map((pair) => (
          <li key={`${pair.keep.id} ${pair.other.id}`} className="pair">
            <div className="pair-people">
              <span className="t-2">May be the same company as</span>
              <Which company={pair.keep.id === id ? pair.other : pair.keep} />
            </div>
            <Decide pair={pair} deciding={deciding} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Which({ company: { id, name, domains, people } }: { company: CompanySummary }) {
  const about = [domains.join(", "), people === 0 ? "" : people === 1 ? "1 person" : `${people} people`];
  return (
    <span className="clip">
      <Link href={`/companies/${id}`} className="strong">
        {name}
      </Link>
      <span className="t-meta num"> {about.filter(Boolean).join(", ")}</span>
    </span>
  );
}

function Decide({ pair, deciding }: { pair: Pair; deciding: ReturnType<typeof useOneCompany> }) {
  const { keep, other, reasons } = pair;
  return (
    <div className="row between wrap">
      <p className="t-meta">
        Because: {reasons.join("; ")}
        {keep.state !== other.state &&
          `. ${(keep.state === "seen" ? keep : other).name} is seen in your mail alone; making them one saves it for all`}
      </p>
      <div className="row">
        <Button small disabled={deciding.busy} onClick={() => deciding.merge(pair)}>
          Make them one
        </Button>
        <Button small look="quiet" disabled={deciding.busy} onClick={() => deciding.notTheSame(pair)}>
          Not the same
        </Button>
      </div>
    </div>
  );
}
