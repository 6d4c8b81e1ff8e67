import { readFileSync } from "node:fs";
import path from "node:path";
import { sentencesIn } from "../../server/core/mail/asks.ts";
import { obligationsIn } from "../../server/core/mail/obligations.ts";
import { hashOf, realMails } from "./mailboxes.ts";
import { type Row, share } from "./measure.ts";

/** Read by hand, in its mail: the hash of Message-ID and offset of a sentence → what its writer does in it. */
type Label = "ask" | "promise" | "none";

const AIM = 0.8;
const MOST_UNREAD = 8;

export async function run(data: string): Promise<Row[]> {
  const file = path.join(import.meta.dirname, "labels/promises.json");
  const labels = new Map(Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, Label>));
  const seen = new Set<string>();
  const sums = { right: 0, found: 0, there: 0 };
  for await (const mail of realMails(data)) {
    const places = mail.spans
      .filter((span) => span.kind === "said")
      .flatMap((span) => sentencesIn(mail.text, span.start, span.end))
      .map(({ start }) => ({ start, key: hashOf(`${mail.messageId} ${start}`) }))
      .filter(({ key }) => labels.has(key) && !seen.has(key));
    if (places.length === 0) continue;
    const read = obligationsIn(mail.text, mail.spans).filter((one) => one.by !== "third");
    for (const { start, key } of places) {
      seen.add(key);
      const said = read.find((one) => one.start === start)?.kind ?? "none";
      const is = labels.get(key)!;
      if (said !== "none") sums.found++;
      if (is !== "none") sums.there++;
      if (said !== "none" && said === is) sums.right++;
    }
  }
  // What is no sentence of what was newly said any more is not found either.
  const unread = [...labels].filter(([key]) => !seen.has(key));
  if (unread.length > MOST_UNREAD) throw new Error(`${unread.length} marked sentences begin elsewhere by now`);
  sums.there += unread.filter(([, label]) => label !== "none").length;
  return [
    share("promises and questions", "precision over 80 sentences in context", sums.right, sums.found, AIM),
    share("promises and questions", "recall over the same", sums.right, sums.there, null),
  ];
}
