import { expect, test } from "vitest";
import { parseMail, UnreadableMail } from "./parse.ts";

const parse = (text: string) => parseMail(Buffer.from(text));

test("a message becomes plain facts", async () => {
  const mail = await parse(
    'From: "Lindqvist, Marta" <Marta@Nordfrakt.example>\nTo: ada@fjordkyl.example\nSubject: =?utf-8?q?K=C3=BChlhaus?=\nDate: Mon, 2 Feb 2026 10:00:00 +0100\nMessage-ID: <1@x>\nReferences: <0@x>\n\nHi',
  );
  expect(mail).toMatchObject({
    messageId: "1@x",
    references: ["0@x"],
    subject: "Kühlhaus",
    from: { name: "Marta Lindqvist", address: "marta@nordfrakt.example" },
    to: [{ name: "ada", address: "ada@fjordkyl.example" }],
    at: "2026-02-02T09:00:00.000Z",
    text: "Hi\n",
    automatic: false,
  });
});

test("an Exchange export's names go to the addresses in their order", async () => {
  const mail = await parse(
    "From: m@nf.example\nTo: a@fk.example, b@fk.example\nX-From: Lindqvist, Marta </O=NF/CN=ML>\nX-To: Berg, Ada </O=FK/CN=AB>, Bo Ek </O=FK/CN=BE>\n\nHi",
  );
  expect(mail.from?.name).toBe("Marta Lindqvist");
  expect(mail.to.map((person) => person.name)).toEqual(["Ada Berg", "Bo Ek"]);
  const others = await parse(
    'From: 1.2@nf.example\nTo: a@fk.example\nX-From: "Nord News" <1.2@nf.example>\nX-To: Berg, Ada <b@fk.example>, Ek, Bo <a@fk.example>\n\nHi',
  );
  expect([others.from?.name, others.to[0]?.name]).toEqual(["Nord News", "Bo Ek"]);
});

test("a name with a comma and without quotes is one person, wherever it stands", async () => {
  const mail = await parse(
    "From: Lindqvist, Marta (Nordfrakt) <marta@nordfrakt.example>\nTo: Berg, Ada <ada@fjordkyl.example>, Bo Ek <bo@fjordkyl.example>\n\nHi",
  );
  expect(mail.from).toEqual({ name: "Marta Lindqvist", address: "marta@nordfrakt.example" });
  expect(mail.to.map((person) => person.name)).toEqual(["Ada Berg", "Bo Ek"]);
});

test("mail without text says what its HTML says", async () => {
  const mail = await parse(
    "From: a@b.example\nContent-Type: text/html\n\n<style>p{}</style><p>One</p><blockquote>Two</blockquote><script>x()</script>",
  );
  expect(mail.text).toBe("One\n\n> Two");
});

const alternative = (text: string, html: string) =>
  parse(
    `From: a@b.example\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n${text}\n--b\nContent-Type: text/html\n\n${html}\n--b--\n`,
  );

test.each([
  "This message contains HTML. Please use a program that supports HTML to read it.",
  "Your e-mail client cannot display HTML.",
  "View this email in your browser\nhttps://news.example/1",
  " \n.",
])("where the plain text only stands in for the HTML, the mail says what its HTML says: %s", async (text) => {
  const mail = await alternative(
    text,
    "<p>Hi Ada,</p><p>the racks come on Friday, as we said in the hall, and the doors a week later.</p>",
  );
  expect(mail.text).toContain("the racks come on Friday");
  expect(mail.text).not.toContain("HTML");
});

test.each(["I read the HTML version of the plan, and it does show both zones.", "Yes."])(
  "plain text that somebody wrote stays what the mail says: %s",
  async (text) => expect((await alternative(text, `<p>${text}</p>`)).text.trim()).toBe(text),
);

test("a mail that names nobody is one to whom it was delivered, as a blind copy; one that names somebody is not", async () => {
  const named = async (to: string) =>
    (await parse(`From: a@b.example\nTo: ${to}\nDelivered-To: Ada@fjordkyl.example\n\nHi`)).bcc.map(
      (one) => one.address,
    );
  expect(await named("undisclosed-recipients:;")).toEqual(["ada@fjordkyl.example"]);
  expect(await named("team@fjordkyl.example")).toEqual([]);
});

test("a message without a date is dated by the server that received it", async () => {
  expect((await parse("From: a@b.example\nReceived: from x by y; Mon, 2 Feb 2026 10:00:00 +0000\n\nHi")).at).toBe(
    "2026-02-02T10:00:00.000Z",
  );
  expect((await parse("From: a@b.example\nDate: nonsense\n\nHi")).at).toBeNull();
});

