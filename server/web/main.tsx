import "@sidenote/panel/ui/ui.css";
import "./web.css";
import { keepFocus } from "@sidenote/panel/ui/keep-focus";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { createWebClient } from "./client/web-client.ts";
import { comeFor } from "./shell/pages.ts";

comeFor(location.pathname);
keepFocus(document);
createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App client={createWebClient()} />
  </StrictMode>,
);
