/** Where a thing is on a page: ways to find it, best first, and how many there are on the saved pages that prove it. */
export type Selector = {
  readonly css: readonly [string, ...string[]];
  /** How many are found on each saved page of the site that is named here. */
  readonly proof: Readonly<Record<string, number>>;
};

export class SelectorMissing extends Error {
  constructor(css: readonly string[]) {
    super(`Nothing on this page matches ${css.join(" or ")}`);
    this.name = "SelectorMissing";
  }
}

/** Told when the first way did not find it and a later one did (`way` ≥ 1): the early warning that a page changed. */
type OnFallback = (selector: Selector, way: number) => void;

let onFallback: OnFallback = () => {};
export function reportFallbacks(report: OnFallback, signal: AbortSignal): void {
  onFallback = report;
  signal.addEventListener("abort", () => {
    onFallback = () => {};
  });
}

/** All of them, by the first way that finds any. */
export function findAll<E extends Element = HTMLElement>(root: ParentNode, selector: Selector): E[] {
  for (const [way, css] of selector.css.entries()) {
    const found = root.querySelectorAll<E>(css);
    if (found.length === 0) continue;
    if (way > 0) onFallback(selector, way);
    return [...found];
  }
  return [];
}

export const findOptional = <E extends Element = HTMLElement>(root: ParentNode, selector: Selector): E | null =>
  findAll<E>(root, selector)[0] ?? null;

export function find<E extends Element = HTMLElement>(root: ParentNode, selector: Selector): E {
  const found = findOptional<E>(root, selector);
  if (!found) throw new SelectorMissing(selector.css);
  return found;
}

/** The nearest element around this one, itself included. */
export function closest<E extends Element = HTMLElement>(element: Element, selector: Selector): E | null {
  for (const css of selector.css) {
    const found = element.closest<E>(css);
    if (found) return found;
  }
  return null;
}

export const isIn = (element: Element, selector: Selector): boolean => closest(element, selector) !== null;
