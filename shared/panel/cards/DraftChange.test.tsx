import { emailDraft } from "@sidenote/contract/context";
import { drafts } from "@sidenote/contract/drafts";
import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Subject } from "../host.ts";
import { martaDraft, martaMade, martaReplies, ofMarta } from "../testing/canned.ts";
import { show, textOf } from "../testing/show.tsx";

const EYES = "Deposit in two parts is fine: Lars agrees to half at signing.";
const shorter = { ...martaDraft, draft: "Hi Marta,\n\nYes.\n\nBest,\nAda", statements: [] };

async function drafted(over: Partial<typeof martaDraft> = {}, subject: Subject = ofMarta) {
  const panel = show({ subject });
  await panel.user.click(await panel.button(/^Write/));
  await act(async () => panel.client.writing.send({ type: "done", result: { ...martaDraft, ...over } }));
  const choose = async (name: string) => {
    await panel.user.click(await panel.button("Change"));
    await panel.user.click(await screen.findByRole("menuitem", { name }));
  };
  return { ...panel, choose };
}

test("a draft is made shorter with what the member typed in it, and Undo brings the longer one back", async () => {
  const { client, button, user, choose } = await drafted();
  await user.click(await button("Edit"));
  await user.type(screen.getByLabelText("Draft text"), " PS: see you.");
  await choose("Shorter");
  expect(client.asked(drafts.change)).toMatchObject([
    {
      how: "shorter",
      draft: `${martaDraft.draft} PS: see you.`,
      purpose: "Answer",
      thread_id: expect.stringMatching(/^thr_/),
    },
  ]);
  await act(async () => client.writing.send({ type: "done", result: shorter }));
  await screen.findByText("Made shorter");
  await screen.findByText("Yes.");
  await user.click(await button("Undo"));
  await screen.findByText(/PS: see you/);
});

test("a change that is stopped leaves the draft as it was", async () => {
  const { client, user, choose } = await drafted();
  await choose("Longer");
  act(() => client.writing.send({ type: "text", text: "Something longer" }));
  await user.keyboard("{Escape}");
  await screen.findByText(/thank you for your patience/);
  expect(screen.queryByText("Something longer")).toBeNull();
});

test("a change that loses the connection leaves the draft as it was, and says so", async () => {
  const { client, choose } = await drafted();
  await choose("Warmer");
  act(() => client.writing.send({ type: "text", text: "Something warmer" }));
  await act(async () => client.writing.cut());
  expect(textOf(await screen.findByRole("alert"))).toContain("The server does not answer");
  await screen.findByText(/thank you for your patience/);
});

test("what failed is what is tried again, and the letter with what was typed in it stays", async () => {
  const { client, button, user, choose } = await drafted();
  await user.click(await button("Edit"));
  await user.type(screen.getByLabelText("Draft text"), " PS: see you.");
  await choose("Shorter");
  await act(async () => client.writing.cut());
  await user.click(await button("Try again", "Draft"));
  await act(async () => client.writing.cut());
  await user.click(await button("Built-in writer"));
  const asked = { how: "shorter", draft: `${martaDraft.draft} PS: see you.` };
  expect(client.asked(drafts.change)).toMatchObject([asked, asked, { ...asked, builtin: true }]);
  expect(client.asked(emailDraft)).toHaveLength(1);
  await act(async () => client.writing.send({ type: "done", result: shorter }));
  await screen.findByText("Made shorter");
  await user.click(await button("Undo"));
  await screen.findByText(/PS: see you/);
});

test("subject lines and short replies that failed are asked for again, and no letter is written", async () => {
  const { client, button, user, choose } = await drafted();
  client.refuse(drafts.subjects, "unavailable", "Not now.");
  await choose("Subject lines");
  await user.click(await button("Try again", "Draft"));
  expect(client.asked(drafts.subjects)).toHaveLength(2);
  await choose("Discard");
  client.refuse(drafts.replies, "unavailable", "Not now.");
  await user.click(await button("Short replies"));
  await user.click(await button("Built-in writer"));
  expect(client.asked(drafts.replies)).toMatchObject([{}, { builtin: true }]);
  expect(client.asked(emailDraft)).toHaveLength(1);
});

test("a part of a letter that was edited since is not rewritten where something else stands now", async () => {
  const { client, button, user } = await drafted();
  await user.click(await button("Edit"));
  const select = { target: screen.getByLabelText("Draft text"), offset: 11, keys: "[MouseLeft>]" };
  await user.pointer([select, { offset: 39 }, { keys: "[/MouseLeft]" }]);
  await user.click(await button("Rewrite"));
  await act(async () => client.writing.cut());
  await button("Try again", "Draft");
  await user.click(await button("Edit"));
  await user.type(screen.getByLabelText("Draft text"), "Well.", { initialSelectionStart: 0 });
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
});

