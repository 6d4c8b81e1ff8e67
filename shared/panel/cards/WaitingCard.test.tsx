import { context } from "@sidenote/contract/context";
import { model } from "@sidenote/contract/model";
import { promises } from "@sidenote/contract/promises";
import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { ASKS, ago, idOf, marta, martaContext } from "../testing/canned.ts";
import { noModel, wellServer } from "../testing/server.ts";
import { show, textOf } from "../testing/show.tsx";

const promised = {
  id: idOf("prm", 1),
  kind: "promise" as const,
  owes: "you" as const,
  owedTo: "them" as const,
  person: marta,
  source: { id: idOf("eml", 2), quote: "I will send the floor plan by Friday.", start: 5, end: 42 },
  at: ago(5),
  threadId: idOf("thr", 1),
  subject: "Cold storage",
  due: { on: "2026-03-06", words: "by Friday" },
  version: 1,
};

test("what waits stands in the words of the mail, with how long", async () => {
  const { section } = show();
  const waiting = await section("Waiting for you");
  expect(textOf(waiting)).toBe(`Waiting for you3 days${ASKS}1`);
  within(waiting).getByRole("button", { name: `Source 1: “${ASKS}”` });
});

test("of much that waits the first stands there, and the rest is one press away", async () => {
  const [first] = martaContext.owed;
  const owed = Array.from({ length: 9 }, (_, i) => ({ ...first!, sourceId: idOf("eml", i), asks: `Question ${i}?` }));
  const { section, user } = show({ client: wellServer().answer(context.get, { ...martaContext, owed }) });
  const waiting = await section("Waiting for you");
  expect(within(waiting).getAllByRole("listitem")).toHaveLength(4);
  await user.click(within(waiting).getByRole("button", { name: "Show 5 more" }));
  expect(within(waiting).getAllByRole("listitem")).toHaveLength(9);
  await user.click(within(waiting).getByRole("button", { name: "Show fewer" }));
  expect(within(waiting).getAllByRole("listitem")).toHaveLength(4);
});

test("what they owe stands apart", async () => {
  const owed = martaContext.owed.map((one) => ({ ...one, by: "them" as const }));
  const { section } = show({ client: wellServer().answer(context.get, { ...martaContext, owed }) });
  expect(textOf(await section("Waiting for them"))).toContain(ASKS);
  expect(screen.queryByRole("region", { name: "Waiting for you" })).toBeNull();
});

