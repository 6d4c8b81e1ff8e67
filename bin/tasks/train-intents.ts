import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseSentences } from "../../server/core/text/intent/examples.ts";
import { printWeights } from "../../server/core/text/intent/index.ts";
import { trainIntents } from "../../server/core/text/intent/train.ts";
import { root, say } from "./steps.ts";

// node bin/tasks/train-intents.ts [FOLDER]: trains the weights that say whether a sentence asks for something.
const folder = process.argv[2] ?? path.join(process.env.SIDENOTE_TEST_DATA ?? "", "intents");
const sentences = readdirSync(folder).flatMap((name) => parseSentences(readFileSync(path.join(folder, name), "utf8")));
const weights = printWeights(trainIntents(sentences));
writeFileSync(path.join(root, "server/core/text/intent/weights.txt"), weights);
say(`${sentences.length} sentences, ${weights.trim().split("\n").length} weights, ${weights.length} bytes`);
