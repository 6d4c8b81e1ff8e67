import { type AuditEntry, system } from "@sidenote/contract/system";
import { Load } from "@sidenote/panel/ui/Load.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { exactTime, shortDate } from "@sidenote/panel/ui/when";
import { Link } from "wouter";
import { More } from "../parts/More.tsx";
import { usePages } from "../queries.ts";
import { actionWords } from "./audit-words.ts";

/** Who changed what, for admins, and whether the record of it is whole. */
export function AuditSection() {
  const audit = usePages(system.audit, {}, 25);
  const intact = audit.data?.pages.every((page) => page.intact);
  return (
    <Section
      title="Who changed what"
      aside={
        intact !== undefined && (
          <span
            className={`tag ${intact ? "good" : "bad"}`}
            title={
              intact
                ? "Each entry vouches for the one before it, and all that are shown fit"
                : "An entry was changed or removed after it was written"
            }
          >
            {intact ? "Intact" : "Tampered with"}
          </span>
        )
      }
    >
      <Load
        query={audit}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={<p className="t-2">Nothing yet.</p>}
      >
        {({ pages }) => (
          <ol className="rows">
            {pages
              .flatMap((page) => page.items)
              .map((entry) => (
                <Entry key={entry.sequence} entry={entry} />
              ))}
          </ol>
        )}
      </Load>
      <More list={audit} />
    </Section>
  );
}

const BY = {
  member: "",
  key: " by a key",
  device: " by a paired device",
  job: " in the background",
  system: " by the system",
};
const PAGES: Record<string, string> = {
  cnt: "/contacts",
  cmp: "/companies",
  act: "/activities",
  imp: "/imports",
  eml: "/emails",
};

function Entry({ entry: { at, action, actor, recordId, sequence } }: { entry: AuditEntry }) {
  const page = PAGES[recordId?.split("_")[0] ?? ""];
  return (
    <li className="row audit-row">
      <span className="t-meta num">{sequence}</span>
      <span className="clip grow" title={action}>
        <span className="strong">{actor.name}</span>
        {BY[actor.kind]}{" "}
        {recordId && page ? <Link href={`${page}/${recordId}`}>{actionWords(action)}</Link> : actionWords(action)}
      </span>
      <time className="t-meta num" dateTime={at} title={exactTime(at)}>
        {shortDate(at)}
      </time>
    </li>
  );
}
