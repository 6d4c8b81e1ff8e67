import { Button } from "@sidenote/panel/ui/Button.tsx";
import { type FormEvent, useEffect, useState } from "react";
import { browser } from "wxt/browser";
import { askAs, type PanelAsks } from "../messages.ts";
import { device } from "../storage.ts";
import { useSession } from "./use-session.ts";

const ask = askAs<PanelAsks>("panel");

/** The extension's own settings: which server, paired or not, and what changed on the pages that it reads. */
export function Options() {
  const session = useSession();
  const [said, setSaid] = useState("");
  const [fallbacks, setFallbacks] = useState<Record<string, number>>({});
  useEffect(() => void device.get("fallbacks").then(setFallbacks), []);
  if (!session) return <main className="settings" aria-busy="true" />;

  const change = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const written = String(new FormData(event.currentTarget).get("server")).trim();
    try {
      setSaid(await takeServer(written));
    } catch (error) {
      setSaid(error instanceof Error ? error.message : "That did not work");
    }
  };

  return (
    <main className="settings">
      <h1 className="t-page">Sidenote in this browser</h1>
      <section className="section">
        <h2 className="t-head">Server</h2>
        <p className="t-2">
          Where your mail and contacts are. Another address than this machine’s needs a permission, and pairs anew.
        </p>
        <form onSubmit={change}>
          <input
            className="field"
            name="server"
            aria-label="Server address"
            defaultValue={session.server}
            key={session.server}
          />
          <Button type="submit">Use</Button>
        </form>
        <p className="t-meta" role="status">
          {said}
        </p>
      </section>
      <section className="section">
        <h2 className="t-head">Pairing</h2>
        <p className="t-2">
          {session.paired
            ? "This browser is paired. Unpairing forgets what was kept here, also notes that were not sent yet."
            : "This browser is not paired. Open Gmail: the panel shows a code."}
        </p>
        {session.paired && <Button onClick={() => void ask("unpair", null)}>Unpair</Button>}
      </section>
      <section className="section">
        <h2 className="t-head">Pages that changed</h2>
        {Object.keys(fallbacks).length === 0 ? (
          <p className="t-2">Everything is found where it was expected.</p>
        ) : (
          <>
            <p className="t-2">
              Found, but no longer where it was expected. Sidenote still works; an update will follow.
            </p>
            <ul className="list">
              {Object.entries(fallbacks).map(([what, count]) => (
                <li key={what}>
                  <code>{what}</code> <span className="t-meta num">{count}×</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </main>
  );
}

async function takeServer(written: string): Promise<string> {
  const { origin } = new URL(/^https?:/.test(written) ? written : `https://${written}`);
  // A pattern takes no port; what is asked for is the host.
  const pattern = `${new URL(origin).protocol}//${new URL(origin).hostname}/*`;
  if (!(await browser.permissions.request({ origins: [pattern] }))) return "Without the permission it stays as it was";
  await ask("change-server", origin);
  return "Saved. Open Gmail to pair";
}
