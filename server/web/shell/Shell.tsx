import type { Me } from "@sidenote/contract/organizations";
import { useTitles } from "@sidenote/panel/ui/titles";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { AwayStrip } from "./AwayStrip.tsx";
import { HelpSheet } from "./HelpSheet.tsx";
import { useKeys } from "./keys.tsx";
import { PageCode } from "./PageCode.tsx";
import { Palette } from "./Palette.tsx";
import { comeAll } from "./pages.ts";
import { Routes } from "./Routes.tsx";
import { Sidebar } from "./Sidebar.tsx";

/** The frame of every page: where one can go, what can be pressed, and how the server is. */
export function Shell({ me }: { me: Me }) {
  const [open, setOpen] = useState<"palette" | "help" | null>(null);
  const [path, navigate] = useLocation();
  const main = useRef<HTMLElement>(null);
  useKeys(
    [
      { key: "mod+k", label: "Search and go anywhere", run: () => setOpen(open === "palette" ? null : "palette") },
      { key: "/", label: "Search", run: () => setOpen("palette") },
      { key: "?", label: "These keys", run: () => setOpen("help") },
    ],
    "everywhere",
  );
  useTitles();
  useEffect(comeAll, []);
  const section = path.split("/")[1] ?? "";
  useEffect(() => {
    // A new page is read from its beginning, unless the person is already somewhere in it.
    if (section !== "" && !main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [section]);
  return (
    <div className="app">
      <a className="skip btn" href="#main">
        Skip to the page
      </a>
      <Sidebar me={me} openSearch={() => setOpen("palette")} openHelp={() => setOpen("help")} />
      <div className="page-and-strip">
        <AwayStrip />
        <main id="main" ref={main} tabIndex={-1}>
          <PageCode path={path}>
            <Routes me={me} />
          </PageCode>
        </main>
      </div>
      <Palette open={open === "palette"} onClose={() => setOpen(null)} navigate={navigate} />
      <HelpSheet open={open === "help"} onClose={() => setOpen(null)} />
    </div>
  );
}
