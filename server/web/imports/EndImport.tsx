import type { ImportId } from "@sidenote/contract/ids";
import { type Import, imports } from "@sidenote/contract/imports";
import { Ask } from "@sidenote/panel/ui/Ask.tsx";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { sentence } from "@sidenote/panel/ui/Load.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { size } from "@sidenote/panel/ui/when";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ComponentProps, useState } from "react";
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
      {(state === "receiving" || state === "running") && (
        <AskFirst
          label="Stop"
          title="Stop this import?"
          go="Stop it"
          keep="Keep it"
          busy={stop.isPending}
          onGo={onStop}
        >
          <p>
            {state === "receiving"
              ? `What has arrived, ${arrived}, is thrown away. Brought again, it is sent from the beginning.`
              : `What arrived is kept for three days, and it can go on where it stopped. ${stayWords(counts)}`}
          </p>
        </AskFirst>
      )}
      {(state === "failed" || keptUntil) && (
        <AskFirst
          label="Remove"
          title="Remove what arrived?"
          go="Remove it"
          keep="Keep it"
          busy={stop.isPending || discard.isPending}
          onGo={state === "failed" ? onStop : () => discard.mutate({ id })}
        >
          <p>{removeWords(one)}</p>
        </AskFirst>
      )}
      {(state === "done" || state === "failed" || state === "cancelled") && kept && (
        <AskFirst
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
        </AskFirst>
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

function AskFirst({
  label,
  busy,
  onGo,
  ...asked
}: Omit<ComponentProps<typeof Ask>, "open" | "onClose"> & { label: string }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const go = () => {
    close();
    onGo();
  };
  return (
    <>
      <Button disabled={busy} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Ask {...asked} open={open} onGo={go} onClose={close} />
    </>
  );
}
