import { context } from "@sidenote/contract/context";
import { emails } from "@sidenote/contract/emails";
import { type PromiseRecord, promises } from "@sidenote/contract/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importMail, type MailInput, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";

let world: World;
let ada: Person;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const MARTA = "Marta Lindqvist <marta@nordfrakt.example>";
const JONAS = "Jonas Öberg <jonas@nordfrakt.example>";
const ADA = "Ada Berg <ada@fjordkyl.example>";

/** A mail of a thread of its own, on a day of February 2026. */
const on = (day: number, from: string, text: string, more: MailInput = {}): string =>
  mail({
    from,
    to: from === ADA ? MARTA : ADA,
    subject: `Thread ${day} ${from === ADA ? "out" : "in"}`,
    date: new Date(Date.UTC(2026, 1, day, 9)).toUTCString(),
    text,
    ...more,
  });

const attached = (name: string, text: string): Pick<MailInput, "headers" | "text"> => ({
  headers: { "Content-Type": 'multipart/mixed; boundary="b"' },
  text: `--b\nContent-Type: text/plain; charset=utf-8\n\n${text}\n--b\nContent-Type: application/pdf; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQ=\n--b--\n`,
});

async function bringIn(...mails: string[]): Promise<void> {
  ada = await world.person();
  await importMail(world, ada, mbox(...mails));
}

async function the(quote: string): Promise<PromiseRecord> {
  for (const state of ["open", "old", "answered", "done", "dismissed"] as const) {
    const found = (await ada.api(promises.list, { state })).items.find((one) => one.source.quote.includes(quote));
    if (found) return found;
  }
  throw new Error(`no promise says ${quote}`);
}

/** What one of the two says on a day, in a thread of its own. */
type Said = [day: number, from: string, text: string, more?: MailInput];
type Case = [how: string, first: Said, later: Said];

const OFFER = "I will send the rental offer for a Polhem 120 by Thursday.";
const KEPT = "as promised, the offer for one room: SEK 18,400 a month over 12 months.";
const sent = (day: number, more: MailInput = {}): Said => [
  day,
  ADA,
  KEPT,
  { subject: "Offer 4117: Polhem 120, rental", ...attached("Offer 4117.pdf", KEPT), ...more },
];
const offerSent = (day: number) => on(...sent(day));
const toGus = { to: "Gus <gus@farrell.example>" };

/** What the first mail says, after the later one has come. */
async function told(first: Said, later: Said): Promise<PromiseRecord> {
  await bringIn(on(...first), on(...later));
  return the(first[2]);
}

describe("a promise is kept in another thread", () => {
  test.each<Case>([
    ["by the thing itself, sent", [2, ADA, OFFER], sent(5)],
    ["by whoever else was written to", [2, ADA, OFFER, { to: `${JONAS}, ${MARTA}` }], sent(5)],
    [
      "by thanks that name it",
      [2, ADA, "I'll send the floor plan by Friday."],
      [6, MARTA, "Thanks for the floor plan, it fits."],
    ],
    [
      "by theirs to you",
      [2, MARTA, "I will send you the signed lease contract."],
      [9, MARTA, "Attached is the lease contract, signed."],
    ],
    [
      "by the talk that was had then",
      [2, ADA, "I'll call you on Thursday."],
      [6, MARTA, "Thank you for the call yesterday."],
    ],
    [
      "in Ukrainian",
      [2, ADA, "Надішлю вам договір оренди до пʼятниці."],
      [5, ADA, "Надсилаю договір оренди, підписаний з нашого боку."],
    ],
  ])("%s", async (_, first, later) => {
    const found = await told(first, later);
    expect(found).toMatchObject({ state: "answered", answer: { quote: later[2] } });
    const answer = found.answer!;
    const { text, threadId } = await ada.api(emails.get, { id: answer.id as `eml_${string}` });
    expect(text.slice(answer.start, answer.end)).toBe(later[2]);
    expect(threadId).not.toBe(found.threadId);
  });

  test.each<Case>([
    [
      "by another thing that is sent",
      [2, ADA, OFFER],
      [5, ADA, "Attached is the drawing of the gate.", { subject: "Gate" }],
    ],
    ["by the same to somebody else", [2, ADA, OFFER], sent(5, toGus)],
    ["by what was sent before", [6, ADA, OFFER], sent(5)],
    ["by what is not done yet", [2, ADA, OFFER], [5, ADA, "The rental offer for the Polhem 120 is not done yet."]],
    [
      "by one word that both happen to have",
      [2, ADA, "I'll send the floor plan by Friday."],
      [5, ADA, "Attached is the plan of our trip.", { subject: "Trip" }],
    ],
    [
      "by a talk long before or after",
      [2, ADA, "I'll call you on Thursday."],
      [27, MARTA, "Thank you for the call yesterday."],
    ],
    [
      "by thanks in advance",
      [2, ADA, "I'll send the floor plan by Friday."],
      [3, MARTA, "Thanks in advance for the floor plan."],
    ],
  ])("not %s", async (_, first, later) => {
    expect(await told(first, later)).toMatchObject({ state: "open", answer: null });
  });

  test("and by a mail that comes in later, until that is forgotten", async () => {
    await bringIn(on(2, ADA, OFFER));
    expect((await the("rental offer")).state).toBe("open");
    await importMail(world, ada, mbox(offerSent(5)));
    const kept = await the("rental offer");
    expect(kept).toMatchObject({ state: "answered", answer: { quote: KEPT } });
    // Read again, with more mail in its own thread, it stays so.
    await importMail(world, ada, mbox(on(3, MARTA, "Good.", { subject: "Re: Thread 2 out" })));
    expect((await the("rental offer")).answer?.quote).toBe(KEPT);
    await ada.api(emails.forget, { id: kept.answer!.id as `eml_${string}` });
    await world.work();
    expect(await the("rental offer")).toMatchObject({ state: "open", answer: null });
  });

  test("and by a mail that is stored before the promise itself", async () => {
    await bringIn(offerSent(5), on(6, ADA, "The ramp is done."));
    await importMail(world, ada, mbox(on(2, ADA, OFFER)));
    expect(await the("rental offer")).toMatchObject({ state: "answered", answer: { quote: KEPT } });
  });

  test("a person who says that it is still open is believed", async () => {
    await bringIn(on(2, ADA, OFFER), offerSent(5));
    const kept = await the("rental offer");
    const open = await ada.api(promises.decide, { id: kept.id, version: kept.version, decision: "open" });
    expect(open).toMatchObject({ state: "open", decision: "open" });
    expect((await ada.api(context.get, { address: "marta@nordfrakt.example" })).promises).toHaveLength(1);
    const back = await ada.api(promises.decide, { id: kept.id, version: open.version, decision: null });
    expect(back).toMatchObject({ state: "answered", decision: null });
  });

  test("a colleague's mail keeps nothing of mine", async () => {
    await bringIn(on(2, ADA, OFFER));
    const lars = await world.colleague(ada);
    await importMail(world, lars, mbox(offerSent(5)), { as: "ada@fjordkyl.example" });
    expect((await the("rental offer")).state).toBe("open");
  });
});

