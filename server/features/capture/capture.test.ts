import { capture } from "@sidenote/contract/capture";
import { contacts } from "@sidenote/contract/contacts";
import { emails } from "@sidenote/contract/emails";
import { imports } from "@sidenote/contract/imports";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rows } from "../../core/db/database.ts";
import { read } from "../../core/db/transaction.ts";
import { importMail, mail, mbox } from "../../testing/factories.ts";
import { createWorld, type Person, type World } from "../../testing/world.ts";
import { decide, neverStoreRule } from "./decide.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

let made = 0;
/** A mail that a panel sees. By default Marta writes to Ada. */
const onScreen = (more: { from?: string; cc?: string[]; thread?: string; text?: string } = {}) => ({
  sourceId: `gmail:m${++made}`,
  threadSourceId: more.thread ?? `gmail:t${made}`,
  subject: "Cold storage",
  from: { name: "", address: more.from ?? "marta@nordfrakt.example" },
  to: [{ name: "me", address: "ada@fjordkyl.example" }],
  cc: (more.cc ?? []).map((address) => ({ name: "", address })),
  at: "2026-02-02T09:00:00.000Z",
  text: more.text ?? `The two zones are what we need, number ${made}.`,
});

const choose = async (
  person: Person,
  choice: { mode?: "known_contacts" | "everything_opened"; neverStore?: string[] },
) => {
  const { version } = await person.api(capture.policy, {});
  return person.api(capture.update, { version, ...choice });
};

const captured = async (person: Person, ...messages: ReturnType<typeof onScreen>[]) =>
  (await person.api(emails.capture, { messages })).messages;

describe("what decides", () => {
  const own = new Set(["ada@fjordkyl.example"]);
  const contacts = new Set(["marta@nordfrakt.example"]);
  const message = { people: ["x@other.example", "ada@fjordkyl.example"], inThread: [], forgotten: false };
  const policy = { mode: "everything_opened" as const, neverStore: ["other.example"] };

  test("the never-store list is stronger than a click, an import and every mode", () => {
    for (const by of ["you", "import", "policy"] as const)
      expect(decide(message, policy, { own, contacts }, by)).toMatchObject({ store: false, rule: "other.example" });
  });

  test("a forgotten thread comes back by a click and by nothing else", () => {
    const forgotten = { ...message, forgotten: true };
    const open = { mode: "everything_opened" as const, neverStore: [] };
    expect(decide(forgotten, open, { own, contacts }, "you").store).toBe(true);
    expect(decide(forgotten, open, { own, contacts }, "import")).toMatchObject({ store: false, reason: "forgotten" });
    expect(decide(forgotten, open, { own, contacts }, "policy").store).toBe(false);
  });

  test.each([
    ["saved_only", [], false],
    ["known_contacts", [], false],
    ["known_contacts", ["marta@nordfrakt.example"], true],
    ["everything_opened", [], true],
  ] as const)("in mode %s with %j in the thread it is stored by itself: %s", (mode, inThread, store) => {
    expect(decide({ ...message, inThread }, { mode, neverStore: [] }, { own, contacts }, "policy").store).toBe(store);
  });

  test("an address stands for those with a plus, which the same person reads, and one with a plus for itself", () => {
    const rule = (address: string, entry: string) => neverStoreRule([address], [entry], own);
    expect(rule("x+news@other.example", "x@other.example")).toBe("x@other.example");
    expect(rule("x@other.example", "x+news@other.example")).toBeNull();
    expect(rule("+x@other.example", "@other.example")).toBeNull();
  });

  test("a domain stands for its subdomains, never for a part of a name, and not for the member's own address", () => {
    const rule = (address: string, entry: string) => neverStoreRule([address], [entry], own);
    expect(rule("x@mail.hr.example", "hr.example")).toBe("hr.example");
    expect(rule("x@notthr.example", "hr.example")).toBeNull();
    expect(rule("x@example", "hr.example")).toBeNull();
    expect(rule("ada@fjordkyl.example", "fjordkyl.example")).toBeNull();
    expect(rule("ada+offers@fjordkyl.example", "fjordkyl.example")).toBeNull();
    expect(rule("bo@fjordkyl.example", "fjordkyl.example")).toBe("fjordkyl.example");
    expect(rule("ada@fjordkyl.example", "ada@fjordkyl.example")).toBe("ada@fjordkyl.example");
  });
});

