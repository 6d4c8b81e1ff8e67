import type { Client } from "@sidenote/panel/client";
import type { Host } from "@sidenote/panel/host";
import { useNotes } from "@sidenote/panel/notes";
import { Panel } from "@sidenote/panel/Panel.tsx";
import { useEffect } from "react";
import { Pairing } from "./Pairing.tsx";
import { useSession } from "./use-session.ts";

export function App({ host, client }: { host: Host; client: Client }) {
  const session = useSession();
  const notes = useNotes();
  const { paired = true, lost = false } = session ?? {};
  // A server that takes its token back takes no words that were being written; who unpairs leaves none.
  useEffect(() => {
    if (!paired && !lost) notes.forget();
  }, [paired, lost, notes]);
  if (!session) return <main className="pairing" aria-busy="true" />;
  if (!paired) return <Pairing key={session.server} session={session} />;
  return <Panel host={host} client={client} kept={notes} />;
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
