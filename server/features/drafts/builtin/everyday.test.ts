import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answered, body, draftedIn, offered } from "../../../testing/builtin-drafts.ts";
import { createWorld, type World } from "../../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const THANKS = "Thank you for your mail.\n\n";
const drafted = (mails: string[], wish: { purpose?: string; key_points?: string[] } = {}) =>
  draftedIn(world, mails, wish);
/** What stands between greeting and closing where Marta has written this. */
const answeredWith = async (text: string, wish = {}) =>
  body(await drafted([answered(`Hi Ada,\n\n${text}\n\nMarta`)], wish));

describe("what they ask", () => {
  test("that was told on one day is told with that day once", async () => {
    const draft = await drafted([
      offered("Hi Marta,\n\nThe lead time is eight weeks. Installation is included in the price.\n\nAda"),
      answered("Hi Ada,\n\n1. What's the lead time?\n2. Is installation included?\n\nMarta"),
    ]);
    expect(body(draft)).toBe(
      `${THANKS}As I wrote on 2 February, the lead time is eight weeks. Installation is included in the price.`,
    );
  });

  test("is told from what was written to them, with both halves of a question in one sentence", async () => {
    const draft = await drafted([
      offered("Hi Marta,\n\nThe plan is 49 EUR a seat. Onboarding takes two weeks and is included.\n\nAda"),
      answered(
        "Hi Ada,\n\nQuick question: how long does onboarding take and is it included in the price? Also do you have a safety certificate?\n\nMarta",
      ),
    ]);
    expect(body(draft)).toBe(
      `${THANKS}As I wrote on 2 February, onboarding takes two weeks and is included.\n\nWe [have or do not have?] a safety certificate.`,
    );
    expect(draft.limit).toBeNull();
  });

  test("in Ukrainian is found behind “скажіть, будь ласка”, too", async () => {
    const draft = await drafted([
      offered("Доброго дня, Марто!\n\nВартість монтажу — 120 000 грн, термін монтажу — шість тижнів.\n\nАда"),
      answered("Доброго дня!\n\nСкажіть, будь ласка, який термін монтажу і чи можна оплатити частинами?\n\nМарта"),
    ]);
    expect(body(draft)).toContain("Як зазначено в моєму листі від 2 лютого: вартість монтажу — 120 000 грн");
    expect(body(draft)).toContain("Оплатити частинами [можна чи не можна?].");
  });

  test("in Ukrainian stands open as a whole where no sentence fits both a yes and a no", async () => {
    const draft = await drafted([
      answered("Доброго дня, Адо!\n\nЧи є у вас сертифікат на стелажі? І чи буде доставка безкоштовною?\n\nМарта"),
    ]);
    expect(body(draft)).toContain("[Чи є у вас сертифікат на стелажі?]\n\nДоставка [буде чи не буде?] безкоштовною.");
  });

  test("beyond two open places is named beside the draft, not lost", async () => {
    const draft = await drafted([
      answered("Hi Ada,\n\nDo you rent out cranes? Does your store open on Sundays? What about insurance?\n\nMarta"),
    ]);
    expect(body(draft)).toBe(
      `${THANKS}We [rent or do not rent?] out cranes.\n\nOur store [opens or does not open?] on Sundays.`,
    );
    expect(draft.limit).toContain("“What about insurance?”");
  });

  test.each([
    ["Could you tell me how long the permit takes?", "The permit takes [how long?]."],
    ["Can you let me know if you deliver on Saturdays?", "We [deliver or do not deliver?] on Saturdays."],
    ["Could you please have a look at the drawing?", "I [will or cannot?] have a look at the drawing."],
    [
      "Please sign the lease and return it by Thursday.",
      "I [will or cannot?] sign the lease and return it by Thursday.",
    ],
    ["Who will sign on your side?", "[who?] will sign on our side."],
    ["Until when can we cancel?", "[Until when can we cancel?]"],
    ["Something came up, can we move our call to next week?", "We [can or cannot?] move our call to next week."],
    ["If we order twenty, can we get a discount?", "[If we order twenty, can we get a discount?]"],
    ["Ada, is it possible to see the hall in May?", "It [is or is not?] possible to see the hall in May."],
    [
      "As discussed, please share the deck and the case study.",
      "I [will or cannot?] share the deck and the case study.",
    ],
    ["Should we pay by card or by transfer?", "You should pay [by card or by transfer?]."],
    ["Is 1,200 per month or per quarter?", "[Is 1,200 per month or per quarter?]"],
    ["How about next Wednesday at 3 pm?", "Next Wednesday at 3 pm [suits or does not suit?] me."],
    ["Could you confirm that insurance is part of the rate?", "Insurance [is or is not?] part of the rate."],
    ["Which day would you like? I need an answer today.", "We would like [which day?]."],
    ["Does Thursday 10:00 or Friday 14:30 suit you?", "[Thursday 10:00 or Friday 14:30?] suits me."],
    [
      "I am free on Tuesday at 9:00 or Friday at 14:30. Which suits you?",
      "[Tuesday at 9:00 or Friday at 14:30?] suits me.",
    ],
  ])("is taken up in plain words: %s", async (asks, says) => {
    expect(await answeredWith(asks)).toBe(THANKS + says);
  });

  test("is not asked back where they only promise something: that is looked forward to", async () => {
    expect(await answeredWith("I will send you the signed contract by Friday.")).toBe(
      "Thank you for letting me know.\n\nI look forward to it.",
    );
  });
});

