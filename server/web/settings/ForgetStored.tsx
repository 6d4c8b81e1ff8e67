import { capture } from "@sidenote/contract/capture";
import { useClient } from "@sidenote/panel/client";
import { Ask } from "@sidenote/panel/ui/Ask.tsx";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { sentence } from "@sidenote/panel/ui/Load.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { count, grouped } from "@sidenote/panel/words";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { makeOld, useCall } from "../queries.ts";

/** Whatever tells of mail, or of somebody who was known from it. */
const OLD = [
  "/v1/capture",
  "/v1/imports",
  "/v1/threads",
  "/v1/emails",
  "/v1/contacts",
  "/v1/companies",
  "/v1/search",
  "/v1/context",
];

/**
 * What is stored of those on the never-store list from before, and the way to have it forgotten: a part at a time, until all is or
 * the member stops.
 */
export function ForgetStored() {
  const { mails = 0, unread = 0 } = useCall(capture.stored, {}).data ?? {};
  const { under, forget, stop } = useForgetting();
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  if (under)
    return (
      <div className="row between after" role="status">
        <p className="t-2 num">
          Forgetting … {grouped(under.done)} of {grouped(under.of)}
        </p>
        <Button small onClick={stop}>
          Stop
        </Button>
      </div>
    );
  if (mails + unread === 0) return null;
  const go = () => {
    close();
    void forget({ mails, unread });
  };
  return (
    <div className="row between after">
      <p className="t-2">
        {mails > 0 && `${count(mails, "mail")} with them ${mails === 1 ? "is" : "are"} stored from before. `}
        {unread > 0 && `What arrived of ${count(unread, "stopped import")} is kept, and may hold mail with them.`}
      </p>
      <Button small look="quiet" onClick={() => setAsking(true)}>
        Forget them …
      </Button>
      <Ask
        open={asking}
        title={mails > 0 ? `Forget ${count(mails, "mail")}?` : "Remove what arrived?"}
        go="Forget for good"
        keep="Keep them"
        onGo={go}
        onClose={close}
      >
        {mails > 0 && (
          <p>
            Each with somebody on your never-store list goes from Sidenote, with its files and with what was learnt from
            it. This cannot be undone.
          </p>
        )}
        {unread > 0 && (
          <p>What arrived of {count(unread, "stopped import")} goes, too: nobody has read who is in it.</p>
        )}
        <p className="t-2">In your mailbox they stay as they are.</p>
      </Ask>
    </div>
  );
}

function useForgetting() {
  const { api } = useClient();
  const queries = useQueryClient();
  const say = useToast();
  /** How many of how many are forgotten, while they are. */
  const [under, setUnder] = useState<{ done: number; of: number } | null>(null);
  const stopped = useRef(false);
  const forget = async ({ mails, unread }: { mails: number; unread: number }) => {
    stopped.current = false;
    setUnder({ done: 0, of: mails });
    let done = 0;
    try {
      for (let left = mails + unread; left > 0 && !stopped.current; ) {
        const gone = await api(capture.forgetStored, {});
        left = gone.mails > 0 ? gone.left : 0;
        done += gone.mails;
        setUnder({ done, of: done + gone.left });
      }
      say({ text: done > 0 ? `${count(done, "mail")} forgotten.` : "Removed." });
    } catch (error) {
      say({ text: `${count(done, "mail")} forgotten, then: ${sentence(error)}` });
    }
    setUnder(null);
    await makeOld(queries, OLD);
  };
  const stop = () => {
    stopped.current = true;
  };
  return { under, forget, stop };
}
