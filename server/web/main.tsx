import "@sidenote/panel/ui/ui.css";
import "./web.css";
import "./mail/mail.css";
import "./parts/pages.css";
import "./settings/settings.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { createWebClient } from "./client/web-client.ts";

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App client={createWebClient()} />
  </StrictMode>,
);
