/** A linear model over named marks: the probability is the logistic function of the sum of their weights. */
export type LogisticModel = { bias: number; weights: ReadonlyMap<string, number> };

export type Example = { features: readonly string[]; is: boolean };
type Training = {
  /** A mark that fewer examples have is not learnt. */
  leastExamples: number;
  /** Marks that must not be learnt. */
  forbidden?: (feature: string) => boolean;
  epochs?: number;
};

const RATE = 0.5;
const SHRINK = 1e-4;
/** A pattern is one mark where words bring many: it counts double. */
const countOf = (feature: string): number => (feature.startsWith("m:") ? 2 : 1);

/** A mail of one mark must not weigh as much as a long one's hundred: every example has length one. */
function normalized(features: readonly string[], known: (feature: string) => boolean): [string, number][] {
  const values = features.filter(known).map((feature): [string, number] => [feature, countOf(feature)]);
  const length = Math.hypot(...values.map(([, value]) => value)) || 1;
  return values.map(([feature, value]) => [feature, value / length]);
}

/** How likely, from 0 to 1, an example with these features is one of what the model was trained to tell. */
export function probability(model: LogisticModel, features: readonly string[]): number {
  const values = normalized(features, (feature) => model.weights.has(feature));
  return logistic(values.reduce((sum, [feature, value]) => sum + model.weights.get(feature)! * value, model.bias));
}

const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

/** Logistic regression by stochastic gradient with a rate of its own for each weight (AdaGrad). Always the same for the same examples. */
export function trainLogistic(examples: readonly Example[], training: Training): LogisticModel {
  const ids = learnable(examples, training);
  const rows = examples.map(({ features, is }) => ({
    is: is ? 1 : 0,
    values: normalized(features, (feature) => ids.has(feature)).map(([feature, value]) => [ids.get(feature)!, value]),
  })) as { is: number; values: [number, number][] }[];
  const weights = new Float64Array(ids.size);
  const seen = new Float64Array(ids.size).fill(1e-6);
  let bias = 0;
  let biasSeen = 1e-6;
  const random = seeded(7);
  for (let epoch = 0; epoch < (training.epochs ?? 30); epoch++) {
    shuffle(rows, random);
    for (const { is, values } of rows) {
      let z = bias;
      for (const [id, value] of values) z += weights[id]! * value;
      const error = logistic(z) - is;
      for (const [id, value] of values) {
        const gradient = error * value + SHRINK * weights[id]!;
        seen[id]! += gradient * gradient;
        weights[id]! -= (RATE * gradient) / Math.sqrt(seen[id]!);
      }
      biasSeen += error * error;
      bias -= (RATE * error) / Math.sqrt(biasSeen);
    }
  }
  return { bias, weights: new Map([...ids].map(([feature, id]) => [feature, weights[id]!])) };
}

function learnable(examples: readonly Example[], { leastExamples, forbidden }: Training): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const kept = [...counts].filter(([feature, count]) => count >= leastExamples && !forbidden?.(feature));
  return new Map(kept.map(([feature], id) => [feature, id]));
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}

/** A plain congruential generator: good enough to shuffle, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}