test.each([
  ["Fri, 06 Feb 2026 10.00.00 +0100", "2026-02-06T09:00:00.000Z"],
  ["Tue, 3 Feb 2026 10:00:00 CET", "2026-02-03T09:00:00.000Z"],
  ["3 Feb 2026 10:00:00 MESZ", "2026-02-03T08:00:00.000Z"],
  ["Tue, 3 Feb 2026 10:00 XYZ", "2026-02-03T10:00:00.000Z"],
  ["Tue, 3 Feb 2026 19:00:00 JST", "2026-02-03T10:00:00.000Z"],
  ["Tue, 3 Foo 2026 10:00 CET", null],
  ["Tue, 43 Feb 2026 10:00 CET", null],
])("a date in a form that no standard knows is read, or not at all: %s", async (date, at) => {
  expect((await parse(`From: a@b.example\nDate: ${date}\n\nHi`)).at).toBe(at);
});

const throughGroup = (to: string, more = "") =>
  [
    `Delivered-To: ${to}`,
    `From: "'Marta Lindqvist' via Sales" <sales@fjordkyl.example>`,
    "To: sales@fjordkyl.example",
    "Precedence: list",
    "List-ID: <sales.fjordkyl.example>",
    "List-Post: <https://groups.example/sales/post>, <mailto:sales@fjordkyl.example>",
    "List-Unsubscribe: <mailto:sales+unsubscribe@fjordkyl.example>",
    `${more}Subject: Gate 3\n\nCould you send us a price?\n`,
  ].join("\n");

test.each([
  ["that the group names", "X-Original-Sender: marta@nordfrakt.example\n"],
  ["who is called so and gets a copy", "Cc: Marta Lindqvist <marta@nordfrakt.example>, eva@nordfrakt.example\n"],
  ["whom answers go to", "Reply-To: Marta Lindqvist <marta@nordfrakt.example>, sales@fjordkyl.example\n"],
])("a customer's mail through a group of colleagues is from the customer %s, and from a person", async (_, more) => {
  expect(await parse(throughGroup("ada@fjordkyl.example", more))).toMatchObject({
    from: { address: "sales@fjordkyl.example" },
    behind: { writer: { name: "Marta Lindqvist", address: "marta@nordfrakt.example" }, automatic: false },
    bcc: [{ address: "ada@fjordkyl.example" }],
  });
});

const fromForm = (from: string, answersTo: string) =>
  `Delivered-To: ada@fjordkyl.example\nFrom: ${from}\nTo: ada@fjordkyl.example\nReply-To: ${answersTo}\nSubject: New message\n\nCould you send me a price?\n`;

test("what somebody wrote into a form of one's own website is from them", async () => {
  for (const from of ["WordPress <wordpress@fjordkyl.example>", "Fjordkyl <no-reply@fjordkyl.example>"])
    expect(await parse(fromForm(from, "Eva Nord <eva@havsfisk.example>"))).toMatchObject({
      behind: { writer: { name: "Eva Nord", address: "eva@havsfisk.example" }, automatic: false },
    });
});

test("a robot whose mail is answered by a colleague, an office or another company's is a robot", async () => {
  for (const [from, answersTo] of [
    ["no-reply@fjordkyl.example", "Nils <nils@fjordkyl.example>"],
    ["no-reply@fjordkyl.example", "support@havsfisk.example"],
    ["no-reply@shop.example", "Eva <eva@havsfisk.example>"],
  ])
    expect(await parse(fromForm(from!, answersTo!))).toMatchObject({
      from: { address: from },
      automatic: true,
      behind: null,
    });
});

test("through a list of strangers it stays a list's mail, whoever it says wrote it; without their name nobody is said to", async () => {
  const named = "X-Original-From: Marta Lindqvist <marta@nordfrakt.example>\n";
  expect(await parse(throughGroup("ada@elsewhere.example", named))).toMatchObject({
    behind: { writer: { address: "marta@nordfrakt.example" }, automatic: true },
    automatic: true,
  });
  const nobody = "Reply-To: eva@nordfrakt.example, jonas@nordfrakt.example\n";
  expect((await parse(throughGroup("ada@elsewhere.example", nobody))).behind).toBeNull();
});

test.each(["List-Id: <news.example>", "Auto-Submitted: auto-replied", "Precedence: bulk"])(
  "what a machine sends is known: %s",
  async (header) => {
    expect((await parse(`From: anna@b.example\n${header}\n\nHi`)).automatic).toBe(true);
  },
);

