import { context, emailDraft } from "@sidenote/contract/context";
import { emails } from "@sidenote/contract/emails";
import type { EmailId, ThreadId } from "@sidenote/contract/ids";
import { model } from "@sidenote/contract/model";
import { promises } from "@sidenote/contract/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { type FakeModel, startFakeModel } from "../../testing/fake-model.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
let fake: FakeModel;
beforeAll(async () => {
  fake = await startFakeModel();
  world = await createWorld({ env: { LLM_BASE_URL: fake.baseUrl, LLM_SILENCE_SECONDS: "3" } });
});
afterAll(async () => {
  await world.close();
  await fake.close();
});
afterEach(() => fake.behave({ says: "none" }));

const MARTA = "Marta Lindqvist <marta@nordfrakt.example>";
const ADA = "Ada Berg <ada@fjordkyl.example>";
const FOUND = "You won't leave here without the signed copy.";
const TEXT = `Hi Ada,\n\nthe board was pleased on Monday. ${FOUND} Could you send me the floor plan?\n\nMarta`;

/** A mail in which the rules see a question, and not that something is promised. */
async function received(text = TEXT, in_: World = world): Promise<{ ada: Person; threadId: ThreadId }> {
  const ada = await in_.person();
  await importMail(in_, ada, mbox(mail({ from: MARTA, to: ADA, date: "Mon, 23 Feb 2026 10:00:00 +0100", text })));
  return { ada, threadId: await threadOf(ada) };
}

const threadOf = async (ada: Person): Promise<ThreadId> =>
  (await ada.api(context.get, { address: "marta@nordfrakt.example" })).timeline[0]!.threadId as ThreadId;

const inState = async (ada: Person, state: "open" | "proposed" | "answered" | "dismissed") =>
  (await ada.api(promises.list, { state })).items;
/** How many answers were asked of the model so far. */
const questions = () => fake.requests.filter((one) => one.path.endsWith("/chat/completions")).length;

async function oneProposed(ada: Person) {
  const [found] = await inState(ada, "proposed");
  if (!found) throw new Error("Nothing is proposed");
  return found;
}
const quotes = (found: readonly { source: { quote: string } }[]) => found.map((one) => one.source.quote);

/** As a model does that has understood: by the number that the sentence has in what it is asked. */
const names =
  (sentence: string, kind: "promise" | "ask") =>
  (prompt: string): string => {
    const before = prompt.slice(0, prompt.indexOf(sentence));
    return `${/\[(\d+)\][^[]*$/.exec(before)?.[1]} ${kind}`;
  };

