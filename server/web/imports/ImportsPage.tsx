import { type Import, imports } from "@sidenote/contract/imports";
import type { Me } from "@sidenote/contract/organizations";
import { Load, Skeleton } from "@sidenote/panel/ui/Load.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { exactTime, shortDate, size } from "@sidenote/panel/ui/when";
import { Link } from "wouter";
import { More } from "../parts/More.tsx";
import { Page } from "../parts/Page.tsx";
import { arrowKeys, useRowKeys } from "../parts/row-keys.ts";
import { usePages } from "../queries.ts";
import { ChooseFiles } from "./ChooseFiles.tsx";
import { rowWords, standing } from "./words.ts";

/** Bringing mail in, and every import so far. */
export function ImportsPage({ me }: { me: Me }) {
  const list = usePages(imports.list, {});
  const rows = useRowKeys<HTMLUListElement>();
  return (
    <Page title="Import">
      <ChooseFiles me={me} />
      <p className="t-2 hint">
        Or from the command line: <code>npm run -s sidenote -- import PATH</code>
      </p>
      <Section title="Imports so far" aside={<Link href="/ledger">Ledger: does it all add up?</Link>}>
        <Load
          query={list}
          skeleton={<Skeleton widths={["50%", "64%"]} />}
          isEmpty={(data) => data.pages[0]?.items.length === 0}
          empty={<p className="t-2">None yet. Importing the same mail twice stores it once.</p>}
        >
          {({ pages }) => (
            <ul className="rows" ref={rows} onKeyDown={arrowKeys}>
              {pages
                .flatMap((page) => page.items)
                .map((one) => (
                  <Row key={one.id} one={one} />
                ))}
            </ul>
          )}
        </Load>
        <More list={list} />
      </Section>
    </Page>
  );
}

function Row({ one }: { one: Import }) {
  const { label, tag } = standing(one);
  return (
    <li className="record-row">
      <Link href={`/imports/${one.id}`} className="record-link import-row" data-row>
        <span className="clip strong">{one.name}</span>
        <span className={`tag ${tag}`}>{label}</span>
        <span className="clip t-2 wide num">{rowWords(one)}</span>
        <span className="t-meta num wide when">{size(one.bytesReceived)}</span>
        <time className="t-meta num when" dateTime={one.createdAt} title={exactTime(one.createdAt)}>
          {shortDate(one.createdAt)}
        </time>
      </Link>
    </li>
  );
}
