import { expect, test } from "vitest";
import { endless } from "../../../testing/endless.ts";
import { parseMail } from "../parse.ts";
import { saidText } from "../said/quotes.ts";
import { calendarText } from "./calendar.ts";

const entry = (lines: string) =>
  `BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n${lines}\r\nEND:VEVENT\r\nEND:VCALENDAR`;

test("an entry says what, when, where and what was written to it", () => {
  expect(
    calendarText(
      entry(
        'UID:1\r\nDTSTART;TZID="Europe/Stockholm":20260305T100000\r\nDTEND;TZID=Europe/Stockholm:20260305T110000\r\nSUMMARY;LANGUAGE=en:Visit to the hall\\, with\r\n  Jonas\r\nLOCATION:Dock 4\r\nDESCRIPTION:Could you bring the plan?\\nThanks',
      ),
    ),
  ).toBe(
    "Visit to the hall, with Jonas\n2026-03-05 10:00–11:00 (Europe/Stockholm)\nDock 4\n\nCould you bring the plan?\nThanks",
  );
});

test.each([
  ["DTSTART:20260305T090000Z\r\nDTEND:20260306T100000Z", "2026-03-05 09:00 – 2026-03-06 10:00 UTC"],
  ["DTSTART;VALUE=DATE:20260305\r\nDTEND;VALUE=DATE:20260306", "2026-03-05"],
  ['DTSTART:soon\r\nATTENDEE;CN="a:b":mailto:a@b.example\r\nSUMMARY:Visit', "Visit"],
  ["BEGIN:VALARM\r\nDESCRIPTION:Alarm\r\nEND:VALARM\r\nSUMMARY:Visit", "Visit"],
])("days and times are those of the entry, an alarm says nothing: %s", (lines, text) => {
  expect(calendarText(entry(lines))).toBe(text);
});

test.each(["", "BEGIN:VCALENDAR\r\nEND:VCALENDAR", "SUMMARY:x", "BEGIN:VEVENT"])(
  "what is no entry says nothing: %s",
  (calendar) => {
    expect(calendarText(calendar)).toBe("");
  },
);

const HEAD =
  "From: Marta <marta@nordfrakt.example>\r\nTo: ada@fjordkyl.example\r\nSubject: Accepted: Visit\r\nMIME-Version: 1.0\r\n";
const REPLY = entry("DTSTART:20260305T090000Z\r\nSUMMARY:Visit\r\nCOMMENT:I will bring the plan.");

test("a mail that is only an answer to an invitation says what it answers, and what was written to it", async () => {
  const mail = await parseMail(
    Buffer.from(`${HEAD}Content-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\n${REPLY}`),
  );
  expect(saidText(mail.text, mail.spans)).toBe("Visit\n2026-03-05 09:00 UTC\n\nI will bring the plan.");
  expect(mail.attachments).toHaveLength(1);
});

test("a mail with words of its own keeps them", async () => {
  const mail = await parseMail(
    Buffer.from(
      `${HEAD}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nI come.\r\n--b\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n${REPLY}\r\n--b--\r\n`,
    ),
  );
  expect(mail.text.trim()).toBe("I come.");
});

test("an entry of any length is read in linear time", () => {
  for (const lines of [
    endless("\r\n "),
    `SUMMARY:${endless("\\n")}`,
    `SUMMARY;X=${endless('"')}:x`,
    endless("BEGIN:VALARM\r\n"),
    `DTSTART;${endless("TZID=")}:1`,
  ]) {
    calendarText(entry(lines));
  }
});
