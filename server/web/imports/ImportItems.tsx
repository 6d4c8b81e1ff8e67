import type { Api, OutputOf } from "@sidenote/contract/endpoint";
import { type Import, type ImportItem, imports } from "@sidenote/contract/imports";
import { useClient } from "@sidenote/panel/client";
import { Button, Chip } from "@sidenote/panel/ui/Button.tsx";
import { Load, sentence } from "@sidenote/panel/ui/Load.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { size } from "@sidenote/panel/ui/when";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { More } from "../parts/More.tsx";
import { makeOld, usePages, useWrite } from "../queries.ts";
import { afterRetry, afterRetryOfAll } from "./words.ts";

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
          {outcome === "set_aside" && pages[0]!.items.length > 1 && <RetryAll id={id} />}
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

const AFTER_RETRY = ["/v1/imports", "/v1/ledger", "/v1/threads", "/v1/contacts"];

/** After an update, or with a larger limit: one after the other, and one result. */
function RetryAll({ id }: { id: Import["id"] }) {
  const { api } = useClient();
  const queries = useQueryClient();
  const say = useToast();
  const [done, setDone] = useState(0);
  const retry = useMutation({
    mutationFn: async () => {
      setDone(0);
      const outcomes: Shown[] = [];
      for (const { item } of await allSetAside(api, id)) {
        outcomes.push((await api(imports.retry, { id, item })).outcome);
        setDone(outcomes.length);
      }
      return outcomes;
    },
    onSuccess: (outcomes) => say({ text: afterRetryOfAll(outcomes) }),
    onError: (error) => say({ text: sentence(error) }),
    onSettled: () => makeOld(queries, AFTER_RETRY),
  });
  return (
    <div className="row item">
      <Button small disabled={retry.isPending} onClick={() => retry.mutate()}>
        {retry.isPending ? `Reading … ${done.toLocaleString("en-GB")} done` : "Try all again"}
      </Button>
    </div>
  );
}

async function allSetAside(api: Api, id: Import["id"]): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  let cursor: string | null = null;
  do {
    const page: OutputOf<typeof imports.items> = await api(imports.items, {
      id,
      outcome: "set_aside",
      limit: 200,
      ...(cursor ? { cursor } : {}),
    });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

function Retry({ id, item }: { id: Import["id"]; item: number }) {
  const say = useToast();
  const retry = useWrite(imports.retry, {
    changes: AFTER_RETRY,
    onDone: (after) => say({ text: afterRetry(after) }),
  });
  return (
    <Button small disabled={retry.isPending} onClick={() => retry.mutate({ id, item })}>
      {retry.isPending ? "Reading …" : "Try again"}
    </Button>
  );
}
