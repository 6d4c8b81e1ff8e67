import { emailDraft } from "@sidenote/contract/context";
import { drafts } from "@sidenote/contract/drafts";
import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { jonas, karin, martaDraft, ofKarin, ofMarta } from "../testing/canned.ts";
import { show, textOf } from "../testing/show.tsx";

/** Asks for a draft and lets the server write it. */
async function drafted(options: Parameters<typeof show>[0] = {}, over: Partial<typeof martaDraft> = {}) {
  const panel = show(options);
  await panel.user.click(await panel.button(/^Write/));
  await act(async () => panel.client.writing.send({ type: "done", result: { ...martaDraft, ...over } }));
  return panel;
}

test("one press writes an answer to the stored thread", async () => {
  const { client, button, user } = show();
  await screen.findByText("Saved");
  await user.click(await button(/^Write/));
  expect(client.asked(emailDraft)).toMatchObject([{ purpose: "Answer", thread_id: expect.stringMatching(/^thr_/) }]);
});

test("a new mail begun over an open thread shows no draft of another mail, and each has its own", async () => {
  const { host, client, button, user } = await drafted();
  const compose = { id: "draft:1", isReply: false, recipients: [], subject: "", text: "" };
  act(() => host.show({ ...ofMarta, compose }));
  await user.click(await button(/^Write/));
  await act(async () => client.writing.send({ type: "done", result: { ...martaDraft, draft: "Dear Marta" } }));
  await screen.findByText("Dear Marta");
  act(() => host.show({ ...ofMarta, thread: null, compose: { ...compose, id: "draft:2" } }));
  await button(/^Write/);
  act(() => host.show(ofMarta));
  await screen.findByText(/thank you for your patience/);
  act(() => host.show({ ...ofMarta, compose }));
  await screen.findByText("Dear Marta");
});

test("purpose, tone and points go along", async () => {
  const { client, button, user } = show();
  await user.click(await button("Decline"));
  await user.type(await screen.findByLabelText(/What it should say/), "no room{Enter}try in May");
  await user.click(await button("Tone: Usual tone"));
  await user.click(await screen.findByRole("menuitem", { name: "Formal" }));
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(client.asked(emailDraft)).toMatchObject([
    { purpose: "Decline", tone: "formal", key_points: ["no room", "try in May"] },
  ]);
});

test("everybody whom the mail goes to goes along", async () => {
  const compose = { id: "draft:1", isReply: true, recipients: [karin, jonas], subject: "", text: "" };
  const { client, button, user } = show({ subject: { ...ofMarta, compose } });
  await user.click(await button(/^Write/));
  expect(client.asked(emailDraft)).toMatchObject([{ recipients: [karin, jonas] }]);
});

test("what is on screen and not stored goes along as it is", async () => {
  const { client, button, user } = show({ subject: ofKarin });
  await user.click(await button(/^Write/));
  const [asked] = client.asked(emailDraft);
  expect(asked).toMatchObject({
    screen: { address: karin.address, messages: [{ from: `Karin Svensson <${karin.address}>` }] },
  });
});

test("it is read while it is written", async () => {
  const { client, button, user, section } = show();
  await user.click(await button(/^Write/));
  act(() => client.writing.send({ type: "text", text: "Hi Marta,\n\nthank you" }));
  expect(textOf(await section("Draft"))).toContain("Hi Marta,thank you");
});

test("Escape stops it, and what came so far can be used", async () => {
  const { client, button, host, user } = show();
  await user.click(await button(/^Write/));
  act(() => client.writing.send({ type: "text", text: "Hi Marta,\n\nthank you" }));
  await user.keyboard("{Escape}");
  await user.click(await button(/^Insert/));
  expect(host.inserted).toEqual(["Hi Marta,\n\nthank you"]);
});

test("stopping a second draft leaves the first", async () => {
  const { client, button, user } = await drafted();
  await user.click(await button("Again"));
  act(() => client.writing.send({ type: "text", text: "Something else" }));
  await user.click(await button(/^Stop/));
  screen.getByText(/thank you for your patience/);
  expect(screen.queryByText("Something else")).toBeNull();
});

