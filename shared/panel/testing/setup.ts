import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// What floats asks how large it is; a document without a browser has no answer.
class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= NoObserver;
Element.prototype.scrollIntoView ??= () => {};
Element.prototype.hasPointerCapture ??= () => false;

// A machine that is busy with other tests is slow, not wrong.
configure({ reactStrictMode: true, asyncUtilTimeout: 20_000 });
afterEach(cleanup);
