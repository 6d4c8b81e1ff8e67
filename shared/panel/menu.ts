import type { Context } from "@sidenote/contract/context";
import type { Host } from "./host.ts";
import type { Saving } from "./saving.ts";
import type { MenuItem } from "./ui/Menu.tsx";
import { calledBy } from "./words.ts";

/** What is wanted now and then. */
export function menuOf({
  context,
  saving,
  host,
  refresh,
  forgetThread,
}: {
  context: Context | undefined;
  saving: Saving;
  host: Host;
  refresh: () => void;
  /** Null where no thread of it is stored. */
  forgetThread: (() => void) | null;
}): MenuItem[] {
  const open = (label: string, path: string): MenuItem => ({ label, onSelect: () => host.openWorkspace(path) });
  const contact = context?.contact;
  const thread = context?.thread;
  return [
    ...(contact ? [open(`Open ${calledBy(context.person)}`, `/contacts/${contact.id}`)] : []),
    ...(thread && host.kind !== "workspace" ? [open("Open the thread", `/threads/${thread.id}`)] : []),
    ...(host.kind === "workspace" ? [] : [open("Open the workspace", "/")]),
    "line",
    { label: "Look again", onSelect: refresh },
    ...(saving.saved
      ? [
          {
            label: saving.saved === 1 ? "Forget this mail" : "Forget these mails",
            onSelect: saving.forgetMails,
            bad: true,
          },
        ]
      : []),
    ...(forgetThread ? [{ label: "Forget this thread …", onSelect: forgetThread, bad: true }] : []),
  ];
}
