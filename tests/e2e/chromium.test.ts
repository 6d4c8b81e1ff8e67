import { activities } from "@sidenote/contract/activities";
import { contacts } from "@sidenote/contract/contacts";
import { model } from "@sidenote/contract/model";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { inChromium } from "./browsers.ts";
import { hasChromium, openChromium, pictureAt } from "./launch.ts";
import { type MailGoogle, mailGoogle } from "./mail-google.ts";
import { Gmail } from "./pages/gmail.ts";
import { Panel } from "./pages/panel.ts";
import { Server } from "./server.ts";
import { type SlowModel, slowModel } from "./slow-model.ts";

/**
 * The built extension in a real Chromium, on saved pages that are served as mail.google.com under a policy stricter than
 * Gmail's, with the real server. The tests are one member's day, in order.
 */
let server: Server;
let proxy: MailGoogle;
let browser: BrowserContext;
let page: Page;
let gmail: Gmail;
let panel: Panel;
let slow: SlowModel;
const requested = new Set<string>();

beforeAll(async () => {
  if (!hasChromium) return;
  [proxy, slow] = await Promise.all([mailGoogle(), slowModel()]);
  [server, browser] = await Promise.all([Server.start(["--demo"]), openChromium(proxy.port)]);
  browser.on("request", (request) => requested.add(new URL(request.url()).origin));
  const worker = browser.serviceWorkers()[0] ?? (await browser.waitForEvent("serviceworker"));
  // The address is what the options page would set; its permission is one that the extension has.
  await worker.evaluate((origin) => chrome.storage.local.set({ server: origin }), server.url);
  page = await browser.newPage();
  gmail = new Gmail(page);
});

afterAll(async () => {
  if (!hasChromium) return;
  await page?.screenshot({ path: pictureAt("chromium") }).catch(() => {});
  await browser?.close();
  await Promise.all([proxy?.close(), slow?.close(), server?.close()]);
});

declare const chrome: {
  storage: { local: { set(values: object): Promise<void>; get(key: null): Promise<Record<string, unknown>> } };
  runtime: { id: string };
};

inChromium(
  "a member confirms the code that the panel shows, and the panel says who the open mail is from",
  async () => {
    await gmail.open("thread");
    panel = await Panel.beside(page);
    await server.confirm(await panel.pairingCode());
    await panel.shows("Marta Lindqvist");
    await panel.shows("Waiting for you");
  },
);

inChromium("the page makes room, its mail is not covered, and the panel's keys are not Gmail's shortcuts", async () => {
  expect(await gmail.width()).toBe(1280 - 360);
  expect((await gmail.heard()).resizes).toBeGreaterThan(0);
  await panel.frame.getByLabel(/^Note/).and(panel.frame.locator("textarea")).fill("e");
  await panel.frame.getByLabel(/^Note/).and(panel.frame.locator("textarea")).press("Backspace");
  expect((await gmail.heard()).keys).toEqual([]);
});

inChromium(
  "a draft lands in the reply above signature and quote, Gmail hears it, and its own undo takes it back",
  async () => {
    await gmail.open("reply");
    panel = await Panel.beside(page);
    const before = await gmail.written();
    await panel.writeDraft();
    await gmail.hears(panel.insert);
    const after = await gmail.written();
    expect(after).toMatch(/^\s*(Hi|Dear|Hello) Marta/);
    expect(after.endsWith(before.trim())).toBe(true);
    await gmail.editor().press("Control+z");
    expect((await gmail.written()).trim()).toBe(before.trim());
  },
);

inChromium("again replaces the draft, and the panel's undo takes it back", async () => {
  await gmail.hears(panel.insert);
  const once = await gmail.written();
  await panel.again();
  await gmail.hears(panel.insert);
  const twice = await gmail.written();
  expect(twice.match(/(Hi|Dear|Hello) Marta/g)).toHaveLength(1);
  expect(Math.abs(twice.length - once.length)).toBeLessThan(400);
  await gmail.hears(panel.undoInsert);
  await expect.poll(() => gmail.written()).toBe(once);
});

inChromium("the recipients and the text of a mail that is being written arrive as they change", async () => {
  await gmail.open("compose");
  panel = await Panel.beside(page);
  await panel.shows("Karin Svensson");
  await page.locator("[role=option]").evaluate((chip) => {
    chip.setAttribute("data-hovercard-id", "marta.lindqvist@nordfrakt.example");
    chip.setAttribute("data-name", "Marta Lindqvist");
  });
  await panel.shows("Marta Lindqvist");
});

