import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answered, body, draftedIn } from "../../../testing/builtin-drafts.ts";
import { createWorld, type World } from "../../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const answer = async (text: string, key_points: string[]) =>
  body(await draftedIn(world, [answered(`Hi Ada,\n\n${text}\n\nMarta`)], { purpose: "Answer", key_points }));

describe("a note that is short", () => {
  test.each([
    ["Would you be open to a call this week?", "not interested", "Thank you, but I am not interested."],
    ["Could you let me know when we can expect payment?", "paid yesterday", "It was paid yesterday."],
    [
      "Is the hall free on Saturday?",
      "no, fully booked that day, could do Sunday",
      "No, we are fully booked that day. We could do Sunday.",
    ],
    [
      "Could you fit them on Saturday?",
      "no, we don't do weekends, suggest they try Harper & Co",
      "No, we don't do weekends. I would suggest that you try Harper & Co.",
    ],
    ["What could you do on price?", "5% if they order 200", "5% if you order 200."],
    ["Is 11 tomorrow still ok?", "yes 11am fine, will bring Nils", "Yes, 11am is fine. We will bring Nils."],
    [
      "Do you deliver on Mondays?",
      "yes, but only from April; send the price list",
      "Yes, but only from April. Please find the price list attached.",
    ],
  ])("answers what they ask, and nothing stays open: %s – %s", async (asks, note, says) => {
    expect(await answer(asks, [note])).toBe(
      says.startsWith("Thank you") ? says : `Thank you for your mail.\n\n${says}`,
    );
  });

  test("is split where another thing begins, and asks for what the member needs", async () => {
    const notes = ["thanks for the meeting, I'll send the plan by Friday, need their floor plans"];
    expect(await answer("See you on Thursday at the desk.", notes)).toBe(
      "Thank you for the meeting.\n\nI'll send the plan by Friday. Could you send me your floor plans?",
    );
  });

  test("takes up the time of theirs that it names", async () => {
    const asks = "Can we have a call this week? I'm free Tuesday afternoon or Wednesday morning.";
    expect(await answer(asks, ["Wednesday 10"])).toBe("Thank you for your mail.\n\nWednesday at 10 suits me.");
  });
});
