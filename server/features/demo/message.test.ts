import { expect, test } from "vitest";
import { parseMail } from "../../core/mail/parse.ts";
import { type Message, writeMessage } from "./message.ts";

const message: Message = {
  id: "1@fjordkyl.example",
  from: { name: "Петра Шегрен", address: "petra@fjordkyl.example" },
  to: [{ name: "Brandt, Dr. Ulrike", address: "u@hagenmoor.example" }],
  cc: [{ name: "Jonas Öberg", address: "jonas@nordfrakt.example" }],
  subject: "Документи для митниці, договір 4155 двома мовами та пакувальний лист",
  at: new Date("2026-03-02T09:00:07Z"),
  zone: "Europe/Kyiv",
  references: ["a@x.example", "b@x.example"],
  headers: {},
  text: "Grüße = Größe\n\n> quoted\n.\nFrom here, a line that is a good deal longer than the seventy-six characters that a line may have \n",
  html: null,
  encoding: "quoted-printable",
  charset: "utf-8",
  attachments: [],
};

test.each(["8bit", "base64", "quoted-printable"] as const)("what is written is what is read: %s", async (encoding) => {
  for (const charset of ["utf-8", "iso-8859-1"] as const) {
    const mail = await parseMail(writeMessage({ ...message, encoding, charset }));
    expect(mail).toMatchObject({
      messageId: message.id,
      references: message.references,
      from: message.from,
      to: [{ name: "Dr. Ulrike Brandt", address: "u@hagenmoor.example" }],
      cc: message.cc,
      subject: message.subject,
      at: "2026-03-02T09:00:07.000Z",
    });
    expect(mail.text.trimEnd()).toBe(message.text!.trimEnd());
  }
});

test("the date is the sender's, and no header line or encoded line is too long", () => {
  const written = writeMessage(message).toString();
  expect(written).toContain("Date: Mon, 02 Mar 2026 11:00:07 +0200\r\n");
  for (const line of written.split("\r\n")) expect(line.length).toBeLessThanOrEqual(78);
});

test("an HTML copy and files stand beside the text", async () => {
  const file = {
    name: "акт звірки.csv",
    mediaType: "text/csv",
    parameters: "; charset=utf-8",
    content: Buffer.from("a;b"),
  };
  const mail = await parseMail(writeMessage({ ...message, html: "<p>Grüße</p>", attachments: [file] }));
  expect(mail.html).toContain("<p>Grüße</p>");
  expect(mail.text).toContain("Größe");
  expect(mail.attachments).toMatchObject([{ name: file.name, mediaType: "text/csv", inline: false }]);
  expect(Buffer.from(mail.attachments[0]!.content).toString()).toBe("a;b");
});
