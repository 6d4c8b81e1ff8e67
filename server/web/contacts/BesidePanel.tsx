import type { Contact } from "@sidenote/contract/contacts";
import type { Host, Subject } from "@sidenote/panel/host";
import { type ReactNode, useMemo } from "react";
import { useLocation } from "wouter";
import { DockedPanel, usePanelFocus } from "../parts/DockedPanel.tsx";
import type { PanelPlace } from "../parts/panel-place.ts";

/** A page about a person with the panel at its right: what waits, and a mail to them, which is copied out. */
export function BesidePanel({
  contact,
  panel,
  children,
}: {
  contact: Contact;
  panel: PanelPlace;
  children: ReactNode;
}) {
  const [, navigate] = useLocation();
  const { name, address } = contact;
  const fold = panel.set;
  usePanelFocus(panel.open);
  const host = useMemo<Host>(() => {
    const subject: Subject | null = address ? { people: [{ name, address }], thread: null, compose: null } : null;
    return {
      kind: "workspace",
      watchSubject: (tell) => tell(subject),
      openWorkspace: navigate,
      collapse: () => fold(false),
    };
  }, [name, address, navigate, fold]);
  return (
    <div className="beside">
      <div className="scroll">{children}</div>
      {panel.open && <DockedPanel host={host} panel={panel} />}
    </div>
  );
}
