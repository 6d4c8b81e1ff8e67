import type { ImportId } from "@sidenote/contract/ids";
import { type Import, imports } from "@sidenote/contract/imports";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { sentence } from "@sidenote/panel/ui/Load.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { size } from "@sidenote/panel/ui/when";
import { useRef } from "react";
import { useWrite } from "../queries.ts";
import { DropZone } from "./ChooseFiles.tsx";
import { bytesOf, useUpload, useUploads } from "./uploads.ts";
import { outcomeWords, timeLeft } from "./words.ts";

/** How far it is: bytes on their way, then mails being read. */
export function Progress({ one }: { one: Import }) {
  const upload = useUpload(one.id);
  if (one.state === "receiving" && !upload) return <Interrupted one={one} />;
  if (one.state === "receiving" && upload) return <Sending one={one} />;
  return <Reading one={one} />;
}

function Sending({ one }: { one: Import }) {
  const uploads = useUploads();
  const say = useToast();
  const { sent, total, startedAt, startedFrom, waiting, error } = useUpload(one.id)!;
  if (error)
    return (
      <div className="hint stack" role="alert">
        <p className="t-bad">{sentence(error)}</p>
        <p className="t-2">What has arrived is kept.</p>
        <div className="row">
          <Button
            look="primary"
            onClick={() => void uploads.again(one.id).catch((failure) => say({ text: sentence(failure) }))}
          >
            Go on
          </Button>
        </div>
      </div>
    );
  const left = waiting ? "" : timeLeft(sent - startedFrom, total - startedFrom, startedAt, Date.now());
  return (
    <div className="hint stack">
      <Bar label="Sent" done={sent} total={total} />
      <p className="t-2 num">
        {sent >= total ? "Everything has arrived; reading begins" : `${size(sent)} of ${size(total)} sent`}
        {left && ` · ${left}`}
        {waiting && " · the server is away; it goes on by itself"}
      </p>
      {sent < total && (
        <p className="t-meta">
          Keep this page open until everything is sent. You can look at other pages here meanwhile.
        </p>
      )}
    </div>
  );
}

function Reading({ one }: { one: Import }) {
  const { state, counts, bytesRead, bytesTotal } = one;
  const began = useRef({ at: Date.now(), bytes: bytesRead });
  const left = timeLeft(
    bytesRead - began.current.bytes,
    bytesTotal && bytesTotal - began.current.bytes,
    began.current.at,
    Date.now(),
  );
  if (state === "undoing") return one.error ? <GoOnTakingBack id={one.id} /> : <TakingBack />;
  return (
    <div className="hint stack">
      <Bar label="Read" done={bytesRead} total={bytesTotal} />
      <p className="t-2 num">
        {bytesTotal ? `${size(bytesRead)} of ${size(bytesTotal)} read` : `${size(bytesRead)} read`}
        {left && ` · ${left}`}
      </p>
      <p className="num">{outcomeWords(counts) || "Looking at the first mails …"}</p>
      <p className="t-meta">You can close this page: reading goes on, also after the server was stopped.</p>
    </div>
  );
}

const TakingBack = () => (
  <p className="hint t-2" role="status">
    Taking back what was stored …
  </p>
);

/** It gave up after many tries; what it has taken back by then is gone. */
function GoOnTakingBack({ id }: { id: ImportId }) {
  const undo = useWrite(imports.undo, { changes: ["/v1/"] });
  return (
    <div className="hint row">
      <Button look="primary" disabled={undo.isPending} onClick={() => undo.mutate({ id })}>
        Go on
      </Button>
    </div>
  );
}

/** The page that was sending is gone. The same files make the same bytes, so it can go on. */
function Interrupted({ one }: { one: Import }) {
  return (
    <div className="hint stack">
      <p>
        {size(one.bytesReceived)}
        {one.bytesTotal ? ` of ${size(one.bytesTotal)}` : ""} arrived. This page is not sending: where nothing else is
        either, choose the same files again to go on, or stop it.
      </p>
      <GoOn one={one} />
    </div>
  );
}

function GoOn({ one }: { one: Import }) {
  const uploads = useUploads();
  const say = useToast();
  return (
    <DropZone
      onFiles={(files) => {
        if (one.bytesTotal !== null && bytesOf(files).size !== one.bytesTotal)
          say({ text: "These are not the same files. Stop this import and begin a new one" });
        else void uploads.send(one, files);
      }}
    >
      <p className="t-2">The same files or the same folder as before</p>
    </DropZone>
  );
}

function Bar({ label, done, total }: { label: string; done: number; total: number | null }) {
  const percent = total ? Math.min(100, (done / total) * 100) : 0;
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(percent)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <div style={{ width: `${percent}%` }} />
    </div>
  );
}