test("without a choice only what is saved is stored", async () => {
  const ada = await world.person();
  expect(await ada.api(capture.policy, {})).toEqual({ mode: "saved_only", neverStore: [], forgotten: 0, version: 0 });
  expect(await captured(ada, onScreen())).toMatchObject([
    { outcome: "not_wanted", decision: { reason: "saved_only" } },
  ]);
  expect((await ada.api(emails.store, onScreen())).outcome).toBe("stored");
});

test("a stale choice is refused with the current one, also the first", async () => {
  const ada = await world.person();
  await choose(ada, { mode: "known_contacts" });
  for (const version of [0, 2])
    await expect(ada.api(capture.update, { version, mode: "everything_opened" })).rejects.toMatchObject({
      body: { code: "conflict", current: { mode: "known_contacts", version: 1 } },
    });
  expect(await choose(ada, { neverStore: ["HR.example", "hr.example"] })).toMatchObject({
    mode: "known_contacts",
    neverStore: ["hr.example"],
    version: 2,
  });
});

test("what is no address and no domain is refused with its place in the list", async () => {
  const ada = await world.person();
  await expect(choose(ada, { neverStore: ["hr.example", "not an address"] })).rejects.toMatchObject({
    body: { code: "invalid", errors: [{ path: "neverStore.1", message: "must be an address or a domain" }] },
  });
});

test("a domain can be put on the list in its own letters", async () => {
  const ada = await world.person();
  expect(await choose(ada, { neverStore: ["Køl.example"] })).toMatchObject({ neverStore: ["xn--kl-lka.example"] });
  const [seen] = await captured(ada, onScreen({ from: "info@køl.example" }));
  expect(seen).toMatchObject({ decision: { rule: "xn--kl-lka.example" } });
});

test("a thread with a saved contact is stored whole, one with somebody merely seen is not", async () => {
  const ada = await world.person();
  await choose(ada, { mode: "known_contacts" });
  await ada.api(contacts.create, { name: "Marta", addresses: ["Marta@nordfrakt.example"] });
  await importMail(world, ada, mbox(mail({ from: "Jonas <jonas@havsfisk.example>" })));
  const [first, answer, seen] = await captured(
    ada,
    onScreen({ thread: "gmail:known" }),
    onScreen({ thread: "gmail:known", from: "eva@other.example" }),
    onScreen({ from: "jonas@havsfisk.example" }),
  );
  expect(first).toMatchObject({ outcome: "stored", decision: { reason: "known_contact" } });
  expect(answer).toMatchObject({ outcome: "stored" });
  expect(seen).toMatchObject({ outcome: "not_wanted", emailId: null, decision: { reason: "no_known_contact" } });
  // A later mail of that thread, opened alone.
  expect(await captured(ada, onScreen({ thread: "gmail:known", from: "new@other.example" }))).toMatchObject([
    { outcome: "stored" },
  ]);
});

