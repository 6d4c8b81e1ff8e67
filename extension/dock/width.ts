const STEP = 16;

type Options = {
  limits: () => [narrowest: number, widest: number];
  width: () => number;
  /** `done` when the person let go. */
  moved: (width: number, done: boolean) => void;
  signal: AbortSignal;
};

/** The dock's left edge: drag it, or focus it and use the arrow keys. */
export function widthHandle(doc: Document, { limits, width, moved, signal }: Options): HTMLElement {
  const handle = doc.createElement("div");
  const [narrowest, widest] = limits();
  const attributes = {
    role: "separator",
    tabindex: "0",
    "aria-orientation": "vertical",
    "aria-label": "Width of Sidenote",
    "aria-valuemin": String(narrowest),
    "aria-valuemax": String(widest),
  };
  for (const [name, value] of Object.entries(attributes)) handle.setAttribute(name, value);
  handle.style.cssText =
    "position:absolute;left:-4px;top:0;bottom:0;width:8px;cursor:col-resize;touch-action:none;z-index:1;outline-offset:-2px";

  const within = (to: number) => {
    const [least, most] = limits();
    return Math.round(Math.min(most, Math.max(least, to)));
  };
  let from: { x: number; width: number } | null = null;
  handle.addEventListener(
    "pointerdown",
    (event) => {
      from = { x: event.clientX, width: width() };
      // The pointer stays ours over the frame and over the page.
      handle.setPointerCapture(event.pointerId);
      event.preventDefault();
    },
    { signal },
  );
  handle.addEventListener(
    "pointermove",
    (event) => {
      if (from) moved(within(from.width + from.x - event.clientX), false);
    },
    { signal },
  );
  for (const end of ["pointerup", "pointercancel"] as const) {
    handle.addEventListener(
      end,
      () => {
        if (from) moved(width(), true);
        from = null;
      },
      { signal },
    );
  }
  handle.addEventListener(
    "keydown",
    (event) => {
      const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
      const [least, most] = limits();
      const to = by !== undefined ? within(width() + by) : { Home: least, End: most }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      moved(to, true);
    },
    { signal },
  );
  return handle;
}
