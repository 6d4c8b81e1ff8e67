import type { Context } from "@sidenote/contract/context";
import { promises } from "@sidenote/contract/promises";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useClient } from "../client.ts";
import { Button } from "../ui/Button.tsx";
import { Section } from "../ui/Section.tsx";
import { count } from "../words.ts";
import { Owed, owedSource, Promised } from "./WaitingLine.tsx";

const KEPT = 3;

/** What nobody waits for any more: old promises, and those kept last, with the sentence that kept them. Folded away. */
export function SettledFold({ context: { contact, oldPromises = [], oldOwed = [] } }: { context: Context }) {
  const client = useClient();
  const [open, setOpen] = useState(false);
  const kept = useQuery({
    queryKey: ["kept promises", contact?.id],
    enabled: open && contact !== null,
    queryFn: async ({ signal }) =>
      (
        await client.api(
          promises.list,
          { state: "answered", kind: "promise", contactId: contact!.id, limit: KEPT },
          { signal },
        )
      ).items,
  });
  const all = oldPromises.length + oldOwed.length;
  if (all === 0) return null;
  return (
    <Section
      label="Not waited for"
      title={count(all, "older promise or question", "older promises and questions")}
      aside={
        <Button small look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "Fold" : "Show"}
        </Button>
      }
    >
      {open && (
        <ul className="list">
          {oldOwed.map((one) => (
            <Owed key={`owed ${one.sourceId} ${one.start}`} owed={one} source={owedSource(one)} settled />
          ))}
          {oldPromises.map((one) => (
            <Promised key={`${one.source.id} ${one.source.start}`} promise={one} settled />
          ))}
          {kept.data?.map((one) => (
            <Promised key={one.id} promise={one} settled answer={one.answer} />
          ))}
        </ul>
      )}
    </Section>
  );
}
