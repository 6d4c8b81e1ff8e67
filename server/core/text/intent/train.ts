import { exampleOf, holdsName, type IntentSentence, namesIn } from "./examples.ts";
import { type LogisticModel, trainLogistic } from "./logistic.ts";

/** A word or pair that fewer sentences have could be somebody's: it is not learnt, and so never shipped. */
const LEAST_SENTENCES = 5;

/** Learns what marks a sentence that asks, from sentences that people have marked. Names in them are not learnt. */
export function trainIntents(sentences: readonly IntentSentence[]): LogisticModel {
  const names = namesIn(sentences);
  return trainLogistic(sentences.map(exampleOf), {
    leastExamples: LEAST_SENTENCES,
    forbidden: (feature) => holdsName(feature, names),
  });
}
