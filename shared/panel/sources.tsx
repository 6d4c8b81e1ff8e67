import type { SourceQuote } from "@sidenote/contract/context";
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useMemo } from "react";
import { useClient } from "./client.ts";
import type { Host } from "./host.ts";
import { recordQuery, useOpenRecord } from "./queries.ts";
import type { Situation } from "./subject.ts";
import { Cite } from "./ui/Cite.tsx";
import { exactTime, shortDate } from "./ui/when.ts";

type Sources = {
  numberOf: (source: SourceQuote) => number;
  open: (id: string) => void;
  messages: Situation["messages"];
};

const Current = createContext<Sources | null>(null);
const keyOf = ({ id, start }: SourceQuote): string => `${id} ${start}`;

/** The sources of one page, each once, in the order in which the eye meets them. */
export const distinct = (sources: readonly SourceQuote[]): SourceQuote[] => [
  ...new Map(sources.map((one) => [keyOf(one), one])).values(),
];

/** One numbering for everything that is cited on the panel, so that the same words have the same number everywhere. */
export function SourcesProvider({
  sources,
  messages,
  host,
  children,
}: {
  sources: readonly SourceQuote[];
  messages: Situation["messages"];
  host: Host;
  children: ReactNode;
}) {
  const open = useOpenRecord(useCallback((path) => host.openWorkspace(path), [host]));
  const value = useMemo<Sources>(() => {
    const numbers = new Map(sources.map((one, i) => [keyOf(one), i + 1]));
    return {
      numberOf: (source) => numbers.get(keyOf(source)) ?? numbers.size + 1,
      open,
      messages,
    };
  }, [sources, messages, open]);
  return <Current.Provider value={value}>{children}</Current.Provider>;
}

/**
 * A word joiner: no line begins with a number that belongs to the words before it, or with the stop behind the number. It holds
 * text to text alone: beside a button the line has to be told to stay whole.
 */
const STAYS = "\u2060";

/** The number beside words that rest on a source. */
export function Source({ source }: { source: SourceQuote }) {
  const { numberOf, open } = useContext(Current)!;
  const isStored = !source.id.startsWith("screen:");
  return (
    <span className="whole">
      {STAYS}
      <Cite
        number={numberOf(source)}
        quote={source.quote}
        where={isStored ? <Where id={source.id} /> : <OnScreen id={source.id} />}
        onOpen={isStored ? () => open(source.id) : undefined}
      />
      {STAYS}
    </span>
  );
}

function Where({ id }: { id: string }) {
  const { data } = useQuery(recordQuery(useClient(), id));
  if (!data) return "…";
  return <Stands who={data.who} at={data.at} />;
}

function OnScreen({ id }: { id: string }) {
  const message = useContext(Current)!.messages[Number(id.slice("screen:".length))];
  if (!message) return "On this page";
  return <Stands who={message.from.name || message.from.address} at={message.at} and=" · on this page" />;
}

const Stands = ({ who, at, and = "" }: { who: string; at: string | null; and?: string }) => (
  <span title={at ? exactTime(at) : undefined}>
    {who}
    {at && `, ${shortDate(at)}`}
    {and}
  </span>
);
