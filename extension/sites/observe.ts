const REST_MS = 40;
/** What a person still takes for "at once". */
const LATEST_MS = 100;

type Look<T> = {
  read: () => T;
  /** Whether this can be told before the page has come to rest: a page that is still being built shows half of a thing. */
  isWhole: (value: T) => boolean;
  tell: (value: T) => void;
};

/**
 * Calls `read` after changes of the page, of what is typed and of where the member is, and `tell` with what came of it when that is
 * new; at once too.
 * The first change after a rest is read as soon as the page's own script is done with it, those that follow are read together
 * soon after, and a page that never rests is read again within 100 ms. Nothing polls, and one signal ends everything.
 */
export function observe<T>(doc: Document, { read, isWhole, tell }: Look<T>, signal: AbortSignal): void {
  if (signal.aborted) return;
  let told: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let costMs = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;

  // A page that is dear to read is read less often, but never later than a person would notice.
  const pauseMs = () => Math.min(LATEST_MS, Math.max(REST_MS, costMs * 4));
  const look = (isEarly: boolean) => {
    timer = undefined;
    const began = performance.now();
    const value = read();
    lookedAt = performance.now();
    costMs = lookedAt - began;
    if (isEarly && !isWhole(value)) {
      timer = setTimeout(look, pauseMs(), false);
      return;
    }
    const now = JSON.stringify(value);
    if (now === told) return;
    told = now;
    tell(value);
  };
  const soon = () => {
    if (timer !== undefined) return;
    const isRested = performance.now() - lookedAt > pauseMs();
    timer = setTimeout(look, isRested ? 0 : pauseMs(), isRested);
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
  for (const event of ["input", "focusin", "pointerdown", "change"])
    doc.addEventListener(event, soon, { signal, capture: true });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  look(false);
}
