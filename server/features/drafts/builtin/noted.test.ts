import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answered, body, draftedIn } from "../../../testing/builtin-drafts.ts";
import { createWorld, type World } from "../../../testing/world.ts";
import { spelledOut } from "./phrases/shorthand-en.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const answeredWith = async (text: string, note: string, purpose = "Answer") =>
  body(await draftedIn(world, [answered(`Hi Ada,\n\n${text}\n\nMarta`)], { purpose, key_points: [note] }))
    .replace("Thank you for your mail.\n\n", "")
    .replace("Дякую за лист.\n\n", "");

describe("a note as it is typed in passing", () => {
  test.each([
    [
      "Shall I send you the contract?",
      "say no, too expensive, maybe in March",
      "Unfortunately this is not possible at the moment. It is too expensive for us. Maybe in March.",
    ],
    [
      "Would Thursday at 3pm work? And should I bring anything?",
      "answer: yes, thursday 3pm works, bring the contract",
      "Yes, Thursday 3pm works. Please bring the contract.",
    ],
    [
      "Is the flat still available? We have a small dog, hope that's ok?",
      "still available, saturday 11am, no dogs sorry",
      "It is still available. Unfortunately, no dogs. How about Saturday at 11am?",
    ],
    [
      "Can you start a week earlier? Also do we need a permit for the new window?",
      "can't start earlier, earliest is 11 jan, permit not needed",
      "We can't start earlier. The earliest is 11 January. No permit is needed.",
    ],
    [
      "Could you tell me what the salary range is and whether the role is remote?",
      "70 to 80k depending on experience, fully remote, ask for her CV",
      "The salary range is 70 to 80k depending on experience. It is fully remote. Could you send me your CV?",
    ],
    [
      "Could you let me have your proposal by Wednesday?",
      "need until thursday 9am, will she still be able to use it?",
      "We need until Thursday 9am. Will you still be able to use it?",
    ],
    ["How long does the repair take?", "about 2 wks", "The repair takes about 2 weeks."],
    [
      "Should we send the broken ones back?",
      "really sorry, will send replacements today, no need to return them",
      "I am sorry about this. We will send replacements today. There is no need to return them.",
    ],
    [
      "Do you do that kind of work?",
      "yes we do, needs a survey first, can come week of 7 dec",
      "Yes, we do. It needs a survey first. We can come in the week of 7 December.",
    ],
    [
      "Would you like to take part?",
      "no capacity until may, she should try again in june",
      "Unfortunately we have no capacity until May. You should try again in June.",
    ],
    [
      "Would you like to be one of our speakers?",
      "would love to, 20 jan works but only after 4pm, how long is the slot?",
      "We would love to. 20 January works but only after 4pm. How long is the slot?",
    ],
    [
      "Can you sign it as it is?",
      "fine with all but clause 7, should be 2 years not 5",
      "Fine with all but clause 7. It should be 2 years not 5.",
    ],
  ])("is a sentence each: %s %s", async (asks, note, says) => {
    expect(await answeredWith(asks, note)).toBe(says);
  });

  test.each([
    [
      "Чи підтверджуєте замовлення на грудень?",
      "ні, задорого, максимум 8000",
      "Ні, для нас це задорого. Наш максимум – 8000.",
    ],
    [
      "Чи можлива часткова зайнятість і яка зарплата?",
      "лише повна зайнятість, зарплата від 35 тис, попросити резюме",
      "Лише повна зайнятість. Зарплата від 35 тис. Надішліть, будь ласка, резюме.",
    ],
    [
      "Коли приїде майстер?",
      "вибачитись, майстер буде завтра до обіду",
      "Перепрошую за це. Майстер буде завтра до обіду.",
    ],
    [
      "Чи цікава вам така співпраця?",
      "бюджету вже немає, нехай напише у січні",
      "Бюджету вже немає. Напишіть, будь ласка, у січні.",
    ],
    [
      "Чи зможете зачекати?",
      "дякуємо що попередили, чекаємо до середи, посилання надішлю",
      "Дякуємо, що попередили. Чекаємо до середи. Посилання надішлю.",
    ],
  ])("is one in Ukrainian, too: %s %s", async (asks, note, says) => {
    expect(await answeredWith(asks, note)).toBe(says);
  });

  test("says to them what it says of them", async () => {
    expect(
      await answeredWith(
        "All is well here.",
        "introduce my colleague Ruth Amsel, she takes over his account from January, Ruth will call him next week",
        "Introduce",
      ),
    ).toBe(
      "I would like to introduce you to my colleague Ruth Amsel.\n\nShe takes over your account from January. Ruth will call you next week.",
    );
  });

  test("is read as well where it is typed as the purpose", async () => {
    expect(
      await answeredWith("Would Thursday at 3pm work?", "bring the contract", "answer: yes, thursday 3pm works"),
    ).toBe("Yes, Thursday 3pm works. Please bring the contract.");
  });

  test("stays whole where a part needs the other", async () => {
    expect(await answeredWith("What is in the box?", "the price list, the brochure and the samples")).toContain(
      "The price list, the brochure and the samples.",
    );
  });

  test("that says what is attached leaves no document open", async () => {
    expect(
      await answeredWith("Do you have a brochure?", "brochure attached, price depends on the roof", "Send a document"),
    ).toBe("The brochure is attached. The price depends on the roof.");
  });
});

test("days and months typed small or short are written out, other words are left", () => {
  expect(spelledOut("tue or wed, 11 jan, in march, by dec, need 2 wks")).toBe(
    "Tuesday or Wednesday, 11 January, in March, by December, need 2 weeks",
  );
  expect(spelledOut("they wed in the sun and may march on, sat down")).toBe(
    "they wed in the sun and may march on, sat down",
  );
});

test("a very long note comes to an end", () => {
  const note = "too a, yes no ".repeat(8000);
  const begun = performance.now();
  spelledOut(note);
  expect(performance.now() - begun).toBeLessThan(1000);
});
