import { useState } from "react";
import type { Host } from "./host.ts";
import type { Saving } from "./saving.ts";
import { Button } from "./ui/Button.tsx";
import { Dialog } from "./ui/Dialog.tsx";

/** Asks once, because this is one of the few things that cannot be undone. */
export function ForgetThread({
  subject,
  onClose,
  saving,
  host,
}: {
  subject: string;
  onClose: () => void;
  saving: Saving;
  host: Host;
}) {
  const [busy, setBusy] = useState(false);
  const forget = async () => {
    setBusy(true);
    const isDone = await saving.forgetThread();
    setBusy(false);
    onClose();
    // Its page in the workspace has nothing left to show.
    if (isDone && host.kind === "workspace") host.openWorkspace("/mail");
  };
  return (
    <Dialog open onClose={onClose} title="Forget this thread?">
      <div className="ask stack">
        <p className="strong clip" title={subject}>
          {subject || "No subject"}
        </p>
        <p>
          Every mail of it that is saved goes from Sidenote, with its files and with what was learnt from it, and so
          does your draft here, and any other that rests on them. This cannot be undone, and nothing saves the thread
          again by itself.
        </p>
        <p className="t-2">In your mailbox it stays as it is.</p>
        <div className="row wrap">
          <Button look="bad" disabled={busy} onClick={() => void forget()}>
            Forget it for good
          </Button>
          {/* What cannot be undone is not what Enter does first. */}
          <Button look="quiet" onClick={onClose} autoFocus>
            Keep it
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
