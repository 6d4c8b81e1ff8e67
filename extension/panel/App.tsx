import { begin, type Shelf } from "@sidenote/panel/begun";
import type { Client } from "@sidenote/panel/client";
import type { Host } from "@sidenote/panel/host";
import { Panel } from "@sidenote/panel/Panel.tsx";
import { useEffect, useState } from "react";
import { Pairing } from "./Pairing.tsx";
import { useSession } from "./use-session.ts";

export function App({ host, client, shelf }: { host: Host; client: Client; shelf?: Shelf }) {
  const session = useSession();
  const [begun] = useState(() => begin(client, shelf));
  const { paired = true, lost = false, memberId = null } = session ?? {};
  const [writer, setWriter] = useState(memberId);
  // A server that takes its token back takes no words that were being written; who unpairs leaves none, nor does one member another.
  const isOther = writer !== null && memberId !== null && memberId !== writer;
  useEffect(() => {
    if ((!paired && !lost) || isOther) begun.forget();
    if (memberId) setWriter(memberId);
  }, [paired, lost, memberId, isOther, begun]);
  if (!session) return <main className="pairing" aria-busy="true" />;
  if (!paired) return <Pairing key={session.server} session={session} />;
  // Until it is known who paired again, they see nothing of what was begun before.
  const isTheirs = writer === null || memberId === writer;
  return <Panel key={String(isTheirs)} host={host} client={client} {...(isTheirs && { kept: begun })} />;
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
