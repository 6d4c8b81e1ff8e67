import { activities } from "@sidenote/contract/activities";
import type { ActivityId } from "@sidenote/contract/ids";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Load } from "@sidenote/panel/ui/Load.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { dueDate, exactTime } from "@sidenote/panel/ui/when";
import { useCall, useWrite } from "../queries.ts";

const CHANGES = ["/v1/activities", "/v1/contacts", "/v1/companies", "/v1/search"];

/** The whole of a note, call, meeting or task, with what can be done about it. */
export function ActivityText({ id }: { id: ActivityId }) {
  const activity = useCall(activities.get, { id });
  const say = useToast();
  const restore = useWrite(activities.restore, { changes: CHANGES });
  const update = useWrite(activities.update, { changes: CHANGES });
  const remove = useWrite(activities.remove, {
    changes: CHANGES,
    onDone: () => say({ text: "Removed", undo: () => restore.mutate({ id }) }),
  });
  return (
    <Load query={activity}>
      {({ kind, text, dueAt, doneAt, outcome, version }) => (
        <div className="activity stack">
          <p className="said-text" dir="auto">
            {text}
          </p>
          <div className="row wrap">
            {kind === "task" && dueAt && <span title={exactTime(dueAt)}>{dueDate(dueAt)}</span>}
            {outcome && (
              <span className="t-meta">
                went {outcome === "positive" ? "well" : outcome === "negative" ? "badly" : "neither well nor badly"}
              </span>
            )}
            {kind === "task" && (
              <Button
                small
                onClick={() => update.mutate({ id, version, doneAt: doneAt ? null : new Date().toISOString() })}
              >
                {doneAt ? "Not done after all" : "Done"}
              </Button>
            )}
            <Button small look="quiet" onClick={() => remove.mutate({ id })}>
              Remove
            </Button>
          </div>
        </div>
      )}
    </Load>
  );
}
