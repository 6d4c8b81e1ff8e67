import type { ContactSummary } from "@sidenote/contract/contacts";
import type { ContactId } from "@sidenote/contract/ids";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { type Pair, useMerging, usePairs } from "./merging.ts";

/** Above the contacts: how many pairs may be one person, and each of them when somebody wants to look. */
export function MayBeOneStrip() {
  const pairs = usePairs();
  const merging = useMerging();
  const [open, setOpen] = useState(false);
  if (pairs.length === 0) return null;
  return (
    <section aria-label="May be one person" className="may-be-one">
      <div className="row between">
        <p className="t-2 num">
          {pairs.length === 1
            ? "Two contacts may be one person"
            : `${pairs.length} pairs of contacts may be one person`}
        </p>
        <Button small look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "Fold" : "Look"}
        </Button>
      </div>
      {open && (
        <ul className="rows">
          {pairs.map((pair) => (
            <li key={`${pair.keep.id} ${pair.other.id}`} className="pair">
              <div className="pair-people">
                <Who person={pair.keep} />
                <Who person={pair.other} />
              </div>
              <Decide pair={pair} merging={merging} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** On a contact's page: who else may be this person. */
export function MayBeThis({ id }: { id: ContactId }) {
  const [, navigate] = useLocation();
  const merging = useMerging(({ keep }) => keep.id !== id && navigate(`/contacts/${keep.id}`, { replace: true }));
  const pairs = usePairs().filter(({ keep, other }) => keep.id === id || other.id === id);
  if (pairs.length === 0) return null;
  return (
    <section aria-label="May be one person" className="may-be-one">
      <ul className="rows">
        {pairs.map((pair) => (
          <li key={`${pair.keep.id} ${pair.other.id}`} className="pair">
            <div className="pair-people">
              <span className="t-2">May be the same person as</span>
              <Who person={pair.keep.id === id ? pair.other : pair.keep} />
            </div>
            <Decide pair={pair} merging={merging} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Who({ person: { id, name, address, company } }: { person: ContactSummary }) {
  return (
    <span className="clip">
      <Link href={`/contacts/${id}`} className="strong">
        {name || address}
      </Link>
      <span className="t-meta"> {[name && address, company?.name].filter(Boolean).join(", ")}</span>
    </span>
  );
}

function Decide({ pair, merging }: { pair: Pair; merging: ReturnType<typeof useMerging> }) {
  return (
    <div className="row between wrap">
      <p className="t-meta">
        Because: {pair.reasons.join("; ")}
        {pair.keep.state !== pair.other.state &&
          `. ${(pair.keep.state === "seen" ? pair.keep : pair.other).address ?? "One of them"} is seen in your mail alone; making them one saves it for all`}
      </p>
      <div className="row">
        <Button small disabled={merging.busy} onClick={() => merging.merge(pair)}>
          Make them one
        </Button>
        <Button small look="quiet" disabled={merging.busy} onClick={() => merging.notTheSame(pair)}>
          Not the same
        </Button>
      </div>
    </div>
  );
}
