import { readFileSync } from "node:fs";
import path from "node:path";
import { obligationsIn } from "../../server/core/mail/owed/obligations.ts";
import { sentencesIn } from "../../server/core/mail/said/sentences.ts";
import { hashOf, realMails } from "./mailboxes.ts";
import { type Row, share } from "./measure.ts";

/** Read by hand, in its mail: the hash of Message-ID and offset of a sentence → what its writer does in it. */
type Label = "ask" | "promise" | "none";

const AIM = 0.8;
/** Of a set, sentences that are no longer told apart as they were when they were marked. */
const MOST_UNREAD = 0.1;

export async function run(data: string): Promise<Row[]> {
  const sets = ["promises", "promises-second"].map(marked);
  for await (const mail of realMails(data)) {
    const sentences = mail.spans
      .filter((span) => span.kind === "said")
      .flatMap((span) => sentencesIn(mail.text, span.start, span.end))
      .map(({ start }) => ({ start, key: hashOf(`${mail.messageId} ${start}`) }));
    const places = sets.map((set) => sentences.filter(({ key }) => set.labels.has(key) && !set.seen.has(key)));
    if (places.every((some) => some.length === 0)) continue;
    const read = obligationsIn(mail.text, mail.spans).filter((one) => one.by !== "third");
    for (const [i, set] of sets.entries())
      for (const { start, key } of places[i]!) judge(set, key, read.find((one) => one.start === start)?.kind ?? "none");
  }
  const [first, second] = sets.map(shares);
  return [
    share("promises and questions", "precision over 80 sentences in context", ...first!.precision, AIM),
    share("promises and questions", "recall over the same", ...first!.recall, null),
    share("promises and questions, a second set", "precision over 100 other sentences", ...second!.precision, AIM),
    share("promises and questions, a second set", "recall over the same", ...second!.recall, null),
  ];
}

type Marked = { labels: Map<string, Label>; seen: Set<string>; right: number; found: number; there: number };

function marked(name: string): Marked {
  const file = path.join(import.meta.dirname, `labels/${name}.json`);
  const labels = new Map(Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, Label>));
  return { labels, seen: new Set(), right: 0, found: 0, there: 0 };
}

function judge(set: Marked, key: string, said: Label): void {
  set.seen.add(key);
  const is = set.labels.get(key)!;
  if (said !== "none") set.found++;
  if (is !== "none") set.there++;
  if (said !== "none" && said === is) set.right++;
}

/** What is no sentence of what was newly said any more is not found either. */
function shares({ labels, seen, right, found, there }: Marked): Record<"precision" | "recall", [number, number]> {
  const unread = [...labels].filter(([key]) => !seen.has(key));
  if (unread.length > labels.size * MOST_UNREAD)
    throw new Error(`${unread.length} marked sentences begin elsewhere by now`);
  return {
    precision: [right, found],
    recall: [right, there + unread.filter(([, label]) => label !== "none").length],
  };
}
