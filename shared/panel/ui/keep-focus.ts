const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), [tabindex="0"]';
/** So far back one goes to find something that is still there. */
const MOST_BEFORE = 8;

type Place = { node: HTMLElement; parent: HTMLElement | null; next: Element | null; previous: Element | null };

/**
 * Who works by keyboard keeps their place: when what they are on goes (a row that was saved, a toast that was used, a button
 * that cannot be pressed for a moment), the row beside it has the focus, or the part that it stood in, or what had it before.
 */
export function keepFocus(doc: Document, signal?: AbortSignal): void {
  let before: HTMLElement[] = [];
  let places: Place[] = [];
  const listens = signal ? { signal } : {};
  doc.addEventListener(
    "focusin",
    ({ target }) => {
      if (!(target instanceof HTMLElement) || target === doc.body) return;
      before = [target, ...before.filter((one) => one !== target)].slice(0, MOST_BEFORE);
      places = placesOf(target);
    },
    listens,
  );
  // Who clicks beside everything wants to be nowhere.
  const leave = ({ target }: Event) => {
    if (target instanceof Element && !target.closest(FOCUSABLE)) places = [];
  };
  doc.addEventListener("pointerdown", leave, listens);

  const rescue = () => {
    // Whoever is in the page beside is not to be taken out of it.
    if (!doc.hasFocus()) return;
    const on = places[0]?.node;
    if (!on || (doc.activeElement && doc.activeElement !== doc.body)) return;
    if (on.isConnected && on.matches(":disabled")) return;
    const within = around(places);
    const isPart = within?.matches("section:not(.panel-page), [role=dialog]");
    const to = canHave(on) ? on : (beside(places) ?? (isPart ? within : (before.find(canHave) ?? within)));
    to?.focus();
  };
  // What takes the focus by itself comes first.
  const changed = new MutationObserver(() => void setTimeout(rescue));
  const attributeFilter = ["disabled", "hidden"];
  changed.observe(doc, { childList: true, subtree: true, attributes: true, attributeFilter });
  signal?.addEventListener("abort", () => changed.disconnect(), { once: true });
}

function placesOf(target: HTMLElement): Place[] {
  const all: Place[] = [];
  for (let node: HTMLElement | null = target; node; node = node.parentElement)
    all.push({
      node,
      parent: node.parentElement,
      next: node.nextElementSibling,
      previous: node.previousElementSibling,
    });
  return all;
}

const canHave = (node: HTMLElement): boolean =>
  node.isConnected && (node.matches(FOCUSABLE) || node.tabIndex === -1) && node.closest("[hidden]") === null;

/** The same thing in the row that follows the one that went, or in the one before it. */
function beside(places: readonly Place[]): HTMLElement | undefined {
  const gone = places.find(({ parent }) => parent?.isConnected);
  if (!gone || gone.node.isConnected || !gone.node.matches("li, tr")) return undefined;
  const { tagName, className } = places[0]!.node;
  for (const row of [gone.next, gone.previous]) {
    if (!row?.isConnected) continue;
    const all = [...row.querySelectorAll<HTMLElement>(FOCUSABLE)];
    const found = all.find((one) => one.tagName === tagName && one.className === className) ?? all[0];
    if (found) return found;
  }
  return undefined;
}

/** The part, page, panel or dialog that it stood in. */
const around = (places: readonly Place[]): HTMLElement | undefined =>
  places.find(({ node }) => node.isConnected && node.tabIndex === -1 && node.hasAttribute("tabindex"))?.node;
