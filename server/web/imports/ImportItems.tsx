import { type Import, type ImportItem, imports } from "@sidenote/contract/imports";
import { Chip } from "@sidenote/panel/ui/Button.tsx";
import { Load } from "@sidenote/panel/ui/Load.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { size } from "@sidenote/panel/ui/when";
import { useState } from "react";
import { Link } from "wouter";
import { More } from "../parts/More.tsx";
import { usePages } from "../queries.ts";

type Shown = ImportItem["outcome"];
const LABELS: readonly { outcome: Shown; label: string; count: keyof Import["counts"] }[] = [
  { outcome: "set_aside", label: "Set aside", count: "setAside" },
  { outcome: "not_mail", label: "Not mail", count: "notMail" },
  { outcome: "not_wanted", label: "Not wanted", count: "notWanted" },
  { outcome: "duplicate", label: "Already there", count: "duplicate" },
  { outcome: "stored", label: "Stored", count: "stored" },
];

/** What became of each message, what was not kept first, with its reason. */
export function ImportItems({ one }: { one: Import }) {
  const there = LABELS.filter(({ count }) => one.counts[count] > 0);
  const [chosen, setChosen] = useState<Shown | null>(null);
  const shown = chosen ?? there[0]?.outcome;
  if (!shown) return null;
  return (
    <Section
      title="What became of each message"
      aside={
        <div className="row wrap">
          {there.map(({ outcome, label, count }) => (
            <Chip key={outcome} on={outcome === shown} onClick={() => setChosen(outcome)}>
              {label} <b className="num">{one.counts[count].toLocaleString("en-GB")}</b>
            </Chip>
          ))}
        </div>
      }
    >
      <Items id={one.id} outcome={shown} />
    </Section>
  );
}

function Items({ id, outcome }: { id: Import["id"]; outcome: Shown }) {
  const items = usePages(imports.items, { id, outcome });
  return (
    <Load query={items}>
      {({ pages }) => (
        <>
          <ul className="rows">
            {pages
              .flatMap((page) => page.items)
              .map((item) => (
                <Item key={`${item.file} ${item.position}`} item={item} />
              ))}
          </ul>
          <More list={items} />
        </>
      )}
    </Load>
  );
}

function Item({ item: { file, position, outcome, reason, emailId, fileId, sizeBytes } }: { item: ImportItem }) {
  return (
    <li className="item row">
      <span className="clip">
        {file}
        {outcome !== "not_mail" && <span className="t-meta num"> message {position.toLocaleString("en-GB")}</span>}
      </span>
      <span className="t-2 clip grow">{reason}</span>
      <span className="t-meta num">{size(sizeBytes)}</span>
      {emailId && outcome !== "set_aside" && <Link href={`/emails/${emailId}`}>Open</Link>}
      {fileId && (
        <a href={`/v1/files/${fileId}`} download>
          Download
        </a>
      )}
    </li>
  );
}