describe("what a model finds besides", () => {
  test("is proposed in the mail's own words, waits for nobody, and counts once a person says so", async () => {
    const { ada, threadId } = await received();
    fake.behave({ writes: names(FOUND, "promise") });
    expect(await ada.api(promises.propose, { threadId })).toEqual({ proposed: 1, model: "fake-1", failure: null });
    const proposed = await oneProposed(ada);
    expect(proposed).toMatchObject({ kind: "promise", owes: "them", owedTo: "you", foundBy: "fake-1", decision: null });
    expect(proposed.source.quote).toBe(FOUND);
    expect(quotes(await inState(ada, "open"))).toEqual(["Could you send me the floor plan?"]);
    const shown = await ada.api(context.get, { address: "marta@nordfrakt.example" });
    expect(quotes(shown.proposed ?? [])).toEqual([FOUND]);
    expect(quotes(shown.promises ?? [])).not.toContain(FOUND);

    const { id, version } = proposed;
    const kept = await ada.api(promises.decide, { id, version, decision: "open" });
    expect(kept.state).toBe("open");
    expect(await inState(ada, "proposed")).toEqual([]);
    const after = await ada.api(context.get, { address: "marta@nordfrakt.example" });
    expect(quotes(after.promises ?? [])).toContain(FOUND);
    const undone = await ada.api(promises.decide, { id, version: kept.version, decision: null });
    expect(undone.state).toBe("proposed");
  });

  test("stays what a person said when the thread is read anew, and is not asked about again", async () => {
    const { ada, threadId } = await received();
    fake.behave({ writes: names(FOUND, "promise") });
    await ada.api(promises.propose, { threadId });
    const { id, version } = await oneProposed(ada);
    await ada.api(promises.decide, { id, version, decision: "dismissed" });
    const asked = fake.requests.length;
    expect(await ada.api(promises.propose, { threadId })).toEqual({ proposed: 0, model: null, failure: null });
    expect(fake.requests.length).toBe(asked);
    await importMail(
      world,
      ada,
      mbox(
        mail({
          from: MARTA,
          to: ADA,
          date: "Tue, 24 Feb 2026 10:00:00 +0100",
          subject: "Re: Cold storage",
          text: "And by the way, the keys.",
        }),
      ),
    );
    expect(quotes(await inState(ada, "dismissed"))).toEqual([FOUND]);
    expect(await inState(ada, "proposed")).toEqual([]);
  });

  test("does not make a mail wait, nor settle one", async () => {
    const { ada, threadId } = await received("Hi Ada,\n\nthe board wants the drawings at its next meeting.\n\nMarta");
    fake.behave({ writes: names("the board wants the drawings at its next meeting.", "ask") });
    await ada.api(promises.propose, { threadId });
    const owed = async () => (await ada.api(context.get, { address: "marta@nordfrakt.example" })).owed;
    expect(await owed()).toEqual([]);
    const { id, version } = await oneProposed(ada);
    await ada.api(promises.decide, { id, version, decision: "dismissed" });
    expect(await owed()).toEqual([]);
  });

  test("does not keep a mail waiting whose own question is settled, nor when other mail is forgotten", async () => {
    const wanted = "The board wants the drawings at its next meeting.";
    const { ada, threadId } = await received(`Hi Ada,\n\ncould you send me the floor plan? ${wanted}\n\nMarta`);
    fake.behave({ writes: names(wanted, "ask") });
    await ada.api(promises.propose, { threadId });
    const [question] = await inState(ada, "open");
    expect(question!.source.quote).toBe("could you send me the floor plan?");
    await ada.api(promises.decide, { id: question!.id, version: question!.version, decision: "done" });
    const owed = async () => (await ada.api(context.get, { address: "marta@nordfrakt.example" })).owed;
    expect(await owed()).toEqual([]);
    const other = {
      from: MARTA,
      to: ADA,
      date: "Tue, 24 Feb 2026 10:00:00 +0100",
      subject: "Keys",
      text: "Here they are.",
    };
    await importMail(world, ada, mbox(mail(other)));
    const keys = (await ada.api(context.get, { address: "marta@nordfrakt.example" })).timeline[0]!;
    await ada.api(emails.forget, { id: keys.id as EmailId });
    await world.work();
    expect(await owed()).toEqual([]);
    expect(quotes(await inState(ada, "proposed"))).toEqual([wanted]);
  });

  test("is no news where the rules know it", async () => {
    const { ada, threadId } = await received();
    fake.behave({ writes: names("Could you send me the floor plan?", "ask") });
    expect(await ada.api(promises.propose, { threadId })).toMatchObject({ proposed: 0, model: "fake-1" });
    expect(await inState(ada, "proposed")).toEqual([]);
  });

  test("is nothing where it names everything, nothing that was asked, or writes a story", async () => {
    const long = Array.from({ length: 9 }, (_, i) => `The ramp number ${i} was painted last year.`).join(" ");
    for (const says of [
      Array.from({ length: 9 }, (_, i) => `${i + 1} promise`).join("\n"),
      "77 promise",
      "101 promise",
      "Once upon a time there was a ramp.",
    ]) {
      const { ada, threadId } = await received(long);
      fake.behave({ says });
      const { proposed, model: by, failure } = await ada.api(promises.propose, { threadId });
      expect({ says, proposed, by }).toEqual({ says, proposed: 0, by: null });
      expect(failure).not.toBeNull();
      expect(await inState(ada, "proposed")).toEqual([]);
      // What was of no use is asked for again the next time.
      fake.behave({ says: "none" });
      expect(await ada.api(promises.propose, { threadId })).toMatchObject({ model: "fake-1", failure: null });
    }
  });
});

