import type { Host, Inserted } from "@sidenote/panel/host";
import { parseSubject } from "./background/parse.ts";
import { answer, askAs, type PageAsks, type PanelAsks, type Sender } from "./messages.ts";
import { isPage } from "./senders.ts";
import type { Part } from "./sites/site.ts";

const ask = askAs<PanelAsks>("panel");

async function insert(text: string, part: Part): Promise<Inserted> {
  const placed = await ask("insert", { text, part, once: crypto.randomUUID() }).catch(
    () => ({ ok: false, reason: "Gmail does not answer: reload its page" }) as const,
  );
  if (!placed.ok) return placed;
  const undo = async () => {
    if (!(await ask("undo", placed.id))) throw new Error("It no longer stands there as it was inserted");
  };
  return { ok: true, undo };
}

/** The panel beside Gmail: what is on screen comes from our script in that tab, and nothing from the page. */
export function createHost({ tabId, framed }: { tabId: number | null; framed: boolean }): Host {
  return {
    kind: "gmail",
    watchSubject(tell, signal) {
      let heard = false;
      const isBeside = (sender: Sender) => isPage(sender) && sender.tab?.id === tabId;
      const stop = answer<Pick<PageAsks, "subject">>("page", isBeside, {
        subject: (input) => {
          heard = true;
          tell(parseSubject(input));
          return null;
        },
      });
      signal.addEventListener("abort", stop, { once: true });
      void ask("subject", null)
        .catch(() => null)
        .then((subject) => {
          if (!heard && !signal.aborted) tell(subject);
        });
    },
    insertDraft: (text) => insert(text, "text"),
    insertSubject: (line) => insert(line, "subject"),
    openWorkspace: (path) => void ask("open", path),
    ...(framed ? { collapse: () => void ask("fold", null) } : {}),
  };
}
