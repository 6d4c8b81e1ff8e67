import { expect, test } from "vitest";
import { endless } from "../../../testing/endless.ts";
import { splitQuotes } from "./quotes.ts";
import { signatureFacts } from "./signature-facts.ts";
import { phonesIn } from "./signature-lines.ts";

const marta = { name: "Marta Lindqvist", address: "marta.lindqvist@nordfrakt.example" };

function factsOf(lines: string, from = marta) {
  const text = `Ready.\n\nKind regards,\n\n${lines}\n`;
  return signatureFacts(text, splitQuotes(text, { from }), from);
}

test.each([
  ["+46 31 123 45 67 ext. 12", ["+46 31 123 45 67 ext. 12"]],
  ["Office: 031-123 45 00 (ext 214)", ["031-123 45 00 ext 214"]],
  ["Switchboard: +46 31 123 45 00, extension 67", ["+46 31 123 45 00, extension 67"]],
  ["Tél. : 04 91 12 34 56 poste 12", ["04 91 12 34 56 poste 12"]],
  ["Tel 555-0142 x9", ["555-0142 x9"]],
  ["тел. 044 123 45 67 (вн. 15)", ["044 123 45 67 вн. 15"]],
  ["Direct line: +46 31 123 45 67 / Mobile & WhatsApp: +46 70 123 45 67", ["+46 31 123 45 67", "+46 70 123 45 67"]],
])("a number is kept with the extension beside it: %s", (line, phones) => {
  expect(phonesIn(line)).toEqual(phones);
});

test.each([
  "Nordfrakt Ltd is registered in England and Wales, company number 01234567.",
  "VAT no. GB 123 4567 89",
  "USt-IdNr.: DE 123 456 789",
  "SIREN 123 456 789",
  "Org.nr 556123-4567",
  "P.IVA 012 3456 7890",
  "ЄДРПОУ 12345678",
  "Via Torino 12 - 20123 Milano",
  "Av. Paulista, 1000 - 01310-100 São Paulo/SP",
  "Our docks: 1234567",
])("a number of a register, a bank or a post is none to be called: %s", (line) => {
  expect(phonesIn(line)).toEqual([]);
});

test("a phone beside a number of a register is one", () => {
  expect(phonesIn("Org.nr 556123-4567 | Tel 031-123 45 67")).toEqual(["031-123 45 67"]);
  expect(phonesIn("VAT GB123456789, +44 20 7946 0123")).toEqual(["+44 20 7946 0123"]);
});

test.each(["Head of Operations, Nordfrakt", "Head of Operations at Nordfrakt"])(
  "the company is told from the title where it is called like the domain: %s",
  (line) => {
    expect(factsOf(`Marta Lindqvist\n${line}\n+46 31 123 45 67`)).toMatchObject({
      title: "Head of Operations",
      company: "Nordfrakt",
    });
  },
);

test.each(["CEO & Co-founder", "Vertriebsinnendienst", "Key-Account-Managerin", "Accountmanager", "Exportkaufmann"])(
  "%s is a title",
  (title) => {
    expect(factsOf(`Marta Lindqvist\n${title}\n+46 31 123 45 67`)).toMatchObject({ title, company: null });
  },
);

test("a name in the other letters is the sender's where both its parts are there", () => {
  const ihor = { name: "Ihor Bondar", address: "i.bondar@kholodtrans.example" };
  const lines = 'менеджер з логістики\nТОВ "Холодтранс"\n+38 067 123 45 67';
  expect(factsOf(`Ігор Бондар\n${lines}`, ihor)).toMatchObject({
    title: "менеджер з логістики",
    company: 'ТОВ "Холодтранс"',
    phones: ["+38 067 123 45 67"],
  });
  expect(factsOf(`Ігор Ткач\n${lines}`, ihor)).toBeNull();
});

test("the company between the name that was signed and the whole signature is the sender's", () => {
  expect(factsOf("Marta Lindqvist\nNordfrakt AB\nMarta Lindqvist\nLeitung Einkauf\n+46 31 123 45 67")).toMatchObject({
    title: "Leitung Einkauf",
    company: "Nordfrakt AB",
  });
});

test("the page of the sender's own domain is a link without www, another word with a stop is none", () => {
  expect(factsOf("Marta Lindqvist\n+46 31 123 45 67\nnordfrakt.example | Dock.4")?.links).toEqual([
    "nordfrakt.example",
  ]);
});

