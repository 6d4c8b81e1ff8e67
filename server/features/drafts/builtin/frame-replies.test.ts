import { context } from "@sidenote/contract/context";
import { drafts } from "@sidenote/contract/drafts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../../testing/factories.ts";
import { createWorld, type World } from "../../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const MARTA = "marta@nordfrakt.example";

async function repliesTo(text: string, language = "de") {
  const ada = await world.person();
  const first = mail({
    id: "<1@r>",
    subject: "Polhem",
    from: "Ada Berg <ada@fjordkyl.example>",
    to: MARTA,
    date: "Mon, 2 Feb 2026 09:00:00 +0000",
    text: "Die Kaution beträgt 900 EUR.",
  });
  const second = mail({
    id: "<2@r>",
    inReplyTo: "<1@r>",
    subject: "Re: Polhem",
    date: "Thu, 26 Feb 2026 15:20:00 +0000",
    text,
  });
  await importMail(world, ada, mbox(first, second));
  const { id } = (await ada.api(context.get, { address: MARTA })).contact!;
  const answer = await ada.api(drafts.replies, { contact_id: id, builtin: true, language });
  return { ...answer, bodies: answer.replies.map((one) => one.draft.split("\n\n")[1]) };
}

const YES_OR_NO = {
  de: [
    "Wir haben Ihr Angebot gelesen und sind sehr zufrieden. Könnten Sie uns die Unterlagen noch einmal schicken?",
    "ja, das passt für mich.",
  ],
  fr: [
    "Nous avons bien reçu votre offre et nous en sommes très contents. Pourriez-vous nous envoyer les documents encore une fois ?",
    "Oui, cela me convient.",
  ],
  es: [
    "Hemos recibido su oferta y estamos muy contentos con ella. ¿Podría enviarnos los documentos una vez más?",
    "Sí, me parece bien.",
  ],
  it: [
    "Abbiamo ricevuto la vostra offerta e siamo molto contenti. Potreste inviarci ancora una volta i documenti?",
    "sì, per me va bene.",
  ],
  pl: [
    "Otrzymaliśmy ofertę i jesteśmy z niej bardzo zadowoleni. Czy możemy dostać dokumenty jeszcze raz?",
    "tak, odpowiada mi to.",
  ],
  sv: [
    "Vi har fått ert erbjudande och är mycket nöjda med det. Kan du skicka oss handlingarna en gång till?",
    "ja, det passar mig bra.",
  ],
} as const;

test.each(Object.entries(YES_OR_NO))(
  "in %s a question is answered with yes, with no, or later, each a whole mail",
  async (language, [asks, yes]) => {
    const { replies, bodies, limit } = await repliesTo(asks, language);
    expect(replies).toHaveLength(3);
    expect(new Set(bodies).size).toBe(3);
    expect(limit).toBeNull();
    for (const one of replies) {
      expect(one.draft.split("\n\n")).toHaveLength(3);
      expect(one.draft).toMatch(/\nAda$/);
      expect(one.statements[1]!.sources[0]!.quote).toMatch(/\?$/);
    }
    // Behind a greeting with a comma the mail goes on as the greeting lets it.
    const small = replies[0]!.draft.split("\n\n")[0]!.endsWith(",") ? yes : yes.charAt(0).toUpperCase() + yes.slice(1);
    expect(bodies[0]).toBe(small);
  },
);

test("what is asked for exactly is answered in the words that were used, or left open, and never with yes", async () => {
  const told = await repliesTo("Vielen Dank für das Angebot. Wie viel beträgt die Kaution?");
  expect(told.bodies[0]).toContain("„Die Kaution beträgt 900 EUR.“");
  expect(told.replies.map((one) => one.label)).toEqual(["Antworten", "Später", "Nachfragen"]);
  const open = await repliesTo("Vielen Dank für das Angebot. Wann wird die Kälteanlage geliefert?");
  expect(open.bodies[0]).toBe("[Wann wird die Kälteanlage geliefert?]");
});

test("a mail that asks nothing is thanked for, and who is formal with whom is nowhere supposed", async () => {
  const { bodies } = await repliesTo("Die Lastwagen stehen seit heute wieder auf dem Hof und wir sind sehr zufrieden.");
  expect(bodies).toEqual([
    "vielen Dank, gut zu wissen.",
    "vielen Dank, ich bin einverstanden.",
    "vielen Dank für die Nachricht. Darf ich etwas später darauf zurückkommen?",
  ]);
  expect(bodies.join(" ")).not.toMatch(/\b(Sie|Ihr\w*|Ihnen|du|dein\w*|dir)\b/);
});
