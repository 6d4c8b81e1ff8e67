import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { CHROME_EXTENSION } from "../e2e/launch.ts";

/**
 * The least that could stand there: the same extension, dock and background, with a panel that shows a static text when a thread
 * is opened, and another one when the server has answered an empty request.
 */
export function floorExtension(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "sidenote-floor-"));
  cpSync(CHROME_EXTENSION, folder, { recursive: true });
  writeFileSync(
    path.join(folder, "panel.html"),
    `<!doctype html><meta charset="utf-8"><p id="text">Static</p><script src="floor.js"></script>`,
  );
  writeFileSync(path.join(folder, "floor.js"), `(${floor.toString()})()`);
  return folder;
}

function floor(): void {
  type Listener = (said: { kind: string; type: string; input: { thread: { key: string } | null } | null }) => void;
  const { runtime } = (globalThis as never as { chrome: Chrome }).chrome;
  type Chrome = {
    runtime: { onMessage: { addListener(listener: Listener): void }; sendMessage(said: object): Promise<unknown> };
  };
  const show = (text: string, mark: string, about: string) => {
    document.querySelector("#text")!.textContent = text;
    requestAnimationFrame(() => setTimeout(() => performance.mark(mark, { detail: about })));
  };
  runtime.onMessage.addListener(({ kind, type, input }) => {
    const key = kind === "page" && type === "subject" && input?.thread?.key;
    if (!key) return;
    show(`Static ${key}`, "sidenote kept", key);
    const request = { method: "GET", path: "/v1/meta" };
    void runtime
      .sendMessage({ kind: "panel", type: "send", input: request })
      .then(() => show(`Static and fresh ${key}`, "sidenote fresh", key));
  });
  show("Static", "sidenote loaded", "");
}
