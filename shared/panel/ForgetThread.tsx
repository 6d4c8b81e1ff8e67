import { useState } from "react";
import type { Host } from "./host.ts";
import type { Saving } from "./saving.ts";
import { Ask } from "./ui/Ask.tsx";

/** What goes with a thread, before it goes. */
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
    <Ask
      open
      title="Forget this thread?"
      go="Forget it for good"
      keep="Keep it"
      busy={busy}
      onGo={() => void forget()}
      onClose={onClose}
    >
      <p className="strong clip" title={subject}>
        {subject || "No subject"}
      </p>
      <p>
        Every mail of it that is saved goes from Sidenote, with its files and with what was learnt from it, and so does
        your draft here, and any other that rests on them. This cannot be undone, and nothing saves the thread again by
        itself.
      </p>
      <p className="t-2">In your mailbox it stays as it is.</p>
    </Ask>
  );
}
