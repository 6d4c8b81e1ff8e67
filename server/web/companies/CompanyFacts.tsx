import type { Company } from "@sidenote/contract/companies";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { EditText } from "../parts/EditText.tsx";

const listed = (value: unknown): string => (value as string[]).join(", ");
/** How each field is called, for the comparison of a change that came too late. */
export const fields = {
  name: { label: "Name", of: ({ name }: Company) => name },
  domains: { label: "Domains", of: ({ domains }: Company) => domains.join(", "), ofChange: listed },
  industry: { label: "Industry", of: ({ industry }: Company) => industry ?? "" },
  sizeBand: { label: "Size", of: ({ sizeBand }: Company) => sizeBand ?? "" },
  website: { label: "Website", of: ({ website }: Company) => website ?? "" },
  notes: { label: "About", of: ({ notes }: Company) => notes ?? "" },
  parentId: {
    label: "Part of",
    of: ({ parent }: Company) => parent?.name ?? "",
    ofChange: () => "another company",
  },
};

const SIZES = ["1–10", "11–50", "51–200", "201–1,000", "over 1,000"];

export function CompanyFacts({
  company,
  apply,
}: {
  company: Company;
  apply: (change: Record<string, unknown>) => Promise<boolean>;
}) {
  const { name, industry, sizeBand, website, notes } = company;
  return (
    <Section label="Facts" first>
      <div className="facts">
        <EditText label="Name" value={name} save={(text) => (text ? apply({ name: text }) : Promise.resolve(false))} />
        <EditText label="Industry" value={industry ?? ""} save={(text) => apply({ industry: text || null })} />
        <EditText
          label="Size"
          value={sizeBand ?? ""}
          shown={sizeBand?.replace("-", "–")}
          choices={SIZES}
          save={(text) => apply({ sizeBand: text || null })}
        />
        <EditText
          label="Website"
          value={website ?? ""}
          placeholder="https://nordfrakt.example"
          about={
            website && (
              <a href={website} target="_blank" rel="noopener noreferrer">
                Open
              </a>
            )
          }
          save={(text) =>
            apply({ website: text === "" || /^https?:\/\//.test(text) ? text || null : `https://${text}` })
          }
        />
        <EditText long label="About" value={notes ?? ""} save={(text) => apply({ notes: text || null })} />
      </div>
    </Section>
  );
}
