/**
 * Makes the page narrower by as much as the dock is wide, so that nothing of the mail is covered: not the list, not a compose
 * window that floats at the bottom right, not Gmail's own side panel, beside which the dock then stands. The page sets its
 * own styles now and then, so ours are put back; when the signal ends the page is as it was.
 */
export function makeRoom(doc: Document, signal: AbortSignal): (widthPx: number) => void {
  const { body } = doc;
  const ours = ["width", "min-width", "margin-right", "contain"] as const;
  const before = ours.map(
    (name) => [name, body.style.getPropertyValue(name), body.style.getPropertyPriority(name)] as const,
  );
  const hadStyle = body.hasAttribute("style");
  let wanted: Record<(typeof ours)[number], string> | null = null;

  const apply = () => {
    if (!wanted) return;
    for (const name of ours) {
      if (body.style.getPropertyValue(name) !== wanted[name]) body.style.setProperty(name, wanted[name], "important");
    }
  };
  const observer = new MutationObserver(apply);
  observer.observe(body, { attributes: true, attributeFilter: ["style"] });

  const restore = () => {
    wanted = null;
    for (const [name, value, priority] of before) {
      body.style.removeProperty(name);
      if (value) body.style.setProperty(name, value, priority);
    }
    if (!hadStyle && body.getAttribute("style") === "") body.removeAttribute("style");
  };
  signal.addEventListener("abort", () => {
    observer.disconnect();
    restore();
    tellLayout(doc);
  });

  return (widthPx) => {
    if (signal.aborted) return;
    if (widthPx <= 0) restore();
    else {
      // What is fixed to the window's edge is fixed to the body's then: `contain` makes the body the frame of reference.
      // A page that is read from right to left would keep to the right edge, where the dock stands: the margin holds it off.
      wanted = {
        width: `calc(100% - ${widthPx}px)`,
        "min-width": "0px",
        "margin-right": "auto",
        contain: "layout",
      };
      apply();
    }
    tellLayout(doc);
  };
}

/** Gmail measures itself when the window changes, and only then. */
const tellLayout = (doc: Document): void => void doc.defaultView?.dispatchEvent(new Event("resize"));
