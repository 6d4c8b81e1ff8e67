import path from "node:path";
import { root, run } from "./steps.ts";

// drizzle-kit belongs to the server and counts paths from where it is called.
const server = path.join(root, "server");
const program = path.join(server, "node_modules/.bin/drizzle-kit");

process.exitCode = run(program, ["generate", ...process.argv.slice(2)], {}, server) ? 0 : 1;
