import { expect, test } from "vitest";
import { endless } from "../../../testing/endless.ts";
import { splitQuotes } from "./quotes.ts";
import { signatureFacts } from "./signature-facts.ts";

const marta = { name: "Marta Lindqvist", address: "marta.lindqvist@nordfrakt.example" };

const split = (text: string, from = marta) => {
  const spans = splitQuotes(text, { from });
  const of = (kind: string) =>
    spans
      .filter((span) => span.kind === kind)
      .map((span) => text.slice(span.start, span.end).trim())
      .join("\n");
  return {
    said: of("said"),
    signature: of("signature"),
    disclaimer: of("disclaimer"),
    facts: signatureFacts(text, spans, from),
  };
};

const SIGNATURE = "Marta Lindqvist\nHead of Operations\nNordfrakt AB\nTel: +46 31 123 45 67";

test.each([
  "Best regards,",
  "Med vänliga hälsningar",
  "Mit freundlichen Grüßen",
  "Cordialement,",
  "З повагою,",
  "Pozdrawiam",
  "Thanks!",
])("a signature without dashes begins below the closing: %s", (closing) => {
  const { said, signature } = split(`The rooms are ready.\n\n${closing}\n${SIGNATURE}`);
  expect(said).toBe(`The rooms are ready.\n\n${closing}`);
  expect(signature).toBe(SIGNATURE);
});

test.each([
  "Marta.Lindqvist@nordfrakt.example\n+46 31 123 45 67",
  "Thanks,  Marta Lindqvist\n# +46 31 123 45 67",
  "Marta Lindqvist\n*7086",
  "Marta\n3-1587",
])("a signature of a name and a number is one, however it names who wrote: %s", (signature) => {
  expect(split(`The rooms are ready.\n\n${signature}`)).toMatchObject({ said: "The rooms are ready.", signature });
});

test("a number below a name that is no extension is said", () => {
  for (const text of ["Ready in\n\nMarta\n2027", "Two for\n\nMarta\n40,000"]) expect(split(text).signature).toBe("");
});

test("a signature is found without a closing, and above a quote", () => {
  const quote = "On Mon, 2 Feb 2026 at 10:00, Ada Berg <ada@fjordkyl.example> wrote:\n> Ready?";
  expect(split(`The rooms are ready.\n\n${SIGNATURE}\n\n${quote}`).signature).toBe(SIGNATURE);
});

test.each([
  ["a name alone", "Ready.\n\nBest regards,\nMarta"],
  ["somebody else to call", "Please call Jonas Öberg instead:\nJonas Öberg\n+46 31 765 43 21"],
  ["a number to dial", "See you at ten.\n\nDial in: +46 8 123 456 78\nAccess code: 1234567"],
  ["a list", "Coming:\n\n- Ada Berg, Director\n- Jonas Öberg, Manager\n- Marta Lindqvist, Head of Operations"],
  ["a table", "The sums:\n\nMarta\t180,569,077\t152,765,815\nJonas\t79,425,478\t36,508,039"],
])("what is no signature stays said: %s", (_, text) => {
  expect(split(text).signature).toBe("");
});

test("a postscript below the signature is said", () => {
  const { said, signature } = split(`Ready.\n\nRegards,\n${SIGNATURE}\n\nP.S. The key is under the mat.`);
  expect(said).toContain("The key is under the mat.");
  expect(signature).toBe(SIGNATURE);
});

test("what a signature says of the sender is learnt, and a fax is no phone", () => {
  const text = `Ready.\n\nRegards,\nMarta Lindqvist\nHead of Operations, Gothenburg\nNordfrakt AB\nStorgatan 12\n411 38 Göteborg\nTel +46 31 123 45 67 | Mob: 070-123 45 67\nFax +46 31 123 45 68\nwww.nordfrakt.example`;
  expect(split(text).facts).toEqual({
    name: "Marta Lindqvist",
    title: "Head of Operations, Gothenburg",
    phones: ["+46 31 123 45 67", "070-123 45 67"],
    company: "Nordfrakt AB",
    address: "Storgatan 12, 411 38 Göteborg",
    links: ["www.nordfrakt.example"],
  });
});

test("a header without a name learns it from the signature", () => {
  const from = { name: "mlindqvist", address: "mlindqvist@nordfrakt.example" };
  expect(split(`Ready.\n\n${SIGNATURE}`, from).facts?.name).toBe("Marta Lindqvist");
});

test.each([
  ["another's signature", { name: "Jonas Öberg", address: "jonas@nordfrakt.example" }, `Ready.\n\n-- \n${SIGNATURE}`],
  ["an assistant's", marta, "Ready.\n\n-- \nTove Ek\nAssistant to Marta Lindqvist\n+46 31 123 45 60"],
])("nothing is learnt from %s", (_, from, text) => {
  expect(split(text, from).facts).toBeNull();
});

