/** One line of the table: what it took, what the floor took in the same run, and how many times the floor is aimed at. */
export type Row = {
  what: string;
  measured: string;
  floor: string;
  /** Measured over floor; null where there is no floor. */
  ratio: number | null;
  aim: number | null;
  note?: string;
};

export const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
};

/** How long each of `times` runs took, in milliseconds, with `atOnce` under way. The first runs warm up and are not counted. */
export async function timesOf(
  run: (i: number) => Promise<unknown>,
  { times, atOnce, warmUp = Math.ceil(times / 10) }: { times: number; atOnce: number; warmUp?: number },
): Promise<number[]> {
  const took: number[] = [];
  let next = -warmUp;
  const lane = async () => {
    for (let i = next++; i < times; i = next++) {
      const from = performance.now();
      await run(Math.max(i, 0));
      if (i >= 0) took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return took;
}

export async function seconds(run: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await run();
  return (performance.now() - from) / 1000;
}

/** What a run of an hour is at, on the terminal: the rows themselves are read from its output. */
export const tell = (text: string): void => void process.stderr.write(`  ${text}\n`);

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} ms`;
export const s = (value: number): string => `${value.toFixed(1)} s`;

/** p50 and p95 as two rows. */
export function percentiles(what: string, measured: number[], floor: number[], aim: number | null): Row[] {
  return (
    [
      ["p50", 0.5],
      ["p95", 0.95],
    ] as const
  ).map(([name, q]) => {
    const [value, least] = [quantile(measured, q), quantile(floor, q)];
    return { what: `${what}, ${name}`, measured: ms(value), floor: ms(least), ratio: value / least, aim };
  });
}