const DEPOSIT = "What is the deposit for the Polhem 120?";

describe("a question is answered in another thread", () => {
  test.each<Case>([
    [
      "by the figure that it asks for",
      [2, MARTA, DEPOSIT],
      [5, ADA, "By the way, the deposit for the Polhem 120 is SEK 9,000."],
    ],
    [
      "by the day",
      [2, ADA, "When does the floor plan of the second room come?"],
      [4, MARTA, "The floor plan of the second room comes on Thursday."],
    ],
    [
      "by yes or no",
      [2, MARTA, "Is the ramp of the second room ready?"],
      [4, ADA, "Yes, the ramp of the second room is ready."],
    ],
    [
      "by the thing itself, sent",
      [2, MARTA, "Could you send me the floor plan of the second room?"],
      [4, ADA, "Attached is the floor plan of the second room."],
    ],
    [
      "in Ukrainian",
      [2, MARTA, "Скільки коштує оренда холодильної камери?"],
      [4, ADA, "Оренда холодильної камери коштує 18 400 крон на місяць."],
    ],
  ])("%s", async (_, first, later) => {
    expect(await told(first, later)).toMatchObject({ kind: "ask", answer: { quote: later[2] } });
  });

  test.each<[how: string, later: Said]>([
    ["by a day where a figure is asked for", [5, ADA, "The deposit for the Polhem 120 came on 4 February."]],
    ["by another question", [5, ADA, "Is SEK 9,000 fine as the deposit for the Polhem 120?"]],
    ["by what is still open", [5, ADA, "The deposit for the Polhem 120 is not known yet, 9,000 perhaps."]],
    ["of another thing", [5, ADA, "The rent for the gate is SEK 9,000."]],
    ["by the one who asks", [5, MARTA, "The deposit for the Polhem 120 is SEK 9,000."]],
    ["to somebody else", [5, ADA, "The deposit for the Polhem 120 is SEK 9,000.", toGus]],
    ["long afterwards", [50, ADA, "The deposit for the Polhem 120 is SEK 9,000."]],
  ])("not %s", async (_, later) => {
    expect(await told([2, MARTA, DEPOSIT], later)).toMatchObject({ kind: "ask", answer: null });
  });

  const PRICE = "Could you send us the price for the Polhem 120 by Friday?";

  test.each<[asked: string, told: string]>([
    [PRICE, "The price for the Polhem 120 is SEK 18,400 a month."],
    [PRICE, "By the way, the Polhem 120 price: €1,640 per month."],
    ["Please let us know the price for the Polhem 120.", "SEK 18,400 is the price for the Polhem 120."],
    ["Could you give me the rent of the cold room?", "The rent of the cold room is 900 euros."],
  ])("by the price that was to be sent: %s %s", async (asked, answer) => {
    expect(await told([2, MARTA, asked], [5, ADA, answer])).toMatchObject({ kind: "ask", answer: { quote: answer } });
  });

  test.each<[how: string, later: Said]>([
    ["of a part of it", [5, ADA, "The price for the Polhem 120 ramp is SEK 900."]],
    ["of another one", [5, ADA, "The price for the Polhem 80 is SEK 9,000."]],
    ["by how it changes", [5, ADA, "The price for the Polhem 120 rises by SEK 900 in May."]],
    ["by what it is not", [5, ADA, "The price for the Polhem 120 is not SEK 18,400."]],
    ["by what it was", [5, ADA, "The price for the Polhem 120 was SEK 18,400 last year."]],
    ["by a figure that is no money", [5, ADA, "The price for the Polhem 120 is fixed for 12 months."]],
    ["by a promise of it", [5, ADA, "I will send you the price for the Polhem 120, SEK 18,400 or less."]],
    ["by the one who asks", [5, MARTA, "The price for the Polhem 120 is SEK 18,400."]],
    ["to somebody else", [5, ADA, "The price for the Polhem 120 is SEK 18,400.", toGus]],
  ])("not by the price %s", async (_, later) => {
    expect(await told([2, MARTA, PRICE], later)).toMatchObject({ kind: "ask", answer: null });
  });

  test("not by a price where the question names nothing that it is of", async () => {
    const later: Said = [5, ADA, "The price for the Polhem 120 is SEK 18,400."];
    expect(await told([2, MARTA, "Could you send us the price?"], later)).toMatchObject({ answer: null });
  });

  const owed = async () => {
    const { waitingForYou } = await ada.api(emails.threads, { owed: "you" });
    const shown = await ada.api(context.get, { address: "marta@nordfrakt.example" });
    return [waitingForYou, shown.owed.length + (shown.promises ?? []).length];
  };

  test("and its thread waits no longer, until the answer is forgotten or a person says otherwise", async () => {
    await bringIn(on(2, MARTA, DEPOSIT));
    expect(await owed()).toEqual([1, 1]);
    await importMail(world, ada, mbox(on(5, ADA, "The deposit for the Polhem 120 is SEK 9,000.")));
    expect(await owed()).toEqual([0, 0]);
    const answered = await the("deposit");
    const open = await ada.api(promises.decide, { id: answered.id, version: answered.version, decision: "open" });
    expect(await owed()).toEqual([1, 1]);
    // Read again, the person's word stands.
    await importMail(world, ada, mbox(on(6, ADA, "The ramp is done.")));
    expect(await owed()).toEqual([1, 1]);
    await ada.api(promises.decide, { id: answered.id, version: open.version, decision: null });
    expect(await owed()).toEqual([0, 0]);
    await ada.api(emails.forget, { id: answered.answer!.id as `eml_${string}` });
    await world.work();
    expect(await owed()).toEqual([1, 1]);
    expect((await the("deposit")).state).toBe("open");
  });

  test("also by mail that is stored before the question itself", async () => {
    await bringIn(on(5, ADA, "The deposit for the Polhem 120 is SEK 9,000."));
    await importMail(world, ada, mbox(on(2, MARTA, DEPOSIT)));
    expect(await owed()).toEqual([0, 0]);
  });

  test("a second question in the same mail keeps it waiting", async () => {
    await bringIn(
      on(2, MARTA, `${DEPOSIT} And could you tell me who signs the lease contract?`),
      on(5, ADA, "The deposit for the Polhem 120 is SEK 9,000."),
    );
    expect((await owed())[0]).toBe(1);
  });
});