test.each([
  [
    "bars between its parts",
    "Marta Lindqvist | Head of Operations\n\nNordfrakt AB | Storgatan 12 | 411 38 Göteborg | Sweden\n\nT +46 31 123 45 67 | M +46 70 123 45 67 | marta.lindqvist@nordfrakt.example",
  ],
  [
    "stars where HTML was bold",
    "*Marta Lindqvist*\n_Head of Operations_\n*Nordfrakt AB*\n[image: logo]\nStorgatan 12\n411 38 Göteborg\n+46 31 123 45 67\n070-123 45 67",
  ],
  [
    "how she is spoken of",
    "Marta Lindqvist (she/her)\nHead of Operations @ Nordfrakt AB\nStorgatan 12, 411 38 Göteborg\n+46 31 123 45 67 | 070-123 45 67",
  ],
  [
    "a line of her phone's below",
    "Marta Lindqvist\nHead of Operations, Nordfrakt AB\nStorgatan 12, 411 38 Göteborg\n+46 31 123 45 67\n070-123 45 67\n\nSent from my iPhone",
  ],
])("a signature is read with %s", (_, signature) => {
  const { said, facts } = split(`The rooms are ready.\n\nKind regards,\n\n${signature}`);
  expect(said).toBe("The rooms are ready.\n\nKind regards,");
  expect(facts).toMatchObject({ name: "Marta Lindqvist", title: "Head of Operations", company: "Nordfrakt AB" });
  expect(facts?.address).toMatch(/^Storgatan 12, 411 38 Göteborg$/);
  expect(facts?.phones).toHaveLength(2);
  expect(facts?.links).toEqual([]);
});

test.each([
  [{ name: "Jorg Weiss", address: "jw@kylrum.example" }, "i. A. Jörg Weiß", "Vertriebsleiter", "Jörg Weiß"],
  [{ name: "Joerg Moeller", address: "jm@kylrum.example" }, "Dr. Jörg Möller", "Leiter Einkauf", "Dr. Jörg Möller"],
  [{ name: "Karin Ek", address: "karin@kylrum.example" }, "Karin Ek", "Inköpschef", "Karin Ek"],
  [{ name: "Mikko Salo", address: "mikko@kylrum.example" }, "Mikko Salo", "Ostopäällikkö", "Mikko Salo"],
  [{ name: "田中 花子", address: "hanako@kylrum.example" }, "田中 花子", "購買部 部長", "田中 花子"],
])(
  "whose name is written otherwise in the header, or what a title is in their language: %s",
  (from, line, title, name) => {
    const { facts } = split(`Fertig.\n\n${line}\n${title}\nTel. +49 40 123 45 67`, from);
    expect(facts).toMatchObject({ title, name, phones: ["+49 40 123 45 67"] });
  },
);

test.each([
  ["Freddo S.p.A.\nVia Roma 10, 20121 Milano (MI)", "Freddo S.p.A.", "Via Roma 10, 20121 Milano (MI)"],
  ["Chlodnia Sp. z o.o.\nul. Polna 10\n00-590 Warszawa", "Chlodnia Sp. z o.o.", "ul. Polna 10, 00-590 Warszawa"],
  ["Frio Porto, Lda.\nRua das Flores 20\n4050-262 Porto", "Frio Porto, Lda.", "Rua das Flores 20, 4050-262 Porto"],
  [
    "Kylrum AB\nHamngatan 3\n411 38 Göteborg\nFon 031-123 45 67 · Fax 031-123 45 68",
    "Kylrum AB",
    "Hamngatan 3, 411 38 Göteborg",
  ],
])("a company and its address as they are written there: %s", (lines, company, address) => {
  const { facts } = split(`Ready.\n\nMarta Lindqvist\n${lines}`);
  expect(facts).toMatchObject({ company, address, phones: lines.includes("Fon") ? ["031-123 45 67"] : [] });
});

test("a number that stands twice in a line is kept as it is to be read", () => {
  const { facts } = split("Ready.\n\nMarta Lindqvist\nTel: +46 31 123 45 67 <+46311234567>");
  expect(facts?.phones).toEqual(["+46 31 123 45 67"]);
});

test("how to join a call is no way to reach the sender", () => {
  const { said, disclaimer, facts } = split(
    "Ready.\n\nMarta\n________________________________\nMicrosoft Teams meeting\nClick here to join the meeting\nMeeting ID: 234 567 890\nOr call in (audio only)\n+46 31 765 43 21,,123456#",
  );
  expect(said).toBe("Ready.\n\nMarta");
  expect(disclaimer).toContain("765 43 21");
  expect(facts).toBeNull();
});

test("a quoted signature teaches nothing", () => {
  const text = `Ready.\n\nOn Mon, 2 Feb 2026 Marta <marta@nordfrakt.example> wrote:\n> Hello\n> \n${SIGNATURE.replace(/^/gm, "> ")}`;
  expect(split(text).facts).toBeNull();
});

test("a signature is searched in linear time, whatever stands in it", () => {
  const hostile = [endless("(1 "), endless("a@"), endless("- "), endless("1.2-"), endless("Tel: ")];
  for (const line of hostile) {
    split(`Ready.\n\nRegards,\nMarta Lindqvist\n${line}\n${`${line.slice(0, 400)}\n`.repeat(200)}`);
  }
});
