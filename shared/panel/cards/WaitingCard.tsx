import type { Context, ContextOwed, SourceQuote } from "@sidenote/contract/context";
import type { ContextPromise } from "@sidenote/contract/promises";
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Section } from "../ui/Section.tsx";
import { exactTime, howLong } from "../ui/when.ts";
import { SettledFold } from "./SettledFold.tsx";
import { Owed, owedSource, Promised } from "./WaitingLine.tsx";

/** So many lines that who and what was said stay in sight. */
const SHOWN = 4;

/** What waits for the member, and what the member waits for: first of all, because it is what to do next. */
export function WaitingCard({ context }: { context: Context }) {
  const { owed, promises = [] } = context;
  return (
    <>
      <Waiting
        key={`you ${context.person.address}`}
        title="Waiting for you"
        margin="owed"
        owed={owed.filter((one) => one.by === "you")}
        promises={promises.filter((one) => one.owes === "you")}
      />
      <Waiting
        key={`them ${context.person.address}`}
        title="Waiting for them"
        owed={owed.filter((one) => one.by === "them")}
        promises={promises.filter((one) => one.owes === "them" && one.owedTo === "you")}
      />
      <Proposed key={`proposed ${context.person.address}`} promises={context.proposed ?? []} />
      <SettledFold context={context} />
    </>
  );
}

function Waiting({
  title,
  margin,
  owed,
  promises,
}: {
  title: string;
  margin?: "owed";
  owed: ContextOwed[];
  promises: ContextPromise[];
}) {
  const [isWhole, setWhole] = useState(false);
  const oldest = [...owed.map((one) => one.since), ...promises.map((one) => one.at)].sort()[0];
  if (!oldest) return null;
  const age = (
    <span className={`tag num${margin ? " owed" : ""}`} title={`since ${exactTime(oldest)}`}>
      {howLong(oldest)}
    </span>
  );
  const lines = [
    ...owed.map((one) => <Owed key={`owed ${one.sourceId} ${one.start}`} owed={one} source={owedSource(one)} />),
    ...promises.map((one) => <Promised key={`promised ${one.source.id} ${one.source.start}`} promise={one} />),
  ];
  // One line alone takes no more room than the button that would show it.
  const isLong = lines.length > SHOWN + 1;
  return (
    <Section title={title} margin={margin} aside={age}>
      <ul className="list">{isLong && !isWhole ? lines.slice(0, SHOWN) : lines}</ul>
      {isLong && (
        <Button small look="quiet" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)} className="more-waits">
          {isWhole ? "Show fewer" : `Show ${lines.length - SHOWN} more`}
        </Button>
      )}
    </Section>
  );
}

/** What a model found that the rules had not: in the mail's words, and nothing that waits until a person says so. */
function Proposed({ promises }: { promises: readonly ContextPromise[] }) {
  const [first] = promises;
  if (!first) return null;
  return (
    <Section title="Perhaps also promised or asked">
      <ul className="list">
        {promises.map((one) => (
          <Promised key={`${one.source.id} ${one.source.start}`} promise={one} proposed />
        ))}
      </ul>
      <p className="t-meta found-by">
        Found by <bdi>{first.foundBy}</bdi>. It counts once you say yes.
      </p>
    </Section>
  );
}

/** What is cited here, in the order in which it stands. */
export function waitingSources({ owed, promises = [], proposed = [] }: Context): SourceQuote[] {
  const side = (by: "you" | "them") => [
    ...owed.filter((one) => one.by === by).map(owedSource),
    ...promises.filter((one) => one.owes === by).map((one) => one.source),
  ];
  return [...side("you"), ...side("them"), ...proposed.map((one) => one.source)];
}
