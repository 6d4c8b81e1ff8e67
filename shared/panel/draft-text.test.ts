import { expect, test } from "vitest";
import { blanksIn, fillBlank, layOut } from "./draft-text.ts";
import { martaDraft } from "./testing/canned.ts";

const letter = { text: martaDraft.draft, statements: martaDraft.statements };
const plain = (pieces: ReturnType<typeof layOut>[number]) =>
  pieces
    .map((one) =>
      one.kind === "source" ? `{${one.source.id.slice(0, 3)}}` : one.kind === "blank" ? `<${one.text}>` : one.text,
    )
    .join("");

test("a source stands behind its sentence, before the full stop", () => {
  expect(layOut(letter).map(plain)).toEqual([
    "Hi Marta,",
    "thank you for your patience. The 24-month term brings the monthly price to <price?>, and yes, the deposit can be split into two payments{eml}. The floor plan with both zones is attached{act}.",
    "Does Thursday at 10 still suit you and Jonas?",
    "Best,\nAda",
  ]);
});

test("every character of the draft is shown once", () => {
  const shown = layOut(letter).map((pieces) =>
    pieces.map((one) => (one.kind === "blank" ? `[${one.text}]` : one.kind === "text" ? one.text : "")).join(""),
  );
  expect(shown.join("\n\n")).toBe(letter.text);
});

test("words put in place of a blank leave the sentence its sources", () => {
  const [blank] = martaDraft.blanks;
  const filled = fillBlank(letter, blank!, "€ 410");
  expect(filled.text).toContain("price to € 410, and yes");
  expect(blanksIn(filled.text)).toBe(0);
  expect(
    layOut(filled)
      .flat()
      .filter((one) => one.kind === "source"),
  ).toHaveLength(2);
});

test("a sentence that the member rewrote has no source any more, the others keep theirs", () => {
  const text = letter.text.replace("The floor plan with both zones is attached.", "The plan follows tomorrow.");
  const sources = layOut({ ...letter, text })
    .flat()
    .flatMap((one) => (one.kind === "source" ? [one.source.id] : []));
  expect(sources).toEqual([martaDraft.statements[2]!.sources[0]!.id]);
});
