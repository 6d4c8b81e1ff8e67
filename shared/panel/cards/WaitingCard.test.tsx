import { context } from "@sidenote/contract/context";
import { promises } from "@sidenote/contract/promises";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { ASKS, ago, idOf, marta, martaContext } from "../testing/canned.ts";
import { wellServer } from "../testing/server.ts";
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

test("what they owe stands apart", async () => {
  const owed = martaContext.owed.map((one) => ({ ...one, by: "them" as const }));
  const { section } = show({ client: wellServer().answer(context.get, { ...martaContext, owed }) });
  expect(textOf(await section("You await theirs"))).toContain(ASKS);
  expect(screen.queryByRole("region", { name: "Waiting for you" })).toBeNull();
});

test("where nothing waits, nothing is said", async () => {
  show({ client: wellServer().answer(context.get, { ...martaContext, owed: [] }) });
  await screen.findByText("Saved");
  expect(screen.queryByRole("region", { name: /Waiting|await/ })).toBeNull();
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
