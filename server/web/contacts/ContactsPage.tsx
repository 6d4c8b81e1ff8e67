import { type ContactSummary, contacts } from "@sidenote/contract/contacts";
import { Button, Chip } from "@sidenote/panel/ui/Button.tsx";
import { Empty, Load, Skeleton } from "@sidenote/panel/ui/Load.tsx";
import { grouped } from "@sidenote/panel/words";
import { useCallback } from "react";
import { Link } from "wouter";
import { Find } from "../parts/Find.tsx";
import { More } from "../parts/More.tsx";
import { Page } from "../parts/Page.tsx";
import { useQueryChange } from "../parts/query-change.ts";
import { arrowKeys, useOneStop, useRowKeys } from "../parts/row-keys.ts";
import { usePages } from "../queries.ts";
import { ContactRow } from "./ContactRow.tsx";
import { MayBeOneStrip } from "./MayBeOne.tsx";
import { NewContact } from "./NewContact.tsx";
import { useSaveAll, useSaving } from "./saving.ts";

type Show = "saved" | "seen" | "archived";
const inputs = {
  saved: { state: "saved" },
  seen: { state: "seen" },
  archived: { archived: true },
} as const;

/** People: the organization's contacts, those merely seen in one's mail, and those put away. */
export function ContactsPage() {
  const [query, change] = useQueryChange();
  const wanted = query.get("show");
  const show: Show = wanted === "seen" || wanted === "archived" ? wanted : "saved";
  const q = query.get("q") ?? "";
  const sort = query.get("sort") === "name" ? "name" : "recent";
  const people = usePages(contacts.list, { ...inputs[show], sort, ...(q ? { q } : {}) });
  const counts = people.data?.pages[0];
  const rows = people.data?.pages.flatMap((page) => page.items) ?? [];
  const saving = useSaving();
  const saveAll = useSaveAll(q);
  const list = useRowKeys<HTMLUListElement>(
    show === "seen"
      ? [
          {
            key: "s",
            label: "Save this person",
            run: () => saveFocused(rows, saving.save),
          },
        ]
      : [],
  );
  const onFocus = useOneStop(list);
  const find = useCallback((text: string) => change({ q: text }), [change]);
  return (
    <Page title="Contacts" aside={<NewContact />}>
      <div className="list-tools row wrap">
        <fieldset className="row filters">
          <Chip on={show === "saved"} onClick={() => change({ show: "" })}>
            Saved {counts && <b className="num">{grouped(counts.saved)}</b>}
          </Chip>
          <Chip on={show === "seen"} onClick={() => change({ show: "seen" })}>
            Seen in mail {counts && <b className="num">{grouped(counts.seen)}</b>}
          </Chip>
          <Chip on={show === "archived"} onClick={() => change({ show: "archived" })}>
            Archived
          </Chip>
        </fieldset>
        <Find label="Find by name or address" value={q} onFind={find} />
        <Chip onClick={() => change({ sort: sort === "recent" ? "name" : "" })} title="Change the order">
          {sort === "recent" ? "Last contact first" : "By name"}
        </Chip>
      </div>
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
