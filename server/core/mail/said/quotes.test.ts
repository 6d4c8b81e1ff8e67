import fc from "fast-check";
import { expect, test } from "vitest";
import { saidText, splitQuotes } from "./quotes.ts";

const said = (text: string) => saidText(text, splitQuotes(text));

test("an answer above a quote is what was said", () => {
  expect(
    said("Yes, Thursday.\n\nOn Mon, 2 Feb 2026 at 10:00, Ada Berg <ada@fjordkyl.example> wrote:\n> Thursday?\n> Ada"),
  ).toBe("Yes, Thursday.");
});

test("an answer below or between quotes is what was said", () => {
  expect(said("On Mon, 2 Feb 2026 Ada wrote:\n> One?\nYes.\n> Two?\nNo.")).toBe("Yes.\n\nNo.");
});

test.each([
  ["English, wrapped", "On Mon, Aug 26, 2019 at 4:37 PM The Hiring Engine <\njobs@hiring.example> wrote:"],
  ["Ukrainian", "пн, 2 лют. 2026 р. о 10:00 Ада Берг <ada@fjordkyl.example> пише:"],
  ["German", 'Am 13.12.2017 21:11 schrieb "Ada Berg" <ada@fjordkyl.example>:'],
  ["French", "Le lun. 15 nov. 2021 à 19:42, Ada Berg <ada@fjordkyl.example> a écrit :"],
  ["Polish", "W dniu 2017-01-09 11:59:39 użytkownik Ada <ada@fjordkyl.example> napisał:"],
  ["Norwegian", "tir. 18. apr. 2017 kl. 13:09 skrev Ada Berg <ada@fjordkyl.example>:"],
  ["Dutch", "Op ma 2 feb. 2026 om 10:00 schreef Ada Berg <ada@fjordkyl.example>:"],
  ["Swedish", "Den mån 2 feb. 2026 kl 10:00 skrev Ada Berg <ada@fjordkyl.example>:"],
  ["Finnish", "ma 2. helmik. 2026 klo 10.00 Ada Berg (ada@fjordkyl.example) kirjoitti:"],
  ["Czech", "po 2. 2. 2026 v 10:00 odesílatel Ada Berg <ada@fjordkyl.example> napsal:"],
  ["Hungarian", "Ada Berg <ada@fjordkyl.example> ezt írta (időpont: 2026. febr. 2., H, 10:00):"],
  ["Romanian", "În lun., 2 feb. 2026 la 10:00, Ada Berg <ada@fjordkyl.example> a scris:"],
  ["Turkish", "Ada Berg <ada@fjordkyl.example>, 2 Şub 2026 Pzt, 10:00 tarihinde şunu yazdı:"],
  ["Greek", "Στις Δευ 2 Φεβ 2026 στις 10:00 π.μ., ο χρήστης Ada Berg <ada@fjordkyl.example> έγραψε:"],
  ["Japanese", "2026年2月2日(月) 10:00 Ada Berg <ada@fjordkyl.example>:"],
  ["Korean", "2026년 2월 2일 (월) 오전 10:00, Ada Berg <ada@fjordkyl.example>님이 작성:"],
  ["Chinese", "Ada Berg <ada@fjordkyl.example> 于2026年2月2日周一 10:00写道："],
  [
    "Hebrew",
    "\u202bבתאריך יום ב׳, 2 בפבר׳ 2026 ב-10:00 מאת \u202aAda Berg\u202c <\u202aada@fjordkyl.example\u202c>:\u202c",
  ],
  ["Arabic", "في الاثنين، 2 فبراير 2026 في 10:00 ص تمت كتابة ما يلي بواسطة Ada Berg <ada@fjordkyl.example>:"],
  ["Croatian", "uto, 3. ožu 2026. u 09:12 Ada Berg <ada@fjordkyl.example> napisao je:"],
  ["Apple in Polish", "Wiadomość napisana przez Ada <ada@fjordkyl.example> w dniu 3 mar 2026, o godz. 09:12:"],
  ["no verb", "2017-11-24 16:32 GMT+01:00 Ada Berg <ada@fjordkyl.example>:"],
])("a quote is known by its header: %s", (_, header) => {
  expect(said(`Fine.\n\n${header}\n\nWhat about it?`)).toBe("Fine.");
});

