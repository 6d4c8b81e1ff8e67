import type { ImportId } from "@sidenote/contract/ids";
import { type Import, imports } from "@sidenote/contract/imports";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Dialog } from "@sidenote/panel/ui/Dialog.tsx";
import { sentence } from "@sidenote/panel/ui/Load.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { size } from "@sidenote/panel/ui/when";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { makeOld, useWrite } from "../queries.ts";
import { useUploads } from "./uploads.ts";
import { keptWords, mails, removeWords, stayWords } from "./words.ts";

/** Stops an import, removes what arrived of it, or takes it back: each asks once, and says what can be undone of it. */
export function EndImport({ one }: { one: Import }) {
  const stop = useStop();
  const undo = useWrite(imports.undo, { changes: ["/v1/"] });
  const discard = useWrite(imports.discard, { changes: ["/v1/imports"] });
  const { id, state, counts, bytesReceived, keptUntil } = one;
  const arrived = size(bytesReceived);
  const kept = keptWords(counts);
  const onStop = () => stop.mutate(id);
  return (
    <>
      {state === "receiving" && (
        <Ask label="Stop" title="Stop this import?" go="Stop it" keep="Keep it" busy={stop.isPending} onGo={onStop}>
          <p>What has arrived, {arrived}, is thrown away. Brought again, it is sent from the beginning.</p>
        </Ask>
      )}
      {state === "running" && (
        <Ask label="Stop" title="Stop this import?" go="Stop it" keep="Keep it" busy={stop.isPending} onGo={onStop}>
          <p>What arrived is kept for three days, and it can go on where it stopped. {stayWords(counts)}</p>
        </Ask>
      )}
      {(state === "failed" || keptUntil) && (
        <Ask
          label="Remove"
          title="Remove what arrived?"
          go="Remove it"
          keep="Keep it"
          busy={stop.isPending || discard.isPending}
          onGo={state === "failed" ? onStop : () => discard.mutate({ id })}
        >
          <p>{removeWords(one)}</p>
        </Ask>
      )}
      {(state === "done" || state === "failed" || state === "cancelled") && kept && (
        <Ask
          label="Take it back"
          title="Take back this import?"
          go={counts.stored > 0 ? `Take back ${mails(counts.stored)}` : "Take it back"}
          keep="Keep it"
          busy={undo.isPending}
          onGo={() => undo.mutate({ id })}
        >
          <p>
            {kept} from Sidenote, with files and with what was learnt from {counts.stored === 1 ? "it" : "them"}. This
            cannot be undone.
          </p>
          <p className="t-2">
            What another import brought too, or you saved yourself, stays. In your mailbox everything stays as it is.
          </p>
        </Ask>
      )}
    </>
  );
}

function useStop() {
  const uploads = useUploads();
  const queries = useQueryClient();
  const say = useToast();
  return useMutation({
    mutationFn: (id: ImportId) => uploads.stop(id),
    onSuccess: () => makeOld(queries, ["/v1/imports"]),
    onError: (error) => say({ text: sentence(error) }),
  });
}

function Ask(props: {
  label: string;
  title: string;
  go: string;
  keep: string;
  busy: boolean;
  onGo: () => void;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const go = () => {
    close();
    props.onGo();
  };
  return (
    <>
      <Button disabled={props.busy} onClick={() => setOpen(true)}>
        {props.label}
      </Button>
      <Dialog open={open} onClose={close} title={props.title}>
        <div className="ask stack">
          {props.children}
          <div className="row wrap">
            <Button look="bad" onClick={go}>
              {props.go}
            </Button>
            {/* What cannot be undone is not what Enter does first. */}
            <Button look="quiet" onClick={close} autoFocus>
              {props.keep}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