test("never means never: not by a panel, not by a click, not by an import, and nothing of it is kept", async () => {
  const ada = await world.person();
  await choose(ada, { mode: "everything_opened", neverStore: ["clinic.example", "eva@nordfrakt.example"] });
  const words = "Sauerampfersuppe";
  const private_ = onScreen({ from: "doctor@mail.clinic.example", text: words });
  expect(await captured(ada, private_, onScreen())).toMatchObject([
    { outcome: "not_wanted", decision: { reason: "never_store", rule: "clinic.example" } },
    { outcome: "stored" },
  ]);
  await expect(ada.api(emails.store, onScreen({ cc: ["eva@nordfrakt.example"], text: words }))).rejects.toMatchObject({
    body: { code: "forbidden", title: expect.stringContaining("eva@nordfrakt.example is on your never-store list") },
  });
  const done = await importMail(
    world,
    ada,
    mbox(
      mail({ id: "<kept@x>", subject: "Kept" }),
      mail({ from: "doctor@clinic.example", text: words }),
      mail({ cc: "Eva <EVA@nordfrakt.example>", text: words }),
      mail({ headers: { Sender: "Desk <desk@clinic.example>" }, text: words }),
      mail({ headers: { "Reply-To": "Eva <eva@nordfrakt.example>" }, text: words }),
      mail({
        headers: { "Resent-From": "Desk <desk@clinic.example>", "Resent-To": "ada@fjordkyl.example" },
        text: words,
      }),
      mail({
        headers: { "Resent-From": "pia@other.example", "Resent-Cc": "x@y.example, Eva <eva@nordfrakt.example>" },
        text: words,
      }),
      mail({
        from: "'Desk' via Ward <ward@lists.example>",
        headers: { "List-Post": "<mailto:ward@lists.example>", "X-Original-From": "Desk <desk@clinic.example>" },
        text: words,
      }),
      // Unreadable, and so it would be set aside with its bytes.
      ...["From: doctor@clinic.example", "From: x@y.example\nResent-From: desk@clinic.example"].map(
        (header) =>
          `${header}\nSubject: ${words}\n${'Content-Type: multipart/mixed; boundary="a"\n\n--a\n'.repeat(200)}`,
      ),
    ),
  );
  expect(done.counts).toEqual({ seen: 10, stored: 1, duplicate: 0, setAside: 0, notWanted: 9, notMail: 0 });
  expect((await ada.api(imports.items, { id: done.id, outcome: "not_wanted" })).items).toMatchObject([
    { position: 2, rule: "clinic.example", reason: "clinic.example is on your never-store list", emailId: null },
    { position: 3, rule: "eva@nordfrakt.example" },
    { position: 4, rule: "clinic.example" },
    { position: 5, rule: "eva@nordfrakt.example" },
    { position: 6, rule: "clinic.example" },
    { position: 7, rule: "eva@nordfrakt.example" },
    { position: 8, rule: "clinic.example" },
    { position: 9, rule: "clinic.example", fileId: null },
    { position: 10, rule: "clinic.example", fileId: null },
  ]);
  expect(await world.everywhere(words)).toEqual([]);
});

test("a message above the size limit from somebody on the list leaves no bytes behind", async () => {
  const small = await createWorld({ env: { SIDENOTE_MAX_MESSAGE_BYTES: "2000" } });
  const ada = await small.person();
  await choose(ada, { neverStore: ["clinic.example"] });
  const large = mail({ from: "doctor@clinic.example", text: "long line of text\n".repeat(500) });
  const done = await importMail(small, ada, mbox(mail(), large));
  expect(done.counts).toMatchObject({ seen: 2, stored: 1, setAside: 0, notWanted: 1 });
  expect(await read(ada.ctx, (tx) => rows(tx, sql`select 1 from files`))).toEqual([]);
  await small.close();
});

test("beside each mail on screen stands whether it is stored, by what, or why not; asking keeps nothing", async () => {
  const ada = await world.person();
  const words = "Rhabarberkompott";
  const saved = onScreen();
  await ada.api(emails.store, saved);
  await importMail(world, ada, mbox(mail({ text: "Imported as it stands." })));
  await choose(ada, { neverStore: ["clinic.example"] });
  const imported = onScreen({ text: "Imported as it stands." });
  const ask = async () =>
    (
      await ada.api(emails.screen, {
        messages: [saved, imported, onScreen({ text: words }), onScreen({ from: "x@clinic.example", text: words })],
      })
    ).messages;
  expect(await ask()).toMatchObject([
    { sourceId: saved.sourceId, storedBy: "you", decision: { store: false, reason: "saved_only" } },
    { storedBy: "import" },
    { emailId: null, storedBy: null, decision: { because: "you chose that only what you save is stored" } },
    { emailId: null, decision: { reason: "never_store", rule: "clinic.example" } },
  ]);
  await choose(ada, { mode: "everything_opened" });
  expect((await ask()).map((one) => one.decision.store)).toEqual([true, true, true, false]);
  const [byItself] = await captured(ada, { ...saved, sourceId: "gmail:other", text: "Something else." });
  expect(byItself).toMatchObject({ outcome: "stored" });
  expect((await ada.api(emails.screen, { messages: [{ ...saved, sourceId: "gmail:other" }] })).messages).toMatchObject([
    { storedBy: "policy" },
  ]);
  expect(await world.everywhere(words)).toEqual([]);
});