describe("a promise that nobody has spoken of for long", () => {
  const seenOn = async (day: string) => {
    world.setNow(new Date(`${day}T09:00:00Z`));
    const known = await ada.api(context.get, { address: "marta@nordfrakt.example" });
    world.setNow(new Date("2026-03-02T09:00:00Z"));
    return [known.promises?.length, known.oldPromises?.length];
  };

  test("is old and not waited for; a person's word takes it back, and can be taken back", async () => {
    await bringIn(on(2, MARTA, "I will look into the lease of the second room."));
    expect(await seenOn("2026-04-30")).toEqual([1, 0]);
    expect(await seenOn("2026-05-04")).toEqual([0, 1]);
    world.setNow(new Date("2026-05-04T09:00:00Z"));
    const old = await the("second room");
    expect(old.state).toBe("old");
    const open = await ada.api(promises.decide, { id: old.id, version: old.version, decision: "open" });
    expect(open.state).toBe("open");
    expect((await ada.api(promises.list, {})).items.map((one) => one.id)).toEqual([old.id]);
    const back = await ada.api(promises.decide, { id: old.id, version: open.version, decision: null });
    expect(back.state).toBe("old");
    world.setNow(new Date("2026-03-02T09:00:00Z"));
  });

  test("is not old while its day, or a mail that speaks of it in any thread, is less long ago", async () => {
    await bringIn(
      on(2, MARTA, "I will pay the deposit by 30 March."),
      on(2, MARTA, "I will look into the lease of the second room.", { subject: "Lease" }),
      on(20, ADA, "How is the lease of the second room coming along, then?", { subject: "Hello" }),
    );
    expect(await seenOn("2026-05-15")).toEqual([2, 0]);
    // With the question, by now.
    expect(await seenOn("2026-05-22")).toEqual([1, 2]);
    expect(await seenOn("2026-06-30")).toEqual([0, 3]);
  });
});
