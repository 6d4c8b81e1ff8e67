export type { FactSource, Facts, Sentence } from "./facts.ts";
export { gatherFacts, type Situation } from "./gather.ts";
export { allSources, bestSentences, sentencesOf } from "./sentences.ts";
