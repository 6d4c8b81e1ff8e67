import { test } from "vitest";

/** Where real mail and other data sets are, if this machine has them. */
export const dataDir = process.env.SIDENOTE_TEST_DATA;

/** A test on real data: skipped, by name, where there is none. */
export const testOnData = (name: string, run: (data: string) => Promise<void>, timeoutMs = 400_000): void => {
  if (dataDir) test(name, { timeout: timeoutMs }, () => run(dataDir));
  else test.skip(`${name} (SIDENOTE_TEST_DATA is not set)`, () => {});
};
