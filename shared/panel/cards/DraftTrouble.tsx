import type { Drafting } from "../drafting.ts";
import { Button } from "../ui/Button.tsx";
import { sentence } from "../ui/Load.tsx";

/** Why the built-in writer wrote a draft although a model is connected; nothing where it was the model. */
export function WhyBuiltin({ drafting }: { drafting: Drafting }) {
  const { writing, made } = drafting.draft;
  const { last } = drafting;
  const reason = writing ? writing.reason : (made?.fallback_reason ?? null);
  if (reason === null) return null;
  return (
    <>
      <span className="tag bad">Model did not answer</span>
      <p className="t-2 reason">
        {/[.!?]$/.test(reason) ? reason : `${reason}.`} {whoInstead(writing ?? made, writing !== null)}{" "}
        {!writing && drafting.canRepeat(last) && (
          <button type="button" className="link accent" onClick={() => drafting.repeat(last)}>
            Try the model again
          </button>
        )}
      </p>
    </>
  );
}

/** What became of a draft whose model did not answer. */
function whoInstead(draft: { behind: boolean } | null, isOn: boolean): string {
  if (!draft?.behind) return "This is the built-in writer’s draft instead.";
  return isOn ? "The built-in writer writes what is missing." : "The built-in writer wrote what was missing.";
}

/** What was asked for and could not be done, with the ways on. */
export function Failed({ drafting }: { drafting: Drafting }) {
  const { failed, cut } = drafting.draft;
  if (!failed) return null;
  return (
    <div className="stack failed" role="alert">
      <p>
        {sentence(failed.error)}
        {cut && " What had arrived stands below."}
      </p>
      {drafting.canRepeat(failed.asked) && (
        <div className="row">
          <Button small onClick={() => (cut ? drafting.goOn() : drafting.repeat(failed.asked))}>
            {cut ? "Go on" : "Try again"}
          </Button>
          <Button small onClick={() => (cut ? drafting.goOn(true) : drafting.repeat(failed.asked, true))}>
            Built-in writer
          </Button>
        </div>
      )}
    </div>
  );
}
