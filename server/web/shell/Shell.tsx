import { ActivityId, CompanyId, ContactId, EmailId, ImportId, ThreadId } from "@sidenote/contract/ids";
import type { Me } from "@sidenote/contract/organizations";
import { useTitles } from "@sidenote/panel/ui/titles";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Redirect, Route, Switch, useLocation } from "wouter";
import { AwayStrip } from "./AwayStrip.tsx";
import { HelpSheet } from "./HelpSheet.tsx";
import { useKeys } from "./keys.tsx";
import { NotFound } from "./NotFound.tsx";
import { PageCode } from "./PageCode.tsx";
import { Palette } from "./Palette.tsx";
import { comeAll, pages } from "./pages.ts";
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
            <Switch>
              <Route path="/">{me.empty ? <pages.Welcome me={me} /> : <Redirect to="/mail" replace />}</Route>
              <Route path="/mail">
                <pages.Mail me={me} />
              </Route>
              <Route path="/threads/:id">
                {checked(ThreadId, (id) => (
                  <pages.Mail me={me} threadId={id} />
                ))}
              </Route>
              <Route path="/contacts">
                <pages.Contacts />
              </Route>
              <Route path="/contacts/:id">
                {checked(ContactId, (id) => (
                  <pages.Contact key={id} id={id} />
                ))}
              </Route>
              <Route path="/companies">
                <pages.Companies />
              </Route>
              <Route path="/companies/:id">
                {checked(CompanyId, (id) => (
                  <pages.Company key={id} id={id} />
                ))}
              </Route>
              <Route path="/search">
                <pages.Search />
              </Route>
              <Route path="/emails/:id">
                {checked(EmailId, (id) => (
                  <pages.Email id={id} />
                ))}
              </Route>
              <Route path="/activities/:id">
                {checked(ActivityId, (id) => (
                  <pages.Activity id={id} />
                ))}
              </Route>
              <Route path="/import">
                <pages.Imports me={me} />
              </Route>
              <Route path="/imports/:id">
                {checked(ImportId, (id) => (
                  <pages.Import key={id} id={id} />
                ))}
              </Route>
              <Route path="/ledger">
                <pages.Ledger />
              </Route>
              <Route path="/settings">
                <pages.Settings me={me} />
              </Route>
              <Route path="/pair">
                <pages.Pair me={me} />
              </Route>
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </PageCode>
        </main>
      </div>
      <Palette open={open === "palette"} onClose={() => setOpen(null)} navigate={navigate} />
      <HelpSheet open={open === "help"} onClose={() => setOpen(null)} />
    </div>
  );
}

/** A page about one record, where the address names one. */
const checked =
  <T,>(
    schema: { safeParse(id: string): { success: true; data: T } | { success: false } },
    show: (id: T) => ReactNode,
  ) =>
  ({ id }: { id: string }) => {
    const parsed = schema.safeParse(id);
    return parsed.success ? show(parsed.data) : <NotFound />;
  };
