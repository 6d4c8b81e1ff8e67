import type { Line } from "./lines.ts";
import { hasCompanyForm } from "./signature-lines.ts";

/** How ticket systems and Lotus Notes part what was written from what is older. */

const LONGEST_REPLY_LINE = 160;
/** Zendesk's frame, whatever stands in it. */
const FRAMED = /^\W{0,4}##-.{5,130}-##\W{0,4}$/;
const REPLY =
  /repl(y|ies)|respond|antwort|répon|respuesta|rispo|antwoord|respost|responda|svar|odpowied|відповід|ответ|返信|回复/i;
const ABOVE_LINE =
  /above (this|the) (dashed |dotted )?line|über (dieser|diese) (zeile|linie)|au-dessus de cette ligne|encima de esta línea|sopra (questa|la) (riga|linea)|boven deze (regel|lijn)|acima d(esta|a) linha|ovanför (denna|den här) (rad|linje)|over denne linjen?|powyżej (tej|linii)|вище (цієї|лінії|межі|риски)|выше этой|この(行|線)より上|在此行(上方|以上)/i;
/** Near its end, so that few lines are looked at whole. */
const LINE_WITHIN = 30;
const SPEAKS_OF_LINE =
  /line|linie|zeile|ligne|línea|riga|linea|regel|lijn|linha|rad|linje|linii|лінії|межі|риски|линии|строки|черты|行/i;
const SENTENCES = /[.!?]\s+\p{Lu}\p{L}+\s/u;

/** "##- Please type your reply above this line -##": a machine asks so; above it is the answer, below it what it sent. */
export const isReplyLine = (text: string): boolean =>
  text.length <= LONGEST_REPLY_LINE &&
  ((text.includes("##-") && FRAMED.test(text)) ||
    (SPEAKS_OF_LINE.test(text.slice(-LINE_WITHIN)) &&
      REPLY.test(text) &&
      ABOVE_LINE.test(text) &&
      !SENTENCES.test(text)));

const STAMP =
  /^\p{Lu}[^,@]{1,60},? .{0,40}\b(19|20)\d{2}\b.{0,12}\d{1,2}[:.]\d{2}(:\d{2})?(\s?[ap]\.?m\.?)?(\s?\(?[A-Z]{2,5}([+-]\d{1,4})?\)?)?$/iu;

/** "Ada Berg, Mar 3, 2026, 9:12 AM", which a ticket system puts above each older mail. */
export const isStamp = (text: string): boolean => text.length <= 120 && STAMP.test(text);

const DRAWN_LINE = /^[|>+][-+=]{8,}[>|+]?$/;
const DRAWN_HEADER =
  /^[|>]?\s{0,80}(to|cc|bcc|subject|from|date|an|kopie|thema|betreff|datum|von|pour|objet|para|asunto)\s?:/i;
const MOST_DRAWN_LINES = 18;

/** Lotus Notes draws a box of bars and dashes around To, cc and Subject. */
export function isDrawnBlock(lines: readonly Line[], at: number): boolean {
  if (!DRAWN_LINE.test(lines[at]!.text)) return false;
  let headers = 0;
  for (let i = at + 1; i < Math.min(lines.length, at + MOST_DRAWN_LINES); i++) {
    const { text } = lines[i]!;
    if (text !== "" && !/^[|>+]/.test(text)) break;
    if (DRAWN_HEADER.test(text)) headers++;
  }
  return headers >= 2;
}

/** The line of dashes above a machine's line belongs to it. */
export function withDashesAbove(lines: readonly Line[], at: number): number {
  let above = at - 1;
  while (above > 0 && lines[above]!.text === "") above--;
  return above > 0 && /^[-–—_=]{3,}$/.test(lines[above]!.text) ? above : at;
}

const NOTES_FROM = /^From:\s.{2,80}\s\d{1,2}\/\d{1,2}\/\d{2,4}\s+\d{1,2}:\d{2}/;
const LONGEST_COMPANY = 60;

/** Lotus Notes has a letterhead above who wrote and when: the company, in a line apart. */
export function withCompanyAbove(lines: readonly Line[], at: number): number {
  if (!NOTES_FROM.test(lines[at]!.text)) return at;
  let above = at - 1;
  while (above > 0 && lines[above]!.text === "") above--;
  const text = lines[above]?.text ?? "";
  const isApart = above < at - 1 && (lines[above - 1]?.text ?? "") === "";
  return isApart && text.length <= LONGEST_COMPANY && hasCompanyForm(text) ? above : at;
}

const FIRST_LINES = 10;

/** Whether a mail is a ticket system's own: its first line asks for the answer above it. */
export const isOfTicketSystem = (lines: readonly Line[]): boolean => {
  const first = lines.slice(0, FIRST_LINES).find((line) => line.text !== "");
  return first !== undefined && isReplyLine(first.text);
};