describe("what the member notes", () => {
  test("answers which of two things it is, in the words of the question", async () => {
    expect(
      await answeredWith("Is it quarterly billing or monthly billing?", { key_points: ["quarterly billing"] }),
    ).toBe(`${THANKS}Quarterly billing.`);
    const draft = await drafted([answered("Вітаю!\n\nОплата за місяць чи за квартал?\n\nМарта")], {
      key_points: ["оплата за квартал"],
    });
    expect(body(draft)).toBe("Дякую за лист.\n\nОплата за квартал.");
  });

  test.each([
    ["SOC 2 report is attached", "SOC 2 report is attached."],
    ["happy to join a call with your CFO", "I am happy to join a call with your CFO."],
    ["the fix goes live tonight at 8 pm", "The fix goes live tonight at 8 pm."],
    ["10% discount for two years", "10% discount for two years."],
    ["can start Monday", "We can start Monday."],
    ["please pay by Friday", "Please pay by Friday."],
    ["yes, three customers in food", "Yes, three customers in food."],
    ["account unlocked", "The account is unlocked."],
    ["samples leave tomorrow", "Samples leave tomorrow."],
    ["label to our Bergen office", "Label to our Bergen office."],
    ["доставимо в четвер", "Доставимо в четвер."],
    ["оплата двома частинами можлива", "Оплата двома частинами можлива."],
  ])("stands in the letter as it was typed, however much is open: %s", async (note, says) => {
    const text = "Hi Ada,\n\nIs the yard lit? Is the gate closed at night? Do you have guards?\n\nMarta";
    expect(body(await drafted([answered(text)], { key_points: [note] }))).toContain(says);
  });

  test.each([
    ["quote comes on Thursday", "The quote comes on Thursday."],
    ["replacement door free of charge", "The replacement door is free of charge."],
    ["invoice still not paid", "The invoice is still not paid."],
    ["technician comes tomorrow morning", "A technician comes tomorrow morning."],
    ["can't make the 12th, I'm at a trade fair", "I can't make the 12th, I'm at a trade fair."],
    ["will check the type and let him know", "We will check the type and let you know."],
    ["happy to give her a discount", "I am happy to give you a discount."],
    ["apologise", "I am sorry about this."],
    ["apologise, the second unit comes later", "I am sorry about this. The second unit comes later."],
    ["yes covered", "Yes, it is covered."],
    ["seals in stock", "Seals are in stock."],
    ["smaller model costs 14,500", "The smaller model costs 14,500."],
    ["instalments also possible over 12 months", "Instalments are also possible over 12 months."],
    ["can send them today if she confirms before noon", "We can send them today if you confirm before noon."],
    ["ask which she prefers", "Could you tell me which you prefer?"],
    ["takes about two hours", "It takes about two hours."],
    ["offer runs out on 15 March", "The offer runs out on 15 March."],
    ["сертифікати надішлемо у вівторок", "Сертифікати надішлемо у вівторок."],
    ["договір підписує директор", "Договір підписує директор."],
    ["запитати, чи їм це зручно", "Скажіть, будь ласка, чи вам це зручно?"],
  ])("is a sentence to them where it leaves words out: %s", async (note, says) => {
    expect(await answeredWith("All is well here.", { key_points: [note] })).toContain(says);
  });

  test.each([
    [
      "say no to the discount, offer training instead",
      "Unfortunately I have to say no to the discount. I would be happy to offer you training instead.",
    ],
    ["chase the signed contract", "When can I expect the signed contract?"],
    ["ask if she wants to come to the opening", "Would you like to come to the opening?"],
    ["ask whether he has got my offer", "Could you tell me whether you have got my offer?"],
    ["ask if it suits them", "Could you tell me if it suits you?"],
    ["ask for Joris's email", "Could you send me Joris's email?"],
    ["ask them to sign the lease by Friday", "Could you sign the lease by Friday?"],
    ["ask how many people she needs", "Could you tell me how many people you need?"],
    ["propose two times", "How about [day and time?] or [another day and time?]?"],
    ["suggest a call tomorrow", "Would you have time for a call tomorrow?"],
    ["suggest the week after", "How about the week after?"],
    ["send the price list", "Please find the price list attached."],
    ["send the contract tomorrow", "I will send you the contract tomorrow."],
    ["introduce Ana Reis from our delivery team", "I would like to introduce you to Ana Reis from our delivery team."],
  ])("is said as one says it to a customer: %s", async (note, says) => {
    expect(await answeredWith("All is well here.", { key_points: [note] })).toContain(says);
  });

  test.each(["answer their three questions", "keep it short", "friendly tone"])(
    "says how to write, and stands in no letter: %s",
    async (note) => {
      expect(await answeredWith("When can we visit?", { key_points: [note] })).toBe(`${THANKS}You can visit [when?].`);
    },
  );

  test("goes before their questions where it is bad news, without thanks for the mail", async () => {
    const wish = { key_points: ["say we will be two weeks late", "sorry for that"] };
    expect(await answeredWith("Is there anything we should prepare?", wish)).toBe(
      "We will be two weeks late. I am sorry about this.\n\nYou should prepare [what, if anything?].",
    );
  });

  test.each([
    ["Could we do Friday at 9 or the Monday after?", "Friday works", "Friday works."],
    ["Could you send us the recording and a quote?", "recording attached", "The recording is attached."],
    [
      "Could you do 10% off if we sign in March?",
      "say no to the discount",
      "Unfortunately I have to say no to the discount.",
    ],
    ["How quickly can someone come?", "our engineer can be there on Tuesday", "Our engineer can be there on Tuesday."],
    ["Do you still have door seals for the 2019 model?", "seals in stock", "Seals are in stock."],
    ["What do you offer, only cooling or also ovens?", "only cooling", "Only cooling."],
    ["Is everything on track?", "the chillers come a week later", "The chillers come a week later."],
    ["We need this sorted before Friday.", "technician comes tomorrow", "A technician comes tomorrow."],
  ])("leaves nothing open of what it answers: %s", async (asks, note, says) => {
    expect(await answeredWith(asks, { key_points: [note] })).toBe(`${THANKS}${says}`);
  });

  test("answers their question, so that it does not stay open", async () => {
    expect(await answeredWith("What do you need, and when could we start?", { key_points: ["can start Monday"] })).toBe(
      `${THANKS}We need [what?].\n\nWe can start Monday.`,
    );
  });

  test.each([
    ["Is there a discount for the second order?", "discount 5%", "Discount 5%."],
    ["Чи є знижка на друге замовлення?", "знижка 5%", "Знижка 5%."],
  ])("answers it with a figure alone: %s", async (asks, note, says) => {
    const draft = await answeredWith(asks, { key_points: [note] });
    expect(draft).toContain(says);
    expect(draft).not.toContain("?]");
  });

  test("is looked up where it is the name of a thing, and keeps its open place before their questions", async () => {
    const text = "Is the yard lit? Is the gate closed at night?";
    const draft = await answeredWith(text, { key_points: ["delivery date"] });
    expect(draft).toContain("The delivery date is [delivery date?].");
  });

  test.each([
    ["introduce Marta to Lena Vogt", "I would like to introduce you to Lena Vogt."],
    ["introduce Lena Vogt to Marta", "I would like to introduce you to Lena Vogt."],
    ["ask for a reference call with their IT lead", "I would like to ask for a reference call with your IT lead."],
    ["introduce myself and ask for a short call", "I would like to ask for a short call."],
    ["decline, we have no room left", "Unfortunately I have to decline, we have no room left."],
    ["погодитися на вівторок о 10:00", "Погоджуюся на вівторок о 10:00."],
  ])("is said to them: %s", async (purpose, says) => {
    expect(await answeredWith("All is well here.", { purpose })).toContain(says);
  });
});