test.each([
  "Content-Type: multipart/report; report-type=disposition-notification; boundary=b",
  "Subject: Automatic reply: Cold storage",
  "Subject: =?utf-8?q?R=C3=A9ponse_automatique_=3A?= Cold storage",
  "X-Gmail-Labels: Spam,Unread",
  "X-Gmail-Labels: =?UTF-8?Q?Skr=C3=A4ppost?=",
  "X-Spam-Flag: YES",
])("what was taken for spam, a report or an answer of a machine asks nobody anything: %s", async (header) => {
  expect((await parse(`From: anna@b.example\n${header}\n\nCould you call me?`)).automatic).toBe(true);
});

test("who answers an automatic reply is no machine", async () => {
  expect((await parse("From: anna@b.example\nSubject: Re: Automatic reply: Hall\n\nHi")).automatic).toBe(false);
});

test.each([
  ["Eva Nord via Sign It <dse@sign.example>", true],
  ["=?UTF-8?Q?Zo=C3=AB_Nord?= via Sign It <dse@sign.example>", true],
  ["Eva Nord via Nordfrakt <eva.nord@nordfrakt.example>", false],
  ["Via Nord <via@nordfrakt.example>", false],
])("who writes as %s is a service: %s", async (from, automatic) => {
  expect((await parse(`From: ${from}\n\nHi`)).automatic).toBe(automatic);
});

test.each([
  "X-Gmail-Labels: Opened,Drafts",
  "X-Gmail-Labels: =?UTF-8?Q?Entw=C3=BCrfe?=",
  "X-Mozilla-Draft-Info: internal/draft; vcard=0",
  "X-Uniform-Type-Identifier: com.apple.mail-draft",
  "X-Unsent: 1",
])("a draft is no mail, for nobody has sent it: %s", async (header) => {
  await expect(parse(`From: a@b.example\n${header}\n\nHi`)).rejects.toThrow("draft");
});

test("what arrived is no draft, whatever the member calls its label", async () => {
  expect((await parse("From: a@b.example\nDelivered-To: c@d.example\nX-Gmail-Labels: Drafts\n\nHi")).text).toBe("Hi\n");
  expect((await parse("From: a@b.example\nX-Gmail-Labels: Sent,Kunder/Drafts\n\nHi")).text).toBe("Hi\n");
});

