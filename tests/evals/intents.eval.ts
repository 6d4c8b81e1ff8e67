import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { exampleOf, foldOf, type IntentSentence, parseSentences } from "../../server/core/text/intent/examples.ts";
import { probability } from "../../server/core/text/intent/logistic.ts";
import { trainIntents } from "../../server/core/text/intent/train.ts";
import type { Row } from "./measure.ts";

const FOLDS = 5;
const AIM = 0.75;
const RESAMPLES = 1000;

type Judged = { asks: boolean; said: boolean };

/** Whether a sentence asks for something: each fifth is judged by what the other four taught. */
export async function run(data: string): Promise<Row[]> {
  const folder = path.join(data, "intents");
  const sentences = readdirSync(folder).flatMap((file) =>
    parseSentences(readFileSync(path.join(folder, file), "utf8")),
  );
  const judged = Array.from({ length: FOLDS }, (_, fold) => judge(sentences, fold)).flat();
  const samples = Array.from({ length: RESAMPLES }, (_, i) => f1(resampled(judged, i + 1))).sort((a, b) => a - b);
  return [
    {
      name: "intents",
      measure: "F1 by five-fold cross-validation",
      value: f1(judged),
      low: samples[Math.floor(RESAMPLES * 0.025)]!,
      high: samples[Math.floor(RESAMPLES * 0.975)]!,
      n: judged.length,
      aim: AIM,
    },
  ];
}

function judge(sentences: readonly IntentSentence[], fold: number): Judged[] {
  const model = trainIntents(sentences.filter((sentence) => foldOf(sentence, FOLDS) !== fold));
  return sentences
    .filter((sentence) => foldOf(sentence, FOLDS) === fold)
    .map((sentence) => ({ asks: sentence.asks, said: probability(model, exampleOf(sentence).features) >= 0.5 }));
}

function f1(judged: readonly Judged[]): number {
  const right = judged.filter((one) => one.asks && one.said).length;
  const wrong = judged.filter((one) => one.asks !== one.said).length;
  return (2 * right) / (2 * right + wrong);
}

function resampled<T>(list: readonly T[], seed: number): T[] {
  let state = seed;
  return list.map(() => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return list[state % list.length]!;
  });
}
