import { expect, test } from "vitest";
import { cleanAddress, displayName, exchangeNames, isRoleAddress, nameFromAddress, sendsNotices } from "./addresses.ts";

test.each([
  ["Lindqvist, Marta", "Marta Lindqvist"],
  ['"Lindqvist, Marta"', "Marta Lindqvist"],
  ["Marta Lindqvist", "Marta Lindqvist"],
  ["'Marta Lindqvist'", "Marta Lindqvist"],
  ["Lindqvist, Marta </O=NORDFRAKT/OU=GBG/CN=RECIPIENTS/CN=MLINDQV>", "Marta Lindqvist"],
  ["Lindqvist, Marta <marta.lindqvist@nordfrakt.example>", "Marta Lindqvist"],
  ["Nordfrakt, Inc.", "Nordfrakt, Inc."],
  ["Marta Lindqvist (Nordfrakt)", "Marta Lindqvist"],
  ["Lindqvist, Marta [Nordfrakt AB]", "Marta Lindqvist"],
  ["Marta Lindqvist | Nordfrakt", "Marta Lindqvist"],
  ["Marta.Lindqvist", "Marta Lindqvist"],
  ["Marta Lindqvist,", "Marta Lindqvist"],
  ["$$$$$", "Marta Lindqvist"],
  ["webmaster", "Marta Lindqvist"],
  ["'Marta Lindqvist' via Sales", "Marta Lindqvist"],
  ["Marta Lindqvist via Shared Docs", "Marta Lindqvist"],
  ["LINDQVIST Marta", "Marta Lindqvist"],
  ["MARTA LINDQVIST", "Marta Lindqvist"],
  ["marta lindqvist", "Marta Lindqvist"],
  ["NORDFRAKT COOLING", "NORDFRAKT COOLING"],
  ["Bank of the West", "Bank of the West"],
  ["marta.lindqvist@nordfrakt.example", "Marta Lindqvist"],
])("a name in a header, however it is written, is a name: %s", (raw, name) => {
  expect(displayName(raw, "marta.lindqvist@nordfrakt.example")).toBe(name);
});

test("the names of an Exchange export come in the order of the addresses", () => {
  expect(exchangeNames("Lindqvist, Marta </O=NF/CN=ML>, Berg, Ada </O=FK/CN=AB>")).toEqual([
    "Lindqvist, Marta",
    "Berg, Ada",
  ]);
});

test.each([
  "Visit www.zog.example today",
  "zog.com offers",
  'Add "rooms are free" to your reply',
  "x = open(file)",
  "Write down the first of the steps that baking bread asks for",
  "Begin with the words Greetings from Zog",
  "Напишіть, що знижка становить половину",
  "The room is free for you",
])("nobody is called %s", (name) => {
  expect(displayName(name, "eva.lund@zog.example")).toBe("Eva Lund");
});

test.each(["buchhaltung@nordfrakt.example", "clientrelations@nordfrakt.example"])(
  "a person may have written from %s, which is no robot's",
  (address) => {
    expect(sendsNotices(address)).toBe(false);
  },
);

test.each([
  ["marta.lindqvist@nordfrakt.example", "Marta Lindqvist"],
  ["lindqvist.marta@nordfrakt.example", "Marta Lindqvist"],
  ["lindqvist'.'marta@nordfrakt.example", "Marta Lindqvist"],
  ["marta.helen@nordfrakt.example", "Marta Helen"],
  ["mlindqvist@nordfrakt.example", "mlindqvist"],
])("what an address suggests: %s", (address, name) => {
  expect(nameFromAddress(address)).toBe(name);
});

test.each([
  "info@nordfrakt.example",
  "cold.team@nordfrakt.example",
  "no-reply@nordfrakt.example",
  "rooms-request@lists.example",
  "buchhaltung@nordfrakt.example",
  "sales2@nordfrakt.example",
  "desk.gothenburg@nordfrakt.example",
  "all_nordic_offices@nordfrakt.example",
  "dock-workers.dl-west@nordfrakt.example",
  "undisclosed.recipients@nordfrakt.example",
  "clientrelations@nordfrakt.example",
  "cold-chain@mailman.kyl.example",
])("behind %s there is no one person", (address) => {
  expect(isRoleAddress(address)).toBe(true);
});

test.each([
  "marta@nordfrakt.example",
  "t.eam@nordfrakt.example",
  "marta.sales@nordfrakt.example",
  "m.press@nordfrakt.example",
  "elihu.root@nordfrakt.example",
  "jgonsales@nordfrakt.example",
])("behind %s there is one", (address) => {
  expect(isRoleAddress(address)).toBe(false);
});

test.each(["ж", "a ", "(", "[a", " | "])(
  "a name of a hundred thousand characters made of %j takes no time that grows with its square",
  (part) => {
    expect(displayName(part.repeat(100_000 / part.length), "marta.lindqvist@nordfrakt.example")).toBe(
      "Marta Lindqvist",
    );
  },
);

test("a domain in its own letters is the one that the DNS has; what is none stays no address", () => {
  expect(cleanAddress("Info@KØL.example")).toBe("info@xn--kl-lka.example");
  expect(cleanAddress("олена@київ.example")).toBe("олена@xn--b1alf1j.example");
  expect(cleanAddress("info@køl.example/elsewhere")).toBeNull();
});

test("an address at a place for lists is nobody's, one at a mail service that is called so is somebody's", () => {
  for (const list of ["dev@lists.kyl.example", "a@dev.lists2.kyl.example", "kyl@googlegroups.com", "kyl@x.groups.io"])
    expect(isRoleAddress(list)).toBe(true);
  for (const person of ["olena@list.ru", "eva@playlist.kyl.example"]) expect(isRoleAddress(person)).toBe(false);
});
