import { expect, test } from "vitest";
import { errorLine, withoutData } from "./log.ts";

test("a failed statement is logged by its code, without the statement and its values", () => {
  const cause = Object.assign(new Error('invalid input syntax: "a secret of Marta"'), { code: "22P02" });
  const error = new Error("Failed query: select $1 params: a secret of Marta", { cause });
  error.name = "DrizzleQueryError";
  for (const told of [JSON.stringify(withoutData(error)), errorLine(error)]) {
    expect(told).toContain("22P02");
    expect(told).not.toContain("secret");
  }
});

test("any other error keeps its message", () => {
  expect(withoutData(new TypeError("x is not a function"))).toMatchObject({
    type: "TypeError",
    message: "x is not a function",
  });
});