test.each([
  ["German", "> Am 02.02.2026 um 10:00 schrieb Ada Berg <ada@fjordkyl.example>:\n> Passt das?"],
  ["Polish", "pon., 2 lut 2026 o 10:00 Ada Berg <ada@fjordkyl.example> napisał(a):\n\n> Pasuje?"],
  ["Chinese", "在 2026年2月2日 10:00，Ada Berg <ada@fjordkyl.example> 写道：\n\n> ?"],
  ["Japanese", "2026年2月2日(月) 10:00 Ada Berg <ada@fjordkyl.example>:\n\n> ?"],
  ["no verb", '02.02.2026, 10:00, "Ada Berg" <ada@fjordkyl.example>:\n> ?'],
])("what stands above a quote's header is not taken for its beginning: %s", (_, quote) => {
  const above = "Fine.\n\nMarta Lindqvist\nTel +46 31 123 45 67";
  expect(said(`${above}\n\n${quote}`)).toBe(above);
  expect(said(`Fine.\n\nVon meinem iPhone gesendet\n\n${quote}`)).toBe("Fine.");
});

test("a closing right above a quote's header stays what was said", () => {
  const header = "Ada Berg schrieb am Mo. 2. Feb. 2026 um 10:00:";
  expect(said(`Der Plan kommt morgen.\nFreundliche Grüße\n${header}\n\n    Und der Plan?`)).toBe(
    "Der Plan kommt morgen.\nFreundliche Grüße",
  );
});

test.each([
  "-------- Ursprüngliche Nachricht --------Von: Ada Berg Datum: 02.02.26 10:00 (GMT+01:00) An: Betreff: Plan Und der Plan?",
  "-----Original Message----- From: Ada Berg Sent: Monday, 2 February 2026 10:00 Subject: Plan And the plan?",
])("an older mail whose headers run on in one line with what parts it off is a quote: %s", (quote) => {
  expect(said(`Tomorrow.\n\n${quote}\nSee you.`)).toBe("Tomorrow.");
});

test("what Apple Mail passes on within marks of a quote is a forward", () => {
  const text = "Please look.\n\n> Begin forwarded message:\n> \n> From: Bo Ek\n> Subject: Roof\n> \n> Will it hold?\n";
  expect(splitQuotes(text).map((span) => span.kind)).toEqual(["said", "forward"]);
  expect(splitQuotes("Yes.\n\n> Will it hold?\n").map((span) => span.kind)).toEqual(["said", "quote"]);
});

test.each([
  "-----Original Message-----\nFrom: Ada\nSent: Monday\nSubject: Plan",
  "---------------------- Forwarded by Ada Berg/FK on 02/02/2026 10:00 AM ---------------------------",
  "________________________________\nFrom: Ada <ada@fjordkyl.example>\nSent: Monday\nTo: Marta\nSubject: Plan",
  "Von: Ada Berg <ada@fjordkyl.example>\nGesendet: Montag\nAn: Marta\nBetreff: Plan",
  "Ada Berg\n02/02/2026 10:00 AM\nTo: Marta@NF\ncc: Bo@NF\nSubject: Plan",
  '"Ada Berg" <ada@fjordkyl.example>\n02/02/2026 10:00 AM\n\nTo\nMarta@NF\ncc\nBo@NF\nSubject\nPlan',
  "Gesendet: Dienstag, 3. März 2026 um 09:12 Uhr\nVon: Ada <ada@fjordkyl.example>\nAn: Marta\nBetreff: Plan",
  "De la: Ada <ada@fjordkyl.example>\nTrimis: marți, 3 martie 2026 09:12\nCătre: Marta\nSubiect: Plan",
  "Afsender: Ada Berg <ada@fjordkyl.example>\nKlokken: 2.2.2026 10:00\nModtager: Marta\nOverskrift: Plan",
])("what a forward brings is a quote to the end: %s", (header) => {
  expect(said(`See below.\n\n${header}\n\nThe plan is attached.`)).toBe("See below.");
});

test.each([
  "On the one hand, this is good.\nOn the other hand: it costs.",
  "One outstanding question from 2024: who wrote: it?",
  "Sent from my desk, it is easier.",
  "-- first point\n-- second point",
  "From: where I stand, it looks good.",
  "From: Gothenburg\nTo: Oslo\nDate: 5 March\nCargo: 40 pallets",
  "Date: 5 March, 10:00\nFrom: Gothenburg\nTo: Oslo\nCargo: 40 pallets",
])("a sentence that only looks like a header is said: %s", (text) => {
  expect(said(text)).toBe(text);
});

test("a signature behind its delimiter is not said, nor is what a phone adds", () => {
  expect(said("Thanks\n\n-- \nMarta Lindqvist\nNordfrakt AB")).toBe("Thanks");
  expect(said("Thanks\n\nSent from my iPhone")).toBe("Thanks");
});

