import type { LedgerSource } from "@sidenote/contract/ledger";
import { exactTime, shortDate } from "@sidenote/panel/ui/when";
import { Link } from "wouter";
import { STATES } from "../imports/words.ts";
import { sinceWords, sumWords } from "./words.ts";

const NAMES = { panel: "The panel", demo: "The demo" };

/** One source: its sum, what became of the stored since, and the way to its single messages. */
export function SourceRow({ source }: { source: LedgerSource }) {
  const { kind, importId, name, state, at, counts, reconciled } = source;
  const since = sinceWords(source);
  return (
    <li className="source">
      <div className="row between">
        <span className="row grow">
          {importId ? (
            <Link href={`/imports/${importId}`} className="clip strong">
              {name}
            </Link>
          ) : (
            <span className="clip strong">{kind === "import" ? name : NAMES[kind]}</span>
          )}
          {state && state !== "done" && <span className={`tag ${STATES[state].tag}`}>{STATES[state].label}</span>}
        </span>
        {at && (
          <time className="t-meta num" dateTime={at} title={exactTime(at)}>
            {shortDate(at)}
          </time>
        )}
        <span className={`tag ${reconciled ? "good" : "bad"}`}>{reconciled ? "Adds up" : "Does not add up"}</span>
      </div>
      <p className="t-2 num">{sumWords(counts)}</p>
      {since && <p className="t-meta num">{since}</p>}
      {importId && counts.setAside > 0 && (
        <Link href={`/imports/${importId}`}>
          Look at what was set aside <span className="num">({counts.setAside.toLocaleString("en-GB")})</span>
        </Link>
      )}
    </li>
  );
}
