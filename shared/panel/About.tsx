import { useMemo } from "react";
import { AwayStrip } from "./cards/AwayStrip.tsx";
import { DraftCard } from "./cards/DraftCard.tsx";
import { Footer } from "./cards/Footer.tsx";
import { NoteCard } from "./cards/NoteCard.tsx";
import { PersonCard } from "./cards/PersonCard.tsx";
import { TogetherCard } from "./cards/TogetherCard.tsx";
import { owedSource, WaitingCard } from "./cards/WaitingCard.tsx";
import type { ServerState } from "./client.ts";
import { type Drafts, useDraft } from "./drafts.ts";
import type { Host } from "./host.ts";
import { useContextOf } from "./queries.ts";
import { distinct, SourcesProvider } from "./sources.tsx";
import type { Situation } from "./subject.ts";
import { Load, Skeleton } from "./ui/Load.tsx";

/** Everything about one person in one situation: who, what waits, what was, and what to say. */
export function About({
  situation,
  drafts,
  server,
  host,
  hidden,
}: {
  situation: Situation;
  drafts: Drafts;
  server: ServerState;
  host: Host;
  hidden: boolean;
}) {
  const known = useContextOf(situation);
  const draft = useDraft(drafts, situation.key);
  const context = known.data;
  const sources = useMemo(
    () =>
      distinct([
        ...(context?.owed.map(owedSource) ?? []),
        ...(draft.letter?.statements.flatMap((one) => one.sources) ?? []),
      ]),
    [context, draft.letter],
  );
  return (
    <SourcesProvider sources={sources} messages={situation.messages} host={host}>
      <AwayStrip server={server} asOf={context?.asOf} />
      <main className="panel-body" hidden={hidden}>
        <PersonCard situation={situation} context={context} host={host} />
        <Load query={{ ...known, isPending: known.isPending, data: context }} skeleton={<Coming />}>
          {(data) => (
            <>
              <WaitingCard context={data} />
              <TogetherCard context={data} host={host} />
            </>
          )}
        </Load>
        <DraftCard
          key={situation.key}
          situation={situation}
          context={context}
          drafts={drafts}
          host={host}
          away={server.away}
        />
        <NoteCard key={`note ${situation.person.address}`} context={context} away={server.away} />
      </main>
      <Footer
        draft={draft}
        isNew={context !== undefined && context.contact === null}
        sources={sources.length}
        age={known.isOld && !server.away ? (context?.asOf ?? null) : null}
        stop={() => drafts.stop(situation.key)}
      />
    </SourcesProvider>
  );
}

const Coming = () => (
  <>
    <div className="section">
      <Skeleton widths={["30%", "100%", "86%"]} />
    </div>
    <div className="section">
      <Skeleton widths={["24%", "100%", "64%", "72%"]} />
    </div>
  </>
);
