import type { DraftState } from "../draft-state.ts";
import { useModel } from "../queries.ts";
import { Button } from "../ui/Button.tsx";
import { shortDate } from "../ui/when.ts";
import { count } from "../words.ts";

/** Which writer it was and whether anything left the machine: always there, beside every draft. */
export function Footer({
  draft,
  isNew,
  sources,
  age,
  away,
  stop,
}: {
  draft: DraftState;
  /** Nothing of this person and page is saved. */
  isNew: boolean;
  sources: number;
  /** Since when what is shown is known, where it is old. */
  age: string | null;
  away: boolean;
  stop: () => void;
}) {
  const model = useModel().data;
  const line = writerLine(draft, model);
  const counted = sources > 0 && (line !== null || !isNew);
  return (
    <footer className="foot row between t-meta">
      <span className="grow">{line ?? (isNew ? NEW : (comingLine(model) ?? (away ? AWAY : null)))}</span>
      {draft.writing ? (
        <Button look="quiet" small keys="Esc" onClick={stop} className="stop">
          Stop
        </Button>
      ) : (
        <span className="num count">{age ? `as of ${shortDate(age)}` : counted && count(sources, "source")}</span>
      )}
    </footer>
  );
}

const AWAY = "Nothing leaves this machine";
const NEW = "Not saved. Nothing of this page is kept until you save.";

type Settings = ReturnType<typeof useModel>["data"];

function writerLine({ made, writing }: DraftState, model: Settings): string | null {
  if (writing) return comingLine(model) ?? "Writing";
  if (!made) return null;
  const writer = made.model_used === "builtin" ? "Built-in writer" : made.model_used;
  // What had arrived before came from an answer that never ended: where that was sent, the settings say.
  const left = made.left_machine || (made.behind && goesOut(model));
  return `${writer}${made.behind ? " went on" : ""} · ${left ? "sent unmasked" : "nothing left this machine"}`;
}

const goesOut = (model: Settings): boolean =>
  model !== undefined && model.baseUrl !== null && model.local === false && model.sendUnmasked;

/** What will happen to the mail when a draft is asked for, said before it is. */
function comingLine(model: Settings): string | null {
  if (!model) return null;
  if (goesOut(model)) return `${model.model ?? "The model"} · sends unmasked to ${new URL(model.baseUrl!).hostname}`;
  const writes = model.baseUrl !== null && model.local === true;
  return `${writes ? (model.model ?? "Your model") : "Built-in writer"} · nothing leaves this machine`;
}
