import { expect, test } from "vitest";
import { Calendar } from "./calendar.ts";

const calendar = (now: string) => new Calendar(new Date(now), "Europe/Stockholm");

test("days are working days, counted from the Friday on a weekend", () => {
  const monday = calendar("2026-03-02T09:00:00Z");
  expect(monday.day(-1).toISOString().slice(0, 10)).toBe("2026-02-27");
  expect(monday.day(5).toISOString().slice(0, 10)).toBe("2026-03-09");
  expect(calendar("2026-03-01T09:00:00Z").day(-1).toISOString().slice(0, 10)).toBe("2026-02-26");
});

test("times are the member's, in summer and in winter, and today is where the member is", () => {
  expect(calendar("2026-03-02T09:00:00Z").ago("1d 14:05").toISOString()).toBe("2026-02-27T13:05:00.000Z");
  expect(calendar("2026-07-02T09:00:00Z").ago("1d 14:05").toISOString()).toBe("2026-07-01T12:05:00.000Z");
  expect(calendar("2026-07-02T22:30:00Z").ago("1d 14:05").toISOString()).toBe("2026-07-02T12:05:00.000Z");
  expect(calendar("2026-03-02T09:00:00Z").ago("73h").toISOString()).toBe("2026-02-27T08:00:00.000Z");
});

test("dates are written the way a sentence needs them", () => {
  const text = "{+4} {+4 weekday} {+4 nth} {-1 full} {+4 week} {-1 de} {-1 uk} {-1 uk-weekday}";
  expect(calendar("2026-03-02T09:00:00Z").fill(text)).toBe(
    "6 March Friday 6th 27 February 2026 10 27. Februar 27 лютого п’ятницю",
  );
  expect(() => calendar("2026-03-02T09:00:00Z").fill("{+4 someday}")).toThrow("no such way");
});
