import { ClientProvider } from "@sidenote/panel/client";
import { Toasts } from "@sidenote/panel/ui/Toasts.tsx";
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { newQueries } from "../App.tsx";
import { Uploads, UploadsProvider } from "../imports/uploads.ts";
import { Keys } from "../shell/keys.tsx";
import type { FakeWeb } from "./fake-web.ts";

/** A page as it is in the workspace, at its address. */
export function open(page: ReactNode, client: FakeWeb, path = "/") {
  window.history.replaceState(null, "", path);
  const user = userEvent.setup();
  const shown = render(
    <ClientProvider value={client}>
      <QueryClientProvider client={newQueries()}>
        <Toasts>
          <UploadsProvider value={new Uploads(client, 1)}>
            <Keys>{page}</Keys>
          </UploadsProvider>
        </Toasts>
      </QueryClientProvider>
    </ClientProvider>,
  );
  return { user, ...shown };
}
