import { type ContactSummary, contacts } from "@sidenote/contract/contacts";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Empty, Load, Skeleton } from "@sidenote/panel/ui/Load.tsx";
import { grouped } from "@sidenote/panel/words";
import { Link } from "wouter";
import { ListTools, type Show, useListed } from "../parts/ListTools.tsx";
import { More } from "../parts/More.tsx";
import { Page } from "../parts/Page.tsx";
import { arrowKeys, useOneStop, useRowKeys } from "../parts/row-keys.ts";
import { usePages } from "../queries.ts";
import { ContactRow } from "./ContactRow.tsx";
import { MayBeOneStrip } from "./MayBeOne.tsx";
import { NewContact } from "./NewContact.tsx";
import { useSaveAll, useSaving } from "./saving.ts";

/** People: the organization's contacts, those merely seen in one's mail, and those put away. */
export function ContactsPage() {
  const listed = useListed();
  const { show, q, change } = listed;
  const people = usePages(contacts.list, listed.input);
  const counts = people.data?.pages[0];
  const rows = people.data?.pages.flatMap((page) => page.items) ?? [];
  const saving = useSaving();
  const saveAll = useSaveAll(q);
  const save = { key: "s", label: "Save this person", run: () => saveFocused(rows, saving.save) };
  const list = useRowKeys<HTMLUListElement>(show === "seen" ? [save] : []);
  const onFocus = useOneStop(list);
  return (
    <Page title="Contacts" aside={<NewContact />}>
      <ListTools listed={listed} counts={counts} find="Find by name or address" />
      {show !== "archived" && !q && <MayBeOneStrip />}
      {show === "seen" && !!counts?.seen && (
        <div className="row between hint">
          <p className="t-2">People in your mail whom you have not saved. Only you see them.</p>
          <Button disabled={saveAll.busy} onClick={() => void saveAll.run()}>
            {saveAll.busy ? "Saving …" : q ? "Save all that match" : `Save all ${grouped(counts.seen)}`}
          </Button>
        </div>
      )}
      <Load
        query={people}
        skeleton={<Skeleton widths={["46%", "62%", "38%", "54%", "44%", "58%"]} />}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={<Nobody show={show} q={q} all={() => change({ q: "" })} />}
      >
        {() => (
          <ul className="rows" ref={list} onKeyDown={arrowKeys} onFocus={onFocus}>
            {rows.map((one) => (
              <ContactRow key={one.id} contact={one} save={() => saving.save(one)} />
            ))}
          </ul>
        )}
      </Load>
      <More list={people} />
    </Page>
  );
}

function saveFocused(people: readonly ContactSummary[], save: (contact: ContactSummary) => void): void {
  const path = document.activeElement?.getAttribute("href");
  const found = people.find(({ id }) => path === `/contacts/${id}`);
  if (found) save(found);
}

function Nobody({ show, q, all }: { show: Show; q: string; all: () => void }) {
  if (q)
    return (
      <Empty title={`Nobody is called “${q}” here`}>
        <Button onClick={all}>Show all</Button>
        <Link href={`/search?q=${encodeURIComponent(q)}`}>Search in mail and notes</Link>
      </Empty>
    );
  if (show === "archived") return <Empty title="Nobody is archived" />;
  if (show === "seen") return <Empty title="Everybody in your mail is saved" />;
  return (
    <Empty title="No contacts yet">
      <p>Save people seen in your mail, or add one by hand.</p>
      <Link href="/contacts?show=seen" className="btn">
        Seen in mail
      </Link>
    </Empty>
  );
}
