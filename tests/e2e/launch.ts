import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import puppeteer, { type Browser } from "puppeteer-core";

const output = path.join(import.meta.dirname, "../../extension/.output");
export const ADDON_ID = "panel@sidenote";
/** Firefox gives each installation a random address; a test gives it one that it knows. */
export const ADDON_UUID = "3f0d7f2c-6d57-4a7e-9b6e-0f1d2c3b4a59";

const first = (paths: (string | undefined)[]): string | null => paths.find((at) => at && existsSync(at)) ?? null;

export const CHROMIUM = first([
  process.env.SIDENOTE_CHROMIUM,
  // Debian's /usr/bin/chromium is a script that adds flags of its own.
  "/usr/lib/chromium/chromium",
  "/usr/bin/chromium",
  "/usr/bin/google-chrome-for-testing",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
]);
const FIREFOX = first([
  process.env.SIDENOTE_FIREFOX,
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
]);

export const hasChromium = CHROMIUM !== null;
export const hasFirefox = FIREFOX !== null;

export const CHROME_EXTENSION = path.join(output, "chrome-mv3");

/** Chromium with the built extension, another one, or none; everything but this machine goes through the proxy. */
export function openChromium(proxyPort: number, folder: string | null = CHROME_EXTENSION): Promise<BrowserContext> {
  const loaded = [
    `--disable-extensions-except=${folder}`,
    `--load-extension=${folder}`,
    "--enable-unsafe-extension-debugging",
  ];
  return chromium.launchPersistentContext("", {
    executablePath: CHROMIUM!,
    headless: true,
    ignoreHTTPSErrors: true,
    viewport: { width: 1280, height: 800 },
    proxy: { server: `http://127.0.0.1:${proxyPort}`, bypass: "127.0.0.1,localhost" },
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      // The saved pages come from this machine; for the browser they are to be as far away as Gmail is.
      `--ip-address-space-overrides=127.0.0.1:${proxyPort}=public`,
      ...(folder === null ? [] : loaded),
    ],
  });
}

export async function openFirefox(proxyPort: number): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: FIREFOX!,
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1280, height: 800 },
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      "network.proxy.type": 1,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": proxyPort,
      "network.proxy.no_proxies_on": "127.0.0.1,localhost",
      "extensions.webextensions.uuids": JSON.stringify({ [ADDON_ID]: ADDON_UUID }),
      "extensions.webextOptionalPermissionPrompts": false,
    },
  });
  await browser.installExtension(path.join(output, "firefox-mv3"));
  return browser;
}

/** Where a picture is left for a person who looks into a failure. */
export const pictureAt = (name: string) => path.join(os.tmpdir(), `sidenote-e2e-${name}.png`) as `${string}.png`;
