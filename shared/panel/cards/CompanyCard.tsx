import type { Company } from "@sidenote/contract/companies";
import type { Host } from "../host.ts";
import { Face } from "../ui/Face.tsx";
import { Section } from "../ui/Section.tsx";

/** Where somebody works, in one line; nothing where only the name is known, which stands above already. */
export function CompanyCard({ company, host }: { company: Company | null; host: Host }) {
  if (!company) return null;
  const { id, name, industry, sizeBand, domains } = company;
  const facts = [industry, sizeBand && `${sizeBand} people`].filter(Boolean).join(" · ");
  if (!facts) return null;
  return (
    <Section label="Company">
      <button type="button" className="entry company" onClick={() => host.openWorkspace(`/companies/${id}`)}>
        <Face name={name} size="s" />
        <span className="grow">
          <span className="strong clip own-line">{name}</span>
          <span className="t-meta own-line">{[facts, domains[0]].filter(Boolean).join(" · ")}</span>
        </span>
      </button>
    </Section>
  );
}
