import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openPage, parsePage } from "../../testing/page.ts";
import { observe } from "../observe.ts";
import { gmail } from "./adapter.ts";

let end: AbortController;
beforeEach(() => {
  end = new AbortController();
});
afterEach(() => end.abort());

const read = (page: string) => gmail.open(openPage("gmail", page), end.signal).subject();
/** Local time, as the page shows it. */
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

test("an open thread: its key, its people without the member, and the messages that are shown in full", () => {
  const subject = read("thread.html");
  expect(subject?.thread?.key).toBe("gmail:19a960563d812001");
  expect(subject?.thread?.subject).toBe("Cold room at Gate 3, second offer");
  expect(subject?.people).toEqual([
    { name: "Marta Lindqvist", address: "marta.lindqvist@nordfrakt.example" },
    { name: "Jonas Öberg", address: "jonas.oberg@nordfrakt.example" },
  ]);
  expect(subject?.compose).toBeNull();
  const [first, last, ...more] = subject!.thread!.messages;
  expect(more).toEqual([]);
  expect(first).toMatchObject({
    sourceId: "gmail:19a960563d812001",
    threadSourceId: "gmail:19a960563d812001",
    from: { name: "Marta Lindqvist", address: "marta.lindqvist@nordfrakt.example" },
    to: [
      { name: "", address: "ada.berg@fjordkyl.example" },
      { name: "Jonas Öberg", address: "jonas.oberg@nordfrakt.example" },
    ],
    at: at(2025, 10, 18, 9, 12),
  });
  expect(first!.text).toBe(
    "Hi Ada,\n\nthank you for the second offer. Two questions before I can sign: would the price be over 24 months instead of 36, and could the deposit be paid in two parts?\n\nBest,\nMarta",
  );
  expect(last!.text).toContain("Head of Operations, Nordfrakt AB\n+46 31 555 01 22");
  expect(last!.text).toContain("wrote:\n> Hi Marta, I will ask Nils and come back to you.");
});

test("an inline reply: its recipients first, its subject, and no signature or quote in its text", () => {
  const subject = read("reply.html");
  expect(subject?.compose).toEqual({
    id: expect.any(String),
    isReply: true,
    recipients: [
      { name: "Marta Lindqvist", address: "marta.lindqvist@nordfrakt.example" },
      { name: "Jonas Öberg", address: "jonas.oberg@nordfrakt.example" },
    ],
    subject: "Re: Cold room at Gate 3, second offer",
    text: "",
  });
  expect(subject?.people[0]?.address).toBe("marta.lindqvist@nordfrakt.example");
  expect(subject?.thread?.messages).toHaveLength(2);
});

test.each([
  ["compose.html", "Dear Karin,"],
  ["compose-old-chips.html", ""],
  ["compose-popout.html", ""],
])("a mail of its own in %s is about those that it goes to", (page, text) => {
  const subject = read(page);
  expect(subject?.compose).toMatchObject({
    isReply: false,
    recipients: [{ name: "Karin Svensson", address: "karin@havsfisk.example" }],
    subject: "Ice machines",
    text,
  });
  expect(subject?.people).toEqual([{ name: "Karin Svensson", address: "karin@havsfisk.example" }]);
  expect(subject?.thread).toBeNull();
});

test("a domain in its own letters is the same person as in the letters of the DNS", () => {
  const doc = openPage("gmail", "compose.html");
  for (const chip of doc.querySelectorAll("[data-hovercard-id='karin@havsfisk.example']"))
    chip.setAttribute("data-hovercard-id", "karin@köl.example");
  for (const chip of doc.querySelectorAll("[email='karin@havsfisk.example']"))
    chip.setAttribute("email", "karin@köl.example");
  const people = gmail.open(doc, end.signal).subject()?.people;
  expect(people).toEqual([{ name: "Karin Svensson", address: "karin@xn--kl-fka.example" }]);
});

test("another language: the same people, and the time as that language writes it", () => {
  const subject = read("thread-uk.html");
  expect(subject?.people).toEqual([{ name: "Олена Коваль", address: "olena@kholod.example" }]);
  expect(subject?.thread?.messages[0]).toMatchObject({ at: at(2025, 10, 18, 9, 12) });
  expect(subject?.thread?.messages[0]?.to).toEqual([{ name: "", address: "ada.berg@fjordkyl.example" }]);
});

