import os from "node:os";
import { configDefaults, defineConfig } from "vitest/config";

/** What a test waits for comes when the machine gets to it; a limit is for what never comes. */
const patient = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 30_000, interval: 20 } } };

const server = {
  ...patient,
  include: ["server/!(web)/**/*.test.ts", "server/*.test.ts", "shared/contract/**/*.test.ts", "tests/*.test.ts"],
  environment: "node",
  globalSetup: ["server/testing/prepare.ts"],
  // To load the whole server anew for each file would take longer than its tests do. Each file has a database of its own all the same.
  isolate: false,
  // As the server is started by `bin/run.mjs`, which says why: here databases open and close all the time.
  execArgv: ["--no-wasm-code-gc"],
};

/** What goes wrong around the product. The ones that take long are for `npm run faults`. */
const faults = {
  ...server,
  name: "faults",
  include: ["tests/faults/**/*.test.ts"],
  exclude: [...configDefaults.exclude, ...(process.env.SIDENOTE_LONG_FAULTS ? [] : ["tests/faults/**/*.long.test.ts"])],
};

/** Pages and components, in a document without a browser. */
const pages = { ...patient, environment: "jsdom" };

export default defineConfig({
  test: {
    // A test waits for its database much of the time: two at once are quicker also on two cores.
    maxWorkers: Math.max(2, os.availableParallelism() - 1),
    projects: [
      // The built-in database does one thing after the other: on it nothing comes between two.
      { test: { ...server, name: "server", exclude: [...configDefaults.exclude, "**/*.postgresql.test.ts"] } },
      { test: faults },
      {
        test: {
          ...pages,
          name: "panel",
          include: ["shared/panel/**/*.test.{ts,tsx}"],
          setupFiles: ["shared/panel/testing/setup.ts"],
        },
      },
      {
        test: {
          ...pages,
          name: "web",
          include: ["server/web/**/*.test.{ts,tsx}"],
          setupFiles: ["server/web/testing/setup.ts"],
        },
      },
      { test: { ...pages, name: "extension", include: ["extension/**/*.test.{ts,tsx}"] } },
      {
        test: {
          ...patient,
          hookTimeout: 300_000,
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/e2e/prepare.ts"],
        },
      },
      ...(process.env.DATABASE_URL_TEST
        ? [
            {
              test: {
                ...server,
                name: "server (postgresql)",
                // These open data themselves, and take either database.
                exclude: [
                  ...configDefaults.exclude,
                  "tests/process.test.ts",
                  "tests/commands.test.ts",
                  "server/cli/secret.test.ts",
                ],
              },
            },
            {
              test: {
                ...faults,
                name: "faults (postgresql)",
                // Those of the built-in database's folder, and of processes, which take either database themselves.
                exclude: [...configDefaults.exclude, "tests/faults/folder.test.ts", "tests/faults/**/*.long.test.ts"],
              },
            },
          ]
        : []),
    ],
  },
});
