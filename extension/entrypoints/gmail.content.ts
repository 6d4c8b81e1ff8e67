import { defineContentScript } from "wxt/utils/define-content-script";
import { runInPage } from "../dock/page.ts";
import { siteFor } from "../sites/registry.ts";

export default defineContentScript({
  matches: ["https://mail.google.com/mail/*"],
  // WXT would tell the page by a message that this extension is here, and which.
  noScriptStartedPostMessage: true,
  async main(context) {
    const site = siteFor(new URL(location.href));
    if (!site) return;
    // An extension that was updated or removed leaves its scripts behind, and nobody tells them: look when there is life.
    for (const event of ["focusin", "visibilitychange", "pointerdown"]) {
      document.addEventListener(event, () => void context.isInvalid, { signal: context.signal, capture: true });
    }
    // Who clicks into a panel that is left behind is in its frame, of which a page hears only that it lost the focus itself.
    window.addEventListener("blur", () => void context.isInvalid, { signal: context.signal });
    await runInPage(site, document, context.signal);
  },
});
