import type { Client } from "@sidenote/panel/client";
import type { Host } from "@sidenote/panel/host";
import { Panel } from "@sidenote/panel/Panel.tsx";
import { Pairing } from "./Pairing.tsx";
import { useSession } from "./use-session.ts";

export function App({ host, client }: { host: Host; client: Client }) {
  const session = useSession();
  if (!session) return <main className="pairing" aria-busy="true" />;
  return session.paired ? <Panel host={host} client={client} /> : <Pairing key={session.server} session={session} />;
}

/** What a page sees that frames the panel itself: nothing of the member's. */
export function NotHere() {
  return (
    <main className="pairing">
      <h1 className="t-name">Sidenote</h1>
      <p className="t-2">Reload this page to open the panel.</p>
    </main>
  );
}