inChromium("a page that posts messages to the panel or frames it gets nothing and changes nothing", async () => {
  await gmail.open("thread");
  panel = await Panel.beside(page);
  await panel.isAbout("Marta Lindqvist");
  const framed = await page.evaluate(async (address) => {
    const frame = document.createElement("iframe");
    frame.src = address;
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    return { extension: typeof (window as never as { chrome?: { runtime?: object } }).chrome?.runtime?.toString };
  }, panel.frame.url());
  expect(framed.extension).not.toBe("object");
  const own = page.frames().filter((frame) => frame.url().includes("panel.html") && frame !== panel.frame);
  const haveHeard = own.map((frame) =>
    frame.evaluate(
      () => new Promise<void>((resolve) => addEventListener("message", ({ data }) => data === "the last" && resolve())),
    ),
  );
  // Whoever listens first has the listener in place before anything is said.
  for (const frame of own) await frame.evaluate(() => null);
  const reached = await page.evaluate(() => {
    const forged = { kind: "page", type: "subject", input: null };
    window.postMessage(forged, "*");
    for (let i = 0; i < window.length; i++)
      for (const said of [forged, { kind: "panel", type: "credentials", input: null }, "the last"])
        window[i]!.postMessage(said, "*");
    return window.length;
  });
  // The page's own frame: to the panel beside it no page has a way.
  expect(reached).toBe(1);
  await Promise.all(haveHeard);
  // Nothing brings back whom a panel was about: it would say so still.
  await panel.isFresh();
  await panel.isAbout("Marta Lindqvist");
  expect((await gmail.heard()).messages).toHaveLength(1);
  for (const frame of own) expect(await frame.locator("body").innerText()).not.toMatch(/Marta/);
});

inChromium("after the browser has put the background to sleep, the next click wakes it", async () => {
  await gmail.open("reply");
  panel = await Panel.beside(page);
  await panel.shows("Waiting for you");
  const worker = browser.serviceWorkers()[0]!;
  await worker.evaluate(() => Object.assign(globalThis, { before: true }));
  const cdp = await browser.browser()!.newBrowserCDPSession();
  const { targetInfos } = await cdp.send("Target.getTargets");
  const { targetId } = targetInfos.find(({ type }) => type === "service_worker")!;
  await cdp.send("Target.closeTarget", { targetId });
  await panel.writeDraft();
  await gmail.hears(panel.insert);
  expect(await worker.evaluate(() => "before" in globalThis)).toBe(false);
  expect(await gmail.written()).toMatch(/Marta/);
});

inChromium(
  "while the server is away the panel says so and shows the last known with its age; a note waits and arrives once",
  async () => {
    await gmail.open("thread");
    panel = await Panel.beside(page);
    await panel.shows("Waiting for you");
    await server.goAway();
    await page.reload();
    panel = await Panel.beside(page);
    await panel.shows(/Server away · as of/);
    await panel.shows("Marta Lindqvist");
    await panel.note("Wants the plan of Gate 3 on paper");
    await panel.shows(/1 save waits/);
    await server.comeBack();
    await panel.tryNow();
    await panel.hides(/Server away/);
    const found = await server.member(contacts.list, { q: "Marta Lindqvist" } as never);
    const kept = await server.member(activities.list, { contactId: found.items[0]!.id } as never);
    expect(kept.items.filter(({ text }) => text === "Wants the plan of Gate 3 on paper")).toHaveLength(1);
  },
);

inChromium("a draft that a model writes for 45 seconds is read to its end", async () => {
  const settings = await server.member(model.get, {});
  await server.member(model.update, { version: settings.version, baseUrl: slow.baseUrl, model: "slow-1" });
  await gmail.open("reply");
  panel = await Panel.beside(page);
  const began = Date.now();
  await panel.frame.getByRole("button", { name: /^(Write|Again)/ }).click();
  await panel.frame.getByRole("button", { name: /^Again/ }).waitFor({ timeout: 70_000 });
  expect(Date.now() - began).toBeGreaterThan(45_000);
  // The server names the model only for a draft that came whole; else it is the built-in writer's, with the reason.
  await panel.shows(/slow-1/);
  expect(await panel.text()).not.toContain("Model did not answer");
});

inChromium(
  "after navigating away nothing of it is left, and it spoke with mail.google.com and the paired server alone",
  async () => {
    expect(await gmail.ours()).toBe(1);
    await page.goto(`${server.url}/health`);
    expect(await gmail.ours()).toBe(0);
    expect(page.frames()).toHaveLength(1);
    const allowed = [
      /^https:\/\/mail\.google\.com$/,
      /^chrome-extension:\/\//,
      new RegExp(`^${server.url}$`),
      /^null$/,
    ];
    expect([...requested].filter((origin) => !allowed.some((one) => one.test(origin)))).toEqual([]);

    const without = await mailGoogle();
    const bare = await openChromium(without.port, null);
    const other = await bare.newPage();
    for (const what of ["thread", "reply", "compose"]) await other.goto(`https://mail.google.com/mail/u/0/${what}`);
    await bare.close();
    await without.close();
    const expected = new Set(["mail.google.com:443", ...without.asked]);
    expect([...new Set(proxy.asked)].filter((host) => !expected.has(host))).toEqual([]);
  },
);
