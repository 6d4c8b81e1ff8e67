import { contacts } from "@sidenote/contract/contacts";
import type { CompanyId } from "@sidenote/contract/ids";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { useRef } from "react";
import { ContactRow } from "../contacts/ContactRow.tsx";
import { useSaving } from "../contacts/saving.ts";
import { More } from "../parts/More.tsx";
import { arrowKeys, useOneStop } from "../parts/row-keys.ts";
import { usePages } from "../queries.ts";

/** Who works there: contacts first, then people merely seen in one's mail. */
export function CompanyPeople({ id }: { id: CompanyId }) {
  const saved = usePages(contacts.list, { companyId: id, state: "saved", sort: "recent" });
  const seen = usePages(contacts.list, { companyId: id, state: "seen", sort: "recent" });
  const saving = useSaving();
  const people = [saved, seen].flatMap((one) => one.data?.pages.flatMap((page) => page.items) ?? []);
  const list = useRef<HTMLUListElement>(null);
  const onFocus = useOneStop(list);
  if (!saved.data || !seen.data) return null;
  return (
    <Section title="People">
      <div className="compact">
        {people.length === 0 && <p className="t-2">Nobody is known here yet.</p>}
        <ul className="rows" ref={list} onKeyDown={arrowKeys} onFocus={onFocus}>
          {people.map((contact) => (
            <ContactRow key={contact.id} contact={contact} save={() => saving.save(contact)} />
          ))}
        </ul>
        <More list={saved.hasNextPage ? saved : seen} />
      </div>
    </Section>
  );
}
