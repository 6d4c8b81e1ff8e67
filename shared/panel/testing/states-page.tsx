import { createRoot } from "react-dom/client";
import { Panel } from "../Panel.tsx";
import { ofMarta } from "./canned.ts";
import { FakeHost } from "./fake-host.ts";
import { wellServer } from "./server.ts";
import { type State, states } from "./states.ts";
import "./states-page.css";

/** Every state side by side, each a panel of its own; `?one=n` is one alone. */
function Sheet({ shown }: { shown: readonly State[] }) {
  return (
    <main className="sheet">
      {shown.map((state) => (
        <figure key={state.name}>
          <figcaption>{state.name}</figcaption>
          <One state={state} />
        </figure>
      ))}
    </main>
  );
}

function One({ state: { client, subject, does } }: { state: State }) {
  const server = wellServer();
  client?.(server);
  return (
    <div className="one" data-does={does && JSON.stringify(does)}>
      <Panel host={new FakeHost(subject === undefined ? ofMarta : subject)} client={server} />
    </div>
  );
}

document.documentElement.dataset.theme = new URL(location.href).searchParams.get("theme") ?? "light";
createRoot(document.getElementById("sheet")!).render(<Sheet shown={states} />);
