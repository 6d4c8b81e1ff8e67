import { run } from "./steps.ts";

process.exitCode = run("biome", ["check", "--write"]) ? 0 : 1;