test("a forgotten thread is gone from everywhere, and comes back by no import and no panel, only by a click", async () => {
  const ada = await world.person();
  await choose(ada, { mode: "everything_opened" });
  const words = "Quittengelee";
  const message = onScreen({ thread: "gmail:forget-me", text: `${words}, said again.` });
  await ada.api(emails.store, message, { idempotencyKey: "saved-once" });
  const file = mbox(
    mail({ id: "<1@forget>", subject: "Jam", text: `Could you send the ${words} by Friday?` }),
    mail({ id: "<2@forget>", inReplyTo: "<1@forget>", subject: "Re: Jam", text: `${words} at noon.` }),
  );
  await importMail(world, ada, file);
  await world.work();
  expect(await world.everywhere(words)).toEqual(expect.arrayContaining(["public.promises", "public.search_passages"]));
  const jam = (await ada.api(emails.threads, {})).items.find((thread) => thread.subject === "Jam");
  expect(await ada.api(emails.forgetThread, { thread: "gmail:forget-me" })).toMatchObject({
    mails: 1,
    undoable: false,
  });
  const jamMails = (await ada.api(emails.thread, { id: jam!.id })).emails.map((one) => one.id);
  expect(await ada.api(emails.forgetThread, { thread: jam!.id })).toEqual({
    threadId: jam!.id,
    mails: 2,
    emailIds: expect.toSatisfy((ids: string[]) => ids.sort().join() === jamMails.sort().join()),
    undoable: false,
  });
  await world.work();
  expect(await world.everywhere(words)).toEqual([]);
  expect((await ada.api(emails.threads, {})).items).toEqual([]);
  expect((await ada.api(contacts.list, { state: "seen" })).items).toEqual([]);

  expect(await ada.api(emails.forgetThread, { thread: jam!.id })).toEqual({
    threadId: null,
    mails: 0,
    emailIds: [],
    undoable: false,
  });
  const again = await importMail(world, ada, file);
  expect(again.counts).toMatchObject({ stored: 0, notWanted: 2 });
  expect((await ada.api(imports.items, { id: again.id })).items[0]).toMatchObject({
    rule: "forgotten",
    reason: "you asked to forget this",
  });
  const later = onScreen({ thread: "gmail:forget-me", from: "new@nordfrakt.example" });
  expect(await captured(ada, message, later)).toMatchObject([
    { outcome: "not_wanted", decision: { reason: "forgotten" } },
    { outcome: "not_wanted" },
  ]);
  // The panel's copy of a mail that only the import had.
  const copy = { ...onScreen({ text: `Could you send the ${words} by Friday?` }), subject: "Jam" };
  expect(await captured(ada, copy)).toMatchObject([{ decision: { reason: "forgotten" } }]);

  expect((await ada.api(emails.store, message)).outcome).toBe("stored");
  expect(await captured(ada, later)).toMatchObject([{ outcome: "stored" }]);
  expect((await ada.api(capture.remember, {})).forgotten).toBe(0);
  expect((await importMail(world, ada, file)).counts).toMatchObject({ stored: 2 });
});

test("a mail that is taken back is not saved by itself again, by whichever panel and copy; what answers it is", async () => {
  const ada = await world.person();
  await choose(ada, { mode: "everything_opened" });
  const message = onScreen({ thread: "gmail:taken-back" });
  const [saved] = await captured(ada, message);
  await ada.api(emails.forget, { id: saved!.emailId! });
  const copy = { ...message, sourceId: "gmail:the-same-elsewhere" };
  expect(await captured(ada, message, copy, onScreen({ thread: "gmail:taken-back" }))).toMatchObject([
    { outcome: "not_wanted", decision: { reason: "forgotten", because: "you asked to forget this" } },
    { outcome: "not_wanted" },
    { outcome: "stored" },
  ]);
  expect((await ada.api(emails.screen, { messages: [message] })).messages).toMatchObject([
    { emailId: null, decision: { store: false, reason: "forgotten" } },
  ]);
  expect((await ada.api(emails.store, message)).outcome).toBe("stored");
});

