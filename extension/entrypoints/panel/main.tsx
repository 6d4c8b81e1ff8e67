import "@sidenote/panel/ui/ui.css";
import "../../panel/panel-page.css";
import { keepFocus } from "@sidenote/panel/ui/keep-focus";
import { createRoot } from "react-dom/client";
import { openBegun } from "../../background/begun.ts";
import { openKept } from "../../background/kept.ts";
import { createClient } from "../../client.ts";
import { createHost } from "../../host.ts";
import { askAs, type PanelAsks } from "../../messages.ts";
import { App, NotHere } from "../../panel/App.tsx";

const mark = location.hash.slice(1) || null;
const [hello, kept, shelf] = await Promise.all([
  askAs<PanelAsks>("panel")("hello", { mark }).catch(() => null),
  openKept(),
  openBegun(),
  // Text that is first set in another font is set anew, and moves what is below it.
  document.fonts.load("13px 'Inter Variable'").catch(() => []),
]);
keepFocus(document);
const root = createRoot(document.getElementById("panel")!);
if (hello) {
  const host = createHost({ tabId: hello.tabId, framed: window !== window.top });
  root.render(<App host={host} client={createClient(kept)} shelf={shelf} />);
} else root.render(<NotHere />);
