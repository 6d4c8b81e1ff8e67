import { capture } from "@sidenote/contract/capture";
import { useClient } from "@sidenote/panel/client";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Dialog } from "@sidenote/panel/ui/Dialog.tsx";
import { sentence } from "@sidenote/panel/ui/Load.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { count, grouped } from "@sidenote/panel/words";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { makeOld, useCall } from "../queries.ts";

/** Whatever tells of mail, or of somebody who was known from it. */
const OLD = ["/v1/capture", "/v1/threads", "/v1/emails", "/v1/contacts", "/v1/companies", "/v1/search", "/v1/context"];

/**
 * What is stored of those on the never-store list from before, and the way to have it forgotten: a part at a time, until all is or
 * the member stops.
 */
export function ForgetStored() {
  const { api } = useClient();
  const queries = useQueryClient();
  const say = useToast();
  const stored = useCall(capture.stored, {}).data?.mails ?? 0;
  const [asking, setAsking] = useState(false);
  /** How many of how many are forgotten, while they are. */
  const [under, setUnder] = useState<{ done: number; of: number } | null>(null);
  const stopped = useRef(false);
  const forget = async () => {
    setAsking(false);
    stopped.current = false;
    setUnder({ done: 0, of: stored });
    let done = 0;
    try {
      for (let left = stored; left > 0 && !stopped.current; ) {
        const gone = await api(capture.forgetStored, {});
        left = gone.mails > 0 ? gone.left : 0;
        done += gone.mails;
        setUnder({ done, of: done + gone.left });
      }
      say({ text: `${count(done, "mail")} forgotten.` });
    } catch (error) {
      say({ text: `${count(done, "mail")} forgotten, then: ${sentence(error)}` });
    }
    setUnder(null);
    await makeOld(queries, OLD);
  };
  if (under)
    return (
      <div className="row between after" role="status">
        <p className="t-2 num">
          Forgetting … {grouped(under.done)} of {grouped(under.of)}
        </p>
        <Button
          small
          onClick={() => {
            stopped.current = true;
          }}
        >
          Stop
        </Button>
      </div>
    );
  if (stored === 0) return null;
  return (
    <div className="row between after">
      <p className="t-2">
        {count(stored, "mail")} with them {stored === 1 ? "is" : "are"} stored from before.
      </p>
      <Button small look="quiet" onClick={() => setAsking(true)}>
        Forget them …
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={`Forget ${count(stored, "mail")}?`}>
        <div className="ask stack">
          <p>
            Each with somebody on your never-store list goes from Sidenote, with its files and with what was learnt from
            it. This cannot be undone.
          </p>
          <p className="t-2">In your mailbox they stay as they are.</p>
          <div className="row wrap">
            <Button look="bad" onClick={() => void forget()}>
              Forget for good
            </Button>
            {/* What cannot be undone is not what Enter does first. */}
            <Button look="quiet" onClick={() => setAsking(false)} autoFocus>
              Keep them
            </Button>
          </div>
        </div>
      </Dialog>
    </div>
  );
}