test("parts nested 5,000 deep are refused at once, with the reason", async () => {
  const deep = Array.from(
    { length: 5000 },
    (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\n\n--b${i}\n`,
  ).join("");
  await expect(parse(`From: a@b.example\n${deep}`)).rejects.toThrow(UnreadableMail);
});

const PARTS = `--real\nContent-Type: text/plain; charset=utf-8\n\nThe plan is attached, Мартo.\n--real\nContent-Type: application/pdf; name=plan.pdf\nContent-Disposition: attachment\n\nplan\n--real--\n`;
test.each([
  ["another one", 'multipart/mixed; boundary="other"'],
  ["none, for want of a semicolon", 'multipart/mixed\n\tboundary="real"'],
])("a mail of parts whose header names %s is read by the boundary that stands in it", async (_, type) => {
  const mail = await parse(`From: a@b.example\nContent-Type: ${type}\n\n${PARTS}`);
  expect(mail.text.trim()).toBe("The plan is attached, Мартo.");
  expect(mail.attachments.map((one) => one.name)).toEqual(["plan.pdf"]);
  expect(mail.headers).toContain(type.split("\n")[0]!);
});

test("a mail that says it has parts and has none is the text that it is; one without a word stays empty", async () => {
  const head = 'From: a@b.example\nContent-Type: multipart/mixed; boundary="b"\n\n';
  expect((await parse(`${head}Call me on Monday.\n`)).text.trim()).toBe("Call me on Monday.");
  for (const empty of ["\n\n", "--b\n\n\n--b--\n"]) expect((await parse(`${head}${empty}`)).text.trim()).toBe("");
});

test("HTML nested 50,000 deep is read in bounded depth", async () => {
  const mail = await parse(`From: a@b.example\nContent-Type: text/html\n\n${"<div>".repeat(50_000)}hi`);
  expect(mail.text.length).toBeLessThan(100);
});

test("an attachment's name cannot leave its folder", async () => {
  const mail = await parse(
    'From: a@b.example\nContent-Type: application/pdf; name="../../etc/passwd"\nContent-Disposition: attachment\n\nx',
  );
  expect(mail.attachments).toMatchObject([{ name: ".._.._etc_passwd", mediaType: "application/pdf" }]);
});

test("NUL characters and half characters do not reach the database", async () => {
  const mail = await parse("From: a@b.example\nSubject: a\0b\n\nx\0y");
  expect(mail.subject).not.toContain("\0");
  expect(mail.text).toBe("xy\n");
});

test("a mail that ends with how to get no more of its kind went to many; who writes of unsubscribing elsewhere did not", async () => {
  const offer = "New ovens this week.\n\n-----\nTo unsubscribe, click https://offers.example/off";
  expect((await parse(`From: anna@b.example\n\n${offer}`)).automatic).toBe(true);
  expect((await parse(`From: anna@b.example\n\nPlease stop.\n\n${offer.replace(/^/gm, "> ")}`)).automatic).toBe(false);
});

const cyrillic = (text: string, letters: string, from: number): Buffer =>
  Buffer.from([...text].map((sign) => (letters.includes(sign) ? from + letters.indexOf(sign) : sign.charCodeAt(0))));
const WINDOWS = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";
const KOI8 = "юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ";
const header = (type: string) => `From: Olena Lys <olena@kyiv.example>\nSubject: Re: plan\nContent-Type: ${type}\n\n`;

test.each([
  ["windows-1251, which it does not name", header("text/plain"), WINDOWS, "Доброго ранку, надсилаю план."],
  ["windows-1251 that it calls UTF-8", header('text/plain; charset="utf-8"'), WINDOWS, "Доброго ранку, надсилаю план."],
  [
    "KOI8 that it calls nothing, without a header for it",
    "From: a@b.example\n\n",
    KOI8,
    "Доброго ранку, надсилаю план.",
  ],
  ["KOI8 that it calls ASCII", header("text/plain;\n charset=us-ascii"), KOI8, "Доброго ранку, надсилаю план."],
])("a mail in %s is read as what it looks like", async (_, head, letters, text) => {
  const mail = await parseMail(Buffer.concat([Buffer.from(head), cyrillic(text, letters, 0xc0)]));
  expect(mail.text.trim()).toBe(text);
});

test("Latin letters under a wrong name are read, also in a subject; what is UTF-8, and an attachment, stays as it is", async () => {
  const text = "Hola, mañana envío el plano de la cámara.";
  const latin = await parseMail(
    Buffer.from(`Subject: Cámara\n${header("text/html; charset=utf-8")}<p>${text}</p>`, "latin1"),
  );
  expect([latin.subject, latin.text]).toEqual(["Cámara", text]);
  const lost = await parse(`${header("text/plain; charset=utf-8")}Already lost: ma\ufffdana, mañana`);
  expect(lost.text.trim()).toBe("Already lost: ma\ufffdana, mañana");
  const parts = `From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nmañana\n--b\nContent-Type: text/plain; name=a.txt\nContent-Disposition: attachment\n\nContent-Type: text/plain\n--b--\n`;
  const both = await parseMail(Buffer.from(parts, "latin1"));
  expect(both.text.trim()).toBe("mañana");
  expect(Buffer.from(both.attachments[0]!.content).toString().trim()).toBe("Content-Type: text/plain");
});

test("HTML in letters that only it names is read in them", async () => {
  const html = Buffer.concat([
    Buffer.from(
      `${header("text/html")}<html><head><meta http-equiv=Content-Type content="text/html; charset=Shift_JIS"></head><p>`,
    ),
    Buffer.from([0x83, 0x7d, 0x83, 0x8b, 0x83, 0x5e]),
    Buffer.from("</p></html>"),
  ]);
  expect((await parseMail(html)).text.trim()).toBe("マルタ");
});

test("Western letters that a mail spells out and calls UTF-8 are read", async () => {
  const head = `${header("text/plain; charset=UTF-8")}`.replace(
    "\n\n",
    "\nContent-Transfer-Encoding: quoted-printable\n\n",
  );
  const mail = await parse(`${head}K=F6ket =E4r klart, och f=\n=E4rgen ocks=E5.`);
  expect(mail.text.trim()).toBe("Köket är klart, och färgen också.");
});

test.each([
  ["as it is", "8bit", "Köket är klart – ”bra”."],
  ["spelled out", "quoted-printable", "K=C3=B6ket =C3=A4r klart =E2=80=93 =E2=80=9Dbra=E2=80=9D."],
])("UTF-8 that a mail calls Western is read as UTF-8, %s", async (_, encoding, body) => {
  const head = `From: a@b.example\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: ${encoding}\n\n`;
  expect((await parse(`${head}${body}`)).text.trim()).toBe("Köket är klart – ”bra”.");
});

test("what is Western, and says so, is read as it is, whatever letters stand beside each other", async () => {
  const head = "From: a@b.example\nContent-Type: text/plain; charset=windows-1252\n\n";
  const text = "Ã and Â are letters, Ã© is none; AÇÃO É SÓ ISSO.";
  expect((await parseMail(Buffer.from(`${head}${text}`, "latin1"))).text.trim()).toBe(text);
});