test("a draft that somebody waits for comes first, and the thread is read another time", async () => {
  const { ada, threadId } = await received();
  const contact_id = (await ada.api(context.get, { address: "marta@nordfrakt.example" })).contact!.id;
  fake.behave({ silent: "between" }, { says: "Thank you [1]." }, { silent: "between" });
  const asked = questions();
  const reading = ada.api(promises.propose, { threadId });
  await expect.poll(() => questions()).toBe(asked + 1);
  await ada.api(emailDraft, { contact_id });
  expect(await reading).toEqual({ proposed: 0, model: null, failure: "A draft is being written first" });
  const waiting = ada.api(emailDraft, { contact_id });
  await expect.poll(() => questions()).toBe(asked + 3);
  expect(await ada.api(promises.propose, { threadId })).toMatchObject({ failure: "A draft is being written first" });
  expect(questions()).toBe(asked + 3);
  fake.behave({ writes: names(FOUND, "promise") });
  await waiting;
  expect(await ada.api(promises.propose, { threadId })).toMatchObject({ proposed: 1 });
});

test("a mail that is forgotten while the model reads it leaves nothing, and no error", async () => {
  const forgetful = await createWorld({ env: { LLM_BASE_URL: fake.baseUrl } });
  const { ada, threadId } = await received(TEXT, forgetful);
  fake.behave({ writes: names(FOUND, "promise") });
  const { ask } = forgetful.app.ai;
  Object.assign(forgetful.app.ai, {
    ask: async (...call: Parameters<typeof ask>) => {
      const answer = await ask(...call);
      await ada.api(emails.forgetThread, { thread: threadId });
      return answer;
    },
  });
  expect(await ada.api(promises.propose, { threadId })).toMatchObject({ model: "fake-1", failure: null });
  expect(await inState(ada, "proposed")).toEqual([]);
  await forgetful.work();
  expect(await forgetful.everywhere("signed copy")).toEqual([]);
  await forgetful.close();
});

test("without a model nothing is asked, and nothing is booked", async () => {
  const alone = await createWorld();
  const { ada, threadId } = await received(TEXT, alone);
  expect(await ada.api(promises.propose, { threadId })).toEqual({ proposed: 0, model: null, failure: null });
  expect((await ada.api(model.interactions, {})).items).toEqual([]);
  await alone.close();
});

test("a model elsewhere is not asked, also where an admin lets drafts go there", async () => {
  const elsewhere = await createWorld({ env: { LLM_BASE_URL: "http://203.0.113.9/v1", LLM_SILENCE_SECONDS: "0.3" } });
  const { ada, threadId } = await received(TEXT, elsewhere);
  const { version } = await ada.api(model.get, {});
  await ada.api(model.update, { version, sendUnmasked: true });
  expect(await ada.api(promises.propose, { threadId })).toEqual({ proposed: 0, model: null, failure: null });
  expect((await ada.api(model.interactions, {})).items).toEqual([]);
  await elsewhere.close();
});

test("a colleague, and whoever may only read, cannot have a thread read", async () => {
  const { ada, threadId } = await received();
  const colleague = await world.colleague(ada);
  await expect(colleague.api(promises.propose, { threadId })).rejects.toMatchObject({ body: { status: 404 } });
  await expect((await world.person()).api(promises.propose, { threadId })).rejects.toMatchObject({
    body: { status: 404 },
  });
  const reader = await ada.withScopes(["emails:read"]);
  await expect(reader(promises.propose, { threadId })).rejects.toMatchObject({ body: { status: 403 } });
});