test("spans cover any text without a gap and keep every character", () => {
  const line = fc.constantFrom(
    "> q",
    "On 2 Feb Ada wrote:",
    "",
    "--",
    "text",
    "From: a@b.example",
    "Sent: x",
    "Subject: y",
    "-----Original Message-----",
    "Sent from my iPhone",
    "🎉",
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom("\n", "\r\n"), (lines, newline) => {
      const text = lines.join(newline);
      expect(
        splitQuotes(text)
          .map((span) => text.slice(span.start, span.end))
          .join(""),
      ).toBe(text);
    }),
  );
});

test("“Quoting” with a name introduces a quote, and lines of a log that look like headers do not", () => {
  expect(said("Quoting Ada Berg <ada@fjordkyl.example>:\n\n> Which door?\n\nThe left one.")).toBe("The left one.");
  expect(said("Zitat von ada@fjordkyl.example:\n\n> Welche Tür?\n\nDie linke.")).toBe("Die linke.");
  expect(said("Quoting the landlord:\n\nno dogs.")).toContain("Quoting");
  const log =
    "It says:\n\nFrom: <bounce@nordfrakt.example>\nDate: Tue, 3 Feb 2026\nStatus: 550 rejected\n\nCan you let us in?";
  expect(said(log)).toBe(log);
  expect(said("Fine.\n\nFrom: Ada Berg <ada@fjordkyl.example>\nDate: Tue, 3 Feb 2026\n\nThe plan.")).toBe("Fine.");
});

test("what stands above the header of a quote is not part of it", () => {
  const quote = "On Mon, 2 Feb 2026 at 10:00, Ada Berg <ada@fjordkyl.example> wrote:\n\n> Thursday?\n";
  expect(said(`Yes, Thursday works\n\n${quote}`)).toBe("Yes, Thursday works");
  expect(said(`Fine.\n\nBest regards\nMarta\n\n${quote}`)).toBe("Fine.\n\nBest regards\nMarta");
});

test("a long quote below does not hide the signature above it", () => {
  const quote = `On Mon, 2 Feb 2026 at 10:00, Ada Berg <ada@fjordkyl.example> wrote:\n\n${"> line\n".repeat(30)}\n`;
  expect(said(`Thanks\n\n-- \nMarta Lindqvist\nNordfrakt AB\n\n${quote}`)).toBe("Thanks");
});

test("a header in a language that is not listed is known by its time, its address and the marks below it", () => {
  expect(said("Fine.\n\nAda Berg <ada@fjordkyl.example> xyz 2026-02-02 10:00 abc:\n\n> Thursday?")).toBe("Fine.");
});

const kinds = (text: string, known?: Parameters<typeof splitQuotes>[1]) =>
  splitQuotes(text, known).map((span) => span.kind);

test.each([
  "---------- Forwarded message ---------\nFrom: Ada <ada@fjordkyl.example>\nSubject: Plan",
  "Begin forwarded message:\n\nFrom: Ada <ada@fjordkyl.example>\nSubject: Plan",
  "-------- Weitergeleitete Nachricht --------\nBetreff: Plan\nVon: Ada <ada@fjordkyl.example>",
  "---------- Пересланное сообщение ---------\nОт: Ada <ada@fjordkyl.example>",
])("what was passed on is told apart from what an answer repeats: %s", (header) => {
  expect(kinds(`See below.\n\n${header}\n\nThe plan is attached.`)).toEqual(["said", "forward"]);
});

test("Outlook's header is a forward under a subject that says so, and a quote under any other", () => {
  const text =
    "See below.\n\nFrom: Ada Berg <ada@fjordkyl.example>\nSent: Monday\nTo: Marta\nSubject: Plan\n\nThe plan.";
  expect(kinds(text, { subject: "FW: Plan" })).toEqual(["said", "forward"]);
  expect(kinds(text, { subject: "Re: Plan" })).toEqual(["said", "quote"]);
});

test.each([
  "This e-mail and any attachments are confidential and intended solely for the addressee. If you have received it in error, please delete it.",
  "This message is intended only for the use of the individual to whom it is sent and may hold information that is privileged.",
  "Please treat this e-mail as confidential. It is for the intended recipient only.",
  "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, informieren Sie bitte den Absender.",
  "Ce message est confidentiel et destiné à son seul destinataire. Toute publication de ce message est interdite.",
  "Це повідомлення та додатки є конфіденційними і призначені лише для адресата.",
  "You received this message because you are subscribed to the group. To unsubscribe, write to off@lists.example",
  "_____\nrooms mailing list\nhttps://lists.example/rooms",
  "Pensez à l'environnement avant d'imprimer ce message.",
  "Save a tree. Don't print this e-mail unless it's necessary.",
  "De informatie in dit e-mailbericht is uitsluitend bestemd voor de geadresseerde. Gebruik door anderen is verboden.",
  "När du skickar e-post till oss behandlar vi den. Läs om hur vi behandlar dina personuppgifter på https://nf.example/gdpr",
  "Nordfrakt LLP is authorised and regulated by the Solicitors Regulation Authority.",
])("a notice below is no part of what was said: %s", (notice) => {
  expect(kinds(`Yes, Thursday works for us.\n\n${notice}`)).toEqual(["said", "disclaimer"]);
});

