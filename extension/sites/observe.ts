const SOON_MS = 40;
/** What a person still takes for "at once". */
const LATEST_MS = 100;

/**
 * Calls `read` after every change of the page and of what is typed, and `tell` with what came of it when that is new; at once
 * too. Changes that come together are read once, and a page that never rests is read again within 100 ms. Nothing polls, and
 * one signal ends everything.
 */
export function observe<T>(doc: Document, read: () => T, tell: (value: T) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  let told: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let costMs = 0;

  const look = () => {
    timer = undefined;
    const began = performance.now();
    const value = read();
    costMs = performance.now() - began;
    const now = JSON.stringify(value);
    if (now === told) return;
    told = now;
    tell(value);
  };
  // A page that is dear to read is read less often, but never later than a person would notice.
  const soon = () => {
    timer ??= setTimeout(look, Math.min(LATEST_MS, Math.max(SOON_MS, costMs * 4)));
  };

  const observer = new MutationObserver(soon);
  observer.observe(doc.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: [
      "email",
      "data-hovercard-id",
      "data-legacy-thread-id",
      "data-legacy-message-id",
      "title",
      "value",
    ],
  });
  for (const event of ["input", "focusin", "change"]) doc.addEventListener(event, soon, { signal, capture: true });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  look();
}
