import { expect, test } from "vitest";
import { parseTitle, timeOfId } from "./date.ts";

test.each([
  ["Nov 18, 2025, 9:12 AM", "en", [2025, 10, 18, 9, 12]],
  ["Nov 18, 2025, 12:05 AM", "en", [2025, 10, 18, 0, 5]],
  ["Tue, Nov 18, 2025 at 3:20 PM", "en", [2025, 10, 18, 15, 20]],
  ["18 Nov 2025, 15:20", "en-GB", [2025, 10, 18, 15, 20]],
  ["28 Nov 2025, 09.51", "id", [2025, 10, 28, 9, 51]],
  ["18 лист. 2025 р., 09:12", "uk", [2025, 10, 18, 9, 12]],
  ["18.11.2025, 09:12", "de", [2025, 10, 18, 9, 12]],
  ["3. Nov. 2025, 09:12", "de", [2025, 10, 3, 9, 12]],
  ["3 nov. 2025 09:12", "sv", [2025, 10, 3, 9, 12]],
  ["3 nov. 2025, 09:12", "fr", [2025, 10, 3, 9, 12]],
  ["03/11/2025, 09:12", "es", [2025, 10, 3, 9, 12]],
  ["11/3/2025, 9:12 PM", "en-US", [2025, 10, 3, 21, 12]],
  ["2025/11/03 9:12", "ja", [2025, 10, 3, 9, 12]],
  ["2025年11月3日 9:12", "ja", [2025, 10, 3, 9, 12]],
  ["2025. 11. 3. 오후 9:12", "ko", [2025, 10, 3, 21, 12]],
  ["2025年11月3日 下午9:12", "zh-CN", [2025, 10, 3, 21, 12]],
  ["3 lis 2025, 09:12", "pl", [2025, 10, 3, 9, 12]],
  ["18\u202fNov\u202f2025, 9:12\u202fpm", "en-AU", [2025, 10, 18, 21, 12]],
] as const)("%s in %s", (title, language, [year, month, day, hour, minute]) => {
  expect(parseTitle(title, language)).toEqual(new Date(year, month, day, hour, minute));
});

test.each(["", "yesterday", "9:12 AM", "Nov 18, 2025", "31 Feb 2025, 09:12", "Nov 18, 2025, 29:12"])(
  "“%s” is no time",
  (title) => expect(parseTitle(title, "en")).toBeNull(),
);

test("a message's id tells when Gmail got it; anything else tells nothing", () => {
  expect(timeOfId("19a960563d812001")?.toISOString()).toBe("2025-11-18T08:12:07.000Z");
  expect(timeOfId("msg-a:r12")).toBeNull();
  expect(timeOfId("ffffffffffffffff")).toBeNull();
});
