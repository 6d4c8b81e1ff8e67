import type { Context, Statement } from "@sidenote/contract/context";
import { type ReactNode, useMemo, useRef, useState } from "react";
import type { Begun } from "./begun.ts";
import type { Captures } from "./captures.ts";
import { AwayStrip } from "./cards/AwayStrip.tsx";
import { CompanyCard } from "./cards/CompanyCard.tsx";
import { DraftCard } from "./cards/DraftCard.tsx";
import { Footer } from "./cards/Footer.tsx";
import { NoteCard } from "./cards/NoteCard.tsx";
import { PersonCard } from "./cards/PersonCard.tsx";
import { RefusedWrites } from "./cards/RefusedWrites.tsx";
import { RelationshipCard } from "./cards/RelationshipCard.tsx";
import { SaveRow } from "./cards/SaveRow.tsx";
import { SayingsCard, sayingsOf } from "./cards/SayingsCard.tsx";
import { TogetherCard } from "./cards/TogetherCard.tsx";
import { WaitingCard, waitingSources } from "./cards/WaitingCard.tsx";
import type { ServerState } from "./client.ts";
import { useContextOf } from "./context-of.ts";
import type { DraftState } from "./draft-state.ts";
import { useDraft } from "./drafts.ts";
import { ForgetThread } from "./ForgetThread.tsx";
import type { Host } from "./host.ts";
import { menuOf } from "./menu.ts";
import { usePainted } from "./painted.ts";
import { useProposing } from "./proposing.ts";
import { useSayings } from "./queries.ts";
import { useSaving } from "./saving.ts";
import { distinct, SourcesProvider } from "./sources.tsx";
import { useStill } from "./still.ts";
import type { Situation } from "./subject.ts";
import { Load, Skeleton } from "./ui/Load.tsx";
import type { MenuItem } from "./ui/Menu.tsx";

/** Everything about one person in one situation: who, what waits, what was, and what to say. */
export function About({
  situation,
  composed,
  begun: { notes, drafts },
  captures,
  server,
  host,
  header,
  instead,
}: {
  situation: Situation;
  /** What stands in the mail that is being written. */
  composed: string;
  begun: Begun;
  captures: Captures;
  server: ServerState;
  host: Host;
  header: (items: readonly MenuItem[]) => ReactNode;
  /** What has the place of the cards for a moment. */
  instead: ReactNode;
}) {
  const mails = situation.messages.length;
  const below = useRef<HTMLDivElement>(null);
  useStill(below);
  const known = useContextOf(situation);
  const draft = useDraft(drafts, situation.key);
  const context = known.data;
  const isNew = context !== undefined && context.contact === null;
  usePainted("sidenote kept", situation.key, known.isOld);
  usePainted("sidenote fresh", situation.key, context !== undefined && !known.isOld);
  useProposing(known.isOld ? null : context?.thread);
  const saving = useSaving(situation, context, { captures, drafts, away: server.away });
  const sayings = useSayings(situation, isNew);
  const said = useMemo(() => sayings.data && sayingsOf(sayings.data.statements, context), [sayings.data, context]);
  // Who is in a part already is not turned out of it.
  const isIn = below.current?.contains(document.activeElement) ?? false;
  const isComing = known.isPending || (isNew && sayings.isLoading && !isIn);
  const { threadKey } = situation;
  const [forgetting, setForgetting] = useOfThread(threadKey);
  const isThreadStored = threadKey !== null && (context?.thread || saving.saved);
  const items = menuOf({
    context,
    saving,
    host,
    refresh: () => void known.refetch(),
    forgetThread: isThreadStored ? () => setForgetting(true) : null,
  });
  const sources = useCited(context, said, draft);
  return (
    <SourcesProvider sources={sources} messages={situation.messages} host={host}>
      {header(items)}
      <AwayStrip
        server={server}
        asOf={context?.asOf}
        failed={known.error && { error: known.error, again: () => void known.refetch() }}
      />
      <RefusedWrites refused={server.refused} />
      {instead}
      {forgetting && (
        <ForgetThread
          key={threadKey}
          subject={situation.subject}
          onClose={() => setForgetting(false)}
          saving={saving}
          host={host}
        />
      )}
      <div className="panel-body" hidden={instead !== null}>
        <PersonCard situation={situation} context={context} isPending={known.isPending} host={host}>
          <SaveRow situation={situation} context={context} saving={saving} />
        </PersonCard>
        <Load query={known} skeleton={<Coming />}>
          {(data) => (
            <>
              <WaitingCard context={data} />
              {isNew && mails > 0 ? (
                <SayingsCard query={{ ...sayings, data: said }} mails={mails} />
              ) : (
                <TogetherCard context={data} host={host} />
              )}
              <CompanyCard company={data.company} host={host} />
            </>
          )}
        </Load>
        {/* What is coming takes its place first: nothing is shown only to be moved, unless it takes long. */}
        <div className={isComing ? "late patient" : undefined} ref={below}>
          <DraftCard
            situation={situation}
            composed={composed}
            context={context}
            drafts={drafts}
            host={host}
            away={server.away}
          />
          <NoteCard situation={situation} context={context} notes={notes} away={server.away} />
          {context?.contact && (
            <RelationshipCard
              id={context.contact.id}
              person={context.person}
              asks={!known.isOld}
              open={(path) => host.openWorkspace(path)}
            />
          )}
        </div>
      </div>
      <Footer
        draft={draft}
        isNew={isNew && saving.saved !== mails}
        sources={sources.length}
        age={known.isOld && !known.error && !server.away ? (context?.asOf ?? null) : null}
        away={server.away}
        stop={() => drafts.stop(situation.key)}
      />
    </SourcesProvider>
  );
}

const Coming = () => (
  <>
    <Skeleton widths={["30%", "100%", "86%"]} />
    <Skeleton widths={["24%", "100%", "64%", "72%"]} />
  </>
);

/** What is being asked about one thread is not answered for the next. */
function useOfThread(threadKey: string | null) {
  const [asked, setAsked] = useState<string | null>(null);
  if (asked !== null && asked !== threadKey) setAsked(null);
  return [asked !== null && asked === threadKey, (is: boolean) => setAsked(is ? threadKey : null)] as const;
}

/** Everything that is cited on the page, in the order in which the eye meets it. */
const useCited = (context: Context | undefined, said: Statement[] | undefined, { letter, made }: DraftState) =>
  useMemo(
    () =>
      distinct([
        ...(context ? waitingSources(context) : []),
        ...(said?.flatMap((one) => one.sources) ?? []),
        ...(letter?.statements.flatMap((one) => one.sources) ?? []),
        ...(made?.for_your_eyes?.map((one) => one.source) ?? []),
      ]),
    [context, said, letter, made],
  );
