import { Failed } from "@sidenote/panel/ui/Load.tsx";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { WebClient } from "../client/web-client.ts";
import { BegunBy } from "../parts/begun.ts";
import { isSignedOut, useMe } from "../queries.ts";
import { Coming } from "./Coming.tsx";
import { useLiveUpdates } from "./live-updates.ts";
import { Shell } from "./Shell.tsx";
import { SignedOut } from "./SignedOut.tsx";

/** Nobody comes in before it is known who they are. */
export function Gate({ client }: { client: WebClient }) {
  const me = useMe();
  const queries = useQueryClient();
  const signedOut = isSignedOut(me.error);
  const organizationId = me.data?.organization.id;
  const memberId = me.data?.member.id ?? "";
  useEffect(() => {
    if (me.data && !signedOut) client.actAs(me.data);
  }, [client, me.data, signedOut]);
  const shownTo = useRef(memberId);
  useEffect(() => {
    const isOther = shownTo.current !== "" && shownTo.current !== memberId;
    shownTo.current = memberId;
    // What one member saw is not for the next who signs in here, on this page or on another.
    const others = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== "/v1/me" };
    if (signedOut) queries.removeQueries(others);
    else if (isOther) void queries.resetQueries(others);
  }, [signedOut, memberId, queries]);
  useLiveUpdates(organizationId);

  if (signedOut) return <SignedOut again={() => void me.refetch()} />;
  if (me.data)
    return (
      <BegunBy value={memberId}>
        <Shell key={memberId} me={me.data} />
      </BegunBy>
    );
  if (me.error)
    return (
      <main className="alone">
        <Failed error={me.error} again={() => void me.refetch()} />
      </main>
    );
  return (
    <div className="app" aria-busy="true">
      <div className="sidebar" />
      <main>
        <Coming />
      </main>
    </div>
  );
}
