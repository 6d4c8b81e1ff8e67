import { ledger, type PanelItem } from "@sidenote/contract/ledger";
import { Chip } from "@sidenote/panel/ui/Button.tsx";
import { Load } from "@sidenote/panel/ui/Load.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { exactTime, shortDate } from "@sidenote/panel/ui/when";
import { useState } from "react";
import { Link } from "wouter";
import { More } from "../parts/More.tsx";
import { usePages } from "../queries.ts";

type Shown = PanelItem["outcome"] | null;
const LABELS: readonly { outcome: Shown; label: string }[] = [
  { outcome: null, label: "All" },
  { outcome: "not_wanted", label: "Not wanted" },
  { outcome: "duplicate", label: "Already there" },
  { outcome: "stored", label: "Stored" },
];
const OUTCOMES = { stored: "Stored", duplicate: "Already there", not_wanted: "Not wanted" };
const SITES: Record<string, string> = { gmail: "Gmail", outlook: "Outlook" };

/** What became of each message that the panel handed in; of what was not stored only that it was not, and why. */
export function PanelItems() {
  const [outcome, setOutcome] = useState<Shown>(null);
  const items = usePages(ledger.panel, outcome ? { outcome } : {});
  return (
    <Section
      title="From the panel"
      aside={
        <div className="row wrap">
          {LABELS.map((one) => (
            <Chip key={one.label} on={one.outcome === outcome} onClick={() => setOutcome(one.outcome)}>
              {one.label}
            </Chip>
          ))}
        </div>
      }
    >
      <Load query={items} isEmpty={({ pages }) => pages[0]?.items.length === 0} empty={<p className="t-2">None.</p>}>
        {({ pages }) => (
          <ul className="rows">
            {pages
              .flatMap((page) => page.items)
              .map((item) => (
                <Item key={item.sourceId} item={item} />
              ))}
          </ul>
        )}
      </Load>
      <More list={items} />
    </Section>
  );
}

function Item({ item: { sourceId, outcome, by, reason, emailId, forgotten, at } }: { item: PanelItem }) {
  const [site = "", id = ""] = sourceId.split(":");
  return (
    <li className="item row">
      <span>{OUTCOMES[outcome]}</span>
      <span className="t-2 grow item-reason">
        {reason ?? (by === "you" ? "saved by you" : "saved by itself")}
        {forgotten && ", forgotten since"}
      </span>
      <span className="t-meta clip" title={sourceId}>
        {SITES[site] ?? site} <span className="num wide">{id}</span>
      </span>
      <time className="t-meta num" dateTime={at} title={exactTime(at)}>
        {shortDate(at)}
      </time>
      {emailId && !forgotten && <Link href={`/emails/${emailId}`}>Open</Link>}
    </li>
  );
}
