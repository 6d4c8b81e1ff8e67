import { context } from "@sidenote/contract/context";
import { type Relationship, relationship } from "@sidenote/contract/relationship";
import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { ago, idOf, martaContext, ofKarin, ofMarta } from "../testing/canned.ts";
import { wellServer } from "../testing/server.ts";
import { show, textOf } from "../testing/show.tsx";

const source = { id: idOf("eml", 3), quote: "The floor plan fits.", start: 0, end: 20 };
const known: Relationship = {
  theirs: { mails: 23, firstAt: ago(400), lastAt: ago(31) },
  yours: { mails: 18, firstAt: ago(399), lastAt: ago(40) },
  rhythm: { state: "quiet", pauses: 23, needed: 8, usual: 5, long: 14, silence: 31 },
  answers: { they: { median: 5, from: 2, to: 30, answers: 9 }, you: null },
  topics: [{ phrase: "floor plan", mails: 4, lastAt: ago(31), source }],
  tone: {
    trend: "cooler",
    mails: 12,
    needed: 8,
    unjudged: 0,
    months: [
      { month: "2026-01", value: 0.4, mails: 6 },
      { month: "2026-02", value: -0.3, mails: 6 },
    ],
    examples: [{ ...source, quote: "We are disappointed.", value: -0.8 }],
  },
  inCommon: [{ name: "Jonas Öberg", address: "jonas.oberg@nordfrakt.example", contactId: idOf("cnt", 2), mails: 9 }],
  files: {
    in: 1,
    out: 3,
    newest: [
      {
        name: "plan.pdf",
        mediaType: "application/pdf",
        direction: "out",
        at: ago(40),
        emailId: idOf("eml", 3),
        threadId: idOf("thr", 1),
      },
    ],
  },
};
const TITLE = "How you write to each other";
const shown = (data: Relationship) => show({ client: wellServer().answer(relationship.get, data) });

test("what is off rhythm says so, by which rule and of what, and the pictures are told in words", async () => {
  const { section } = shown(known);
  const card = await section(TITLE);
  expect(textOf(card)).toContain("quiet for 31 days");
  expect(textOf(card)).toContain(
    "Off rhythm: three times the usual pause 5 days, the middle one of 23 in two years, and longer than nine in ten of them.",
  );
  within(card).getByRole("img", { name: "Marta answers in about 5 h; half of 9 answers between 2 h and 1½ days" });
  within(card).getByRole("img", { name: "Usual pause 5 days, nine in ten up to 14 days; now 31 days" });
  within(card).getByRole("img", { name: "How Marta sounds, by 12 mails: cooler than before" });
});

test("a topic and a file open where they stand, and a person opens their page", async () => {
  const { host, user, button } = shown(known);
  await user.click(await button(/floor plan/, TITLE));
  await waitFor(() => expect(host.opened).toHaveLength(1));
  await user.click(await button(/plan\.pdf/, TITLE));
  await user.click(await button(/Jonas/, TITLE));
  expect(host.opened.slice(1)).toEqual([
    `/threads/${idOf("thr", 1)}?mail=${idOf("eml", 3)}`,
    `/contacts/${idOf("cnt", 2)}`,
  ]);
});

test("too little is said to be too little", async () => {
  const { section } = shown({
    ...known,
    rhythm: { state: "unknown", pauses: 3, needed: 8, usual: null, long: null, silence: 2 },
    answers: { they: null, you: null },
    tone: { ...known.tone, trend: "unknown", mails: 3, unjudged: 2, months: [], examples: [] },
  });
  const text = textOf(await section(TITLE));
  expect(text).toContain("3 pauses between days with mail; 8 are needed to tell a rhythm.");
  expect(text).toContain("too little to tell. 3 mails read, 8 needed; 2 in languages that cannot be judged.");
  expect(text).not.toContain("quiet");
  // One sentence says it, not a row for each.
  expect(text).not.toContain("too few to tell");
});

test("where a server does not know it, or there is no mail, there is no card", async () => {
  show({ client: wellServer().answer(context.get, martaContext) });
  await screen.findByText("Saved");
  expect(screen.queryByRole("region", { name: TITLE })).toBeNull();
});

test("the card stays while everything above it is asked anew, and is asked for again only when that is there", async () => {
  const client = wellServer().answer(context.get, martaContext).answer(relationship.get, known);
  const { host, section } = show({ client });
  await section(TITLE);
  act(() => host.show(ofKarin));
  await screen.findByText("What this mail says");
  act(() => client.tell({ type: "contacts.changed", ids: [martaContext.contact!.id] }));
  await waitFor(() => expect(client.asked(context.ofScreen).length).toBeGreaterThan(1));
  const release = client.hold(context.get);
  const before = client.asked(relationship.get).length;
  act(() => host.show(ofMarta));
  await section(TITLE);
  expect(client.asked(relationship.get)).toHaveLength(before);
  await act(async () => release());
  await waitFor(() => expect(client.asked(relationship.get).length).toBeGreaterThan(before));
});
