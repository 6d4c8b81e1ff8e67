/** One line of the table: how often something was right, over how many cases, and what is aimed at. */
export type Row = {
  name: string;
  measure: string;
  value: number;
  low: number;
  high: number;
  n: number;
  aim: number | null;
};

/** A share with its 95 % interval after Wilson, which holds for few cases and near 0 and 1. */
export function share(name: string, measure: string, right: number, n: number, aim: number | null): Row {
  const z = 1.96;
  const p = right / n;
  const middle = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n);
  return { name, measure, value: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half), n, aim };
}

const RESAMPLES = 2000;

/** A mean with its 95 % interval by bootstrap over the cases; the same cases give the same interval. */
export function mean(name: string, measure: string, values: readonly number[], aim: number | null): Row {
  const random = seeded(1);
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(random() * values.length)]!;
    return sum / values.length;
  }).sort((a, b) => a - b);
  const value = values.reduce((a, b) => a + b, 0) / values.length;
  return {
    name,
    measure,
    value,
    low: means[Math.floor(RESAMPLES * 0.025)]!,
    high: means[Math.floor(RESAMPLES * 0.975)]!,
    n: values.length,
    aim,
  };
}

/** mulberry32 */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const met = (row: Row): boolean => row.aim === null || row.value >= row.aim;
