import { type KeyboardEvent, useRef, useState } from "react";
import { About } from "./About.tsx";
import type { Begun } from "./begun.ts";
import { useCaptures } from "./captures.ts";
import { AwayStrip } from "./cards/AwayStrip.tsx";
import { Header } from "./cards/Header.tsx";
import { RefusedWrites } from "./cards/RefusedWrites.tsx";
import { SearchCard } from "./cards/SearchCard.tsx";
import { useStopping } from "./drafts.ts";
import { useForgotten } from "./forgotten.ts";
import type { Host, Subject } from "./host.ts";
import { latinKey } from "./keys.ts";
import { useLive, useServer } from "./live.ts";
import { usePerson, useSituation, useSubject } from "./subject.ts";
import { Empty } from "./ui/Load.tsx";
import type { MenuItem } from "./ui/Menu.tsx";

/** Follows what the host shows: whom it is about stands in the header, everything else below. */
export function Page({ host, begun }: { host: Host; begun: Begun }) {
  const server = useServer();
  useLive(useForgotten(begun.drafts));
  const subject = useSubject(host);
  const [person, setPerson] = usePerson(subject);
  const situation = useSituation(subject, person);
  useStopping(begun.drafts);
  const captures = useCaptures();
  const [searching, setSearching] = useState(false);
  const searchButton = useRef<HTMLButtonElement>(null);
  const page = useRef<HTMLElement>(null);

  const closeSearch = () => {
    setSearching(false);
    searchButton.current?.focus();
  };
  /** Single letters, where nothing is being typed. */
  const onKeyDown = (event: KeyboardEvent) => {
    const field = (event.target as HTMLElement).closest("input, textarea, [role=menu]");
    if (field || event.ctrlKey || event.metaKey || event.altKey) return;
    const wanted = { "/": "search", n: ".note", d: "[aria-label=Draft] .primary" }[latinKey(event)];
    if (!wanted) return;
    event.preventDefault();
    if (wanted === "search") setSearching(true);
    else page.current?.querySelector<HTMLElement>(wanted)?.focus();
  };
  const header = (items: readonly MenuItem[]) => (
    <Header
      people={subject?.people ?? []}
      person={person}
      onPerson={setPerson}
      onSearch={() => (searching ? closeSearch() : setSearching(true))}
      searchButton={searchButton}
      items={items}
      host={host}
    />
  );
  const search = searching ? <SearchCard host={host} onClose={closeSearch} /> : null;
  return (
    <section className="panel-page" aria-label="Sidenote" ref={page} onKeyDown={onKeyDown} tabIndex={-1}>
      {situation ? (
        <About
          {...{ situation, begun, captures, server, host, header }}
          composed={subject?.compose?.text ?? ""}
          instead={search}
        />
      ) : (
        <>
          {header([])}
          <AwayStrip server={server} asOf={undefined} />
          <RefusedWrites refused={server.refused} />
          {search ?? (subject !== undefined && <Nobody subject={subject} />)}
        </>
      )}
    </section>
  );
}

function Nobody({ subject }: { subject: Subject | null }) {
  if (subject?.compose && !subject.compose.isReply)
    return <Empty title="To nobody yet">Say whom this mail goes to, and this page says who that is.</Empty>;
  if (subject) return <Empty title="Nobody but you">No other address stands on this mail.</Empty>;
  return <Empty title="Nobody on screen">Open a mail, and this page says who it is.</Empty>;
}
