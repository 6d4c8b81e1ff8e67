import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { type Begun, begin } from "./begun.ts";
import { type Client, ClientProvider } from "./client.ts";
import type { Host } from "./host.ts";
import { Page } from "./Page.tsx";
import { createQueries } from "./queries.ts";
import { Toasts } from "./ui/Toasts.tsx";
import { useTitles } from "./ui/titles.ts";
import "./ui/ui.css";
import "./panel.css";

/** The panel, the same in every host. It fills the box that it is put into. `kept`: what is being written outlives this panel. */
export function Panel({ host, client, kept }: { host: Host; client: Client; kept?: Begun }) {
  const [own] = useState(() => kept ?? begin(client));
  const [queries] = useState(createQueries);
  useTitles();
  return (
    <QueryClientProvider client={queries}>
      <ClientProvider value={client}>
        <div className="panel">
          <Toasts>
            <Page host={host} begun={kept ?? own} />
          </Toasts>
        </div>
      </ClientProvider>
    </QueryClientProvider>
  );
}
