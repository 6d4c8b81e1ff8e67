import type { ContextOwed, SourceQuote } from "@sidenote/contract/context";
import { type ContextPromise, promises } from "@sidenote/contract/promises";
import { useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import { useClient } from "../client.ts";
import { Source } from "../sources.tsx";
import { Button, IconButton } from "../ui/Button.tsx";
import { sentence } from "../ui/Load.tsx";
import { useToast } from "../ui/Toasts.tsx";
import { dueDate, shortDate } from "../ui/when.ts";

/** A question that is not answered yet, in its own words. */
export function Owed({
  owed: { asks, subject, since },
  source,
  settled = false,
}: {
  owed: ContextOwed;
  source: SourceQuote;
  settled?: boolean;
}) {
  return (
    <li className={settled ? "settled" : undefined}>
      <span className="grow asks" dir="auto">
        {asks || subject}
        <Source source={source} />
        {settled && <span className="t-meta num due">{shortDate(since)}</span>}
      </span>
    </li>
  );
}

export const owedSource = ({ sourceId, asks, start, end }: ContextOwed): SourceQuote => ({
  id: sourceId,
  quote: asks,
  start,
  end,
});

type Decision = "done" | "dismissed" | "open";
const SAID = { done: "Done.", dismissed: "Not a promise, then.", open: "Open, until you say otherwise." } as const;

/**
 * A promise or a question of either side. A person's word that it is done, none, or still open stands above every reading of the
 * mail. `settled`: nobody waits for it any more, or a mail kept it, in the words of `answer`. `proposed`: a model found it, and it counts
 * once a person says so.
 */
export function Promised({
  promise,
  settled = false,
  proposed = false,
  answer,
}: {
  promise: ContextPromise;
  settled?: boolean;
  proposed?: boolean;
  answer?: SourceQuote | null;
}) {
  const client = useClient();
  const queries = useQueryClient();
  const toast = useToast();
  const [gone, setGone] = useState(false);
  const { id, kind, owes, source, due, version } = promise;

  const decide = async (decision: Decision) => {
    if (!id) return;
    setGone(true);
    const refresh = () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["context"] }),
        queries.invalidateQueries({ queryKey: ["kept promises"] }),
      ]);
    try {
      const after = await client.api(promises.decide, { id, version, decision });
      const undo = async () => {
        await client.api(promises.decide, { id, version: after.version, decision: null });
        setGone(false);
        await refresh();
      };
      toast({ text: SAID[decision], undo });
      await refresh();
    } catch (error) {
      setGone(false);
      toast({ text: sentence(error) });
    }
  };
  if (gone) return null;
  return (
    <li className={settled ? "settled" : undefined}>
      <span className="grow asks">
        {kind === "promise" && <span className="t-2">{owes === "you" ? "You promised: " : "Promised: "}</span>}
        <bdi>{source.quote}</bdi>
        <Source source={source} />
        {due && " "}
        {due && <span className="t-meta num due">{dueDate(due.on)}</span>}
        {settled && !due && <span className="t-meta num due">{shortDate(promise.at)}</span>}
        {answer && (
          <span className="kept t-2">
            Kept: “<bdi>{answer.quote}</bdi>”
            <Source source={answer} />
          </span>
        )}
      </span>
      {id && (
        <span className="row decide">
          {settled && (
            <Button look="quiet" small onClick={() => void decide("open")}>
              Still open
            </Button>
          )}
          {proposed && (
            <Button look="quiet" small onClick={() => void decide("open")}>
              Yes
            </Button>
          )}
          {!answer && !proposed && (
            <Button look="quiet" small onClick={() => void decide("done")}>
              Done
            </Button>
          )}
          <IconButton
            small
            icon={X}
            label={kind === "promise" ? "Not a promise" : "Not a question"}
            onClick={() => void decide("dismissed")}
          />
        </span>
      )}
    </li>
  );
}
