import type { Context, Statement } from "@sidenote/contract/context";
import { Source } from "../sources.tsx";
import { type Asked, Load, Skeleton } from "../ui/Load.tsx";
import { Section } from "../ui/Section.tsx";

const SHOWN = 5;

/** Of somebody new, what the mail itself says. What waits stands in its own place already. */
export function SayingsCard({ query, mails }: { query: Asked<Statement[]>; mails: number }) {
  if (query.data && query.data.length === 0) return null;
  return (
    <Section title={mails === 1 ? "What this mail says" : "What these mails say"}>
      <Load query={query} skeleton={<Skeleton widths={["86%", "64%"]} />}>
        {(sayings) => (
          <ul className="list">
            {sayings.map(({ text, sources }) => (
              <li key={text}>
                <span className="grow asks" dir="auto">
                  {text}
                  {sources.map((source) => (
                    <Source key={`${source.id} ${source.start}`} source={source} />
                  ))}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Load>
    </Section>
  );
}

/** Statements that rest on something, in the mail's own words where they only quote; without what waits. */
export function sayingsOf(statements: readonly Statement[], context: Context | undefined): Statement[] {
  const waits = new Set(context?.owed.map((one) => `${one.sourceId} ${one.start}`));
  const seen = new Set<string>();
  return statements
    .flatMap(({ text, sources }) => {
      const [only] = sources;
      if (!only || sources.some((one) => waits.has(`${one.id} ${one.start}`))) return [];
      const words = sources.length === 1 && text.endsWith(`“${only.quote}”`) ? only.quote : text;
      if (seen.has(words)) return [];
      seen.add(words);
      return [{ text: words, sources }];
    })
    .slice(0, SHOWN);
}
