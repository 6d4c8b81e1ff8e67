import { type Import, type ImportItem, imports } from "@sidenote/contract/imports";
import { Button, Chip } from "@sidenote/panel/ui/Button.tsx";
import { Load } from "@sidenote/panel/ui/Load.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { size } from "@sidenote/panel/ui/when";
import { useState } from "react";
import { Link } from "wouter";
import { More } from "../parts/More.tsx";
import { usePages, useWrite } from "../queries.ts";
import { afterRetry } from "./words.ts";

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
  const shown = there.find(({ outcome }) => outcome === chosen)?.outcome ?? there[0]?.outcome;
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
                <Item key={item.item} id={id} item={item} />
              ))}
          </ul>
          <More list={items} />
        </>
      )}
    </Load>
  );
}

function Item({ id, item }: { id: Import["id"]; item: ImportItem }) {
  const { file, position, outcome, reason, emailId, forgotten, fileId, sizeBytes } = item;
  return (
    <li className="item row">
      <span className="row item-place">
        <span className="clip" title={file}>
          {file}
        </span>
        {outcome !== "not_mail" && <span className="t-meta num">message {position.toLocaleString("en-GB")}</span>}
      </span>
      <span className="t-2 clip grow item-reason" title={reason ?? undefined}>
        {reason}
        {forgotten && " forgotten since"}
      </span>
      {sizeBytes > 0 && <span className="t-meta num">{size(sizeBytes)}</span>}
      {emailId && outcome !== "set_aside" && !forgotten && <Link href={`/emails/${emailId}`}>Open</Link>}
      {fileId && (
        <a href={`/v1/files/${fileId}`} download>
          Download
        </a>
      )}
      {outcome === "set_aside" && <Retry id={id} item={item.item} />}
    </li>
  );
}

function Retry({ id, item }: { id: Import["id"]; item: number }) {
  const say = useToast();
  const retry = useWrite(imports.retry, {
    changes: ["/v1/imports", "/v1/ledger", "/v1/threads", "/v1/contacts"],
    onDone: (after) => say({ text: afterRetry(after) }),
  });
  return (
    <Button small disabled={retry.isPending} onClick={() => retry.mutate({ id, item })}>
      {retry.isPending ? "Reading …" : "Try again"}
    </Button>
  );
}
