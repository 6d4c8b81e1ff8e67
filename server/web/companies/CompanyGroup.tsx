import { type Company, companies } from "@sidenote/contract/companies";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { Link } from "wouter";
import { EditText } from "../parts/EditText.tsx";
import { useCall } from "../queries.ts";
import { MadeOneWith } from "../records/MadeOneWith.tsx";
import { useOneCompany } from "./one-company.ts";

type Apply = (change: Record<string, unknown>) => Promise<boolean>;

/** What it is a part of, what is a part of it, and what was made one with it. Only a person says any of these. */
export function CompanyGroup({ company, apply }: { company: Company; apply: Apply }) {
  const { parent, parts = [], merged = [] } = company;
  const known = useCall(companies.list, { limit: 200, sort: "name" });
  const others = known.data?.items.filter(({ id }) => id !== company.id) ?? [];
  const change = (name: string) => {
    if (!name) return apply({ parentId: null });
    const there = others.find((one) => one.name.toLowerCase() === name.toLowerCase());
    return there ? apply({ parentId: there.id }) : Promise.resolve(false);
  };
  return (
    <Section title="Group">
      <div className="facts">
        <EditText
          label="Part of"
          value={parent?.name ?? ""}
          choices={others.map(({ name }) => name)}
          placeholder="A company that is here"
          about={parent && <Link href={`/companies/${parent.id}`}>Open</Link>}
          save={change}
        />
        {parts.length > 0 && (
          <div className="fact">
            <span className="t-meta">Its parts</span>
            <ul className="rows">
              {parts.map(({ id, name }) => (
                <li key={id} className="item">
                  <Link href={`/companies/${id}`}>{name}</Link>
                </li>
              ))}
            </ul>
          </div>
        )}
        {merged.length > 0 && <MadeOne merged={merged} />}
      </div>
    </Section>
  );
}

function MadeOne({ merged }: { merged: NonNullable<Company["merged"]> }) {
  const shown = merged.map(({ domains, ...one }) => ({ ...one, about: domains.join(", ") }));
  return (
    <div className="fact">
      <span className="t-meta">Made one with</span>
      <MadeOneWith merged={shown} deciding={useOneCompany()} />
    </div>
  );
}