test("an imported mail that is forgotten does not take the answers to it along", async () => {
  const ada = await world.person();
  await importMail(world, ada, mbox(mail({ id: "<asked@x>", subject: "Jam" })));
  const [asked] = (await ada.api(emails.threads, {})).items;
  const { emails: mails } = await ada.api(emails.thread, { id: asked!.id });
  await ada.api(emails.forget, { id: mails[0]!.id });
  const again = await importMail(
    world,
    ada,
    mbox(
      mail({ id: "<asked@x>", subject: "Jam" }),
      mail({ id: "<answer@x>", subject: "Re: Jam", inReplyTo: "<asked@x>", text: "Yes." }),
    ),
  );
  expect(again.counts).toMatchObject({ stored: 1, notWanted: 1 });
});

test("a thread that is only on screen can be forgotten before anything of it is stored", async () => {
  const ada = await world.person();
  await choose(ada, { mode: "everything_opened" });
  expect(await ada.api(emails.forgetThread, { thread: "gmail:not-yet" })).toMatchObject({ threadId: null, mails: 0 });
  expect(await captured(ada, onScreen({ thread: "gmail:not-yet" }))).toMatchObject([
    { decision: { reason: "forgotten" } },
  ]);
});

test("the open screens of the member, and nobody else's, hear by which name a site calls a forgotten thread, stored or not; it is kept nowhere", async () => {
  const ada = await world.person();
  const heard: string[][] = [];
  const byOthers: string[] = [];
  const stops = [
    world.app.live.subscribe(ada.ctx.actor, ({ type, ids }) => type === "emails.forgotten" && heard.push(ids)),
    ...[await world.colleague(ada, "admin"), await world.person()].map((other) =>
      world.app.live.subscribe(other.ctx.actor, ({ type }) => byOthers.push(type)),
    ),
  ];
  await ada.api(emails.forgetThread, { thread: "gmail:only-on-screen" });
  await expect.poll(() => heard).toEqual([["gmail:only-on-screen"]]);
  heard.length = 0;
  expect(await world.everywhere("only-on-screen")).toEqual([]);

  const message = onScreen({ thread: "gmail:stored-too" });
  const { email } = await ada.api(emails.store, message);
  await ada.api(emails.forgetThread, { thread: email.threadId });
  await expect
    .poll(() => heard)
    .toEqual([[email.id, email.threadId], expect.arrayContaining(["gmail:stored-too", message.sourceId])]);
  expect(await world.everywhere("stored-too")).toEqual([]);
  expect(byOthers).not.toContain("emails.forgotten");
  for (const stop of stops) stop();
});

test("a stranger, a colleague and an admin learn nothing of a member's policy and forget nothing", async () => {
  const ada = await world.person();
  await choose(ada, { mode: "everything_opened", neverStore: ["clinic.example"] });
  const { email } = await ada.api(emails.store, onScreen());
  for (const other of [await world.person(), await world.colleague(ada), await world.colleague(ada, "admin")]) {
    expect(await other.api(capture.policy, {})).toMatchObject({ mode: "saved_only", neverStore: [], version: 0 });
    expect(await other.api(emails.forgetThread, { thread: email.threadId })).toMatchObject({ mails: 0 });
    await choose(other, { mode: "known_contacts" });
    for (const table of ["audit_log", "audit_payloads", "outbox", "capture_policies"])
      expect(
        await read(other.ctx, (tx) => rows(tx, sql.raw(`select 1 from ${table} t where t::text like '%clinic%'`))),
        table,
      ).toEqual([]);
  }
  expect(await ada.api(emails.get, { id: email.id })).toMatchObject({ id: email.id });
  expect(await ada.api(capture.policy, {})).toMatchObject({ mode: "everything_opened" });
});
