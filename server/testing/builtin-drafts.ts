import { activities } from "@sidenote/contract/activities";
import { context, type Draft, emailDraft } from "@sidenote/contract/context";
import { emails } from "@sidenote/contract/emails";
import type { InputOf } from "@sidenote/contract/endpoint";
import { expect } from "vitest";
import { importMail, mail, mbox } from "./factories.ts";
import type { Person, World } from "./world.ts";

export const ADA = "Ada Berg <ada@fjordkyl.example>";
export const MARTA = "marta@nordfrakt.example";
export const offered = (text: string) =>
  mail({ id: "<1@b>", subject: "Offer", from: ADA, to: MARTA, date: "Mon, 2 Feb 2026 09:00:00 +0000", text });
export const answered = (text: string) =>
  mail({ id: "<2@b>", inReplyTo: "<1@b>", subject: "Re: Offer", date: "Thu, 26 Feb 2026 15:20:00 +0000", text });

/** What Marta asks behind Ada's offer, and the built-in writer's draft of the answer. */
export async function offerDrafted(
  world: World,
  asks = "How much is the deposit?",
): Promise<{ ada: Person; contact_id: `cnt_${string}`; draft: Draft }> {
  const ada = await world.person();
  const offer =
    "Hi Marta,\n\nThe deposit is SEK 9,000. The deposit is paid half with the order and half on delivery.\n\nAda";
  await importMail(world, ada, mbox(offered(offer), answered(asks)));
  const { id } = (await ada.api(context.get, { address: MARTA })).contact!;
  return {
    ada,
    contact_id: id,
    draft: await ada.api(emailDraft, { contact_id: id, builtin: true, purpose: "Answer" }),
  };
}

/** Ada has this mail, and asks the built-in writer for a draft to Marta. */
export async function draftedIn(
  world: World,
  mails: string[],
  wish: Omit<InputOf<typeof emailDraft>, "contact_id">,
  note?: string,
): Promise<Draft> {
  const ada = await world.person();
  await importMail(world, ada, mbox(...mails));
  const { id } = (await ada.api(context.get, { address: MARTA })).contact!;
  if (note)
    await ada.api(activities.create, { kind: "note", text: note, at: "2026-02-27T10:00:00.000Z", contactIds: [id] });
  const draft = await ada.api(emailDraft, { contact_id: id, builtin: true, ...wish });
  await holds(ada, draft);
  return draft;
}

/** What a draft cites stands in its sources to the letter, and every figure in it is cited, wished for or a day of a mail. */
async function holds(person: Person, { statements }: Draft): Promise<void> {
  for (const { id, quote, start, end } of statements.flatMap((one) => one.sources)) {
    const text = id.startsWith("eml_")
      ? (await person.api(emails.get, { id: id as `eml_${string}` })).text
      : (await person.api(activities.get, { id: id as `act_${string}` })).text;
    expect(text.slice(start, end)).toBe(quote);
  }
}

export const body = ({ draft }: Draft): string => draft.split("\n\n").slice(1, -1).join("\n\n");
