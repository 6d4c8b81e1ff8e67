import { ledger } from "@sidenote/contract/ledger";
import { Empty, Load, Skeleton } from "@sidenote/panel/ui/Load.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { Link } from "wouter";
import { mails } from "../imports/words.ts";
import { More } from "../parts/More.tsx";
import { Page } from "../parts/Page.tsx";
import { usePages } from "../queries.ts";
import { PanelItems } from "./PanelItems.tsx";
import { SourceRow } from "./SourceRow.tsx";
import { sumWords } from "./words.ts";

/** What every source brought and what became of each message of it; and whether all of that adds up. */
export function LedgerPage() {
  const sums = usePages(ledger.sums, {});
  return (
    <Page
      title="Ledger"
      name={
        <div>
          <Link href="/import" className="t-meta">
            Import
          </Link>
          <h1 className="t-page">Ledger</h1>
        </div>
      }
    >
      <Load
        query={sums}
        skeleton={<Skeleton widths={["40%", "72%", "60%"]} />}
        isEmpty={({ pages }) => pages[0]?.items.length === 0 && pages[0].mails === 0}
        empty={
          <Empty title="Nothing came in yet">
            <Link href="/import" className="btn">
              Import mail
            </Link>
          </Empty>
        }
      >
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return (
            <>
              <Verdict of={pages[0]!} />
              <Section title="Sources">
                <ul className="rows">
                  {items.map((source) => (
                    <SourceRow key={source.importId ?? source.kind} source={source} />
                  ))}
                </ul>
                <More list={sums} />
              </Section>
              {items.some(({ kind }) => kind === "panel") && <PanelItems />}
            </>
          );
        }}
      </Load>
    </Page>
  );
}

type Sums = ReturnType<typeof ledger.sums.output.parse>;

function Verdict({ of: { sums, mails: here, unaccounted, reconciled } }: { of: Sums }) {
  return (
    <div className="hint stack">
      <p className="t-read">
        {reconciled ? (
          <>
            <span className="tag good">Adds up</span> Every message that came in is accounted for, and {mails(here)}{" "}
            {here === 1 ? "is" : "are"} here now.
          </>
        ) : (
          <>
            <span className="tag bad">Does not add up</span>{" "}
            {unaccounted > 0
              ? `${mails(unaccounted)} here came from no source that is known.`
              : "The sums of a source below do not agree with its messages."}
          </>
        )}
      </p>
      <p className="t-2 num">{sumWords(sums)}</p>
    </div>
  );
}
