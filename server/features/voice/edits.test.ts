import { context, emailDraft } from "@sidenote/contract/context";
import { drafts } from "@sidenote/contract/drafts";
import { emails } from "@sidenote/contract/emails";
import type { EmailId } from "@sidenote/contract/ids";
import { voice } from "@sidenote/contract/voice";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const ADA = "Ada Berg <ada@fjordkyl.example>";
const day = (n: number) => `${["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][n % 7]}, ${n} Jan 2026 09:00:00 +0100`;

describe("what is learnt from drafts that were changed", () => {
  const marta = "marta@nordfrakt.example";
  const asks = mail({ id: "<q@v>", date: day(20), text: "Hi Ada,\n\ncould you send the plan?\n\nMarta" });
  const minute = (n: number) => new Date(Date.UTC(2026, 2, 2, 9) + n * 60_000);
  /** Takes a draft and sends it with something changed. */
  async function sends(ada: Person, n: number, edit: (draft: string) => string): Promise<string> {
    const { id } = (await ada.api(context.get, { address: marta })).contact!;
    const draft = await ada.api(emailDraft, { contact_id: id, purpose: "Answer", builtin: true });
    const statements = draft.statements.map((one) => one.text);
    await ada.api(drafts.inserted, { address: marta, draft: draft.draft, statements });
    const date = minute(n).toUTCString().replace("GMT", "+0000");
    await importMail(
      world,
      ada,
      mbox(
        mail({ id: `<sent${n}@v>`, from: ADA, to: marta, date, text: edit(draft.draft) }),
        mail({
          id: `<again${n}@v>`,
          date: minute(n + 0.5)
            .toUTCString()
            .replace("GMT", "+0000"),
          text: "Hi Ada,\n\ncould you send the plan?\n\nMarta",
        }),
      ),
    );
    return draft.draft;
  }
  const withoutThanks = (draft: string) => draft.replace(/Thank you for your mail(?: of [^.]+)?\.\n\n/, "");

  test("a courtesy that is taken out twice is not written again, and the page says so", async () => {
    const ada = await world.person();
    await importMail(world, ada, mbox(asks));
    expect((await ada.api(voice.get, {})).edits ?? null).toBeNull();
    expect(await sends(ada, 1, withoutThanks)).toContain("Thank you for your mail");
    await sends(ada, 2, withoutThanks);
    const { edits } = await ada.api(voice.get, {});
    expect(edits).toMatchObject({ drafts: 2, dropped: ["Thank you for your mail of …."] });
    expect(edits!.keptShare).toBeGreaterThan(0.6);
    expect(edits!.lengthRatio).toBeLessThan(1);
    expect(await sends(ada, 3, (draft) => draft)).not.toContain("Thank you for your mail");
  });

  test("a mail that was written without the draft teaches nothing about it, and no word of a draft is kept once it was found", async () => {
    const ada = await world.person();
    await importMail(world, ada, mbox(asks));
    await sends(ada, 1, () => "We speak on the phone.");
    const byHand = (draft: string) => draft.replace(/\n\n[\s\S]*\n\n/, "\n\nwe speak on the phone.\n\n");
    expect(await sends(ada, 2, byHand)).toMatch(/^Hi Marta,\n\nThank you[\s\S]*\n\nBest regards,\nAda/);
    expect((await ada.api(voice.get, {})).edits ?? null).toBeNull();
    await sends(ada, 3, (draft) => draft);
    expect((await ada.api(voice.get, {})).edits?.drafts).toBe(1);
    expect((await world.everywhere("You asked")).filter((table) => table.includes("voices"))).toEqual([]);
  });

  test("a draft that was taken out of the mail again is not kept", async () => {
    const ada = await world.person();
    const told = (statements: string[]) =>
      ada.api(drafts.inserted, { address: marta, draft: "The barrier opens.", statements });
    const kept = async () => (await world.everywhere("The barrier opens.")).filter((table) => table.includes("voices"));
    await told(["The barrier opens."]);
    expect(await kept()).not.toEqual([]);
    await told([]);
    expect(await kept()).toEqual([]);
  });

  test("a draft that waits to be found again is not kept once a mail, or a thread that is only on screen, is forgotten, for it may tell of that", async () => {
    const ada = await world.person();
    await importMail(world, ada, mbox(asks));
    const statements = ["The barrier opened again."];
    await ada.api(drafts.inserted, { address: marta, draft: statements[0]!, statements });
    const kept = async () => (await world.everywhere(statements[0]!)).filter((table) => table.includes("voices"));
    expect(await kept()).not.toEqual([]);
    const { timeline } = await ada.api(context.get, { address: marta });
    await ada.api(emails.forget, { id: timeline[0]!.id as EmailId });
    await world.work();
    expect(await kept()).toEqual([]);
    await ada.api(drafts.inserted, { address: marta, draft: statements[0]!, statements });
    await ada.api(emails.forgetThread, { thread: "gmail:only-on-screen" });
    await world.work();
    expect(await kept()).toEqual([]);
  });

  test("drafts that go into mails at the same moment are all remembered", async () => {
    const ada = await world.person();
    const insert = (n: number) =>
      ada.api(drafts.inserted, {
        address: `lena${n}@nordfrakt.example`,
        draft: "Hi",
        statements: [`Gate ${n} opens.`],
      });
    await insert(0);
    await Promise.all([1, 2, 3, 4, 5, 6].map(insert));
    for (const n of [0, 1, 2, 3, 4, 5, 6])
      expect((await world.everywhere(`Gate ${n} opens.`)).filter((table) => table.includes("voices"))).not.toEqual([]);
  });
});
