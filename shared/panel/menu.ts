import type { Context } from "@sidenote/contract/context";
import type { Host } from "./host.ts";
import type { Saving } from "./saving.ts";
import type { MenuItem } from "./ui/Menu.tsx";
import { firstName } from "./words.ts";

/** What is wanted now and then. */
export function menuOf({
  context,
  saving,
  host,
  refresh,
}: {
  context: Context | undefined;
  saving: Saving;
  host: Host;
  refresh: () => void;
}): MenuItem[] {
  const open = (label: string, path: string): MenuItem => ({ label, onSelect: () => host.openWorkspace(path) });
  const contact = context?.contact;
  const thread = context?.thread;
  return [
    ...(contact ? [open(`Open ${firstName(contact.name)}`, `/contacts/${contact.id}`)] : []),
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
  ];
}