test("split pane shows the thread beside the list, and Gmail's own side panel changes nothing", () => {
  const alone = read("thread.html");
  expect(read("split-pane.html")).toEqual(alone);
  expect(read("side-panel-open.html")).toEqual(alone);
});

test("an inbox is about nobody", () => {
  expect(read("inbox.html")).toBeNull();
});

test("of two mails being written, the one that the member was last in counts, also while they are in the panel", () => {
  const doc = openPage("gmail", "reply.html");
  const other = parsePage("gmail", "compose.html").querySelector("[role=dialog]")!;
  doc.querySelector(".dw .no")!.append(doc.adoptNode(other));
  const page = gmail.open(doc, end.signal);
  const [reply, compose] = doc.querySelectorAll<HTMLElement>("[contenteditable=true]");
  compose!.focus();
  expect(page.subject()?.compose?.subject).toBe("Ice machines");
  reply!.focus();
  expect(page.subject()?.compose?.isReply).toBe(true);
  const id = page.subject()!.compose!.id;
  reply!.blur();
  expect(page.subject()?.compose?.id).toBe(id);
  page.insert("Hi Marta,");
  expect(compose!.textContent).not.toContain("Hi Marta,");
});

describe("a mail of its own over an open thread", () => {
  const withCompose = () => {
    const doc = openPage("gmail", "thread.html");
    const dialog = doc.adoptNode(parsePage("gmail", "compose.html").querySelector("[role=dialog]")!);
    doc.querySelector(".dw .no")!.append(dialog);
    const editor = doc.querySelector<HTMLElement>("[contenteditable=true]")!;
    return { doc, dialog, editor, subject: gmail.open(doc, end.signal).subject };
  };

  test("is about those that it goes to, and has nothing of the thread", () => {
    const { editor, subject } = withCompose();
    editor.focus();
    expect(subject()).toMatchObject({ people: [{ address: "karin@havsfisk.example" }], thread: null });
  });

  test("as long as it goes to nobody, it is about the thread", () => {
    const { dialog, editor, subject } = withCompose();
    for (const chip of dialog.querySelectorAll("[data-hovercard-id], [email]")) chip.remove();
    editor.focus();
    expect(subject()?.compose?.isReply).toBe(false);
    expect(subject()?.thread?.key).toBe("gmail:19a960563d812001");
    expect(subject()?.people[0]?.address).toBe("marta.lindqvist@nordfrakt.example");
  });

  test("hides the thread only as long as the member is in it", async () => {
    const { doc, editor, subject } = withCompose();
    const told: string[] = [];
    const tell = (now: ReturnType<typeof subject>) => told.push(now!.people[0]!.address);
    observe(doc, { read: subject, isWhole: () => true, tell }, end.signal);
    editor.focus();
    await expect.poll(() => told).toEqual(["marta.lindqvist@nordfrakt.example", "karin@havsfisk.example"]);
    editor.blur();
    expect(subject()?.compose?.isReply).toBe(false);
    doc.querySelector(".a3s")!.dispatchEvent(new Event("pointerdown", { bubbles: true }));
    await expect.poll(() => told.at(-1)).toBe("marta.lindqvist@nordfrakt.example");
    expect(subject()).toMatchObject({ compose: null, thread: { key: "gmail:19a960563d812001" } });
  });
});

test("an answer in the open thread counts before anybody is in it", () => {
  expect(read("reply.html")?.compose?.isReply).toBe(true);
});

test("a mail that is being written has the name that Gmail gave its draft, else one that no other window has", () => {
  const idIn = (doc: Document) => gmail.open(doc, end.signal).subject()!.compose!.id;
  const named = idIn(openPage("gmail", "compose.html"));
  expect(named).toBe("draft:#msg-a:r-7673660351152959001");
  expect(idIn(openPage("gmail", "compose.html"))).toBe(named);
  const nameless = () => {
    const doc = openPage("gmail", "compose.html");
    doc.querySelector("[name=draft]")!.remove();
    return doc;
  };
  const before = idIn(nameless());
  expect(before).toMatch(/^window:/);
  const doc = nameless();
  const now = idIn(doc);
  expect(now).not.toBe(before);
  doc.querySelector("form")!.insertAdjacentHTML("beforeend", '<input type="hidden" name="draft" value="#msg-a:r-1">');
  expect(idIn(doc)).toBe(now);
});

