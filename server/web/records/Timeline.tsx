import type { TimelineEntry } from "@sidenote/contract/contacts";
import type { Endpoint } from "@sidenote/contract/endpoint";
import type { ActivityId } from "@sidenote/contract/ids";
import { Load } from "@sidenote/panel/ui/Load.tsx";
import { exactTime, shortDate } from "@sidenote/panel/ui/when";
import { Calendar, CircleCheck, Mail, Phone, StickyNote } from "lucide-react";
import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import { More } from "../parts/More.tsx";
import { arrowKeys, useOneStop, useRowKeys } from "../parts/row-keys.ts";
import { usePages } from "../queries.ts";
import { ActivityText } from "./ActivityText.tsx";

const ICONS = { email: Mail, call: Phone, meeting: Calendar, note: StickyNote, task: CircleCheck };
const WORDS = { email: "mail", call: "call", meeting: "meeting", note: "note", task: "task" };
const WAYS = { in: "in", out: "out", observed: "seen" };

/** `23 Nov`, `23 Sept`: what the place for a date is wide enough for, where no year is said. */
const SHORT = 7;

/** What happened with somebody, newest first: mails open their thread, the rest opens here. */
export function Timeline({ endpoint, id }: { endpoint: Endpoint; id: string }) {
  const entries = usePages(endpoint, { id });
  const [query] = useSearchParams();
  const wanted = query.get("entry") ?? undefined;
  const all = entries.data?.pages.flatMap((page) => (page as { items: TimelineEntry[] }).items) ?? [];
  const isLong = all.some(({ at }) => shortDate(at).length > SHORT);
  const list = useRowKeys<HTMLUListElement>();
  const onFocus = useOneStop(list, wanted);
  return (
    <Load
      query={entries}
      isEmpty={(data) => (data.pages[0] as { items: unknown[] }).items.length === 0}
      empty={<p className="t-2">Nothing yet: no mail, no notes.</p>}
    >
      {() => (
        <>
          <ul className={isLong ? "timeline years" : "timeline"} ref={list} onKeyDown={arrowKeys} onFocus={onFocus}>
            {all.map((entry) => (
              <Entry key={entry.id} entry={entry} wanted={entry.id === wanted} />
            ))}
          </ul>
          <More list={entries} />
        </>
      )}
    </Load>
  );
}

function Entry({ entry, wanted }: { entry: TimelineEntry; wanted: boolean }) {
  const [open, setOpen] = useState(wanted);
  const Icon = ICONS[entry.kind];
  const line = (
    <>
      <time className="t-meta num" dateTime={entry.at} title={exactTime(entry.at)}>
        {shortDate(entry.at)}
      </time>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      <span className="clip grow" dir="auto">
        {entry.title || "No subject"}
      </span>
      <span className="t-meta">{entry.direction ? WAYS[entry.direction] : WORDS[entry.kind]}</span>
    </>
  );
  if (entry.kind === "email")
    return (
      <li>
        <Link
          href={entry.threadId ? `/threads/${entry.threadId}?mail=${entry.id}` : `/emails/${entry.id}`}
          className="happened row"
          data-row={entry.id}
        >
          {line}
        </Link>
      </li>
    );
  return (
    <li
      className={wanted ? "wanted" : undefined}
      ref={wanted ? (place) => place?.scrollIntoView?.({ block: "center" }) : undefined}
    >
      <button
        type="button"
        className="happened row"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-row={entry.id}
      >
        {line}
      </button>
      {open && <ActivityText id={entry.id as ActivityId} />}
    </li>
  );
}
