import type { Context, ContextOwed, SourceQuote } from "@sidenote/contract/context";
import { Source } from "../sources.tsx";
import { Section } from "../ui/Section.tsx";
import { exactTime, howLong } from "../ui/when.ts";

export const owedSource = ({ sourceId, asks, start, end }: ContextOwed): SourceQuote => ({
  id: sourceId,
  quote: asks,
  start,
  end,
});

/** What waits for the member, and what the member waits for: first of all, because it is what to do next. */
export function WaitingCard({ context }: { context: Context }) {
  return (
    <>
      <Waiting title="Waiting for you" margin="owed" owed={context.owed.filter((one) => one.by === "you")} />
      <Waiting title="You await theirs" owed={context.owed.filter((one) => one.by === "them")} />
    </>
  );
}

function Waiting({ title, margin, owed }: { title: string; margin?: "owed"; owed: ContextOwed[] }) {
  const oldest = owed.map((one) => one.since).sort()[0];
  if (!oldest) return null;
  return (
    <Section
      title={title}
      margin={margin}
      aside={
        <span className={`tag num${margin ? " owed" : ""}`} title={exactTime(oldest)}>
          {howLong(oldest)}
        </span>
      }
    >
      <ul className="list">
        {owed.map((one) => (
          <li key={`${one.sourceId} ${one.start}`}>
            <span className="grow asks">
              {one.asks || one.subject}
              <Source source={owedSource(one)} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
