import { createReadStream, readdirSync } from "node:fs";
import path from "node:path";
import { contacts } from "@sidenote/contract/contacts";
import {
  context,
  type Draft,
  emailContext,
  emailDraft,
  type Screen,
  type SourceQuote,
} from "@sidenote/contract/context";
import { emails } from "@sidenote/contract/emails";
import { imports } from "@sidenote/contract/imports";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { receiveBytes } from "../server/features/imports/index.ts";
import { createWorld, type Person, type World } from "../server/testing/world.ts";
import { testOnData } from "./data.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function bringIn(person: Person, file: string) {
  const { id } = await person.api(imports.create, { name: path.basename(file) });
  await receiveBytes(person.ctx, { id, offset: 0 }, createReadStream(file));
  await person.api(imports.start, { id });
  await world.work();
  return person.api(imports.get, { id });
}

describe("five real mailboxes", () => {
  testOnData("are accounted for to the last message, and a second run stores none", async (data) => {
    const folder = path.join(data, "mail");
    let seen = 0;
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".mbox"))) {
      const owner = await world.person();
      for (const again of [false, true]) {
        const { counts, state } = await bringIn(owner, path.join(folder, name));
        expect(state).toBe("done");
        expect(counts.stored + counts.duplicate + counts.setAside + counts.notWanted).toBe(counts.seen);
        if (again) expect(counts.stored).toBe(0);
        else seen += counts.seen;
      }
    }
    expect(seen).toBe(2229);
  });
});

describe("drafts to people in a real mailbox", () => {
  testOnData("hold nothing that no source bears out", async (data) => {
    const sally = await world.person();
    await bringIn(sally, path.join(data, "mail/beck-s.mbox"));
    const { items } = await sally.api(contacts.list, { state: "seen", sort: "recent", limit: 100 });
    let checked = 0;
    for (const person of items) {
      const known = await sally.api(context.get, { address: person.address ?? "" });
      if (known.mails.in === 0 || checked === 5) continue;
      checked++;
      const described = await sally.api(emailContext, {
        contact_id: person.id,
        new_situation: "follow up on the meeting",
      });
      for (const source of described.statements.flatMap((one) => one.sources)) await expectQuoted(sally, source);
      const asked = { purpose: "Answer", key_points: ["Mention the date of the meeting", "Propose next steps"] };
      const draft = await sally.api(emailDraft, { contact_id: person.id, ...asked });
      for (const source of draft.statements.flatMap((one) => one.sources)) await expectQuoted(sally, source);
      const mayStand = [asked.purpose, ...asked.key_points, person.name, "Ada Berg"];
      await expectBorneOut(sally, draft, mayStand);
      expect(draft.blanks.length).toBeLessThanOrEqual(2);

      const screen = await onScreen(sally, person.address ?? "", person.name);
      const seen = await sally.api(emailDraft, { screen, ...asked });
      const cited = seen.statements.flatMap((one) => one.sources);
      expect(cited.some(({ id }) => id.startsWith("screen:"))).toBe(true);
      for (const source of cited) await expectQuoted(sally, source, screen);
      await expectBorneOut(sally, seen, mayStand, screen);
    }
    expect(checked).toBe(5);
  });
});

/** The newest thread with somebody, as a panel reads it off the page. */
async function onScreen(person: Person, address: string, name: string): Promise<Screen> {
  const known = await person.api(context.get, { address });
  const entry = known.timeline.find(({ threadId, direction }) => threadId !== null && direction === "in");
  const thread = await person.api(emails.thread, { id: entry!.threadId! });
  const messages = thread.emails.map(({ id, from, at, text }) => ({
    id,
    from: `${from.name} <${from.address}>`,
    at,
    text,
  }));
  return { address, name, subject: thread.subject, messages };
}

async function recordOf(person: Person, id: string, screen?: Screen): Promise<{ text: string; at: string | null }> {
  if (id.startsWith("screen:")) return screen!.messages[Number(id.slice("screen:".length))]!;
  if (id.startsWith("eml_")) return person.api(emails.get, { id: id as `eml_${string}` });
  return { ...(await person.api(contacts.get, { id: id as `cnt_${string}` })), at: null };
}

async function expectQuoted(person: Person, { id, quote, start, end }: SourceQuote, screen?: Screen): Promise<void> {
  expect((await recordOf(person, id, screen)).text.slice(start, end)).toBe(quote);
}

/** Written without the product's own checker: every figure, and every capitalised word inside a sentence. */
async function expectBorneOut(person: Person, draft: Draft, asked: string[], screen?: Screen): Promise<void> {
  for (const { text, sources } of draft.statements) {
    const records = await Promise.all(sources.map((source) => recordOf(person, source.id, screen)));
    const dates = records.flatMap(({ at }) =>
      at
        ? [
            new Date(at).toLocaleDateString("en-GB", {
              day: "numeric",
              month: "long",
              year: "numeric",
              timeZone: "Europe/Stockholm",
            }),
          ]
        : [],
    );
    const allowed = [...sources.map((source) => source.quote), ...dates, ...asked].join("\n").toLowerCase();
    const bare = text.replace(/\[[^\]]*\]/g, "");
    const claims = [...bare.matchAll(/\d+/g), ...bare.matchAll(/(?<=[\p{Ll},;] )\p{Lu}\p{L}+/gu)].map(([word]) =>
      word.toLowerCase(),
    );
    for (const claim of claims.filter((word) => word !== "i"))
      expect(allowed, `“${claim}” in: ${text}`).toContain(claim);
  }
}