describe("each purpose", () => {
  test("thanks once, for what the member names", async () => {
    const wish = { purpose: "Thank", key_points: ["thank for the call on Thursday, propose two times"] };
    expect(await answeredWith("Thursday at 3 is perfect. Talk then!", wish)).toBe(
      "Thank you for the call on Thursday.\n\nHow about [day and time?] or [another day and time?]?",
    );
  });

  test("declines what they ask in its words, and the member's refusal stands alone", async () => {
    const asks = "Could you join us in Rotterdam?";
    expect(await answeredWith(asks, { purpose: "Decline" })).toBe(
      `${THANKS}Unfortunately I cannot join you in Rotterdam.`,
    );
    expect(await answeredWith(asks, { purpose: "Decline", key_points: ["can't come, I'm away"] })).toBe(
      `${THANKS}I can't come, I'm away.`,
    );
  });

  test("takes up a time of theirs, and proposes another", async () => {
    const wish = (time: string) => ({ purpose: "Schedule a meeting", key_points: [time, "at their office"] });
    const free = "I'm free Tuesday afternoon or Wednesday before noon.";
    expect(await answeredWith(free, wish("Wednesday 10am"))).toBe(
      `${THANKS}Wednesday at 10am at your office suits me.`,
    );
    expect(await answeredWith(free, wish("Friday 10am"))).toBe(`${THANKS}How about Friday at 10am at your office?`);
  });

  test.each([
    [
      "Send a document",
      ["send the price list"],
      "As you asked, please find our price list for the small units attached.",
    ],
    ["Introduce", ["introduce Ana Reis, our fitter"], "I would like to introduce you to Ana Reis, our fitter."],
  ])("names once what the note names: %s", async (purpose, key_points, says) => {
    const text = await answeredWith("Could you send over your price list for the small units?", {
      purpose,
      key_points,
    });
    expect(text.replace(THANKS, "")).toBe(says);
  });
});

