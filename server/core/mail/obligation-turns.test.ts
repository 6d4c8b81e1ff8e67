import { expect, test } from "vitest";
import { endless } from "../../testing/endless.ts";
import { sentencesIn } from "./asks.ts";
import { owingIn } from "./obligations.ts";

test.each([
  "Sending over the signed plan this afternoon.",
  "We're dispatching the spare part tomorrow by courier.",
  "We deliver on Monday.",
  "The offer goes out tomorrow.",
  "The deposit will be in your account by the 15th.",
  "The pallets will leave our warehouse on Thursday.",
  "We expect to push it out tonight.",
  "My plan is to get you a first draft by Wednesday.",
  "Once I hear from the landlord, you'll be the first to know.",
  "You'll see it in your inbox tomorrow morning.",
  "Leave the hotel to me.",
  "Consider the deposit returned.",
  "The order number to follow tomorrow.",
  "We are on the case.",
  "Shall send the bank details under separate cover.",
  "I need to check with Jonas but will answer today.",
  "Looking into it and will call you.",
  "I'm happy to take that one.",
  "Sure, we can do that.",
  "I've put it on my list.",
  "We can commit to 400 pallets a month.",
  "Let me dig out the old lease.",
  "We'll replace the damaged racks.",
  "I'm gonna send you the pictures tonight.",
  "Got it, will circle back once the landlord has answered.",
  "Should have an answer for you early next week.",
  "I can hold the price until the 31st but not beyond that.",
  "My bad, it slipped my mind - doing it now.",
  "The samples should reach you on Monday.",
  "New figures coming your way this afternoon.",
])("“%s” is a promise of its writer", (sentence) => {
  expect(owingIn(sentence)).toEqual({ kind: "promise", by: "writer" });
});

test.each([
  'Bo asked "who pays?", so could you tell me?',
  'What did he mean when he said "I will send it"?',
  "We need the signed copy back by 20 Feb.",
  "We need the signed copy back by 5pm.",
  "Grateful if you'd look over the plan before it goes out.",
  "If you could get it back to us by noon, that would be perfect.",
  "It would be good to know whether Jonas comes.",
  "Be good to have the drawings by Thursday.",
  "I'd like your view on the second hall.",
  "Your thoughts on the lease would be welcome.",
  "We would like you to come to the opening.",
  "Still waiting to hear back on the insurance.",
  "I'm still missing the list of keys.",
  "Just need the number from your side.",
  "We would need the racks emptied before we come.",
  "Looking for some guidance on the price.",
  "I was hoping you could introduce me to Marta.",
  "You still owe me the list of keys.",
  "Over to you for the prices.",
  "Just bumping this.",
  "Gentle reminder about the lease.",
  "Any news on the roof.",
  "Curious what you think of the hall.",
  "Wanted to check whether you got the plan.",
  "Could someone send me the code of the gate.",
  "The form has to be back with us by Friday.",
  "The code of the gate, please.",
  "Please, send the plan.",
  "Text me when you are there.",
  "Make sure the invoice carries our number.",
  "Set up a short meeting with the haulier.",
  "Tell Jonas that the gate is open.",
  "I am writing to ask about the second hall.",
  "You forgot to attach the plan.",
  "The link doesn't open.",
  "How about Friday.",
  "Let's say Tuesday at ten.",
  "Is Tuesday any good.",
  "When is good for you.",
  "Any chance you could send it over.",
  "Would love your take.",
  "Happy to go ahead, just need the order number.",
  "Pick a slot that suits you.",
  "Not sure if you saw my last mail.",
  "Circling back on this.",
  "Following up on my note below.",
  "Can't find the attachment.",
  "We do need a final headcount by Friday though.",
  "We cannot go on without your signature.",
  "We haven't heard anything since.",
  "Could you call me with further information on the hall?",
])("“%s” asks its reader", (sentence) => {
  expect(owingIn(sentence)).toEqual({ kind: "ask", by: "reader" });
});

test.each([
  "See you on Thursday.",
  'Bo asked me "could you send the plan?"',
  "Bo wrote: “I will send the plan tomorrow.”",
  "I never said I'll pay by Friday.",
  "Isn't it great?",
  "You said you would call on Monday, thanks for doing so.",
  "My train leaves on Thursday at six.",
  "I'd call that a success.",
  "Members can call us at any time.",
  "Shall we?",
  "What a week, right?",
  "We have all been there, haven't we?",
  "Please accept our apologies for the delay.",
  "You should have received the plan by now.",
  "We deliver to all of Europe.",
  "She is going out of her way on Friday.",
  "The reports have been waiting for your approval.",
  "Pallets only please.",
  "I am working with Jonas and Will Berg on it.",
  "The deal is large and will take months.",
  "They need it by Friday.",
  "Why would anyone pay twice for the same data?",
  "Who doesn't want to pay less?",
  "What's not to like?",
  "Remember that trip to Malmö?",
  "You promised a discount and we got it, so all is well.",
  "If needed, I'll send the old plan.",
  "If it helps, I'll put it in a table.",
  "Should be a good week.",
  "Doing it now makes no sense.",
  "We can keep this short.",
  "Following up on our call, here is the plan.",
])("“%s” makes nobody owe anything", (sentence) => {
  expect(owingIn(sentence)).toBeNull();
});

test.each([
  ["We need the copy by 20 Feb. I'd appreciate a call.", 2],
  ["We meet at 5 p.m. Could you bring the plan?", 2],
  ["Pallets, racks, etc. Could you bring them?", 2],
  ["We need the copy by 20 Feb. 2026 at the latest.", 1],
  ["We meet at 5 p.m. in the hall.", 1],
  ["Could Dr. Berg and Mr. Holm come?", 1],
])("where a stop may be of an abbreviation, a sentence ends if another begins: %s", (text, count) => {
  expect(sentencesIn(text, 0, text.length)).toHaveLength(count);
});

test.each([
  ["hey\ngate still shut here\nam chasing the haulier now\nwill send a picture in a sec\nthx", 5],
  ["Hi Marta\nthe gate is shut again.", 2],
  ["The gate\nCould you open it?", 2],
  ["We have looked at the second hall with the haulier and will\nSend the plan.", 1],
  ["Please send\nthe plan to the\nHaulier.", 1],
  ["We have looked at the second hall with the haulier and think that it\nis fine\nNow for the gate.", 1],
])(
  "a line that was ended although the next word had room ends a sentence, one that was wrapped does not: %j",
  (text, count) => {
    expect(sentencesIn(text, 0, text.length)).toHaveLength(count);
  },
);

test("whatever stands in a sentence, it is read in linear time", () => {
  for (const words of [
    "we ",
    "if you could ",
    "on friday ",
    "so, but will ",
    "waiting for ",
    "a, please ",
    'said "a ',
    "i have it, and ",
  ])
    for (const sentence of [words.repeat(390 / words.length), endless(words)]) owingIn(sentence);
});
