import { readFileSync } from "node:fs";
import path from "node:path";
import { createActivity } from "../../server/features/activities/index.ts";
import { searchAll } from "../../server/features/search/service.ts";
import { openHouse } from "./house.ts";
import { mean, type Row } from "./measure.ts";

const TOP = 10;
const LONGEST_NOTE = 19_000;

/** Cranfield through the real search, without a model: each abstract is a note of the member's. */
export async function run(data: string): Promise<Row[]> {
  const lines = (name: string) =>
    readFileSync(path.join(data, "retrieval", name), "utf8")
      .split("\n")
      .filter((line) => line !== "");
  const house = await openHouse();
  const documentOf = new Map<string, string>();
  for (const line of lines("corpus.jsonl")) {
    const { _id, text } = JSON.parse(line) as { _id: string; text: string };
    if (text.trim() === "") continue;
    const note = await createActivity(house.ctx, { kind: "note", text: text.slice(0, LONGEST_NOTE), contactIds: [] });
    documentOf.set(note.id, _id);
  }
  await house.work();
  const relevant = new Map<string, Map<string, number>>();
  for (const line of lines("qrels.tsv")) {
    const [query = "", document = "", grade = ""] = line.split("\t");
    if (!/^\d+$/.test(grade.trim())) continue;
    relevant.set(query, (relevant.get(query) ?? new Map()).set(document, Number(grade)));
  }
  const values: number[] = [];
  for (const line of lines("queries.jsonl")) {
    const { _id, text } = JSON.parse(line) as { _id: string; text: string };
    const grades = relevant.get(_id);
    if (!grades) continue;
    const { items } = await searchAll(house.ctx, { q: text, kind: "activity", limit: TOP });
    const gained = items.map((hit) => grades.get(documentOf.get(hit.id) ?? "") ?? 0);
    values.push(dcg(gained) / dcg([...grades.values()].sort((a, b) => b - a).slice(0, TOP)));
  }
  await house.close();
  return [mean("search without a model", "Cranfield nDCG@10", values, 0.37)];
}

const dcg = (grades: readonly number[]): number => grades.reduce((sum, grade, i) => sum + grade / Math.log2(i + 2), 0);