describe("a follow-up", () => {
  test("names what was sent and asks for nothing but a look at it", async () => {
    const own = "Hi Marta,\n\nAttached you will find our proposal with two options, as discussed.\n\nAda";
    expect(body(await drafted([offered(own)], { purpose: "Follow up" }))).toBe(
      "On 2 February I sent you our proposal with two options. Have you had a chance to look at it?\n\nI look forward to your answer.",
    );
  });

  test("comes back to the question of the mail, not to the hope beside it", async () => {
    const draft = await drafted(
      [
        offered(
          "Hi Marta,\n\nthe offer is attached. I would love to hear your thoughts. Would a short call help?\n\nAda",
        ),
      ],
      { purpose: "Follow up" },
    );
    expect(body(draft)).toContain("I had asked: “Would a short call help?”");
  });

  test("on a mail that asks and promises nothing comes back to its subject", async () => {
    expect(await answeredWith("Thanks, received.", { purpose: "Follow up" })).not.toContain("[what?]");
  });
});

test("a reminder of what was sent with a mail names it, where nothing was asked there", async () => {
  const draft = await draftedIn(
    world,
    [offered("Hi Marta,\n\nI've attached the quote for 15 licences. Let me know what you think.\n\nAda")],
    { purpose: "Follow up", key_points: ["did she get a chance to look at it?"] },
  );
  expect(body(draft)).toContain("I sent you the quote for 15 licences.");
  expect(body(draft)).toContain("Did you get a chance to look at it?");
});

test("thanks are for the introduction where that is what they wrote", async () => {
  const draft = await drafted(
    [answered("Ada, meet Beth Orr, who runs operations at Larkfield. I'll let you two talk.\n\nMarta")],
    {
      purpose: "Thank",
      key_points: ["owe her a beer"],
    },
  );
  expect(body(draft)).toBe("Thank you for the introduction.\n\nI owe you a beer.");
});
