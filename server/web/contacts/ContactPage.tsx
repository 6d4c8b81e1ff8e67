import { Contact, contacts } from "@sidenote/contract/contacts";
import type { ContactId } from "@sidenote/contract/ids";
import { RelationshipCard } from "@sidenote/panel/cards/RelationshipCard.tsx";
import { useClient } from "@sidenote/panel/client";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Skeleton } from "@sidenote/panel/ui/Load.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import { OneRecord } from "../parts/OneRecord.tsx";
import { Page } from "../parts/Page.tsx";
import { usePanelPlace } from "../parts/panel-place.ts";
import { keyOf, makeOld, useCall, useWrite } from "../queries.ts";
import { Conflict, useVersioned } from "../records/conflict.tsx";
import { NoteBox } from "../records/NoteBox.tsx";
import { RecordName, RecordState } from "../records/RecordHead.tsx";
import { Timeline } from "../records/Timeline.tsx";
import { useKeys } from "../shell/keys.tsx";
import { BesidePanel } from "./BesidePanel.tsx";
import { ContactFacts, fields } from "./ContactFacts.tsx";
import { MayBeThis } from "./MayBeOne.tsx";
import { MergedFrom } from "./MergedFrom.tsx";
import { PEOPLE_CHANGED, useSaving } from "./saving.ts";

/** Everything known of one person: facts with where they come from, what happened, and what to remember. */
export function ContactPage({ id }: { id: ContactId }) {
  const contact = useCall(contacts.get, { id });
  return (
    <OneRecord query={contact} what="contact" skeleton={<Skeleton widths={["24%", "48%", "40%", "70%", "62%"]} />}>
      {(data) => <Known contact={data} />}
    </OneRecord>
  );
}

function Known({ contact }: { contact: Contact }) {
  const { api } = useClient();
  const queries = useQueryClient();
  const saving = useSaving();
  const say = useToast();
  const remember = async (after: Contact) => {
    queries.setQueryData(keyOf(contacts.get, { id: after.id }), after);
    await makeOld(queries, PEOPLE_CHANGED);
    return after;
  };
  const versioned = useVersioned<Contact>({
    parse: (current) => Contact.safeParse(current).data,
    send: async (change) => remember(await api(contacts.update, { ...change, id: contact.id })),
  });
  const archive = useWrite(contacts.archive, {
    changes: PEOPLE_CHANGED,
    onDone: ({ version, archived, name }) =>
      say({
        text: archived ? `${name} is archived` : `${name} is back`,
        undo: () => archive.mutate({ id: contact.id, version, archived: !archived }),
      }),
  });
  const { name, title, company, address, state, archived, version } = contact;
  const [, navigate] = useLocation();
  const panel = usePanelPlace("sidenote.panel.contact", "no");
  useKeys([{ key: "p", label: "Show or fold the panel", run: () => panel.set(!panel.open) }]);
  return (
    <BesidePanel contact={contact} panel={panel}>
      <Page
        title={name || address || "Contact"}
        name={
          <RecordName name={name || address || ""}>
            {title}
            {title && company && ", "}
            {company && <Link href={`/companies/${company.id}`}>{company.name}</Link>}
          </RecordName>
        }
        aside={
          <div className="row">
            {(archived || state === "saved") && <RecordState state={state} archived={archived} />}
            {state === "seen" && (
              <Button look="primary" disabled={saving.busy} onClick={() => saving.save(contact)}>
                Save
              </Button>
            )}
            {address && (
              <Button
                aria-pressed={panel.open}
                onClick={() => panel.set(!panel.open)}
                title="Show or fold the panel (p)"
                data-opens-panel
              >
                Write
              </Button>
            )}
            <Button onClick={() => archive.mutate({ id: contact.id, version, archived: !archived })}>
              {archived ? "Bring back" : "Archive"}
            </Button>
          </div>
        }
      >
        {state === "seen" && <p className="hint t-2">Seen in your mail, and visible to you alone until you save it.</p>}
        <MayBeThis id={contact.id} />
        {versioned.conflict && <Conflict open={versioned.conflict} fields={fields} {...versioned} />}
        <div className="two-columns">
          <div>
            <ContactFacts contact={contact} apply={(change) => versioned.apply(contact, change)} />
            <MergedFrom merged={contact.merged ?? []} />
            <RelationshipCard id={contact.id} person={{ name, address: address ?? "" }} open={navigate} />
          </div>
          <div>
            <Section label="Write down" first>
              <NoteBox about={{ contactIds: [contact.id] }} />
            </Section>
            <Section title="What happened" aside={<Link href={`/search?similar=${contact.id}`}>Similar to this</Link>}>
              <Timeline endpoint={contacts.timeline} id={contact.id} />
            </Section>
          </div>
        </div>
      </Page>
    </BesidePanel>
  );
}
