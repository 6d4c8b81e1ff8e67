import { readFileSync } from "node:fs";
import { intentFeatures } from "./features.ts";
import { type LogisticModel, probability } from "./logistic.ts";

/** Weights in hundredths as `mark weight`, one a line; `bin/tasks/train-intents.ts` writes them. */
const WEIGHTS = new URL("./weights.txt", import.meta.url);
let model: LogisticModel | undefined;

/** How likely it is that an English sentence of a mail asks its reader for something. */
export function asksForSomething(sentence: string): number {
  model ??= parseWeights(readFileSync(WEIGHTS, "utf8"));
  return probability(model, intentFeatures(sentence));
}

let plain: ReadonlySet<string> | undefined;

/** Common words of English mail: what the weights know, and so nobody's name. */
export function plainWords(): ReadonlySet<string> {
  plain ??= new Set(
    [...parseWeights(readFileSync(WEIGHTS, "utf8")).weights.keys()]
      .filter((mark) => !/^[ml]:/.test(mark))
      .flatMap((mark) => mark.replace(/^[12z]:/, "").split("_"))
      .filter((word) => /^[a-z']{3,}$/.test(word)),
  );
  return plain;
}

const BIAS = "bias";

/** The model in its file: one feature a line with its weight in hundredths, and the bias. */
export function parseWeights(file: string): LogisticModel {
  const lines = file
    .trim()
    .split("\n")
    .map((line) => line.split(" "));
  const weights = new Map(lines.map(([feature, weight]) => [feature!, Number(weight) / 100]));
  const bias = weights.get(BIAS) ?? 0;
  weights.delete(BIAS);
  return { bias, weights };
}

/** Weights that round to nothing are left out. */
export const printWeights = ({ bias, weights }: LogisticModel): string =>
  `${[[BIAS, bias] as const, ...[...weights].sort(([a], [b]) => (a < b ? -1 : 1))]
    .map(([feature, weight]) => [feature, Math.round(weight * 100)] as const)
    .filter(([, weight]) => weight !== 0)
    .map(([feature, weight]) => `${feature} ${weight}`)
    .join("\n")}\n`;