test("where rules changed a letter in a model's place, the model is asked for that change again", async () => {
  const { client, button, user, choose } = await drafted();
  await choose("Shorter");
  const result = { ...shorter, fallback_reason: "models.example answered “429”." };
  await act(async () => client.writing.send({ type: "done", result }));
  await user.click(await button("Try the model again"));
  expect(client.asked(drafts.change)).toMatchObject([{}, { how: "shorter", draft: shorter.draft }]);
});

test("a first draft that loses the connection keeps what had arrived, which can be used, and offers to go on", async () => {
  const { client, button, host, user } = show();
  await user.click(await button(/^Write/));
  act(() => client.writing.send({ type: "text", text: "Hi Marta,\n\nthank you" }));
  await act(async () => client.writing.cut());
  expect(textOf(await screen.findByRole("alert"))).toContain("What had arrived stands below.");
  await user.click(await button(/^Insert/));
  expect(host.inserted).toEqual(["Hi Marta,\n\nthank you"]);
  await user.click(await button("Go on"));
  await act(async () => client.writing.send({ type: "done", result: martaDraft }));
  await screen.findByText(/thank you for your patience/);
  expect(screen.queryByRole("alert")).toBeNull();
});

test("going on keeps what had arrived, also when the model begins anew or the connection is lost once more", async () => {
  const { client, button, user, section } = show();
  await user.click(await button(/^Write/));
  act(() => client.writing.send({ type: "text", text: "Hi Marta,\n\nOne." }));
  await act(async () => client.writing.cut());
  await user.click(await button("Go on"));
  expect(client.asked(emailDraft).at(-1)).toMatchObject({ seen: "Hi Marta,\n\nOne." });
  act(() => client.writing.send({ type: "text", text: " Two." }));
  expect(textOf(await section("Draft"))).toContain("One. Two.");
  act(() => client.writing.send({ type: "restart", reason: "It broke off." }));
  expect(textOf(await section("Draft"))).toContain("One.");
  act(() => client.writing.send({ type: "text", text: " Three." }));
  await act(async () => client.writing.cut());
  await user.click(await button("Built-in writer"));
  expect(client.asked(emailDraft).at(-1)).toMatchObject({ seen: "Hi Marta,\n\nOne. Three.", builtin: true });
});

test("where the built-in writer went on behind a model's beginning, it is said to have written the rest alone", async () => {
  const { client, button, user, section } = show();
  await user.click(await button(/^Write/));
  act(() => client.writing.send({ type: "text", text: "Hi Marta,\n\nOne." }));
  await act(async () => client.writing.cut());
  await user.click(await button("Go on"));
  const reason = "models.example answered “429”.";
  act(() => client.writing.send({ type: "restart", reason }));
  expect(textOf(await section("Draft"))).toContain(`${reason} The built-in writer writes what is missing.`);
  await act(async () => client.writing.send({ type: "done", result: { ...martaDraft, fallback_reason: reason } }));
  expect(textOf(await section("Draft"))).toContain(`${reason} The built-in writer wrote what was missing.`);
  screen.getByText(/^Built-in writer went on · nothing left/);
});

test("what the writer cannot do is said in the draft's place of it, and nothing has to be undone", async () => {
  const { client, choose } = await drafted();
  await choose("Longer");
  const limit = "The sources say nothing more about it.";
  await act(async () => client.writing.send({ type: "done", result: { ...martaDraft, limit } }));
  await screen.findByText(limit);
  expect(screen.queryByText("Made longer")).toBeNull();
});

test("another language is asked for by name; the draft's own is not offered", async () => {
  const { client, button, user } = await drafted({ language: "en" });
  await user.click(await button("Change"));
  expect(screen.queryByRole("menuitem", { name: "In English" })).toBeNull();
  await user.click(await screen.findByRole("menuitem", { name: "In Ukrainian" }));
  expect(client.asked(drafts.change)).toMatchObject([{ how: "language", language: "uk" }]);
});

test("a draft that was put in another language is changed and written again in it", async () => {
  const { client, button, user, choose } = await drafted({ language: "en" });
  await choose("In German");
  const german = { ...shorter, language: "de" };
  await act(async () => client.writing.send({ type: "done", result: german }));
  await choose("More formal");
  await act(async () => client.writing.send({ type: "done", result: { ...german, draft: "Guten Tag" } }));
  await user.click(await button("Again"));
  expect(client.asked(drafts.change).map((one) => one.language)).toEqual(["de", "de"]);
  expect(client.asked(emailDraft).map((one) => one.language)).toEqual([undefined, "de"]);
});

