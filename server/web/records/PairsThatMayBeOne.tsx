import { Button } from "@sidenote/panel/ui/Button.tsx";
import { type ReactNode, useState } from "react";

/** Two records that may be one, in the order in which they would be made one. */
type Pair<T> = { keep: T; other: T; reasons: string[] };
type Shown<T> = {
  pairs: readonly Pair<T>[];
  /** How one of the two is shown: its name with a link, and what tells it from others. */
  show: (record: T) => ReactNode;
  /** How somebody or something only seen in the member's own mail is called. */
  called: (record: T) => string;
  deciding: { busy: boolean; merge: (pair: Pair<T>) => void; notTheSame: (pair: Pair<T>) => void };
  label: string;
};
type One = { id: string; state: "seen" | "saved" };

/** Above a list: how many pairs there are, and each of them when somebody wants to look. */
export function PairsStrip<T extends One>({ title, ...shown }: Shown<T> & { title: string }) {
  const [open, setOpen] = useState(false);
  const { pairs, show, label } = shown;
  if (pairs.length === 0) return null;
  return (
    <section aria-label={label} className="may-be-one">
      <div className="row between">
        <p className="t-2 num">{title}</p>
        <Button small look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "Fold" : "Look"}
        </Button>
      </div>
      {open && (
        <ul className="rows">
          {pairs.map((pair) => (
            <li key={`${pair.keep.id} ${pair.other.id}`} className="pair">
              <div className="pair-people">
                {show(pair.keep)}
                {show(pair.other)}
              </div>
              <Decide pair={pair} {...shown} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** On the page of one record: which others may be it. */
export function PairsOf<T extends One>({ id, lead, ...shown }: Shown<T> & { id: T["id"]; lead: string }) {
  const pairs = shown.pairs.filter(({ keep, other }) => keep.id === id || other.id === id);
  if (pairs.length === 0) return null;
  return (
    <section aria-label={shown.label} className="may-be-one">
      <ul className="rows">
        {pairs.map((pair) => (
          <li key={`${pair.keep.id} ${pair.other.id}`} className="pair">
            <div className="pair-people">
              <span className="t-2">{lead}</span>
              {shown.show(pair.keep.id === id ? pair.other : pair.keep)}
            </div>
            <Decide pair={pair} {...shown} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decide<T extends One>({ pair, called, deciding }: Shown<T> & { pair: Pair<T> }) {
  const { keep, other, reasons } = pair;
  return (
    <div className="row between wrap">
      <p className="t-meta">
        Because: {reasons.join("; ")}
        {keep.state !== other.state &&
          `. ${called(keep.state === "seen" ? keep : other)} is seen in your mail alone; making them one saves it for all`}
      </p>
      <div className="row">
        <Button small disabled={deciding.busy} onClick={() => deciding.merge(pair)}>
          Make them one
        </Button>
        <Button small look="quiet" disabled={deciding.busy} onClick={() => deciding.notTheSame(pair)}>
          Not the same
        </Button>
      </div>
    </div>
  );
}
