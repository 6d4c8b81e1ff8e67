import { begin } from "@sidenote/panel/begun";
import { useClient } from "@sidenote/panel/client";
import type { Host } from "@sidenote/panel/host";
import { type KeyboardEvent, type PointerEvent, Suspense, useEffect, useRef, useState } from "react";
import { usePanelShelf } from "./begun.ts";
import { PanelCode } from "./panel-code.ts";
import { PANEL_WIDTH, type PanelPlace } from "./panel-place.ts";

/** Who opens the panel is in it, and who folds it is on what opens it; not who comes to a page where it stands open. */
export function usePanelFocus(open: boolean): void {
  const wasOpen = useRef(open);
  useEffect(() => {
    const isIn = !document.activeElement || document.activeElement === document.body;
    if (open && !wasOpen.current) document.querySelector<HTMLElement>(".docked .panel-page")?.focus();
    if (!open && wasOpen.current && isIn) document.querySelector<HTMLElement>("[data-opens-panel]")?.focus();
    wasOpen.current = open;
  }, [open]);
}

const PLACES = { draft: ".docked [aria-label=Draft] .primary", note: ".docked .note" };

/** Leads from the page into the panel beside it: to what is pressed next for a draft, or to the note. */
export const focusInPanel = (to: keyof typeof PLACES): void => document.querySelector<HTMLElement>(PLACES[to])?.focus();

/** The panel at the right of the thread, as wide as the member drew it. */
export function DockedPanel({ host, panel }: { host: Host; panel: PanelPlace }) {
  const client = useClient();
  const shelf = usePanelShelf();
  const [begun] = useState(() => begin(client, shelf));
  const from = useRef<{ x: number; width: number } | null>(null);
  const drag = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = { x: event.clientX, width: panel.width };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (from.current) panel.resize(from.current.width + from.current.x - event.clientX);
    },
    onPointerUp() {
      from.current = null;
    },
    onKeyDown(event: KeyboardEvent) {
      const by = { ArrowLeft: 16, ArrowRight: -16 }[event.key];
      if (!by) return;
      event.preventDefault();
      panel.resize(panel.width + by);
    },
  };
  return (
    <aside className="docked" aria-label="Sidenote" style={{ "--panel": `${panel.width}px` } as never}>
      <hr
        className="grip"
        tabIndex={0}
        aria-label="Width of the panel"
        aria-orientation="vertical"
        aria-valuemin={PANEL_WIDTH.least}
        aria-valuemax={PANEL_WIDTH.most}
        aria-valuenow={panel.width}
        {...drag}
      />
      <Suspense fallback={<section className="panel-page" tabIndex={-1} aria-label="Sidenote" aria-busy="true" />}>
        <PanelCode host={host} client={client} kept={begun} />
      </Suspense>
    </aside>
  );
}