test("a window that is folded away is not what the member is writing", () => {
  const doc = openPage("gmail", "compose.html");
  doc.querySelector<HTMLElement>(".aaZ")!.style.display = "none";
  expect(gmail.open(doc, end.signal).subject()).toBeNull();
});

test("a subject is put into the mail that is being written as if it was typed, and taken back unless it was changed since", () => {
  const doc = openPage("gmail", "compose.html");
  const page = gmail.open(doc, end.signal);
  const field = doc.querySelector<HTMLInputElement>("[name=subjectbox]")!;
  const heard = vi.fn();
  field.addEventListener("input", heard);
  const put = (line: string) => {
    const placed = page.insert(line, "subject");
    if (!placed.ok) throw new Error(placed.reason);
    return placed.id;
  };
  const first = put("The deposit in two parts");
  expect(page.subject()?.compose?.subject).toBe("The deposit in two parts");
  expect(heard).toHaveBeenCalledOnce();
  expect(page.undo(first)).toBe(true);
  expect(field.value).toBe("Ice machines");
  const second = put("The deposit");
  field.value = "My own words";
  expect(page.undo(second)).toBe(false);
  expect(field.value).toBe("My own words");
});

describe("when Gmail changes", () => {
  const whole = ["thread.html", "reply.html", "compose.html", "split-pane.html"];

  test.each(whole)("every class renamed but those of the mail itself: %s is read as before", (name) => {
    const before = read(name);
    const doc = openPage("gmail", name);
    for (const element of doc.body.querySelectorAll("[class]")) {
      const kept = [...element.classList].filter((c) => c.startsWith("gmail_") || ["a3s", "hb", "g3"].includes(c));
      element.className = [...kept, `x-${element.classList.length}`].join(" ");
    }
    expect(sameBut(gmail.open(doc, end.signal).subject())).toEqual(sameBut(before));
  });

  test.each(whole)("wrappers around everything: %s is read as before", (name) => {
    const before = read(name);
    const doc = openPage("gmail", name);
    for (const element of doc.body.querySelectorAll("[role=main], [role=region], .a3s, h3, .hb, form")) {
      const wrapper = doc.createElement("section");
      element.replaceWith(wrapper);
      wrapper.append(element);
    }
    expect(sameBut(gmail.open(doc, end.signal).subject())).toEqual(sameBut(before));
  });

  test("without the thread's id it still shows whom the mail is from", () => {
    const doc = openPage("gmail", "thread.html");
    for (const element of doc.querySelectorAll("[data-legacy-thread-id]"))
      element.removeAttribute("data-legacy-thread-id");
    const subject = gmail.open(doc, end.signal).subject();
    expect(subject?.thread?.key).toBeNull();
    expect(subject?.people[0]?.address).toBe("marta.lindqvist@nordfrakt.example");
  });

  test("without a time that can be read, the message's id tells it", () => {
    const doc = openPage("gmail", "thread.html");
    for (const element of doc.querySelectorAll(".g3")) element.setAttribute("title", "yesterday");
    expect(gmail.open(doc, end.signal).subject()?.thread?.messages[0]?.at).toMatch(/^2025-11-18T08:12:07/);
  });

  test("without the account button, the title tells who the member is", () => {
    const doc = openPage("gmail", "thread.html");
    doc.querySelector("header")!.remove();
    doc.title = `For marta.lindqvist@nordfrakt.example - ${doc.title}`;
    expect(
      gmail
        .open(doc, end.signal)
        .subject()
        ?.people.map(({ address }) => address),
    ).toEqual(["marta.lindqvist@nordfrakt.example", "jonas.oberg@nordfrakt.example"]);
  });
});

/** A compose window's id is its own in each reading. */
const sameBut = <T extends { compose: { id: string } | null }>(subject: T | null) =>
  subject && { ...subject, compose: subject.compose && { ...subject.compose, id: "" } };
