import type { ThreadSummary } from "@sidenote/contract/emails";
import { Button, Chip } from "@sidenote/panel/ui/Button.tsx";
import { Empty, Load, Skeleton } from "@sidenote/panel/ui/Load.tsx";
import { exactTime, howLong, shortDate } from "@sidenote/panel/ui/when";
import { firstName } from "@sidenote/panel/words";
import { useEffect, useRef } from "react";
import { Link } from "wouter";
import { More } from "../parts/More.tsx";
import { arrowKeys } from "../parts/row-keys.ts";
import type { Filter, Threads } from "./threads.ts";

export function ThreadList({
  threads,
  filter,
  show,
  openId,
  pathTo,
}: {
  threads: Threads;
  filter: Filter;
  show: (filter: Filter) => void;
  openId: string | undefined;
  pathTo: (thread: ThreadSummary) => string;
}) {
  const counts = threads.data?.pages[0];
  const rows = threads.data?.pages.flatMap((page) => page.items) ?? [];
  // Tab goes past the list to the thread; within it the arrows lead on.
  const tabStop = rows.some(({ id }) => id === openId) ? openId : rows[0]?.id;
  const list = useRef<HTMLUListElement>(null);
  const wasOpen = useRef(openId);
  useEffect(() => {
    const left = wasOpen.current;
    wasOpen.current = openId;
    // Who comes back to the list is where they left it.
    if (left && !openId) list.current?.querySelector<HTMLElement>(`[href*="${left}"]`)?.focus();
  }, [openId]);
  // Large numbers take the place of a word.
  const isCrowded = (counts?.waitingForYou ?? 0) + (counts?.awaitingTheirs ?? 0) > 99;
  return (
    <section className="thread-list" aria-label="Threads">
      <header className="bar">
        <h1 className="t-name">Mail</h1>
        <fieldset className="row filters" aria-label="Which threads">
          <Chip on={filter === "you"} onClick={() => show("you")} title="Waiting for you">
            {isCrowded ? "For you" : "Waiting for you"}{" "}
            {!!counts?.waitingForYou && <b className="num">{counts.waitingForYou}</b>}
          </Chip>
          <Chip on={filter === "them"} onClick={() => show("them")} title="Waiting for them">
            <span className="long">For them</span>
            <span className="short">Them</span>{" "}
            {!!counts?.awaitingTheirs && <b className="num">{counts.awaitingTheirs}</b>}
          </Chip>
          <Chip on={filter === "all"} onClick={() => show("all")}>
            All
          </Chip>
        </fieldset>
      </header>
      <div className="scroll">
        {filter === "old" && <p className="t-meta old-threads">Nobody has written in these for three months.</p>}
        <Load
          query={threads}
          skeleton={<RowSkeletons />}
          isEmpty={(data) => data.pages[0]?.items.length === 0}
          empty={<NoThreads filter={filter} show={show} />}
        >
          {() => (
            <ul className="rows" ref={list} onKeyDown={arrowKeys}>
              {rows.map((thread) => (
                <Row
                  key={thread.id}
                  thread={thread}
                  open={thread.id === openId}
                  tabStop={thread.id === tabStop}
                  to={pathTo(thread)}
                />
              ))}
            </ul>
          )}
        </Load>
        <More list={threads} />
        {(filter === "you" || filter === "them") && !!counts?.old && (
          <div className="row old-threads">
            <Button small look="quiet" onClick={() => show("old")}>
              {counts.old === 1 ? "1 older thread is" : `${counts.old.toLocaleString("en-GB")} older threads are`} no
              longer waited for
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

function Row({ thread, open, tabStop, to }: { thread: ThreadSummary; open: boolean; tabStop: boolean; to: string }) {
  const { subject, snippet, lastAt, lastDirection, count } = thread;
  const owed = thread.owed?.old ? null : thread.owed;
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) place.current?.scrollIntoView?.({ block: "nearest" });
  }, [open]);
  return (
    <li ref={place}>
      <Link
        href={to}
        className="thread-row"
        aria-current={open ? "true" : undefined}
        tabIndex={tabStop ? 0 : -1}
        data-row
      >
        <span className="row between">
          <span className="strong clip">{namesOf(thread)}</span>
          {count > 1 && <span className="t-meta num">{count}</span>}
          <span className="grow" />
          <time className="t-meta num" dateTime={lastAt} title={exactTime(lastAt)}>
            {shortDate(lastAt)}
          </time>
        </span>
        <span className="clip" dir="auto">
          {subject || "No subject"}
        </span>
        <span className="row between">
          {owed?.by !== "you" && lastDirection === "out" && <span className="t-meta">You:</span>}
          <span className="t-meta clip grow" dir="auto">
            {owed?.by === "you" ? owed.asks : snippet}
          </span>
          {owed?.by === "you" && (
            <span className="tag owed" title={`Waiting for you since ${exactTime(owed.since)}`}>
              <span className="hidden">waiting for you for </span>
              {howLong(owed.since)}
            </span>
          )}
          {owed?.by === "them" && (
            <span className="t-meta" title={`You asked ${exactTime(owed.since)}`}>
              waiting for them
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}

function namesOf({ people, peopleCount = people.length }: ThreadSummary): string {
  if (people.length === 0) return "You";
  const names = people.map(({ name, address }) => name || address);
  // A broken mail may say of nobody who it is.
  if (names.length === 1) return names[0] || "(no sender)";
  return names.slice(0, 3).map(firstName).join(", ") + (peopleCount > 3 ? ` +${peopleCount - 3}` : "");
}

function NoThreads({ filter, show }: { filter: Filter; show: (filter: Filter) => void }) {
  if (filter === "all")
    return (
      <Empty title="No mail yet">
        <Link href="/import" className="btn primary">
          Import mail
        </Link>
      </Empty>
    );
  return (
    <Empty
      title={{ you: "Nobody waits for you", them: "You wait for nobody", old: "No older thread was left" }[filter]}
    >
      <Chip onClick={() => show("all")}>Show all mail</Chip>
    </Empty>
  );
}

const RowSkeletons = () => (
  <>
    {[58, 44, 66, 50, 40].map((width) => (
      <div key={width} className="thread-row">
        <Skeleton widths={[`${width}%`, "84%", "70%"]} />
      </div>
    ))}
  </>
);
