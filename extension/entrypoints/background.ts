import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { forgetBegunAtStart } from "../background/begun.ts";
import { flush, waitingCount } from "../background/outbox.ts";
import { relay } from "../background/relay.ts";
import { learnMember } from "../background/session.ts";
import { askPage } from "../messages.ts";
import { siteFor } from "../sites/registry.ts";
import { lockStorage } from "../storage.ts";

const RETRY = "outbox";

export default defineBackground(() => {
  relay();
  void lockStorage();
  forgetBegunAtStart();

  // The worker dies when nothing happens; an alarm wakes it for what waits to be sent.
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === RETRY) void flush();
  });
  const setAlarm = async () => {
    if ((await waitingCount()) > 0) await browser.alarms.create(RETRY, { periodInMinutes: 1 });
    else await browser.alarms.clear(RETRY);
  };
  browser.storage.onChanged.addListener((changes) => {
    if ("outbox" in changes || "memberId" in changes) void setAlarm();
  });
  // It may have died between the one and the other, or before it heard that what it sent had arrived.
  void setAlarm().then(flush);
  void learnMember();

  // A page that was open before has no script of ours, or the old one, which the new one ends.
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason !== "install" && reason !== "update") return;
    for (const { id: tabId } of await browser.tabs.query({ url: "https://mail.google.com/mail/*" })) {
      if (tabId === undefined) continue;
      await browser.scripting
        .executeScript({ target: { tabId }, files: ["/content-scripts/gmail.js"] })
        .catch(() => {});
    }
  });

  const togglePanel = async (tab?: { id?: number | undefined; url?: string | undefined }) => {
    if (tab?.id !== undefined && tab.url && siteFor(new URL(tab.url))) await askPage(tab.id, "fold", { toggle: true });
    else await browser.runtime.openOptionsPage();
  };
  browser.action.onClicked.addListener((tab) => void togglePanel(tab).catch(() => browser.runtime.openOptionsPage()));
  browser.commands.onCommand.addListener(async (command) => {
    if (command !== "toggle-panel") return;
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    await togglePanel(tab);
  });
});
