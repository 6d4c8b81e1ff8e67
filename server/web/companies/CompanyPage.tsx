import { Company, companies } from "@sidenote/contract/companies";
import type { CompanyId } from "@sidenote/contract/ids";
import { useClient } from "@sidenote/panel/client";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Skeleton } from "@sidenote/panel/ui/Load.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "wouter";
import { OneRecord } from "../parts/OneRecord.tsx";
import { Page } from "../parts/Page.tsx";
import { keyOf, makeOld, useCall, useWrite } from "../queries.ts";
import { Conflict, useVersioned } from "../records/conflict.tsx";
import { NoteBox } from "../records/NoteBox.tsx";
import { RecordName, RecordState } from "../records/RecordHead.tsx";
import { Timeline } from "../records/Timeline.tsx";
import { CompanyDomains } from "./CompanyDomains.tsx";
import { CompanyFacts, fields } from "./CompanyFacts.tsx";
import { CompanyGroup } from "./CompanyGroup.tsx";
import { CompanyPeople } from "./CompanyPeople.tsx";
import { MayBeThisCompany } from "./MayBeOneCompany.tsx";
import { COMPANIES_CHANGED } from "./one-company.ts";

/** Everything known of one company, who works there, and what happened with them. */
export function CompanyPage({ id }: { id: CompanyId }) {
  const company = useCall(companies.get, { id });
  return (
    <OneRecord query={company} what="company" skeleton={<Skeleton widths={["24%", "48%", "40%", "70%", "62%"]} />}>
      {(data) => <Known company={data} />}
    </OneRecord>
  );
}

function Known({ company }: { company: Company }) {
  const { api } = useClient();
  const queries = useQueryClient();
  const say = useToast();
  const versioned = useVersioned<Company>({
    parse: (current) => Company.safeParse(current).data,
    send: async (change) => {
      const after = await api(companies.update, { ...change, id: company.id });
      queries.setQueryData(keyOf(companies.get, { id: after.id }), after);
      await makeOld(queries, COMPANIES_CHANGED);
      return after;
    },
  });
  const archive = useWrite(companies.archive, {
    changes: COMPANIES_CHANGED,
    onDone: ({ version, archived, name }) =>
      say({
        text: archived ? `${name} is archived` : `${name} is back`,
        undo: () => archive.mutate({ id: company.id, version, archived: !archived }),
      }),
  });
  const apply = (change: Record<string, unknown>) => versioned.apply(company, change);
  const { name, industry, domains, parent, archived, state, version } = company;
  return (
    <Page
      title={name}
      name={
        <RecordName name={name}>
          {[industry, parent && `part of ${parent.name}`, domains.join(", ")].filter(Boolean).join(" · ")}
        </RecordName>
      }
      aside={
        <div className="row">
          <RecordState state={state} archived={archived} />
          <Button onClick={() => archive.mutate({ id: company.id, version, archived: !archived })}>
            {archived ? "Bring back" : "Archive"}
          </Button>
        </div>
      }
    >
      {versioned.conflict && <Conflict open={versioned.conflict} fields={fields} {...versioned} />}
      <MayBeThisCompany id={company.id} />
      <div className="two-columns">
        <div>
          <CompanyFacts company={company} apply={apply} />
          <CompanyDomains company={company} apply={apply} />
          <CompanyGroup company={company} apply={apply} />
          <CompanyPeople id={company.id} />
        </div>
        <div>
          <Section label="Write down" first>
            <NoteBox about={{ companyId: company.id }} />
          </Section>
          <Section title="What happened" aside={<Link href={`/search?similar=${company.id}`}>Similar to this</Link>}>
            <Timeline endpoint={companies.timeline} id={company.id} />
          </Section>
        </div>
      </div>
    </Page>
  );
}
