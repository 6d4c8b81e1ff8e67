import { afterAll, beforeAll, expect } from "vitest";
import { inFirefox } from "./browsers.ts";
import { FirefoxDesk } from "./firefox-desk.ts";
import { hasFirefox, pictureAt } from "./launch.ts";

/** The same in Firefox: the docked panel is looked at, the one in a tab of its own is used. */
let desk: FirefoxDesk;
beforeAll(async () => {
  if (hasFirefox) desk = await FirefoxDesk.open([]);
});
afterAll(async () => {
  await desk?.close("firefox-gmail");
});

/** How many points of a picture are not of its first point's colour: an empty frame has nearly none. */
async function inked(picture: string): Promise<number> {
  const page = await desk.browser.newPage();
  const count = await page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d")!;
    canvas.drawImage(bitmap, 0, 0);
    // Without the line at the dock's edge.
    const { data } = canvas.getImageData(4, 4, bitmap.width - 8, bitmap.height - 8);
    let different = 0;
    for (let at = 0; at < data.length; at += 4) if (Math.abs(data[at]! - data[0]!) > 40) different++;
    return different;
  }, picture);
  await page.close();
  return count;
}

inFirefox("the panel stands beside Gmail, which makes room for it", async () => {
  const { gmail } = desk;
  await gmail.bringToFront();
  const { dock, body } = await gmail.evaluate(() => ({
    dock: document.querySelector("sidenote-dock")!.getBoundingClientRect().toJSON(),
    body: document.body.getBoundingClientRect().width,
  }));
  expect(dock).toMatchObject({ width: 360, right: 1280, top: 0, height: 800 });
  expect(body).toBe(1280 - 360);
  const clip = { x: dock.x, y: dock.y, width: dock.width, height: dock.height };
  const look = async () =>
    inked(Buffer.from(await gmail.screenshot({ clip, path: pictureAt("firefox") })).toString("base64"));
  await expect.poll(look).toBeGreaterThan(500);
});

inFirefox("paired by a code, it says who the mail is from that is open in Gmail", async () => {
  await desk.isAbout("Marta Lindqvist");
  await desk.shows("Waiting for you");
});

inFirefox("a draft is streamed into the panel and lands in Gmail's reply, above signature and quote", async () => {
  await desk.open("reply");
  const [before] = await desk.written();
  await desk.panel.bringToFront();
  await desk.press(/^Write/);
  await desk.press(/^Insert/);
  await expect.poll(async () => (await desk.written())[0]).toMatch(/^\s*(Hi|Dear|Hello) Marta/);
  expect((await desk.written())[0]!.endsWith(before!.trim())).toBe(true);
});