test("a draft that could not be written anew stands as it was, and nothing is said to be taken back", async () => {
  const { client, button, user } = await drafted();
  await user.click(await button("Again"));
  await act(async () => client.writing.cut());
  expect(textOf(await screen.findByRole("alert"))).toContain("The server does not answer");
  screen.getByText(/thank you for your patience/);
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});

test("where the model failed, what it wrote goes, and the reason stands above the built-in draft", async () => {
  const { client, button, user, section } = show();
  await user.click(await button(/^Write/));
  act(() => client.writing.send({ type: "text", text: "Dear Sir or" }));
  act(() => client.writing.send({ type: "restart", reason: "models.example answered “429”." }));
  expect(textOf(await section("Draft"))).not.toContain("Dear Sir or");
  await act(async () =>
    client.writing.send({ type: "done", result: { ...martaDraft, fallback_reason: "models.example answered “429”." } }),
  );
  expect(textOf(await section("Draft"))).toContain(
    "models.example answered “429”. This is the built-in writer’s draft instead.",
  );
  await user.click(await button("Try the model again"));
  expect(client.asked(emailDraft)).toHaveLength(2);
});

test("a draft that could not be asked for says so, and can be tried again", async () => {
  const { client, button, user } = show();
  await user.click(await button(/^Write/));
  await act(async () => client.writing.cut());
  expect(textOf(await screen.findByRole("alert"))).toContain("The server does not answer");
  await user.click(await button("Try again", "Draft"));
  expect(client.asked(emailDraft)).toHaveLength(2);
});

test("the built-in writer can be asked instead of a model that does not answer", async () => {
  const { client, button, user } = show();
  await user.click(await button(/^Write/));
  await act(async () => client.writing.cut());
  await user.click(await button("Built-in writer"));
  expect(client.asked(emailDraft).at(-1)).toMatchObject({ builtin: true });
});

test("a blank is filled in where it stands", async () => {
  const { button, host, user } = await drafted();
  await user.click(await button("Fill in: price?"));
  await user.keyboard("€ 410{Enter}");
  expect(screen.queryByRole("button", { name: /Fill in/ })).toBeNull();
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(host.composed).toContain("the monthly price to € 410, and yes");
});

test("Escape leaves a blank open, and an open blank is said when the draft is inserted", async () => {
  const { button, host, user } = await drafted();
  await user.click(await button("Fill in: price?"));
  await user.keyboard("€ 4{Escape}");
  await user.click(await button(/^Insert/));
  expect(host.composed).toContain("[price?]");
  await screen.findByText("Inserted, not sent. 1 blank still open.");
});

test("what was inserted can be taken out again, or replaced, and teaches nothing then", async () => {
  const { button, client, host, user } = await drafted();
  await user.click(await button(/^Insert/));
  expect(host.composed).toBe(martaDraft.draft);
  await button(/^Replace/);
  await user.click(await button("Undo"));
  expect(host.composed).toBe("");
  await button(/^Insert/);
  expect(client.asked(drafts.inserted)).toMatchObject([{ draft: martaDraft.draft }, { statements: [] }]);
});

test("of a draft that is inserted twice only the last insertion offers to be taken out again", async () => {
  const { button, host, user } = await drafted();
  await user.click(await button(/^Insert/));
  await screen.findByText(/^Inserted, not sent/);
  await user.click(await button(/^Replace/));
  await waitFor(() => expect(host.inserted).toHaveLength(2));
  expect(screen.getAllByText(/^Inserted, not sent/)).toHaveLength(1);
});

test("a draft that stands in the mail, as after a reload, is said to be there, and can be put over it", async () => {
  const { button, host, user } = await drafted();
  const composed = (text: string) => act(() => host.show({ ...ofMarta, compose: { ...ofMarta.compose!, text } }));
  await button(/^Insert/);
  composed(`Hello,\n\n${martaDraft.draft.replaceAll("\n\n", " \n")}`);
  await screen.findByText("In the mail, not sent");
  await user.click(await button(/^Replace/));
  expect(host.inserted).toEqual([martaDraft.draft]);
  composed("Hello, and nothing else");
  expect(screen.queryByText("In the mail, not sent")).toBeNull();
});

test("a page that takes no text says why", async () => {
  const { button, host, user } = await drafted();
  host.refusal = "Open a reply first.";
  await user.click(await button(/^Insert/));
  expect(textOf(await screen.findByRole("alert"))).toContain("Open a reply first.");
});

