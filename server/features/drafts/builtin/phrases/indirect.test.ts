import { expect, test } from "vitest";
import { indirect } from "./indirect.ts";

test.each([
  ["what was the price over 36 months again?", "what the price was over 36 months"],
  ["And where do we park on site?", "where you park on site"],
  ["could the deposit be paid in two parts?", "whether the deposit could be paid in two parts"],
  ["How many pallets can we store?", "how many pallets you can store"],
  ["How long does the delivery take?", "how long the delivery takes"],
  ["Do you have a bigger room?", "whether we have a bigger room"],
  ["Are you free on Thursday?", "whether we are free on Thursday"],
  ["Can I pay you in two parts?", "whether you can pay us in two parts"],
  ["Shall I book the hotel?", "whether you should book the hotel"],
  ["Would Thursday at 10 suit you?", "whether Thursday at 10 would suit us"],
  ["Are these racks still located in your hall?", "whether these racks are still located in our hall"],
  ["Should this change be made at once?", "whether this change should be made at once"],
  ["Will that offer stay valid?", "whether that offer will stay valid"],
  ["could you send me your price list?", "me to send you our price list"],
  ["What does a pallet of lemons cost?", "what a pallet of lemons costs"],
  ["How much does the plan for four people cost?", "how much the plan for four people costs"],
])("%s is told again from the other side: %s", (asked, told) => {
  expect(indirect(asked)).toBe(told);
});

test.each([
  ["When can you decide?", "when you can decide"],
  ["could you confirm the address?", "you to confirm the address"],
])("the member's own question stays as it was meant: %s", (asked, told) => {
  expect(indirect(asked, true)).toBe(told);
});

test.each(["Has the committee decided?", "Is the gate open?", "Why not?", "Is it here and if so is it open?"])(
  "what no rule knows is left to be quoted: %s",
  (asked) => {
    expect(indirect(asked)).toBeNull();
  },
);
