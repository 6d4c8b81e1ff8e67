import "@sidenote/panel/ui/ui.css";
import "../../panel/panel-page.css";
import { createRoot } from "react-dom/client";
import { createClient } from "../../client.ts";
import { createHost } from "../../host.ts";
import { askAs, type PanelAsks } from "../../messages.ts";
import { App, NotHere } from "../../panel/App.tsx";

const mark = location.hash.slice(1) || null;
const hello = await askAs<PanelAsks>("panel")("hello", { mark }).catch(() => null);
const root = createRoot(document.getElementById("panel")!);
if (hello)
  root.render(<App host={createHost({ tabId: hello.tabId, framed: window !== window.top })} client={createClient()} />);
else root.render(<NotHere />);
