import type { Span } from "@sidenote/contract/emails";
import { linesOf } from "./lines.ts";
import { isSentFrom } from "./sent-from.ts";
import { isNameOf, type Sender } from "./signature.ts";
import { hasCompanyForm, hasTitle, isPlace, isStreet, isTerse, linksIn, phonesIn } from "./signature-lines.ts";

/** What a signature says of the one who sent the mail. */
export type SignatureFacts = {
  name: string | null;
  title: string | null;
  phones: string[];
  company: string | null;
  address: string | null;
  links: string[];
};

/** More numbers than this are a list of people to call. */
const MOST_PHONES = 4;
const MOST_LINKS = 5;
/** How far below the name a title stands. */
const TITLE_LINES = 3;

/**
 * What the signatures of a mail say of its sender. Precision first: nothing when the sender's name is not in it (an assistant
 * signs for somebody; a list of people to call looks like a signature), and a title only close below the name.
 */
export function signatureFacts(text: string, spans: readonly Span[], sender: Sender): SignatureFacts | null {
  for (const span of spans.filter((one) => one.kind === "signature")) {
    const lines = linesOf(text.slice(span.start, span.end))
      .map((line) => plain(line.text))
      .filter((line) => line !== "" && !isSentFrom(line));
    const facts = factsOf(lines, sender);
    if (facts) return facts;
  }
  return null;
}

/** Without what stands for bold and pictures where an HTML mail brings its words as plain text too. */
const plain = (line: string): string =>
  line
    .replace(/<mailto:[^>]*>|\[(image|cid|logo)[:\]][^\]]*\]?/gi, "")
    .replace(/\p{Extended_Pictographic}\ufe0f?\s*/gu, "")
    .replace(/(^|[\s|])[*_]+(?=\S)|(?<=\S)[*_]+(?=$|[\s|,:])/g, "$1")
    .trim();

/** "(she/her)", "(they/them)": how somebody is spoken of, not what they are called. */
const PRONOUNS = /\s*[([][a-z]{2,6}\s?\/\s?[a-z]{2,6}(\s?\/\s?[a-z]{2,6})?[)\]]/i;

function factsOf(lines: readonly string[], sender: Sender): SignatureFacts | null {
  const at = lines.findIndex((line) => isNameOf(line, sender));
  if (at === -1) return null;
  // "Sally" and below it "Sally Beck, Managing Director": the fuller one is the signature's.
  const again = lines.findIndex((line, i) => i > at && i <= at + 2 && isNameOf(line, sender));
  const name = again === -1 ? at : again;
  const between = again === -1 ? [] : lines.slice(at + 1, again);
  const below = lines.slice(name + 1);
  if (below.some((line) => speaksOfAnother(line, sender))) return null;
  const [own, ...beside] = lines[name]!.replace(PRONOUNS, "")
    .replace(TITLE_BEHIND, (word, title) => (hasTitle(title) ? `|${title}` : word))
    .replace(SIGNED_FOR, "")
    .replace(HUMBLY, "")
    .split(/\s*[|•,]\s*|\s+[-–—/]\s+|\t+| {3,}/)
    .filter((part) => part !== "");
  const parts = below
    .flatMap((line) => line.replace(COMPANY_FIRST, "$1|$2").split(/\s*[|•·]\s*|\t+| {3,}/))
    .flatMap((part) => titleAndCompany(part, sender))
    .filter((part) => part !== "");
  const phones = unique(lines.slice(name).flatMap(phonesIn));
  return {
    name:
      own && (/^\p{Lu}\S*(\s+\S+)*\s+\S{2,}$/u.test(own) || WITHOUT_CAPITALS.test(own)) && !/[\d:]/.test(own)
        ? own
        : null,
    title: titleIn([...beside, ...parts.slice(0, TITLE_LINES)]),
    phones: phones.length <= MOST_PHONES ? phones : [],
    company: companyIn([...beside, ...between, ...parts], sender),
    address: addressIn(parts),
    links: unique(below.flatMap((line) => sitesIn(line, sender))).slice(0, MOST_LINKS),
  };
}

/** "株式会社海船 営業部 課長": the company, then department and title in a row. */
const COMPANY_FIRST =
  /^([^\s\d]{0,30}(?:株式会社|有限会社|合同会社|有限公司|㈱)[^\s\d]{0,30})\s([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\s]{2,40})$/u;
/** "김민수 부장". */
const TITLE_BEHIND = /(?<=^[\p{Script=Han}\p{Script=Hangul}]{2,5})\s([\p{Script=Han}\p{Script=Hangul}]{2,4})$/u;

/** Two words of a script that has no capitals, or two to five signs that are a name each. */
const WITHOUT_CAPITALS =
  /^[\p{Lo}\p{M}\u200c]{2,20}( [\p{Lo}\p{M}\u200c]{1,20}){1,3}$|^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2,6}$/u;
/** "김민수 드림", "王伟 敬上": "by", as one signs letters there. */
const HUMBLY = /\s+(드림|올림|拜上|敬上|拝|より)$/u;

/** "i. A.", "i. V.", "ppa.": with whose power somebody signs. */
const SIGNED_FOR = /^(i\.\s?a|i\.\s?v|ppa|p\.\s?p)\.?\s+/i;

