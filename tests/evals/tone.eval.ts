import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSentences } from "../../server/core/text/intent/examples.ts";
import { languageOf } from "../../server/core/text/language.ts";
import { toneOf } from "../../server/core/text/tone.ts";
import { saidIn } from "../../server/features/relationship/said.ts";
import { hashOf, realMails } from "./mailboxes.ts";
import { type Row, share } from "./measure.ts";

/** Read by hand: whether the writer is pleased with whom they write to, or worried, displeased, pressing; or neither. */
type Label = "warm" | "tense" | "none";

const AIM = 0.8;
/** Sentences whose hash begins otherwise were looked at while the phrases were made. */
const HELD_OUT = /^[89a-f]/;

type Sentence = { key: string; text: string; value: number };

/** Of the sentences that are said to sound warm or tense, how many do. Hardly one in two hundred is either, so all that are found are read. */
export async function run(data: string): Promise<Row[]> {
  const file = path.join(import.meta.dirname, "labels/tone.json");
  const labels = JSON.parse(readFileSync(file, "utf8")) as Record<string, Label>;
  const sums = { warm: { right: 0, found: 0 }, tense: { right: 0, found: 0 } };
  for (const { key, text, value } of [...(await inMails(data)), ...inSentences(data)]) {
    const said = value > 0 ? "warm" : "tense";
    const label = labels[key];
    // What no label tells of is wrong until somebody has looked; what that is stands on the terminal only.
    if (!label) process.stderr.write(`not labelled: ${key} ${said} ${text}\n`);
    sums[said].found++;
    if (label === said) sums[said].right++;
  }
  return [
    share("tone", "what sounds warm is", sums.warm.right, sums.warm.found, AIM),
    share("tone", "what sounds tense is", sums.tense.right, sums.tense.found, AIM),
  ];
}

async function inMails(data: string): Promise<Sentence[]> {
  const found = new Map<string, Sentence>();
  for await (const mail of realMails(data)) {
    if (mail.automatic) continue;
    const said = saidIn({ id: "eml_", text: mail.text, spans: mail.spans });
    const language = languageOf(said.map((one) => one.text).join(" "));
    for (const one of said) {
      const key = hashOf(`${mail.messageId} ${one.start}`);
      const value = HELD_OUT.test(key) ? toneOf(one.text, language) : null;
      if (value !== null && !found.has(one.text)) found.set(one.text, { key, text: one.text, value });
    }
  }
  return [...found.values()];
}

function inSentences(data: string): Sentence[] {
  const folder = path.join(data, "intents");
  const texts = readdirSync(folder).flatMap((file) =>
    parseSentences(readFileSync(path.join(folder, file), "utf8")).map((one) => one.text),
  );
  return [...new Set(texts)].flatMap((text) => {
    const value = toneOf(text, "en");
    return value === null ? [] : [{ key: hashOf(text), text, value }];
  });
}
