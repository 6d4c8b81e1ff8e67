import type { Company } from "@sidenote/contract/companies";
import type { Host } from "../host.ts";
import { Face } from "../ui/Face.tsx";
import { Section } from "../ui/Section.tsx";

/** Where somebody works, and what that is a part of; nothing where only the name is known, which stands above already. */
export function CompanyCard({ company, host }: { company: Company | null; host: Host }) {
  if (!company) return null;
  const { id, name, industry, sizeBand, domains, parent } = company;
  const facts = [industry, sizeBand && `${sizeBand.replace("-", "–")} people`].filter(Boolean).join(" · ");
  if (!facts && !parent) return null;
  const more = domains.length > 1 && `${domains.length - 1} more`;
  return (
    <Section label="Company">
      <button type="button" className="entry company" onClick={() => host.openWorkspace(`/companies/${id}`)}>
        <Face name={name} size="s" />
        <span className="grow">
          <span className="strong clip own-line">{name}</span>
          {facts && (
            <span className="t-meta clip own-line" title={facts}>
              {facts}
            </span>
          )}
          {domains[0] && (
            <span className="t-meta clip own-line" title={domains.join(", ")}>
              {more ? `${domains[0]} and ${more}` : domains[0]}
            </span>
          )}
        </span>
      </button>
      {parent && (
        <p className="t-meta part-of">
          Part of{" "}
          <button type="button" className="link accent" onClick={() => host.openWorkspace(`/companies/${parent.id}`)}>
            {parent.name}
          </button>
        </p>
      )}
    </Section>
  );
}
