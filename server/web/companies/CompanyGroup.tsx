import type { Company } from "@sidenote/contract/companies";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { Link } from "wouter";
import { EditText } from "../parts/EditText.tsx";
import { MadeOneWith } from "../records/MadeOneWith.tsx";
import { useCompanyChoices } from "./choices.ts";
import { useOneCompany } from "./one-company.ts";

type Apply = (change: Record<string, unknown>) => Promise<boolean>;

/** What it is a part of, what is a part of it, and what was made one with it. Only a person says any of these. */
export function CompanyGroup({ company, apply }: { company: Company; apply: Apply }) {
  const { parent, parts = [], merged = [] } = company;
  const say = useToast();
  const choices = useCompanyChoices();
  const change = async (name: string) => {
    if (!name) return apply({ parentId: null });
    const there = await choices.named(name);
    if (there && there.id !== company.id) return apply({ parentId: there.id });
    say({ text: there ? `${name} cannot be a part of itself` : `No company here is called ${name}` });
    return false;
  };
  return (
    <Section title="Group">
      <div className="facts">
        <EditText
          label="Part of"
          value={parent?.name ?? ""}
          choices={choices.items.filter(({ id }) => id !== company.id).map(({ name }) => name)}
          onType={choices.onType}
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
