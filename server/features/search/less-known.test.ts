import { contacts } from "@sidenote/contract/contacts";
import { emails } from "@sidenote/contract/emails";
import { search } from "@sidenote/contract/search";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type World } from "../../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const signed = mail({
  id: "<signed@x>",
  subject: "Signed",
  text: "Hi Ada,\n\nat noon.\n\n--\nMarta Lindqvist\nHead of Quincewares\nNordfrakt AB\n+46 70 123 45 99",
});
const answered = mail({
  from: "Ada Berg <ada@fjordkyl.example>",
  to: "Marta Lindqvist <marta@nordfrakt.example>",
  subject: "Answered",
  text: "Hi Marta.",
});

/** A member whose mails with Marta these are, what forgets one of them, and what is heard meanwhile. */
async function opened(...mails: string[]) {
  const ada = await world.person();
  await importMail(world, ada, mbox(...mails));
  await world.work();
  const forget = async (subject: string) => {
    const { items } = await ada.api(emails.threads, {});
    await ada.api(emails.forgetThread, { thread: items.find((one) => one.subject === subject)!.id });
    await world.work();
  };
  const found = async (q: string) => (await ada.api(search.all, { q })).items.map((hit) => hit.kind);
  return { ada, forget, found };
}

test("what the signature of a forgotten mail said of a contact is found no more, and lies in no passage", async () => {
  const { ada, forget, found } = await opened(answered, signed);
  expect(await found("quincewares")).toContain("contact");
  await forget("Signed");
  expect((await ada.api(contacts.list, {})).items).toMatchObject([{ name: "Marta Lindqvist", title: null }]);
  expect(await found("quincewares")).toEqual([]);
  for (const words of ["Quincewares", "70 123 45 99"]) expect(await world.everywhere(words)).toEqual([]);
});

test("who was a contact by forgotten mail alone lies in no passage, nor does the company", async () => {
  const { ada, forget } = await opened(
    mail({
      from: "Ada Berg <ada@fjordkyl.example>",
      to: "Zdenka Kvitkova <zdenka@quitten-handel.example>",
      subject: "Hello",
    }),
  );
  expect(await world.everywhere("Kvitkova")).toContain("public.search_passages");
  await forget("Hello");
  expect((await ada.api(contacts.list, {})).items).toEqual([]);
  for (const words of ["Kvitkova", "quitten-handel"]) expect(await world.everywhere(words)).toEqual([]);
});
