import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { holdsName, namesIn, parseSentences } from "./examples.ts";
import { asksForSomething, parseWeights, printWeights } from "./index.ts";
import { trainLogistic } from "./logistic.ts";
import { trainIntents } from "./train.ts";

const shipped = readFileSync(new URL("./weights.txt", import.meta.url), "utf8");

test.each([
  "Please send me the floor plan by Friday.",
  "Could you call me about the lease tomorrow?",
  "I need your comments on the draft before the meeting.",
  "Let me know what you think.",
])("“%s” asks for something", (sentence) => {
  expect(asksForSomething(sentence)).toBeGreaterThan(0.5);
});

test.each([
  "The two zones are ready.",
  "Thank you for the pictures of the hall.",
  "Click here to unsubscribe.",
  "If you do not want these mails any more, ignore this message.",
])("“%s” asks for nothing", (sentence) => {
  expect(asksForSomething(sentence)).toBeLessThan(0.5);
});

test("the weights that ship are small, and hold neither figures nor addresses", () => {
  expect(shipped.length).toBeLessThan(60_000);
  for (const feature of parseWeights(shipped).weights.keys()) {
    expect(feature.replace(/^[12z]:/, "")).not.toMatch(/[1-9]\d|@/);
  }
});

test("a mark that fewer than five sentences have is not learnt, nor is a name", () => {
  const sentences = parseSentences(
    [
      ...Array.from({ length: 6 }, (_, i) => `Yes\tDo please call Marta on day ${i}`),
      ...Array.from({ length: 6 }, (_, i) => `No\tWe saw Marta on day ${i}`),
      "Yes\tsend the floorplan",
    ].join("\n"),
  );
  const { weights } = trainIntents(sentences);
  expect(weights.get("please")).toBeGreaterThan(0);
  expect(weights.has("floorplan")).toBe(false);
  expect([...weights.keys()].filter((feature) => feature.includes("marta"))).toEqual([]);
  expect(holdsName("call_marta", namesIn(sentences))).toBe(true);
});

test("the same examples make the same weights", () => {
  const examples = Array.from({ length: 20 }, (_, i) => ({ features: ["a", i % 2 ? "b" : "c"], is: i % 2 === 1 }));
  const train = () => printWeights(trainLogistic(examples, { leastExamples: 2 }));
  expect(train()).toBe(train());
  expect(printWeights(parseWeights(train()))).toBe(train());
});

const data = process.env.SIDENOTE_TEST_DATA;
test.skipIf(!data)("the weights that ship are what the script makes of the sentences", { timeout: 60_000 }, () => {
  const folder = path.join(data!, "intents");
  const sentences = readdirSync(folder).flatMap((name) =>
    parseSentences(readFileSync(path.join(folder, name), "utf8")),
  );
  expect(printWeights(trainIntents(sentences))).toBe(shipped);
});
