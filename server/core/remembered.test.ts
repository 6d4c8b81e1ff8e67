import { expect, test } from "vitest";
import { remembered } from "./remembered.ts";

test("what was found in a text is not looked for again, also where nothing was found", () => {
  const looked: string[] = [];
  const find = remembered((text) => {
    looked.push(text);
    return text.includes("?") ? "question" : null;
  });
  expect(["Are you there?", "No.", "Are you there?", "No."].map(find)).toEqual(["question", null, "question", null]);
  expect(looked).toEqual(["Are you there?", "No."]);
});

test("what was not asked about for long goes first, and is looked for again", () => {
  let looks = 0;
  const find = remembered(() => (looks += 1));
  const often = find("often");
  for (let n = 0; n < 15_000; n++) {
    find(`once ${n}`);
    expect(find("often")).toBe(often);
  }
  const before = looks;
  find("once 14999");
  expect(looks).toBe(before);
  find("once 0");
  expect(looks).toBe(before + 1);
});
