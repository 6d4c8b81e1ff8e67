import { ClientProvider } from "@sidenote/panel/client";
import { Toasts } from "@sidenote/panel/ui/Toasts.tsx";
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import type { WebClient } from "./client/web-client.ts";
import { Uploads, UploadsProvider } from "./imports/uploads.ts";
import { isSignedOut, makeOld } from "./queries.ts";
import { Gate } from "./shell/Gate.tsx";
import { Keys } from "./shell/keys.tsx";

/** The workspace around its pages: the way to the server, what is known of its answers, toasts, keys. */
export function App({ client }: { client: WebClient }) {
  const [queries] = useState(newQueries);
  const [uploads] = useState(() => new Uploads(client));
  return (
    <ClientProvider value={client}>
      <QueryClientProvider client={queries}>
        <Toasts>
          <UploadsProvider value={uploads}>
            <Keys>
              <Gate client={client} />
            </Keys>
          </UploadsProvider>
        </Toasts>
      </QueryClientProvider>
    </ClientProvider>
  );
}

/** The server is on this machine and tells of every change: an answer is good until it does, and a failure is not tried in silence. */
export function newQueries(): QueryClient {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { queryKey }) => {
        if (isSignedOut(error) && queryKey[0] !== "/v1/me") void makeOld(queries, ["/v1/me"]);
      },
    }),
    defaultOptions: {
      queries: { retry: false, staleTime: 60_000, networkMode: "always", refetchOnWindowFocus: false },
      mutations: { networkMode: "always" },
    },
  });
  return queries;
}