test.each([
  "Can you keep this confidential until the contract is signed? It is intended for Marta alone for now.",
  "I have attached the confidentiality agreement. Please sign it and send it back by e-mail.",
  "Der Druck aus der Umweltbehörde ist groß. Wir bauen deshalb im April um.",
  "An external sender of pallets asked us for the hall.",
  "The price list is confidential and intended only for you and Nils.",
  "The rates in the attached table are confidential. Please keep them to yourself, they are intended for Nils and you.",
  "Den Vertrag bitte vertraulich behandeln, ich schicke ihn Ihnen nachher per E-Mail.",
  "Цифри конфіденційні, я надішлю їх окремим листом.",
  "Our mail server was down because of a virus, so your message reached me only today.",
])("a person who speaks of such things is heard: %s", (text) => {
  expect(said(`Hello Ada,\n\n${text}\n\nMarta`)).toContain(text);
});

test.each([
  "How do I unsubscribe from your newsletter? The link at https://fjordkyl.example/u does not work.",
  "External message boards say your link is broken; click it and you see an error.",
  "Please consider the environment permit before you print the labels, as the number may change.",
  "The Microsoft Teams meeting ID is 312 555 014, please join at ten and bring the plan.",
  "Our scanner says that your file has a virus: we scanned it twice. Could you resend it?",
  "On 3 February 2026 at 9:12 the inspector wrote:\nthe ramp must be closed.\n\nSo we closed it.",
  "We offer:\n\n--\nZone A: 100 EUR\nZone B: 90 EUR\n--\n\nWhich one do you take?",
  "For the ramp ask our builder:\n\nBo Ek\nKylteknik AB\n+46 70 555 44 33\nbo@kylteknik.example",
])("whoever signs below it has said it: %s", (text) => {
  const from = { name: "Marta Lindqvist", address: "marta@nordfrakt.example" };
  for (const signed of [
    `${text}\n\nMarta`,
    `${text}\n\nBest regards\nMarta Lindqvist\nNordfrakt AB\n+46 31 701 22 33`,
  ]) {
    const mail = `Hello Ada,\n\n${signed}`;
    expect(saidText(mail, splitQuotes(mail, { from }))).toContain(text);
  }
});

test("a number below a colon is the one that was announced", () => {
  const mail =
    "Hello Ada,\n\nfor the ramp ask our builder:\n\nBo Ek\nKylteknik AB\n+46 70 555 44 33\nbo@kylteknik.example";
  expect(
    saidText(mail, splitQuotes(mail, { from: { name: "Marta Lindqvist", address: "marta@nordfrakt.example" } })),
  ).toBe(mail);
});

test.each([
  "You don't often get email from marta@nordfrakt.example. Learn why this is important",
  "Achtung: Diese E-Mail stammt von einem externen Absender. Bitte klicken Sie nicht auf Links.",
  "ATTENTION : Ce courriel provient de l'extérieur de l'organisation. Ne cliquez pas sur les liens.",
  "EXTERNAL EMAIL",
  "[EXTERNAL]",
])("what a gateway puts above a mail is no part of what was said: %s", (banner) => {
  expect(kinds(`${banner}\n\nHello Ada,\n\nyes, Thursday.`)).toEqual(["disclaimer", "said"]);
});

test("a mail that is nothing but a notice is shown", () => {
  const notice = "This message is confidential and intended for the addressee only. Delete it if received in error.";
  expect(said(notice)).toBe(notice);
});

test("what PGP puts around a mail that it signs is no part of what was said, and its dashes part nothing", () => {
  const signed =
    "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nYes, Thursday.\n\n- - two zones\n- - one door\n\nAda asked.\n\n- -- \nMarta Lindqvist\nNordfrakt AB\n";
  const signature = "-----BEGIN PGP SIGNATURE-----\n\niQEzBAEBCAAdFiEE\n=AbCd\n-----END PGP SIGNATURE-----\n";
  expect(said(signed + signature)).toBe("Yes, Thursday.\n\n- - two zones\n- - one door\n\nAda asked.");
  expect(kinds(signed + signature)).toEqual(["disclaimer", "said", "signature", "disclaimer"]);
  expect(kinds(`${signed.replace("- -- \n", "")}${signature}`)).toEqual(["disclaimer", "said", "disclaimer"]);
});