test("where nothing waits, nothing is said", async () => {
  show({ client: wellServer().answer(context.get, { ...martaContext, owed: [] }) });
  await screen.findByText("Saved");
  expect(screen.queryByRole("region", { name: /Waiting/ })).toBeNull();
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

test.each(["Pacific/Auckland", "Europe/Berlin", "America/Los_Angeles"])(
  "what is due stands with its day and no time, of today as today, and as past from the day after, in %s",
  async (zone) => {
    vi.stubEnv("TZ", zone);
    vi.useFakeTimers({ now: new Date("2026-03-06T09:00"), toFake: ["Date"] });
    const promisedBy = (on: string, n: number) => ({
      ...promised,
      source: { ...promised.source, start: n },
      due: { on, words: "then" },
    });
    const days = ["2026-03-05", "2026-03-06", "2026-03-07", "2027-01-01"].map(promisedBy);
    const client = wellServer().answer(context.get, { ...martaContext, owed: [], promises: days });
    const { section } = show({ client });
    const due = (await section("Waiting for you")).querySelectorAll<HTMLElement>(".due");
    expect([...due].map(textOf)).toEqual(["was due 5 Mar", "due today", "due 7 Mar", "due 1 Jan 2027"]);
  },
);

test("the number of a source stands in one piece with what holds it to the words before it", async () => {
  const { section } = show({ client: wellServer().answer(context.get, { ...martaContext, promises: [promised] }) });
  const numbers = within(await section("Waiting for you")).getAllByRole("button", { name: /^Source/ });
  expect(numbers.map((one) => one.closest(".whole")?.textContent)).toEqual(["\u20601\u2060", "\u20602\u2060"]);
});

test("a promise is done with one press, which can be taken back", async () => {
  const client = wellServer()
    .answer(context.get, { ...martaContext, promises: [promised] })
    .answer(promises.decide, ({ version }) => ({
      ...promised,
      state: "done" as const,
      answer: null,
      version: version + 1,
    }));
  const { user, section, button } = show({ client });
  expect(textOf(await section("Waiting for you"))).toContain("You promised: I will send the floor plan by Friday.");
  await user.click(await button("Done", "Waiting for you"));
  await waitFor(() => expect(screen.queryByText(/floor plan by Friday/)).toBeNull());
  await user.click(await button("Undo"));
  await screen.findByText(/floor plan by Friday/);
  expect(client.asked(promises.decide)).toMatchObject([
    { version: 1, decision: "done" },
    { version: 2, decision: null },
  ]);
});

test("a model that is near reads the thread, and what it finds is proposed until a person says yes", async () => {
  const found = {
    ...promised,
    foundBy: "llama3.2",
    source: { ...promised.source, quote: "Mr Dahl brings the keys along." },
  };
  let proposed: (typeof found)[] = [];
  const client = wellServer()
    .answer(model.get, { ...noModel, baseUrl: "http://127.0.0.1:11434/v1", local: true })
    .answer(context.get, () => ({ ...martaContext, owed: [], proposed }))
    .answer(promises.propose, () => {
      proposed = [found];
      return { proposed: 1, model: "llama3.2", failure: null };
    })
    .answer(promises.decide, ({ version }) => {
      proposed = [];
      return { ...found, state: "open" as const, answer: null, version: version + 1 };
    });
  const { user, section, button } = show({ client });
  const card = await section("Perhaps also promised or asked");
  expect(textOf(card)).toContain("You promised: Mr Dahl brings the keys along.");
  expect(textOf(card)).toContain("Found by llama3.2. It counts once you say yes.");
  expect(screen.queryByRole("region", { name: "Waiting for you" })).toBeNull();
  await user.click(await button("Yes", "Perhaps also promised or asked"));
  await waitFor(() => expect(client.asked(promises.decide)).toMatchObject([{ version: 1, decision: "open" }]));
  await waitFor(() => expect(screen.queryByText(/brings the keys/)).toBeNull());
  expect(client.asked(promises.propose)).toEqual([{ threadId: martaContext.thread!.id }]);
});

test.each([{ local: false }, { local: null }])("a model that is not near (%o) is not asked", async (where) => {
  const client = wellServer().answer(model.get, { ...noModel, baseUrl: "https://models.example/v1", ...where });
  const { section } = show({ client });
  await section("Waiting for you");
  await waitFor(() => expect(client.asked(model.get).length).toBeGreaterThan(0));
  expect(client.asked(promises.propose)).toEqual([]);
});

test("what nobody waits for any more is folded away, with what a mail has kept, and can be said to be open", async () => {
  const kept = {
    ...promised,
    id: idOf("prm", 2),
    source: { id: idOf("eml", 4), quote: "I will send the offer.", start: 0, end: 22 },
    state: "answered" as const,
    answer: { id: idOf("eml", 5), quote: "As promised, the offer.", start: 0, end: 23, at: ago(2) },
  };
  const old = { ...promised, due: null };
  const client = wellServer()
    .answer(context.get, { ...martaContext, oldPromises: [old] })
    .answer(promises.list, { items: [kept], nextCursor: null })
    .answer(promises.decide, ({ version, decision }) => ({ ...kept, decision, version: version + 1 }));
  const { user, section, button } = show({ client });
  const fold = await section("Not waited for");
  expect(textOf(fold)).toBe("1 older promise or questionShow");
  expect(client.asked(promises.list)).toEqual([]);
  await user.click(await button("Show", "Not waited for"));
  await within(fold).findByText("As promised, the offer.");
  await user.click(within(fold).getAllByRole("button", { name: "Still open" })[0]!);
  await waitFor(() =>
    expect(client.asked(promises.decide)).toMatchObject([{ id: promised.id, version: 1, decision: "open" }]),
  );
  await user.click(await button("Undo"));
  await waitFor(() => expect(client.asked(promises.decide).at(-1)).toMatchObject({ version: 2, decision: null }));
});

test("so is a thread in which nobody has written for long", async () => {
  const [asked] = martaContext.owed;
  const oldOwed = [{ ...asked!, asks: "Which rooms are free?", since: ago(240) }];
  const client = wellServer().answer(context.get, { ...martaContext, owed: [], oldOwed });
  const { user, section, button } = show({ client });
  const fold = await section("Not waited for");
  expect(textOf(fold)).toBe("1 older promise or questionShow");
  await user.click(await button("Show", "Not waited for"));
  await within(fold).findByText(/Which rooms are free\?/);
});
