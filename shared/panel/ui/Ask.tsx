import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";

/** Asks once, before one of the few things that cannot be undone. */
export function Ask({
  open,
  title,
  go,
  keep,
  busy = false,
  onGo,
  onClose,
  children,
}: {
  open: boolean;
  title: string;
  /** What the button says that does it, and the one that leaves everything as it is. */
  go: string;
  keep: string;
  busy?: boolean;
  onGo: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <div className="ask stack">
        {children}
        <div className="row wrap">
          <Button look="bad" disabled={busy} onClick={onGo}>
            {go}
          </Button>
          {/* What cannot be undone is not what Enter does first. */}
          <Button look="quiet" onClick={onClose} autoFocus>
            {keep}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
