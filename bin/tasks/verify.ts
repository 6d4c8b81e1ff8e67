import { checks, say } from "./steps.ts";

const failed = checks.filter((check) => !check.run());
for (const { name } of failed) say(`failed: ${name}`);
process.exitCode = failed.length === 0 ? 0 : 1;
