import { ChevronDown } from "lucide-react";
import { SEND_KEYS, useSendKey } from "../keys.ts";
import type { Situation } from "../subject.ts";
import { Button, Chip } from "../ui/Button.tsx";
import { Menu } from "../ui/Menu.tsx";
import { purposesOf, TONES, type Wish } from "../wishes.ts";

type Props = { wish: Wish; onChange: (change: Partial<Wish>) => void };

/** What to write, before anything is written: one press is enough. */
export function DraftWish({
  situation,
  wish,
  onChange,
  onWrite,
  onReplies,
  away,
}: Props & {
  situation: Situation;
  onWrite: () => void;
  /** Asks for short replies; absent where there is nothing to reply to. */
  onReplies: (() => void) | undefined;
  away: boolean;
}) {
  useSendKey(() => !away && onWrite());
  return (
    <div className="stack wish">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a look of its own */}
      <div className="row wrap chips" role="group" aria-label="Purpose">
        {purposesOf(situation).map(({ label }) => (
          <Chip key={label} on={label === wish.purpose} onClick={() => onChange({ purpose: label })}>
            {label}
          </Chip>
        ))}
      </div>
      <textarea
        className="field"
        dir="auto"
        rows={Math.min(6, Math.max(1, wish.points.split("\n").length))}
        aria-label="What it should say, one point a line"
        placeholder="What it should say (optional)"
        value={wish.points}
        onChange={(event) => onChange({ points: event.target.value })}
      />
      <div className="row wrap">
        <Button look="primary" onClick={onWrite} disabled={away} keys={SEND_KEYS}>
          Write
        </Button>
        {onReplies && (
          <Button onClick={onReplies} disabled={away}>
            Short replies
          </Button>
        )}
        {away && <span className="t-meta">Writing waits for the server.</span>}
      </div>
    </div>
  );
}

export function PurposeMenu({ situation, wish, onChange }: Props & { situation: Situation }) {
  const items = purposesOf(situation).map(({ label }) => ({
    label,
    checked: label === wish.purpose,
    onSelect: () => onChange({ purpose: label }),
  }));
  return (
    <Menu items={items}>
      <button type="button" className="chip on" aria-label={`Purpose: ${wish.purpose}`}>
        {wish.purpose}
        <ChevronDown size={12} aria-hidden />
      </button>
    </Menu>
  );
}

export function ToneMenu({ wish, onChange }: Props) {
  const { label } = TONES.find((one) => one.tone === wish.tone)!;
  const items = TONES.map((one) => ({
    label: one.label,
    checked: one.tone === wish.tone,
    onSelect: () => onChange({ tone: one.tone }),
  }));
  return (
    <Menu items={items}>
      <button type="button" className="chip" aria-label={`Tone: ${label}`}>
        {label}
        <ChevronDown size={12} aria-hidden />
      </button>
    </Menu>
  );
}
