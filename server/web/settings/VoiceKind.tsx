import type { ReactNode } from "react";

/** A headed row of what was learnt about how the member writes; `aside`: how sure it is. */
export function VoiceKind({ label, aside, children }: { label: string; aside?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a look of its own
    <div className="voice-kind" role="group" aria-label={label}>
      <div className="row between wrap">
        <h3 className="strong">{label}</h3>
        {aside && <span className="t-meta num">{aside}</span>}
      </div>
      <div className="voice-fields">{children}</div>
    </div>
  );
}
