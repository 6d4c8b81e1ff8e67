import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answered, body, draftedIn, MARTA } from "../../../testing/builtin-drafts.ts";
import { mail } from "../../../testing/factories.ts";
import { createWorld, type World } from "../../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const drafted = (...asked: Asked) => draftedIn(world, ...asked);
type Asked = Parameters<typeof draftedIn> extends [World, ...infer Rest] ? Rest : never;

describe("languages", () => {
  test.each([
    ["de", { purpose: "Answer", key_points: ["thank her"] }, "vielen Dank für Ihre Nachricht."],
    ["fr", { purpose: "Decline" }, "Malheureusement, ce n’est pas possible pour le moment."],
    ["es", { purpose: "Schedule a meeting" }, "¿Qué día y a qué hora le vendría bien?"],
    ["it", { purpose: "Answer", key_points: ["вибачитися"] }, "Le chiedo scusa."],
    ["pl", { purpose: "Thank" }, "dziękuję za wiadomość."],
    ["sv", { purpose: "Answer", key_points: ["say no"] }, "Tyvärr är det inte möjligt just nu."],
  ])("what every mail may say is no open place in %s", async (language, wish, says) => {
    const draft = await drafted([answered("Hi Ada,\n\nall is well here.\n\nMarta")], { ...wish, language });
    expect(draft.draft).toContain(`\n\n${says}\n\n`);
    expect(draft.blanks).toEqual([]);
  });

  const olena = (text: string) => [mail({ from: "Олена Коваль <marta@nordfrakt.example>", text })];

  test.each([
    ["Answer", "Скільки коштує монтаж у січні?", "Монтаж у січні коштує [скільки?]."],
    [
      "Schedule a meeting",
      "Треба поговорити про двері, це важливо для нас.",
      "Пропоную домовитися про зустріч. Який день і час вам зручні?",
    ],
    ["Send a document", "Надішліть, будь ласка, ваш прайс.", "Надсилаю наш прайс, як і просили."],
    ["Decline", "Чи можете ви знизити ціну для нас?", "На жаль, не можемо знизити ціну для вас."],
    ["Thank", "Усі плани готові, ми їх надішлемо.", "Дякую за лист від 2 лютого."],
    ["Introduce", "Усе гаразд, ми їх чекаємо.", "Хочу представити вам [кого?]."],
    [
      "Домовитися про зустріч",
      "Чи зможемо зустрітися в середу о 10:00?",
      "Середа о 10:00 мені [підходить чи не підходить?].",
    ],
    [
      "Надіслати документ",
      "Надішліть, будь ласка, технічний опис до п'ятниці.",
      "Надсилаю технічний опис, як і просили.",
    ],
    ["Познайомити з Нілсом Холмом", "Усе гаразд.", "Хочу вас познайомити з Нілсом Холмом."],
    [
      "Відмовити у знижці, запропонувати навчання",
      "Усе гаразд.",
      "На жаль, мусимо відмовити у знижці. Пропоную навчання.",
    ],
    ["Нагадати про підписаний договір", "Усе гаразд.", "Хочу нагадати про підписаний договір."],
    ["Вибачитися за затримку", "Усе гаразд.", "Перепрошую за затримку."],
    [
      "Запропонувати два варіанти часу для демонстрації",
      "Усе гаразд.",
      "Пропоную для демонстрації такий час: [день і час?] або [інший день і час?].",
    ],
    ["Answer", "Чи можете ви знизити ціну і яка гарантія?", "Гарантія – [яка?]."],
    ["Надіслати прайс", "Скинь, будь ласка, прайс на шафи.", "Надсилаю прайс на шафи."],
    ["Запитати адресу доставки", "Усе гаразд.", "Напишіть, будь ласка, адресу доставки."],
  ])("in Ukrainian: %s", async (purpose, text, says) => {
    const draft = await drafted(olena(`Доброго дня, Адо!\n\n${text}\n\nОлена`), { purpose });
    expect(draft.language).toBe("uk");
    expect(body(draft)).toContain(says);
    expect(draft.limit).toBeNull();
  });

  test.each([
    ["Привіт, Адо! Чи можу я забрати замовлення в суботу?", "Забрати замовлення в суботу [можна чи не можна?]."],
    ["Привіт! Коли зможеш приїхати на замір?", "Зможу приїхати на замір [коли?]."],
    ["Привіт! Можеш зробити дешевше?", "[можу чи не можу?] зробити дешевше."],
  ])("in Ukrainian to one who is close: %s", async (text, says) => {
    const { draft } = await drafted(olena(`${text}\n\nОлена`), { purpose: "Answer" });
    expect(draft).toContain("Привіт, Олено!");
    expect(draft).toContain(says);
  });

  test.each([
    [
      "de",
      "Guten Tag Frau Berg,\n\nkönnen Sie uns bitte die Preise für die Räume nennen?\n\nMarta",
      /^Hallo Marta,[\s\S]*vielen Dank für Ihre Nachricht vom 2\. Februar\.[\s\S]*\?\][\s\S]*Viele Grüße\nAda$/,
    ],
    [
      "fr",
      "Bonjour Ada,\n\nquel est le prix pour les deux zones avec le transport ?\n\nMarta",
      /^Bonjour Marta,[\s\S]*du 2 février[\s\S]*Bien cordialement,\nAda$/,
    ],
    [
      "es",
      "Hola Ada,\n\n¿cuál es el precio de las dos zonas con el transporte para nosotros?\n\nMarta",
      /^Hola, Marta:[\s\S]*2 de febrero[\s\S]*Saludos cordiales,\nAda$/,
    ],
    [
      "it",
      "Buongiorno Ada,\n\nqual è il prezzo delle due zone con il trasporto per noi, grazie?\n\nMarta",
      /^Buongiorno Marta,[\s\S]*2 febbraio[\s\S]*Cordiali saluti,\nAda$/,
    ],
    [
      "pl",
      "Dzień dobry,\n\njaka jest cena za dwie strefy i czy to jest możliwe w maju?\n\nMarta",
      /^Dzień dobry,[\s\S]*2 lutego[\s\S]*Pozdrawiam,\nAda$/,
    ],
    [
      "sv",
      "Hej Ada,\n\nvad är priset för de två zonerna och när kan ni leverera det till oss?\n\nMarta",
      /^Hej Marta,[\s\S]*2 februari[\s\S]*Vänliga hälsningar,\nAda$/,
    ],
  ])(
    "in %s it greets, takes up the question and closes, and says that this is all it knows",
    async (language, text, form) => {
      const draft = await drafted([mail({ text })], { purpose: "Answer" });
      expect(draft.language).toBe(language);
      expect(draft.draft).toMatch(form);
      expect(draft.limit).toMatch(/the built-in writer knows how a mail begins and ends/);
    },
  );

  test("in Ukrainian people are called in their case, with a patronymic where they have one", async () => {
    const greeting = async (from: string) =>
      (
        await drafted([mail({ from, text: "Доброго дня!\n\nУсі плани готові, ми їх надішлемо." })], {
          purpose: "Thank",
        })
      ).draft.split("\n")[0];
    expect(await greeting(`Олена Коваль <${MARTA}>`)).toBe("Вітаю, Олено!");
    expect(await greeting(`Тарас Коваль <${MARTA}>`)).toBe("Вітаю, Тарасе!");
  });

  test("the reason of a refusal that is a sentence stands as one", async () => {
    const wish = { purpose: "Decline", key_points: ["6 березня я у відрядженні"] };
    expect(body(await drafted(olena("Доброго дня!\n\nЧи зможете приїхати до нас?"), wish))).toContain(
      "6 березня я у відрядженні.",
    );
  });

  test("in a formal letter they are called by the name that tells how", async () => {
    const from = `Віктор Ткаченко <${MARTA}>`;
    const draft = await drafted([mail({ from, text: "Доброго дня!\n\nУсе готово." })], {
      purpose: "Thank",
      tone: "formal",
    });
    expect(draft.draft).toMatch(/^Шановний Вікторе!/);
  });

  test("in English a Ukrainian name stands as in a passport", async () => {
    const from = `Юлія Згурська <${MARTA}>`;
    const wish = { purpose: "Thank", language: "en" };
    const draft = await drafted([mail({ from, text: "Доброго дня!\n\nУсе готово." })], wish);
    expect(draft.draft).toMatch(/^Hi Yuliia,/);
    expect((await drafted([mail({ from, text: "Усе готово." })], { ...wish, tone: "formal" })).draft).toMatch(
      /^Dear Yuliia Zghurska,/,
    );
  });

  test("a title is nobody's first name", async () => {
    const from = `Dr. Marta Lindqvist <${MARTA}>`;
    const draft = await drafted([mail({ from, text: "Hi Ada,\n\nall is well here.\n\nMarta" })], { purpose: "Thank" });
    expect(draft.draft).toMatch(/^Hi Marta,/);
  });

  test("a language that it does not know is said, and English written", async () => {
    const draft = await drafted([answered("How much is the deposit?")], { purpose: "Answer", language: "nl" });
    expect(draft).toMatchObject({ language: "en", limit: expect.stringContaining("does not know Dutch") });
  });
});