test("only what is selected is rewritten, as the member says", async () => {
  const { client, button, user } = await drafted();
  await user.click(await button("Edit"));
  expect((await button("Rewrite")).hasAttribute("disabled")).toBe(true);
  const field = screen.getByLabelText<HTMLTextAreaElement>("Draft text");
  await user.pointer([{ target: field, offset: 11, keys: "[MouseLeft>]" }, { offset: 39 }, { keys: "[/MouseLeft]" }]);
  await user.type(screen.getByLabelText("How to rewrite the selection"), "more thanks{Enter}");
  expect(client.asked(drafts.change)).toMatchObject([
    { how: "rewrite", selection: { start: 11, end: 39 }, instruction: "more thanks", draft: martaDraft.draft },
  ]);
});

test("what the member's own notes say stands beside the draft and never goes into the mail, also when it is made shorter, for a blank as long as that is there", async () => {
  const source = { id: "act_01h455vb4pex5vsknk084sn001", quote: EYES, start: 0, end: EYES.length };
  const { button, choose, client, host, user, section } = await drafted({
    for_your_eyes: [{ blank: "price?", source }],
  });
  expect(textOf(await section("For your eyes"))).toContain(`price? ${EYES}`);
  await choose("Shorter");
  await act(async () => client.writing.send({ type: "done", result: shorter }));
  expect(textOf(await section("For your eyes"))).toMatch(/^For your eyes, not in the letter ?Deposit in two parts/);
  await user.click(await button(/^Insert/));
  expect(host.composed).not.toContain("Lars");
});

test("subject lines are asked for, and one is copied; an answer keeps the subject of its thread", async () => {
  const { client, choose, user } = await drafted();
  await choose("Subject lines");
  await user.click(await screen.findByRole("button", { name: "Copy: The deposit in two parts" }));
  expect(await navigator.clipboard.readText()).toBe("The deposit in two parts");
  expect(client.asked(drafts.subjects)).toMatchObject([{ draft: martaDraft.draft }]);
  expect(screen.queryByRole("button", { name: /^Use/ })).toBeNull();
});

test("a subject line goes into a mail of its own, with a way back", async () => {
  const compose = { id: "draft:r-1", isReply: false, recipients: ofMarta.people.slice(0, 1), subject: "", text: "" };
  const { choose, host, user, button } = await drafted({}, { ...ofMarta, thread: null, compose });
  await choose("Subject lines");
  await user.click(await button("Use: The deposit in two parts"));
  expect(host.subjectLine).toBe("The deposit in two parts");
  await user.click(await button("Undo"));
  await waitFor(() => expect(host.subjectLine).toBe(""));
});

test("of three short replies one is chosen, and goes nowhere before it is inserted", async () => {
  const { button, host, user } = show();
  await user.click(await button("Short replies"));
  const list = await screen.findByRole("list", { name: "Short replies" });
  expect(within(list).getAllByRole("button").map(textOf)).toEqual([
    "YesYes, that is fine with me.",
    "NoUnfortunately that is not possible.",
    "LaterThank you for your mail. May I come back to you on this?",
  ]);
  await user.click(within(list).getByRole("button", { name: /^No/ }));
  expect(host.composed).toBe("");
  await user.click(await button(/^Insert/));
  expect(host.composed).toBe("Hi Marta,\n\nUnfortunately that is not possible.\n\nBest,\nAda");
});

test("who made short replies and subject lines is said beside them, and whether anything left the machine", async () => {
  const { client, button, user, section, choose } = await drafted();
  const asked = (by: object) => ({ ...martaMade, model_used: "grok-mini", left_machine: true, ...by });
  client.answer(drafts.subjects, { subjects: ["The deposit"], ...asked({ fallback_reason: "It was silent." }) });
  await choose("Subject lines");
  await screen.findByText("It was silent.");
  expect(textOf(await section("Draft"))).toContain("grok-mini · sent unmasked");
  await choose("Discard");
  client.answer(drafts.replies, { replies: martaReplies, ...asked({}), limit: "In German it greets." });
  await user.click(await button("Short replies"));
  await screen.findByText("In German it greets.");
  expect(textOf(await section("Draft"))).toContain("grok-mini · sent unmasked");
  await user.click(await button(/^Yes/));
  expect(textOf(screen.getByRole("contentinfo"))).toContain("grok-mini · sent unmasked");
});

test("a chosen reply can be put back, and the others stand there again", async () => {
  const { button, user } = show();
  await user.click(await button("Short replies"));
  await user.click(await button(/^Yes/));
  await user.click(await button("Undo"));
  await waitFor(() => screen.getByRole("list", { name: "Short replies" }));
});

test("what was inserted is told to the server, so that what is sent can teach", async () => {
  const { client, button, user } = await drafted();
  await user.click(await button(/^Insert/));
  expect(client.asked(drafts.inserted)).toMatchObject([
    {
      address: "marta.lindqvist@nordfrakt.example",
      draft: martaDraft.draft,
      statements: expect.arrayContaining(["Hi Marta,"]),
    },
  ]);
});
