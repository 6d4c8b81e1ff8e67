import { expect, test, vi } from "vitest";
import { forgetKept, keepCard } from "./background/keeper.ts";
import { openKept } from "./background/kept.ts";
import { device } from "./storage.ts";
import { browser } from "./testing/browser.ts";

vi.mock("wxt/browser", () => import("./testing/browser.ts"));

const { local } = browser.storage;

/** The next read answers with what was there before `change`, which another page makes meanwhile. */
function whileReading(change: () => Promise<unknown>): void {
  const { get } = local;
  vi.spyOn(local, "get").mockImplementationOnce(async (key) => {
    const before = await get(key);
    await change();
    return before;
  });
}

test("what another page writes while it is being read is known afterwards, not what was there before", async () => {
  await local.set({ token: "old" });
  whileReading(() => local.set({ token: "new" }));
  await device.get("token");
  expect(await device.get("token")).toBe("new");
});

test("what is forgotten while a panel opens is not known in it", async () => {
  const at = "2026-01-01T00:00:00.000Z";
  await device.set({ token: "sd_token", memberId: "org/ada" });
  await keepCard("context marta@nordfrakt.example", { value: { secret: true }, at });
  whileReading(forgetKept);
  expect((await openKept()).read("context marta@nordfrakt.example")).toBeNull();
});
