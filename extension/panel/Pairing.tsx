import { Button } from "@sidenote/panel/ui/Button.tsx";
import { type ReactNode, useEffect, useState } from "react";
import { browser } from "wxt/browser";
import { askAs, type PanelAsks, type Session } from "../messages.ts";
import { usePairing } from "./use-pairing.ts";

const ask = askAs<PanelAsks>("panel");

/** The first thing that a member sees: a code to confirm in the workspace, where what it allows is listed. */
export function Pairing({ session }: { session: Session }) {
  const { pairing, again } = usePairing();
  const server = <span className="strong">{new URL(session.server).host}</span>;
  const another = (
    <a href={browser.runtime.getURL("/options.html")} target="_blank" rel="noreferrer">
      another server
    </a>
  );
  if (!pairing || pairing.state === "paired") return <Middle busy={true} />;
  if (pairing.state === "away")
    return (
      <Middle>
        <h1 className="t-name">No server at {server}</h1>
        <p className="t-2">Start it with “npm start” in Sidenote’s folder. This page notices by itself.</p>
        <Button onClick={again}>Try now</Button>
        <p className="t-meta">or use {another}</p>
      </Middle>
    );
  if (pairing.state === "failed")
    return (
      <Middle>
        <h1 className="t-name">No code this time</h1>
        <p className="t-2">{pairing.reason}</p>
        <Button onClick={again}>Try again</Button>
      </Middle>
    );
  if (pairing.state !== "waiting")
    return (
      <Middle>
        <h1 className="t-name">{pairing.state === "denied" ? "The code was refused" : "The code has expired"}</h1>
        <p className="t-2">
          {pairing.state === "denied" ? "Somebody refused it in the workspace." : "Codes live for ten minutes."}
        </p>
        <Button look="primary" onClick={again}>
          Get a new code
        </Button>
      </Middle>
    );
  return (
    <Middle>
      <h1 className="t-name">{session.lost ? "Pair again with your server" : "Pair with your server"}</h1>
      <p className="t-2">
        {session.lost
          ? "This browser was unpaired there. Open this code in the workspace and confirm:"
          : "Open this code in the workspace and confirm:"}
      </p>
      <output className="code" aria-label="Pairing code">
        {pairing.userCode.replace("-", "–")}
      </output>
      <Button look="primary" onClick={() => void ask("open", pairing.url)}>
        Open the workspace
      </Button>
      <p className="t-meta">
        {server} · {another} · <Expiry at={pairing.expiresAt} expired={again} />
      </p>
    </Middle>
  );
}

function Middle({ children, busy = false }: { children?: ReactNode; busy?: boolean }) {
  return (
    <main className="pairing" aria-busy={busy}>
      {children}
    </main>
  );
}

function Expiry({ at, expired }: { at: string; expired: () => void }) {
  const [now, setNow] = useState(Date.now);
  const left = new Date(at).getTime() - now;
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const isOver = left <= 0;
  useEffect(() => {
    if (isOver) expired();
  }, [isOver, expired]);
  const minutes = Math.ceil(left / 60_000);
  return (
    <span className="num">
      {left < 60_000 ? `expires in ${Math.max(0, Math.ceil(left / 1000))} s` : `expires in ${minutes} min`}
    </span>
  );
}
