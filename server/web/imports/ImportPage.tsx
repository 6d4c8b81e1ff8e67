import type { ImportId } from "@sidenote/contract/ids";
import { type Import, imports } from "@sidenote/contract/imports";
import { useClient } from "@sidenote/panel/client";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Skeleton } from "@sidenote/panel/ui/Load.tsx";
import { shortDate } from "@sidenote/panel/ui/when";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { OneRecord } from "../parts/OneRecord.tsx";
import { Page } from "../parts/Page.tsx";
import { keyOf, useWrite } from "../queries.ts";
import { EndImport } from "./EndImport.tsx";
import { GuessedAddress } from "./GuessedAddress.tsx";
import { ImportItems } from "./ImportItems.tsx";
import { Progress } from "./Progress.tsx";
import { leftOutWords, mails, standing } from "./words.ts";

const LOOK_MS = 1000;
const GOING: readonly Import["state"][] = ["receiving", "running", "undoing"];

/** One import from its first byte to what came of it. */
export function ImportPage({ id }: { id: ImportId }) {
  const { api } = useClient();
  const found = useQuery({
    queryKey: keyOf(imports.get, { id }),
    queryFn: ({ signal }) => api(imports.get, { id }, { signal }),
    refetchInterval: (query) => (query.state.data && GOING.includes(query.state.data.state) ? LOOK_MS : false),
  });
  return (
    <OneRecord query={found} what="import" skeleton={<Skeleton widths={["30%", "90%", "50%"]} />}>
      {(data) => <Known one={data} />}
    </OneRecord>
  );
}

function Known({ one }: { one: Import }) {
  const { name, state, error } = one;
  const { label, tag } = standing(one);
  return (
    <Page
      title={name}
      name={
        <div>
          <Link href="/import" className="t-meta">
            Import
          </Link>
          <h1 className="t-page clip">{name}</h1>
        </div>
      }
      aside={
        <div className="row">
          <span className={`tag ${tag}`}>{label}</span>
          <EndImport one={one} />
        </div>
      }
    >
      {error && (
        <p role="alert" className="hint t-bad">
          {error}
        </p>
      )}
      {GOING.includes(state) ? <Progress one={one} /> : <Outcome one={one} />}
      {one.guessedAddress && <GuessedAddress guessed={one.guessedAddress} own={one.ownAddresses} />}
      <ImportItems one={one} />
    </Page>
  );
}

function Outcome({ one: { id, state, counts, keptUntil } }: { one: Import }) {
  const { seen, stored, notMail, setAside } = counts;
  const canGoOn = state === "failed" || keptUntil !== null;
  if (state === "undone")
    return (
      <div className="hint stack">
        <p className="t-read">Everything that this import alone stored has been taken back.</p>
        <Again />
      </div>
    );
  return (
    <div className="hint stack">
      <p className="t-read">
        {storedWords(state, counts)}
        {state === "cancelled" && stored > 0 && ", up to where you stopped it. What is stored stays"}.
      </p>
      {seen === 0 && state === "done" && (
        <p className="t-2">
          {notMail > 0 && "Why stands below. "}
          Mail comes as <code>.mbox</code>, <code>.eml</code> files or a maildir folder, also in a <code>.zip</code>,{" "}
          <code>.tar</code> or <code>.gz</code>.
        </p>
      )}
      {seen > 0 && setAside + notMail > 0 && <p className="t-2">{leftOutWords(counts)}: why stands below.</p>}
      {state === "failed" && (
        <p className="t-2">
          It goes on where it stopped. Importing the same mail again stores what is missing, and nothing twice.
        </p>
      )}
      {keptUntil && (
        <p className="t-2">
          What arrived is kept until {shortDate(keptUntil)}: it can go on from here. It lies sealed on the server as it
          came, also mail that you have forgotten since, or never want stored; <i>Remove</i> takes it away at once.
        </p>
      )}
      <div className="row wrap">
        {canGoOn && <GoOn id={id} />}
        {stored > 0 && (
          <>
            <Link href="/mail" className={canGoOn ? "btn" : "btn primary"}>
              Open Mail
            </Link>
            <Link href="/contacts?show=seen" className="btn">
              People seen in it
            </Link>
          </>
        )}
        {(state !== "done" || stored === 0) && <Again />}
      </div>
    </div>
  );
}

function storedWords(state: Import["state"], { seen, stored, duplicate, notMail }: Import["counts"]): string {
  if (stored > 0) return `${mails(stored)} ${stored === 1 ? "is" : "are"} here now`;
  if (duplicate > 0 && duplicate === seen) return "Every mail was here already";
  if (seen === 0 && state === "done")
    return notMail > 0 ? "Nothing in it could be read as mail" : "There was no mail in it";
  return "No mail was stored";
}

/** Reading begins again at the message at which it stopped. */
function GoOn({ id }: { id: ImportId }) {
  const start = useWrite(imports.start, { changes: ["/v1/imports"] });
  return (
    <Button look="primary" disabled={start.isPending} onClick={() => start.mutate({ id })}>
      Go on
    </Button>
  );
}

const Again = () => (
  <div>
    <Link href="/import" className="btn">
      Choose files
    </Link>
  </div>
);