/** "Assistant to …" is a title; "on behalf of" somebody, or a second person's address, is another's signature. */
const speaksOfAnother = (line: string, sender: Sender): boolean => {
  if (/^(on behalf of|for and on behalf|sent by|im auftrag|i\.\s?a\.|p\.\s?p\.)/i.test(line)) return true;
  if (isOthersNumber(line, sender)) return true;
  const address = line.match(/[\w.+-]{1,64}@[\w.-]{3,100}/)?.[0].toLowerCase();
  return address !== undefined && /\b(assistant|secretary|contact)\b/i.test(line) && address !== sender.address;
};

/** "Jonas Öberg 070-123 45 67": a list of people to call. */
const isOthersNumber = (line: string, sender: Sender): boolean =>
  phonesIn(line).length > 0 && /^\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+\s+[x(+\d]/u.test(line) && !isNameOf(line, sender);

/** "Product Lead @ Nordfrakt", "VP Supply, Nordfrakt Group", "Buyer at Nordfrakt AB": two facts in one line. */
function titleAndCompany(part: string, sender: Sender): string[] {
  const [, title, company] =
    part.match(/^([^,@]{3,60}?)(?:,\s+|\s+(?:@|at|bei|chez|w|в)\s+)(\p{Lu}[^@]{1,60})$/u) ?? [];
  if (!title || !company || !hasTitle(title) || hasTitle(company)) return [part];
  return /\s@\s/.test(part) ||
    hasCompanyForm(company) ||
    COMPANY_LIKE.test(company) ||
    isCalledLikeDomain(company, sender)
    ? [title, company]
    : [part];
}
const COMPANY_LIKE = /\b(group|holdings?|partners|foundation|university|institute|bank)$/i;

function titleIn(parts: readonly string[]): string | null {
  const found = parts.find(
    (part) => hasTitle(part) && isTerse(part) && isClean(part) && !isCompany(part) && !TELLS.test(part),
  );
  return found ? found.replace(/[\s,;–-]+$/, "") : null;
}

/** "Ada Berg is the new director": a sentence, and nobody's title. */
const TELLS =
  /["“”„«»].*\s.*\s|(?<!\p{L})(?:is|are|was|were|will|has|have|ist|sind|war|est|sont|es|jest|є|please)(?!\p{L})/iu;

/** A company's form behind a name is a company; "Associate and Analyst Program" or "Office of the Chairman" are no titles. */
const isCompany = (part: string): boolean =>
  hasCompanyForm(part) ||
  /\b(program(me)?|department|dept|team|group|office of|division|institute|university)\b/i.test(part);

/** More than a company's form alone, or a country. */
const LETTERS = /\p{L}{3,}.*\p{L}{2,}/u;

const isClean = (part: string): boolean => !/\d{2}|@|https?:|www\.|[:：]/.test(part) && /^[\p{L}"“]/u.test(part);

/** By the form of its name, or because it is called like the domain of the address. */
function companyIn(parts: readonly string[], sender: Sender): string | null {
  const candidates = parts.filter((part) => isTerse(part) && isClean(part) && LETTERS.test(part));
  const byForm = candidates.find((part) => hasCompanyForm(part) && !hasTitle(part));
  const byDomain = candidates.find((part) => isCalledLikeDomain(part, sender) && !hasTitle(part));
  return (byForm ?? byDomain)?.replace(/[\s,;–-]+$/, "") ?? null;
}

/** "Nordfrakt", of somebody who writes from nordfrakt.example. */
function isCalledLikeDomain(text: string, sender: Sender): boolean {
  const letters = (one: string) => one.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const label = letters(sender.address.split("@")[1]?.split(".").slice(0, -1).at(-1) ?? "");
  return label.length >= 4 && letters(text).startsWith(label);
}

/** The page of the sender's own domain stands without www. */
const sitesIn = (line: string, sender: Sender): string[] => {
  const domain = sender.address.split("@")[1] ?? "";
  const bare = line
    .split(/[\s|•·,]+/)
    .filter((word) => word.toLowerCase().replace(/\/$/, "") === domain && domain !== "");
  return [...linksIn(line), ...bare];
};

/** A street with a number, and the places below it; a place alone is an address too. */
function addressIn(parts: readonly string[]): string | null {
  const first = parts.findIndex((part) => (isStreet(part) || isPlace(part)) && !hasNumber(part));
  if (first === -1) return null;
  const lines = [parts[first]!];
  for (const part of parts.slice(first + 1, first + 4)) {
    if (!(isPlace(part) || isStreet(part)) || hasNumber(part)) break;
    lines.push(part);
  }
  const found = lines.map((line) =>
    line
      .replace(/^(address|adresse|adres|адреса|διεύθυνση|地址|住所|주소|العنوان|آدرس|כתובת|ที่อยู่)\s*[:：]\s*/i, "")
      .replace(/[\s,]+$/, ""),
  );
  return lines.some(isPlace) || found.length > 1 ? found.join(", ") : null;
}

/** The code of the Japanese post looks like one. */
const hasNumber = (part: string): boolean => NUMBER.test(part.replace(/〒\s?[\d-]+/, ""));

/** A number to call, a fax or a year beside a month: no place. */
const NUMBER = /(?<!\d)\d{3}[\s.-]\d{4}|[A-Z][a-z]{2,8} \d{1,2}, (19|20)\d{2}\b/;

/** The first spelling of each stands. */
const unique = (values: readonly string[]): string[] =>
  [
    ...new Map(
      values.toReversed().map((value) => [value.replace(/[^\p{L}\p{N}+]/gu, "").toLowerCase(), value]),
    ).values(),
  ].toReversed();
