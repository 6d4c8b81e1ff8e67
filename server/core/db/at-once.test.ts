import { expect, test } from "vitest";
import { atOnce } from "./at-once.ts";

test("results come in the order of the work, whichever ends first", async () => {
  const late = Promise.withResolvers<string>();
  const both = atOnce(late.promise, Promise.resolve(2));
  late.resolve("one");
  expect(await both).toEqual(["one", 2]);
});

test("when one fails the others end first, and what failed first is thrown", async () => {
  const late = Promise.withResolvers<never>();
  let ended = false;
  const both = atOnce(
    late.promise.finally(() => {
      ended = true;
    }),
    Promise.reject(new Error("the row is there already")),
  );
  both.catch(() => {});
  await Promise.resolve();
  expect(ended).toBe(false);
  late.reject(new Error("the transaction is aborted"));
  await expect(both).rejects.toThrow("the row is there already");
  expect(ended).toBe(true);
});

test("what the others fail of is thrown, also when it is heard of later", async () => {
  const aborted = Object.assign(new Error("the transaction is aborted"), { code: "25P02" });
  const both = atOnce(atOnce(Promise.reject(new Error("no such letter")), Promise.resolve()), Promise.reject(aborted));
  await expect(both).rejects.toThrow("no such letter");
});