test("the text can be edited, and what is edited is what goes", async () => {
  const { button, host, user } = await drafted();
  await user.click(await button("Edit"));
  await user.type(screen.getByLabelText("Draft text"), " PS: see you.");
  await user.click(await button("Done", "Draft"));
  await user.click(await button(/^Insert/));
  expect(host.composed).toBe(`${martaDraft.draft} PS: see you.`);
});

test("another wish writes it anew, and the old draft can come back", async () => {
  const { client, button, user } = await drafted();
  await user.click(await button("Purpose: Answer"));
  await user.click(await screen.findByRole("menuitem", { name: "Thank" }));
  expect(screen.queryByText("Written anew")).toBeNull();
  await act(async () =>
    client.writing.send({ type: "done", result: { ...martaDraft, draft: "Thanks, Marta.", statements: [] } }),
  );
  await screen.findByText("Thanks, Marta.");
  screen.getByText("Written anew");
  await user.click(await button("Undo"));
  await screen.findByText(/thank you for your patience/);
  await button("Purpose: Answer");
});

test("a draft is discarded, what it was to say stays, and it can come back", async () => {
  const panel = show();
  await panel.user.type(await screen.findByLabelText(/What it should say/), "two zones");
  await panel.user.click(await panel.button(/^Write/));
  await act(async () => panel.client.writing.send({ type: "done", result: martaDraft }));
  await panel.user.click(await panel.button(/^Change/));
  await panel.user.click(await screen.findByRole("menuitem", { name: "Discard" }));
  expect((await screen.findByLabelText<HTMLTextAreaElement>(/What it should say/)).value).toBe("two zones");
  await panel.user.click(await panel.button("Undo"));
  await screen.findByText(/thank you for your patience/);
});

test("a draft is copied", async () => {
  const { button, user } = await drafted();
  await user.click(await button("Copy"));
  expect(await navigator.clipboard.readText()).toBe(martaDraft.draft);
});

test("a browser that does not allow copying is said, and the draft can be selected", async () => {
  const { button, user } = await drafted();
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValueOnce(new DOMException("no", "NotAllowedError"));
  await user.click(await button("Copy"));
  await screen.findByText(/Select the text and copy it by hand/);
  expect(screen.getByLabelText("Draft text")).toBeTruthy();
});

test("a source shows its words and opens where they stand", async () => {
  const { host, user, section } = await drafted();
  const [source] = within(await section("Draft")).getAllByRole("button", { name: /^Source 2/ });
  await user.click(source!);
  await screen.findByText("Saved");
  expect(host.opened).toEqual([expect.stringMatching(/^\/threads\/thr_.*\?mail=eml_/)]);
});

test("the same words have the same number in the whole panel", async () => {
  const { section } = await drafted();
  const waiting = within(await section("Waiting for you")).getByRole("button", { name: /^Source/ });
  const inDraft = within(await section("Draft")).getAllByRole("button", { name: /^Source/ });
  expect(textOf(waiting)).toBe("1");
  expect(inDraft.map((one) => one.textContent)).toEqual(["2", "3"]);
});

test("whoever looks at another mail meanwhile finds the draft again", async () => {
  const { host, client, button, user } = show();
  await user.click(await button(/^Write/));
  const { writing } = client;
  act(() => host.show(ofKarin));
  await screen.findByRole("button", { name: "Save Karin" });
  await act(async () => writing.send({ type: "done", result: martaDraft }));
  expect(screen.queryByText(/thank you for your patience/)).toBeNull();
  act(() => host.show(ofMarta));
  await screen.findByText(/thank you for your patience/);
});

test("the footer says which writer it was and that nothing left the machine, or that it did", async () => {
  await drafted();
  expect(textOf(screen.getByRole("contentinfo"))).toContain("Built-in writer · nothing left this machine");
  expect(textOf(screen.getByRole("contentinfo"))).toContain("3 sources");
});

test("a model elsewhere is named with what happened to the mail", async () => {
  await drafted({}, { model_used: "grok-mini", left_machine: true });
  expect(textOf(screen.getByRole("contentinfo"))).toContain("grok-mini · sent unmasked");
});
