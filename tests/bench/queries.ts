import { Hono } from "hono";
import { type Bed, type Statement, statementsOf } from "./bed.ts";
import { timesOf } from "./measure.ts";

const QUERIES = 32;
/** The same words may stand in several mails. */
const OFTEN_QUOTED = 8;
/** Each path once a round, after one that warms up; the two take turns, because a process gets faster and a machine drifts. */
const ROUNDS = 4;

/** Of queries, in words. */
export const LENGTHS = [
  ["short", 3],
  ["long", 18],
] as const;

/** Words as people write them, common and rare, out of the mails themselves: of mails that are alike, the same in every run. */
export async function textsIn(bed: Bed): Promise<string[]> {
  const bodies: string[] = JSON.parse(
    await bed.ask(
      `select json_agg(body)::text from (select body from search_passages where body ~ '([A-Za-z]+\\s+){40}' order by md5(body) limit ${QUERIES * OFTEN_QUOTED}) t`,
    ),
  );
  return [...new Set(bodies)].slice(0, QUERIES);
}

export const queriesOf = (texts: readonly string[], length: number): string[] =>
  texts.map((text) => (text.match(/\p{L}{2,}/gu) ?? []).slice(10, 10 + length).join(" "));

export const searchPaths = (texts: readonly string[], length: number): string[] =>
  queriesOf(texts, length).map((query) => `/v1/search?q=${encodeURIComponent(query)}`);

/** `GET` of these paths, and the very statements of it through the same driver without row security, plus an empty route. In ms. */
export async function compare(
  bed: Bed,
  key: string,
  paths: string[],
  atOnce: number,
): Promise<{ measured: number[]; floor: number[] }> {
  const { server, app } = bed.opened;
  const ask = async (path: string) => {
    const response = await server.hono.request(`http://localhost:8787${path}`, {
      headers: { authorization: `Bearer ${key}`, host: "localhost:8787" },
    });
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    await response.arrayBuffer();
  };
  const statements: Statement[][] = [];
  for (const path of paths) statements.push(await statementsOf(app.db, () => ask(path)));
  const empty = new Hono().get("/", (c) => c.json({}));
  const least = async (i: number) => {
    await bed.floor(statements[i]!);
    await (await empty.request("/")).arrayBuffer();
  };
  const once = { times: paths.length, atOnce, warmUp: 0 };
  const round = async () => ({
    measured: await timesOf((i) => ask(paths[i]!), once),
    floor: await timesOf(least, once),
  });
  await round();
  const rounds = [];
  for (let i = 0; i < ROUNDS; i += 1) rounds.push(await round());
  return { measured: rounds.flatMap((one) => one.measured), floor: rounds.flatMap((one) => one.floor) };
}
