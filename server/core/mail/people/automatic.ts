import type { Person } from "@sidenote/contract/emails";
import { decodeWords } from "postal-mime";
import { isColleaguesGroup } from "./writer.ts";

/** The value of a header by its name in lower case. */
export type HeaderValue = (name: string) => string | undefined;

/** Sent by a list or a robot, a report of what became of a mail, or taken for spam by whoever received it. */
export function isAutomatic(header: HeaderValue): boolean {
  const submitted = header("auto-submitted")?.trim().toLowerCase();
  return (
    (isOfList(header) && !isColleaguesGroup(header)) ||
    header("x-autoreply") !== undefined ||
    (submitted !== undefined && submitted !== "no") ||
    /^(bulk|junk|auto_reply)$/i.test(header("precedence")?.trim() ?? "") ||
    /^\s*multipart\/report\b/i.test(header("content-type") ?? "") ||
    isAutomaticReply(decodeWords(header("subject") ?? "")) ||
    /^yes\b/i.test(header("x-spam-flag")?.trim() ?? "") ||
    isLabelled(header, SPAM)
  );
}

const isOfList = (header: HeaderValue): boolean =>
  header("list-id") !== undefined ||
  header("list-unsubscribe") !== undefined ||
  /^list$/i.test(header("precedence")?.trim() ?? "");

/** How Exchange begins the subject of what it answers for somebody who is away. */
const AUTOMATIC_REPLY =
  /^\s*(automatic reply|automatische (antwort|antwoord)|automatisch antwoord|réponse automatique|respuesta automática|resposta automática|risposta automatica|autosvar|automatiskt svar|automaattinen vastaus|odpowiedź automatyczna|automatická odpověď|автоматична відповідь|автоматический ответ|自動返信|自动答复|자동 회신)\s*[:：]/iu;

export const isAutomaticReply = (subject: string): boolean => AUTOMATIC_REPLY.test(subject);

const LONGEST_NOTICE = 20_000;

/** "Please do not reply to this e-mail", "this mailbox is not monitored": a robot says so in words where no header does. */
export const saysNobodyReads = (said: string): boolean =>
  /\bdo not (reply|respond) (directly )?to this (automated )?(e-?mail|message|mail)\b|\bthis (e-?mail )?(account|mailbox|inbox|address|e-?mail) is (not monitored|unmonitored|unattended)\b/i.test(
    said.slice(0, LONGEST_NOTICE),
  );

/** Gmail writes its labels in the language of the account. */
const SPAM = new Set(
  "spam|correo no deseado|pourriel|lixo eletrônico|ongewenst|skräppost|søppelpost|roskaposti|спам|迷惑メール|垃圾邮件|垃圾郵件|스팸함|스팸".split(
    "|",
  ),
);
const DRAFTS = new Set(
  "drafts|draft|entwürfe|brouillons|borradores|bozze|rascunhos|concepten|utkast|kladder|luonnokset|wersje robocze|koncepty|piszkozatok|ciorne|taslaklar|чернетки|черновики|чернови|下書き|草稿|임시보관함".split(
    "|",
  ),
);

const isLabelled = (header: HeaderValue, labels: ReadonlySet<string>): boolean =>
  decodeWords(header("x-gmail-labels") ?? "")
    .split(",")
    .some((label) => labels.has(label.trim().toLowerCase()));

/** Never sent: by the label of Gmail, or by what Thunderbird, Apple Mail and Outlook write on what is not finished. */
export const isDraft = (header: HeaderValue): boolean =>
  header("x-mozilla-draft-info") !== undefined ||
  header("x-unsent")?.trim() === "1" ||
  /mail-draft/i.test(header("x-uniform-type-identifier") ?? "") ||
  (isLabelled(header, DRAFTS) && header("delivered-to") === undefined);

/** "Eva Nord via DocuSign" at an address that has nothing of Eva Nord: a service speaks for somebody, who does not read there. */
export function isSentByService(written: string, from: Person): boolean {
  if (!/\svia\s/i.test(written)) return false;
  const local = from.address.slice(0, from.address.lastIndexOf("@"));
  const words = from.name.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return words.length > 0 && !words.some((word) => local.includes(word));
}
