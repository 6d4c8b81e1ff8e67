import type { Draft } from "@sidenote/contract/context";
import { desc, eq, sql } from "drizzle-orm";
import { rows } from "../../server/core/db/database.ts";
import { read } from "../../server/core/db/transaction.ts";
import { getContext } from "../../server/features/context/service.ts";
import { writeDraft } from "../../server/features/drafts/service.ts";
import { emailTable, participantTable } from "../../server/features/emails/index.ts";
import { type FakeModel, startFakeModel } from "../../server/testing/fake-model.ts";
import { asMbox, type DraftCase, demoCorpus, OWN, plainWords, realCorpus, withheld } from "./draft-cases.ts";
import { type House, importInto, openHouse } from "./house.ts";
import { invent, type Planted, shown, tell } from "./inventor.ts";
import { figuresOf, inventedIn, type Known, known } from "./judge.ts";
import { type Row, share } from "./measure.ts";

/** Drafts for the same cases with the fact in the sources and without it, by each of those that may write one. */
type Told = { withFact: boolean; told: boolean; invented: string[]; planted: Planted[]; by: By };
/** Who wrote what stands between greeting and closing: the model all of it, some of it, or nothing that the built-in writer had not. */
type By = "model" | "both" | "builtin";
type Writer = {
  name: string;
  builtin: boolean;
  prepare(seed: number, one: DraftCase): void;
  planted(): Planted[];
  /** What it wrote last, before anything was taken out. */
  wrote(): string;
  every: number;
  /** Who invents anew with each seed is asked with each; the others would write the same again. */
  seeds: readonly number[];
};

const REAL = "drafts, a real small model";
/** A real model takes long for each; 1 does all. */
const REAL_MODEL_EVERY = Number(process.env.EVALS_REAL_EVERY ?? 6);
/** Other seeds, other inventions: an aim that holds for one only is none. "7", or "1..20" for all of these. */
const SEEDS = seedsIn(process.env.EVALS_SEED ?? "101..110");
/** A part of a writer's name: only they write. */
const ONLY = process.env.EVALS_WRITER ?? "";
/** Far enough that no case of one seed gets what another case got of another. */
const SEED_STEP = 10_007;
const SILENCE_SECONDS = "900";
/** What was shown that nobody wrote stands on the terminal only: it may quote real mail. */
const say = (...words: string[]) => process.stderr.write(`${words.join(" · ")}\n`);

export async function run(data: string): Promise<Row[]> {
  const plain = await plainWords(data);
  const fake = await startFakeModel();
  const corpora = [await demoCorpus(), await realCorpus(data)];
  const told = new Map<string, Told[]>();
  for (const corpus of corpora)
    for (const withFact of [true, false]) {
      const house = await openHouse({ LLM_BASE_URL: fake.baseUrl, LLM_SILENCE_SECONDS: SILENCE_SECONDS });
      await importInto(house, asMbox(withFact ? corpus.mails : withheld(corpus)), OWN);
      for (const writer of writersWith(fake, house)) {
        const so = told.get(writer.name) ?? [];
        told.set(writer.name, so);
        for (const seed of writer.seeds)
          for (const [i, one] of corpus.cases.entries()) {
            if (i % writer.every !== 0) continue;
            writer.prepare(i * 7 + (withFact ? 1 : 3) + corpora.indexOf(corpus) * 1000 + seed * SEED_STEP, one);
            so.push(await judged(house, one, writer, { plain, withFact }));
            if (writer.name === REAL) say(writer.name, `${so.length} drafts`);
          }
      }
      await house.close();
    }
  await fake.close();
  if (!process.env.LLM_BASE_URL_TEST) say("skipped: drafts by a real small model (LLM_BASE_URL_TEST is not set)");
  return [...told].flatMap(([name, all]) => rowsOf(name, all));
}

function writersWith(fake: FakeModel, { app }: House): Writer[] {
  let planted: Planted[] = [];
  let wrote = "";
  const use = (baseUrl: string) => Object.assign(app.config, { llm: { baseUrl, apiKey: undefined, model: undefined } });
  const fakeWriter = (name: string, write: (prompt: string, seed: number, one: DraftCase) => string): Writer => ({
    name,
    builtin: false,
    every: 1,
    seeds: SEEDS.slice(0, 1),
    prepare(seed, one) {
      use(fake.baseUrl);
      const writes = (prompt: string) => {
        wrote = write(prompt, seed, one);
        return wrote;
      };
      fake.behave({ writes, chunk: 1 + (seed % 40) });
    },
    planted: () => planted,
    wrote: () => wrote,
  });
  const real = process.env.LLM_BASE_URL_TEST;
  const inventing = fakeWriter("drafts, a model that invents on purpose", (prompt, seed) => {
    const invented = invent(prompt, seed);
    planted = invented.planted;
    return invented.text;
  });
  const nothing = { planted: () => [], wrote: () => "" };
  const all: Writer[] = [
    { name: "drafts, builtin", builtin: true, every: 1, seeds: [0], prepare() {}, ...nothing },
    { ...inventing, seeds: SEEDS },
    fakeWriter("drafts, a model that tells the truth", (prompt, _, one) => {
      planted = [];
      return tell(prompt, one);
    }),
    ...(real
      ? [
          {
            name: REAL,
            builtin: false,
            every: REAL_MODEL_EVERY,
            seeds: [0],
            prepare: () => void use(real),
            ...nothing,
          },
        ]
      : []),
  ];
  return all.filter(({ name }) => name.includes(ONLY));
}