test.each([
  ["Av. Paulista, 1000 - 01310-100 São Paulo/SP"],
  ["Via Torino 12 - 20123 Milano"],
  ["12, rue des Docks – 13002 Marseille"],
  ["12 Wharf St, Brisbane QLD 4000"],
  ["450 rue Saint-Paul, Montréal H2Y 1H1"],
  ["4 Dock Lane, Dublin 2, D02 XY45"],
])("an address in one line is kept whole: %s", (address) => {
  expect(factsOf(`Marta Lindqvist\n+46 31 123 45 67\n${address}`)).toMatchObject({
    address,
    phones: ["+46 31 123 45 67"],
  });
});

test.each([
  [
    { name: "田中太郎", address: "taro@umibune.example" },
    "よろしくお願いいたします。\n\n田中太郎\n株式会社海船 営業部 課長\n〒100-0001 東京都千代田区1-1-1\nTEL: 03-5555-0123\nFAX: 03-5555-0124",
    ["田中太郎", "営業部 課長", "株式会社海船", "〒100-0001 東京都千代田区1-1-1", "03-5555-0123"],
  ],
  [
    { name: "王伟", address: "wang@beihang.example" },
    "此致\n敬礼\n\n王伟\n销售经理\n北航物流有限公司\n电话：+86 10 5555 0123\n地址：北京市海淀区中关村大街1号",
    ["王伟", "销售经理", "北航物流有限公司", "北京市海淀区中关村大街1号", "+86 10 5555 0123"],
  ],
  [
    { name: "김민수", address: "minsu@hanbada.example" },
    "감사합니다.\n\n김민수 부장\n한바다물류 주식회사\n전화: 02-555-0123",
    ["김민수", "부장", "한바다물류 주식회사", null, "02-555-0123"],
  ],
  [
    { name: "أحمد حسن", address: "ahmed@bahr.example" },
    "مع أطيب التحيات،\nأحمد حسن\nمدير المبيعات\nشركة البحر للنقل\nهاتف: 04-555-0123",
    ["أحمد حسن", "مدير المبيعات", "شركة البحر للنقل", null, "04-555-0123"],
  ],
  [
    { name: "דוד כהן", address: "david@yam.example" },
    'בברכה,\nדוד כהן\nמנהל מכירות\nים לוגיסטיקה בע"מ\nטלפון: 03-555-0123',
    ["דוד כהן", "מנהל מכירות", 'ים לוגיסטיקה בע"מ', null, "03-555-0123"],
  ],
  [
    { name: "สมชาย ใจดี", address: "somchai@thale.example" },
    "ขอแสดงความนับถือ\nสมชาย ใจดี\nผู้จัดการฝ่ายขาย\nบริษัท ทะเล จำกัด\nโทร: 02-555-0123",
    ["สมชาย ใจดี", "ผู้จัดการฝ่ายขาย", "บริษัท ทะเล จำกัด", null, "02-555-0123"],
  ],
  [
    { name: "Νίκος Παππάς", address: "nikos@thalassa.example" },
    "Με εκτίμηση,\nΝίκος Παππάς\nΔιευθυντής Πωλήσεων\nΘάλασσα Α.Ε.\nΤηλ: 210 555 0123",
    ["Νίκος Παππάς", "Διευθυντής Πωλήσεων", "Θάλασσα Α.Ε.", null, "210 555 0123"],
  ],
])("names, titles and companies are read in letters without capitals, too: %s", (from, text, told) => {
  const mail = `Hello Ada,\n\nthe plan is ready.\n\n${text}`;
  const facts = signatureFacts(mail, splitQuotes(mail, { from }), from);
  expect(facts && [facts.name, facts.title, facts.company, facts.address, facts.phones[0]]).toEqual(told);
});

test("a closing above tells a signature in other letters than the header's", () => {
  const from = { name: "Ahmed Hassan", address: "ahmed@bahr.example" };
  const text = "The plan is ready.\n\nمع أطيب التحيات،\nأحمد حسن\nمدير المبيعات\nهاتف: +971 4 555 0123";
  expect(splitQuotes(text, { from }).map((span) => span.kind)).toEqual(["said", "signature"]);
});

test("lines of figures of any length are looked at in little time", () => {
  for (const line of [
    endless("vat "),
    endless("1 (ext "),
    `vat ${endless("031-123 45 67 ")}`,
    endless("031-123 45 00, ( x "),
    endless("1234-12345"),
  ]) {
    phonesIn(line.slice(0, 500));
    factsOf(`Marta Lindqvist\n${line}`);
  }
});
