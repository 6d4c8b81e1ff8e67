import { emails, type Thread } from "@sidenote/contract/emails";
import type { ThreadId } from "@sidenote/contract/ids";
import type { Me } from "@sidenote/contract/organizations";
import { Button, IconButton } from "@sidenote/panel/ui/Button.tsx";
import { Skeleton } from "@sidenote/panel/ui/Load.tsx";
import { ArrowLeft, PanelRight } from "lucide-react";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { useBegun } from "../parts/begun.ts";
import { DockedPanel, focusInPanel, usePanelFocus } from "../parts/DockedPanel.tsx";
import { OneRecord } from "../parts/OneRecord.tsx";
import { usePanelPlace } from "../parts/panel-place.ts";
import { useCall } from "../queries.ts";
import { useKeys } from "../shell/keys.tsx";
import { useTitle } from "../shell/title.ts";
import { Letters } from "./Letters.tsx";
import { Reply, type ReplyDraft } from "./Reply.tsx";
import { createWorkspaceHost } from "./workspace-host.ts";

/** One thread with the panel beside it. A draft from the panel becomes a reply under the mails; nothing is sent from here. */
export function ThreadPane({
  me,
  id,
  back,
  marked,
}: {
  me: Me;
  id: ThreadId;
  back: () => void;
  marked: string | null;
}) {
  const thread = useCall(emails.thread, { id });
  const [, navigate] = useLocation();
  const panel = usePanelPlace();
  const [reply, setReply] = useBegun<ReplyDraft | null>(`reply ${id}`, null);
  const [host] = useState(() => createWorkspaceHost({ navigate, setReply, collapse: () => panel.set(false) }));
  usePanelFocus(panel.open);
  const subject = thread.data?.subject;
  useTitle(subject === undefined ? undefined : subject || "No subject");
  useEffect(() => host.look(thread.data ?? null, reply), [host, thread.data, reply]);
  /** Opens the panel where it is folded; the same letter in it leads on. */
  const go = (to: Parameters<typeof focusInPanel>[0]) => (panel.open ? focusInPanel(to) : panel.set(true));
  useKeys([
    { key: "p", label: "Show or fold the panel", run: () => panel.set(!panel.open) },
    { key: "d", label: "Draft in the panel", run: () => go("draft") },
    { key: "n", label: "Note in the panel", run: () => go("note") },
  ]);
  return (
    <>
      <section className="thread-pane" aria-label="Thread">
        <header className="bar">
          <IconButton icon={ArrowLeft} label="Back to the list" className="back" onClick={back} />
          <div className="grow">
            <h1 className="t-name clip" dir="auto" title={subject}>
              {subject === "" ? "No subject" : subject}
            </h1>
            {thread.data && <p className="t-meta clip">{about(thread.data)}</p>}
          </div>
          {!panel.open && (
            <Button onClick={() => panel.set(true)} title="Show the panel (p)" data-opens-panel>
              <PanelRight size={16} strokeWidth={1.75} aria-hidden /> Sidenote
            </Button>
          )}
        </header>
        <div className="scroll">
          <OneRecord query={thread} what="thread" skeleton={<Skeleton widths={["30%", "80%", "92%", "64%", "88%"]} />}>
            {(data) => (
              <>
                <Letters me={me} thread={data} marked={marked} />
                <Reply thread={data} reply={reply} change={setReply} />
              </>
            )}
          </OneRecord>
        </div>
      </section>
      {panel.open && thread.data && <DockedPanel host={host.host} panel={panel} />}
    </>
  );
}

function about({ people, emails: mails }: Thread): string {
  const names = people.map(({ name, address }) => name || address);
  const shown = names.length > 4 ? [...names.slice(0, 4), `${names.length - 4} more`] : names;
  const you = mails.some(({ direction }) => direction !== "observed") ? ["you"] : [];
  const shared = mails.every((mail) => mail.shared) ? "shared with your organization" : "only you can see this thread";
  return `${[...shown, ...you].join(", ")} · ${mails.length === 1 ? "1 mail" : `${mails.length} mails`} · ${shared}`;
}
