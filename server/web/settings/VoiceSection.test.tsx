import { type Voice, voice } from "@sidenote/contract/voice";
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { type FakeWeb, fakeWeb } from "../testing/fake-web.ts";
import { open } from "../testing/render.tsx";
import { VoiceSection } from "./VoiceSection.tsx";

const nothing = { greeting: null, closing: null, signOff: null, mails: 0, greeted: 0, closed: 0 };
const learnt: Voice = {
  mails: 52,
  learntAt: "2026-11-02T09:00:00.000Z",
  learnt: {
    frames: {
      internal: { ...nothing, greeting: "Hej {first},", closing: "/Ada", mails: 12, greeted: 10, closed: 9 },
      known: {
        ...nothing,
        greeting: "Hi {first},",
        closing: "Best,",
        signOff: "Ada",
        mails: 40,
        greeted: 38,
        closed: 36,
      },
      new: nothing,
      group: nothing,
    },
    languages: [
      { language: "en", mails: 40 },
      { language: "other", mails: 12 },
    ],
    formality: 0.2,
    length: { words: 9, sentences: 4 },
    phrases: ["let me know"],
  },
  edited: { frames: {}, phrases: null },
  allowExamples: false,
  version: 3,
};

/** A server that keeps what it is told. */
function keeping(first = learnt): FakeWeb {
  let now = first;
  return fakeWeb()
    .answer(voice.get, () => now)
    .answer(voice.update, ({ frames = {}, phrases, manner = {}, allowExamples }) => {
      const all = Object.entries({ ...now.edited.frames, ...frames }).filter(([, frame]) => frame);
      const edited = {
        frames: Object.fromEntries(all) as Voice["edited"]["frames"],
        phrases: phrases === undefined ? now.edited.phrases : phrases,
        manner: { ...now.edited.manner, ...manner },
      };
      now = { ...now, edited, allowExamples: allowExamples ?? now.allowExamples, version: now.version + 1 };
      return now;
    });
}

test("where no way to end is the usual one, it says how drafts end all the same", async () => {
  const frames = { ...learnt.learnt.frames, known: { ...learnt.learnt.frames.known, closing: null, closed: 20 } };
  open(<VoiceSection />, keeping({ ...learnt, learnt: { ...learnt.learnt, frames } }));
  const known = within(await screen.findByRole("group", { name: "To people you have written with" }));
  expect(known.getByText("40 mails: 38 begin like this, 20 end in several ways")).toBeVisible();
  expect(known.getByRole("button", { name: "As to that person before, else to suit the tone" })).toBeVisible();
  const none = within(screen.getByRole("group", { name: "To somebody new" }));
  expect(none.getAllByRole("button", { name: "Add" })).toHaveLength(3);
});

test("what was learnt is in sight, with how sure it is", async () => {
  open(<VoiceSection />, keeping());
  const known = within(await screen.findByRole("group", { name: "To people you have written with" }));
  expect(known.getByRole("button", { name: "Hi {first}," })).toBeVisible();
  expect(known.getByText("40 mails: 38 begin like this, 36 end like this")).toBeVisible();
  expect(screen.getByText("From 52 mails that you sent, in English (40), other languages (12)")).toBeVisible();
});

test("a greeting is corrected where it stands, and emptied it is again what was learnt", async () => {
  const client = keeping();
  const { user } = open(<VoiceSection />, client);
  const known = () => screen.getByRole("group", { name: "To people you have written with" });
  await user.click(await screen.findByRole("button", { name: "Hi {first}," }));
  const field = within(known()).getByRole("textbox", { name: "Begins" });
  await user.clear(field);
  await user.type(field, "Dear {{name},{Enter}");
  await user.click(await screen.findByRole("button", { name: "Dear {name}," }));
  await user.clear(within(known()).getByRole("textbox", { name: "Begins" }));
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("button", { name: "Hi {first}," })).toBeVisible();
  expect(client.asked(voice.update)).toEqual([
    { version: 3, frames: { known: { greeting: "Dear {name}," } } },
    { version: 4, frames: { known: null } },
  ]);
});

test("how long sentences and mails are, and the tone, are in sight and corrected where they stand", async () => {
  const client = keeping();
  const { user } = open(<VoiceSection />, client);
  const between = within(await screen.findByRole("group", { name: "In between" }));
  expect(between.getByRole("button", { name: "4" })).toBeVisible();
  await user.click(between.getByRole("button", { name: "9" }));
  const field = between.getByRole("textbox", { name: "Words in a sentence" });
  await user.clear(field);
  await user.type(field, "many{Enter}");
  expect(await screen.findByText("Not saved. Write a number, such as 12")).toBeVisible();
  await user.clear(field);
  await user.type(field, "15{Enter}");
  expect(await between.findByRole("button", { name: "15" })).toBeVisible();
  await user.click(between.getByRole("button", { name: "rather casual" }));
  const tone = between.getByRole("combobox", { name: "Tone" });
  await user.clear(tone);
  await user.type(tone, "Rather formal{Enter}");
  expect(await between.findByRole("button", { name: "rather formal" })).toBeVisible();
  expect(client.asked(voice.update)).toEqual([
    { version: 3, manner: { words: 15 } },
    { version: 4, manner: { formality: 0.8 } },
  ]);
});

test("sentences of the member are shown to a model only after a tick that says what it means", async () => {
  const client = keeping();
  const { user } = open(<VoiceSection />, client);
  const tick = await screen.findByRole("checkbox", { name: /sentences of yours as examples.*leave this machine/ });
  expect(tick).not.toBeChecked();
  await user.click(tick);
  expect(client.asked(voice.update)).toEqual([{ version: 3, allowExamples: true }]);
});

test("nothing learnt yet: it says where it comes from, and can be said by hand", async () => {
  const frames = { internal: nothing, known: nothing, new: nothing, group: nothing };
  open(<VoiceSection />, keeping({ ...learnt, mails: 0, learnt: { ...learnt.learnt, frames } }));
  expect(await screen.findByText(/It comes from the mail that you sent, once some is here/)).toBeVisible();
  expect(screen.getAllByRole("button", { name: "Add" }).length).toBeGreaterThan(8);
});