function seedsIn(text: string): number[] {
  const [first = 0, last = first] = text.split("..").map(Number);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

async function judged(
  house: House,
  one: DraftCase,
  writer: Writer,
  { plain, withFact }: { plain: ReadonlySet<string>; withFact: boolean },
): Promise<Told> {
  const input = { purpose: "Answer", key_points: [one.asked], builtin: writer.builtin };
  const situation = await situationOf(house, one.address);
  const draft = await writeDraft(house.ctx, { ...situation, ...input }, () => {});
  const texts = [...(await sourcesOf(house, one.address)), one.asked, "Answer"];
  const sources: Known = known(texts);
  const told = figuresOf(draft.draft).includes(one.value);
  const by: By = draft.model_used === "builtin" ? "builtin" : await bodyBy(house, draft, { ...situation, ...input });
  const planted = draft.model_used === "builtin" ? [] : shown(writer.planted(), draft.draft, texts.join("\n"));
  const invented = inventedIn(draft.draft, sources, plain);
  for (const it of planted) say("SHOWN", writer.name, it.kind, it.text);
  if (invented.length > 0) say("INVENTED", writer.name, invented.join(" "), draft.draft.replaceAll("\n", " "));
  if (process.env.EVALS_SHOW && withFact && !told)
    say("NOT TOLD", writer.name, one.sentence, writer.wrote(), draft.draft.replaceAll("\n", " "));
  if (process.env.EVALS_SHOW) say("BY", by, writer.name, draft.draft.replaceAll("\n", " "));
  return { withFact, told, invented, planted, by };
}

/** Sentences that the built-in writer has word for word are not the model's, whoever wrote them. */
async function bodyBy(house: House, draft: Draft, input: Parameters<typeof writeDraft>[1]): Promise<By> {
  const plain = await writeDraft(house.ctx, { ...input, builtin: true }, () => {});
  const body = draft.statements.slice(1, -1).map((one) => one.text);
  const own = body.filter((text) => !plain.statements.some((one) => one.text === text));
  return own.length === 0 ? "builtin" : own.length === body.length ? "model" : "both";
}

/** Who sends to many is no contact; then it is about the thread. */
async function situationOf(house: House, address: string) {
  const { contact } = await getContext(house.ctx, { address });
  if (contact) return { contact_id: contact.id };
  const [last] = await read(house.ctx, (tx) =>
    tx
      .select({ id: emailTable.threadId })
      .from(participantTable)
      .innerJoin(emailTable, eq(emailTable.id, participantTable.emailId))
      .where(eq(participantTable.address, address))
      .orderBy(desc(participantTable.at))
      .limit(1),
  );
  return { thread_id: last!.id };
}

/** Everything that is stored of mail with somebody: text, subject, who and when, as the calendar says it. */
const sourcesOf = (house: House, address: string): Promise<string[]> =>
  read(house.ctx, async (tx) => {
    const mails = await rows<{ text: string; subject: string; from_name: string; from_address: string; at: string }>(
      tx,
      sql`select text, subject, from_name, from_address, at from emails e where exists
            (select 1 from email_participants p where p.org_id = e.org_id and p.email_id = e.id and p.address = ${address})`,
    );
    const [member] = await rows<{ name: string }>(tx, sql`select name from members`);
    return [
      member?.name ?? "",
      address,
      ...mails.flatMap((mail) => [
        mail.text,
        mail.subject,
        mail.from_name,
        mail.from_address,
        ...days(new Date(mail.at)),
      ]),
    ];
  });

const days = (at: Date): string[] =>
  ["en-GB", "uk-UA"].map((locale) =>
    new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" }).format(at),
  );

function rowsOf(name: string, all: readonly Told[]): Row[] {
  const present = all.filter((one) => one.withFact);
  const absent = all.filter((one) => !one.withFact);
  const clean = (some: readonly Told[]) => some.filter((one) => one.invented.length + one.planted.length === 0).length;
  const by = (...who: By[]) => all.filter((one) => who.includes(one.by)).length;
  return [
    share(name, "nothing invented is shown, the fact being known", clean(present), present.length, 1),
    share(name, "nothing invented is shown, the fact being withheld", clean(absent), absent.length, 1),
    share(name, "the fact is told where it is known", present.filter((one) => one.told).length, present.length, null),
    // The built-in writer's own words are no measure of a model.
    ...(name.includes("builtin")
      ? []
      : [
          share(name, "something of the draft is the model's own", by("model", "both"), all.length, null),
          share(name, "all between greeting and closing is the model's own", by("model"), all.length, null),
        ]),
  ];
}
