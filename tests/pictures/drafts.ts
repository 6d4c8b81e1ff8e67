import type { Api } from "@sidenote/contract/endpoint";
import { model } from "@sidenote/contract/model";
import type { Page } from "playwright-core";
import { keepPicture, mustFit } from "./keep.ts";

type Picture = { caption: string; png: Buffer };

export async function write(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Write/ }).click();
  await page.getByRole("button", { name: "Again" }).waitFor();
  await page.mouse.move(0, 0);
}

/** A draft in its states, each the same card after something was pressed, side by side in one picture. */
export async function drawDrafts(page: Page, api: Api, theme: "light" | "dark"): Promise<void> {
  const card = page.getByRole("region", { name: "Draft" });
  const pictures: Picture[] = [];
  const keep = async (caption: string) => {
    await page.mouse.move(0, 0);
    await mustFit(page.locator("body"));
    pictures.push({ caption, png: await card.screenshot() });
  };
  const press = (name: string | RegExp) => card.getByRole("button", { name }).click();
  const choose = (name: string) => page.getByRole("menuitem", { name }).click();

  await press("Short replies");
  await card.locator(".reply").first().waitFor();
  await keep("Three short replies");
  await write(page);
  await keep("Blanks, and what is for your eyes");
  await press("Change");
  await page.getByRole("menu").waitFor();
  const box = (await card.boundingBox())!;
  const menu = (await page.getByRole("menu").boundingBox())!;
  const height = Math.max(box.height, menu.y + menu.height + 12 - box.y);
  pictures.push({ caption: "Changes", png: await page.screenshot({ clip: { ...box, height } }) });
  await choose("Subject lines");
  await card.locator(".subjects li").first().waitFor();
  await keep("Subject lines");
  await press("Edit");
  await card.getByLabel("Draft text").evaluate((field: HTMLTextAreaElement) => {
    const start = field.value.indexOf("\n\n") + 2;
    field.focus();
    field.setSelectionRange(start, start);
  });
  await page.keyboard.press("Shift+End");
  await keep("A part rewritten");
  await press("Done");
  await press("Change");
  await choose("In German");
  await card.locator(".limit").waitFor();
  await keep("What a writer cannot do, it says");

  const { version } = await api(model.get, {});
  const set = await api(model.update, { version, baseUrl: "http://127.0.0.1:9/v1", model: "llama3.1" });
  await press("Again");
  await card.getByText("Model did not answer").waitFor();
  await card.getByRole("button", { name: "Try the model again" }).waitFor();
  await keep("A model that does not answer");
  await api(model.update, { version: set.version, baseUrl: null });
  keepPicture(`draft-${theme}`, await sideBySide(page, pictures, theme));
  await page.close();
}

async function sideBySide(page: Page, pictures: readonly Picture[], theme: "light" | "dark"): Promise<Buffer> {
  const [ground, ink] = theme === "light" ? ["#ebeae6", "#4a4d57"] : ["#0d0e11", "#b4b7c0"];
  const figures = pictures.map(
    ({ caption, png }) =>
      `<figure><figcaption>${caption}</figcaption><img src="data:image/png;base64,${png.toString("base64")}"></figure>`,
  );
  await page.setViewportSize({ width: 1520, height: 400 });
  await page.goto("about:blank");
  await page.setContent(`<!doctype html><style>body { margin: 0; padding: 20px; background: ${ground}; color: ${ink}; columns: 4; column-gap: 20px;
    font: 13px system-ui } figure { margin: 0 0 20px; break-inside: avoid } figcaption { margin-bottom: 6px } img { width: 100%;
    display: block }</style>${figures.join("")}`);
  return page.screenshot({ fullPage: true });
}
