import type { Calendar } from "./calendar.ts";
import { ada } from "./content/colleagues.ts";
import type { Attachment } from "./content/story.ts";

export type Part = { name: string; mediaType: string; parameters: string; content: Buffer };

/** The bytes of an attachment: real files, only small. */
export function partOf(attachment: Attachment, calendar: Calendar): Part {
  const name = calendar.fill(attachment.name);
  switch (attachment.kind) {
    case "pdf":
      return { name, mediaType: "application/pdf", parameters: "", content: pdf(calendar.fill(attachment.text)) };
    case "csv":
      return {
        name,
        mediaType: "text/csv",
        parameters: "; charset=utf-8",
        content: Buffer.from(`${calendar.fill(attachment.text).replaceAll("\n", "\r\n")}\r\n`),
      };
    case "ics":
      return {
        name,
        mediaType: "text/calendar",
        parameters: "; charset=utf-8; method=REQUEST",
        content: Buffer.from(invitation(attachment, calendar)),
      };
  }
}

const LINE_POINTS = 16;

/** One A4 page of plain lines. */
function pdf(text: string): Buffer {
  const lines = text.split("\n").map((line) => `(${line.replace(/[\\()]/g, "\\$&")}) Tj T*`);
  const page = `BT /F1 11 Tf ${LINE_POINTS} TL 60 780 Td\n${lines.join("\n")}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(`${file}xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}${trailer}`, "latin1");
}

function invitation(event: Attachment & { kind: "ics" }, calendar: Calendar): string {
  const starts = calendar.at(event.day, event.time);
  const stamp = (at: Date) => `${at.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
  const title = calendar.fill(event.title);
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Fjord Kyl//Calendar//EN",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    `UID:${stamp(starts)}-${Buffer.from(title).toString("hex").slice(0, 16)}@fjordkyl.example`,
    `DTSTAMP:${stamp(calendar.ago("1h"))}`,
    `DTSTART:${stamp(starts)}`,
    `DTEND:${stamp(new Date(starts.getTime() + event.minutes * 60_000))}`,
    `SUMMARY:${title}`,
    `LOCATION:${event.place}`,
    `ORGANIZER;CN=${ada.name}:mailto:${ada.address}`,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}
