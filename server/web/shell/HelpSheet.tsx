import { Dialog } from "@sidenote/panel/ui/Dialog.tsx";
import { useShortcuts } from "./keys.tsx";
import { MOD } from "./Sidebar.tsx";

const NAMES: Record<string, string> = { Enter: "↵", Escape: "Esc", ArrowDown: "↓", ArrowUp: "↑" };
const shown = (key: string): string =>
  key.startsWith("mod+") ? `${MOD}${key.slice(4).toUpperCase()}` : (NAMES[key] ?? key);

/** Every key that does something on this page. */
export function HelpSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Keys">
      {open && <Shortcuts />}
    </Dialog>
  );
}

function Shortcuts() {
  const shortcuts = useShortcuts();
  return (
    <div className="stack" style={{ padding: 16 }}>
      <dl className="key-list">
        {shortcuts.map(({ key, label }) => (
          <div key={key} className="row">
            <dt>
              <kbd className="kbd">{shown(key)}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <p className="t-meta">Single letters can be switched off under Settings.</p>
    </div>
  );
}
