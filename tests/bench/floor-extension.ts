import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { CHROME_EXTENSION } from "../e2e/launch.ts";

/**
 * The least that could stand there: the same extension, dock and background, with a panel that shows something when a thread is
 * opened, and the same anew when the server has answered an empty request. What it shows is a static text, or `drawn`, the HTML of
 * a panel, which then stands there with the panel's own styles and without a line of its code.
 */
export function floorExtension(drawn?: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "sidenote-floor-"));
  cpSync(CHROME_EXTENSION, folder, { recursive: true });
  const styles = readFileSync(path.join(folder, "panel.html"), "utf8").match(/<link rel="stylesheet"[^>]*>/g) ?? [];
  writeFileSync(
    path.join(folder, "panel.html"),
    `<!doctype html><meta charset="utf-8">${drawn ? styles.join("") : ""}<div id="panel"></div><script src="floor.js"></script>`,
  );
  writeFileSync(path.join(folder, "floor.js"), `(${floor.toString()})(${JSON.stringify(drawn ?? null)})`);
  return folder;
}

function floor(drawn: string | null): void {
  type Listener = (said: { kind: string; type: string; input: { thread: { key: string } | null } | null }) => void;
  const { runtime } = (globalThis as never as { chrome: Chrome }).chrome;
  type Chrome = {
    runtime: { onMessage: { addListener(listener: Listener): void }; sendMessage(said: object): Promise<unknown> };
  };
  const show = (text: string, mark: string, about: string) => {
    const root = document.querySelector("#panel")!;
    if (drawn) root.innerHTML = drawn;
    else root.textContent = text;
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
