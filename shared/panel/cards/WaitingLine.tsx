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
import { shortDate } from "../ui/when.ts";

/** A question that is not answered yet, in its own words. */
export function Owed({ owed: { asks, subject }, source }: { owed: ContextOwed; source: SourceQuote }) {
  return (
    <li>
      <span className="grow asks">
        {asks || subject}
        <Source source={source} />
      </span>
    </li>
  );
}

/** A promise or a question of either side. A person's word that it is done, or none, stands above every reading of the mail. */
export function Promised({ promise }: { promise: ContextPromise }) {
  const client = useClient();
  const queries = useQueryClient();
  const toast = useToast();
  const [gone, setGone] = useState(false);
  const { id, kind, owes, source, due, version } = promise;

  const decide = async (decision: "done" | "dismissed") => {
    if (!id) return;
    setGone(true);
    const refresh = () => queries.invalidateQueries({ queryKey: ["context"] });
    try {
      const after = await client.api(promises.decide, { id, version, decision });
      const undo = async () => {
        await client.api(promises.decide, { id, version: after.version, decision: null });
        setGone(false);
        await refresh();
      };
      toast({ text: decision === "done" ? "Done." : "Not a promise, then.", undo });
      await refresh();
    } catch (error) {
      setGone(false);
      toast({ text: sentence(error) });
    }
  };
  if (gone) return null;
  return (
    <li>
      <span className="grow asks">
        {kind === "promise" && <span className="t-2">{owes === "you" ? "You promised: " : "Promised: "}</span>}
        {source.quote}
        <Source source={source} />
        {due && <span className="t-meta num due">due {shortDate(`${due.on}T12:00:00Z`)}</span>}
      </span>
      {id && (
        <span className="row decide">
          <Button look="quiet" small onClick={() => void decide("done")}>
            Done
          </Button>
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
