import type { Row } from "./measure.ts";

/** `node main.ts NAME` runs one of the evals in a process of its own and prints its rows as JSON. */
const [name = ""] = process.argv.slice(2);
const evals: Record<string, () => Promise<{ run(data: string): Promise<Row[]> }>> = {
  replies: () => import("./replies.eval.ts"),
  signatures: () => import("./signatures.eval.ts"),
  contacts: () => import("./contacts.eval.ts"),
  promises: () => import("./promises.eval.ts"),
  languages: () => import("./languages.eval.ts"),
  tone: () => import("./tone.eval.ts"),
  intents: () => import("./intents.eval.ts"),
  voice: () => import("./voice.eval.ts"),
  drafts: () => import("./drafts.eval.ts"),
  injection: () => import("./injection.eval.ts"),
  search: () => import("./search.eval.ts"),
};
const data = process.env.SIDENOTE_TEST_DATA;
if (!evals[name] || !data) throw new Error(`There is no eval "${name}", or SIDENOTE_TEST_DATA is not set`);
process.stdout.write(`${JSON.stringify(await (await evals[name]()).run(data))}\n`);
process.exit(0);
