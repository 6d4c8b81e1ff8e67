import { withAsciiDomain } from "@sidenote/contract/ascii-domain";
import { beginningOf } from "../../text/storable.ts";
import { isGivenName } from "./given-names.ts";

/** Lower case, without what people put around it; null when it is no address. */
export function cleanAddress(raw: string | undefined): string | null {
  const bare = (raw ?? "")
    .trim()
    .replace(/^<|>$/g, "")
    .replace(/^mailto:/i, "");
  const address = withAsciiDomain(bare.toLowerCase());
  return /^[^\s@<>(),;:"]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/.test(address) ? address : null;
}

/** "ada+offers@…" is ada@…: who has an address has it with anything behind a plus. */
export const isAmong = (own: ReadonlySet<string>, address: string): boolean =>
  own.has(address) || own.has(withoutPlus(address));

/** "marta+offers@…" is read by whoever reads "marta@…". */
export const withoutPlus = (address: string): string =>
  address.includes("+") ? address.replace(/(?<=.)\+[^@]*@/, "@") : address;

export const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

const ROLES = new Set(
  (
    "abuse accounting accounts admin administrator alert alerts all all-staff announce announcements billing bounce bounces careers contact " +
    "customercare customerservice customersupport daemon digest do-not-reply donotreply enquiries everyone feedback finance hello help helpdesk " +
    "hostmaster hr info information inquiries invoice invoices it jobs kontakt mail mailer-daemon marketing media news newsletter no-reply noc noreply " +
    "no_reply notification notifications notify office orders postmaster press privacy recruiting reception reply reservations root sales security " +
    "service services shop staff support subscribe subscriptions system team undisclosed-recipients unsubscribe updates webmaster welcome"
  ).split(" "),
);

/** Words that make no part of anybody's name: "outlook.team", "nordfrakt.announcements". */
const ROLE_PARTS = new Set(
  (
    "administration administrator admin alerts announcement announcements billing center centre customercare customerservice daemon helpdesk help " +
    "invoices mailbox mailer marketing newsletter notification notifications notify office postmaster reservations security service services support team updates webmaster"
  ).split(" "),
);

/** What departments, boards and mailing lists are called, in the languages of those who write to us; people do write from them. */
const OF_SEVERAL = new Set(
  (
    "account accountinfo accountspayable allstaff benefits board booking bookings client clients clientservices commercial committee communications compliance contacts controllers " +
    "customer customers delegates desk dispatch dl editor editorial editors employees enquiry events everybody facilities faculty faq finances helpline hey hi inquiry " +
    "internet legal letters list lists logistics management members membership onlineservice operations ops partners payables payments payroll procurement " +
    "purchasing receipts recipients recruitment relations returns secretariat settlements shipping students subscribers survey surveys ticket tickets trading treasury undisclosed users web website weekly worldwide " +
    "anfrage anfragen bestellung bestellungen bewerbung buchhaltung einkauf empfang kundendienst kundenservice personalabteilung presse rechnung rechnungen sekretariat verkauf versand vertrieb verwaltung zentrale " +
    "accueil achats commande commandes comptabilite facturation ventes administracion atencion clientes compras contabilidad facturacion pedidos recepcion rrhh ventas " +
    "biuro faktury kadry ksiegowosc obsluga reklamacje sekretariat sprzedaz zamowienia amministrazione acquisti assistenza commerciale contabilita fatture ordini segreteria vendite " +
    "administratie facturen inkoop klantenservice receptie verkoop comercial contato faturacao financeiro vendas bestilling ekonomi faktura firmapost kundeservice kundtjanst ordre postmottak regnskab regnskap salg " +
    "buhgalteria kadry ofis otdel pidtrymka prodazh prodazhi priemnaya zakaz zakupki zamovlennya"
  ).split(" "),
);
/** The same run together with what stands before it: "clientrelations". No family is called so. */
const OF_SEVERAL_BEHIND =
  /.{3}(accounting|announcements|billing|committee|communications|contacts|customercare|department|employees|helpdesk|marketing|mgmt|newsletter|notifications|relations|reservations|services?|settlements|subscriptions|support)$/;
/** As part of an address these are as likely a name, or an abbreviation of one. */
const NAMES_TOO = new Set("all dl hey hi it list mail root web".split(" "));

/** Domains at which all addresses are lists or groups, or copies of such; list.ru is free mail. */
const LIST_HOST =
  /(^|\.)(?:lists?\d*|listserve?r?|mail(?:ing)?-?lists?|mailman|majordomo)\.[^.]+\.|^(vger\.kernel\.org|googlegroups\.com|(.*\.)?groups\.io|yahoogroups\.[a-z.]+|freelists\.org|public\.gmane\.org)$/;

/** An address behind which there is no one person: info@, noreply@, buchhaltung@, an announcement list. */
export const isRoleAddress = (address: string): boolean => sendsNotices(address) || isOfSeveral(localOf(address));

const localOf = (address: string): string => address.slice(0, address.lastIndexOf("@")).replace(/\+.*$/, "");

function isOfSeveral(local: string): boolean {
  const bare = local.replace(/\d+$/, "");
  const parts = local.split(/[._-]+/);
  return (
    OF_SEVERAL.has(bare) ||
    ROLES.has(bare) ||
    OF_SEVERAL_BEHIND.test(bare) ||
    /^all[._-]|[._-]dl-|^dl[._-]/.test(local) ||
    // "j.sales" and "maria-press" are people.
    (parts.length > 1 &&
      parts.every((part) => part.length > 1 && !isGivenName(part)) &&
      parts.some((part) => (OF_SEVERAL.has(part) || ROLES.has(part)) && !NAMES_TOO.has(part)))
  );
}

/** Of those, one that sends mostly what nobody wrote to anybody: newsletters, notices, receipts. */
export function sendsNotices(address: string): boolean {
  const local = localOf(address);
  return (
    ROLES.has(local) ||
    local.startsWith(".") ||
    local.split(/[._-]+/).some((part, _, parts) => parts.length > 1 && ROLE_PARTS.has(part)) ||
    LIST_HOST.test(domainOf(address)) ||
    /^dl[-_]|^microsoftexchange[\da-f]{32}$/.test(local) ||
    /(^|[-_.])(no-?reply|do-?not-?reply|bounces?|mailer-daemon|notifications?|newsletter|owner-[\w-]+|listserv)([-_.]|$)/.test(
      local,
    ) ||
    /-(request|owner|bounces?|l|list)$/.test(local)
  );
}

/** Of those, one that nobody writes from, in answer to anything either. */
export const isMachineAddress = (address: string): boolean =>
  /^(mailer-daemon|postmaster|microsoftexchange[\da-f]{32}|(.*[-_.])?(no-?_?reply|do-?not-?reply|bounces?)([-_.+].*)?)@/.test(
    address,
  );

/** How a person is called: "Beck, Sally" becomes "Sally Beck"; without a name, what the address suggests. */
export function displayName(raw: string, address: string): string {
  const name = raw
    .slice(0, MOST_LOOKED_AT)
    .replace(/\s+/g, " ")
    .replace(/^['"“”‘’\s]+|['"“”‘’\s]+$/g, "")
    .replace(/\s*<[^>]*>?\s*$/, "")
    // "Sally Beck (Acme)", "Beck, Sally [Acme]", "Sally Beck | Acme", "Sally Beck via Docs": where somebody is, or how it came.
    .replace(/(?<=\S)\s*[([][^()[\]]*[)\]](?=\s|,|$)/g, "")
    .replace(/(?<=\p{L}\S* \S*\p{L})['"’”]?\s+(\||via\s).*$/iu, "")
    .replace(/[\s,]+$/, "")
    .trim();
  if (name === "" || isNoName(name) || (ROLES.has(name.toLowerCase()) && !isRoleAddress(address)))
    return nameFromAddress(address);
  if (name.length <= LONGEST_LOCAL && DOTTED.test(name)) return nameFromAddress(`${name.toLowerCase()}@`);
  const parts = name.split(",").map((part) => part.trim());
  const [family, given, ...more] = parts;
  const isReversed =
    family &&
    given &&
    more.length === 0 &&
    !/\d/.test(name) &&
    family.split(" ").length <= 3 &&
    !COMPANY_FORM.test(given);
  return beginningOf(inUsualLetters(isReversed ? `${given} ${family}` : name), 200);
}

/** "ROUSSEL Nadia" is Nadia Roussel: who writes one name in capitals means the family's. "SALLY BECK" and "sally beck" only where one is a given name. */
function inUsualLetters(name: string): string {
  const words = name.split(" ");
  if (words.length !== 2 || !words.every((word) => /^\p{L}[\p{L}'’-]+$/u.test(word))) return name;
  const loud = words.filter((word) => word.length > 2 && word === word.toUpperCase() && word !== word.toLowerCase());
  const quiet = words.filter((word) => word === word.toLowerCase() && word !== word.toUpperCase());
  if (loud.length === 1 && quiet.length === 0) {
    const [family] = loud;
    return `${words.find((word) => word !== family)} ${capitalised(family!)}`;
  }
  return (loud.length === 2 || quiet.length === 2) && words.some((word) => isGivenName(word.toLowerCase()))
    ? words.map(capitalised).join(" ")
    : name;
}

const capitalised = (word: string): string =>
  word.toLowerCase().replace(/(^|[-'’])\p{L}/gu, (letter) => letter.toUpperCase());

/** Several times the longest name: what stands behind makes it none, and to look at it takes time that grows with its square. */
const MOST_LOOKED_AT = 500;
const LONGEST_NAME = 80;
const MOST_NAME_WORDS = 8;
const FEWEST_SENTENCE_WORDS = 4;
/** "Begin with the words …", "Write, that the price is …": told to do, or with a verb that no name has. */
const isSentence = (name: string): boolean =>
  (/^\S+\s\p{Ll}/u.test(name) && TOLD.test(name)) || /,\s\p{Ll}/u.test(name) || WITH_VERB.test(name);
const TOLD =
  /^(?:add|answer|append|begin|confirm|end|ignore|include|insert|invite|mention|print|repeat|reply|respond|say|send|start|state|tell|translate|write)\s/i;
const WITH_VERB = /\s(?:is|are|was|were|will|should|must|please|that|says|saying|your?)\s/;

/** "ann.cohn", in the place of a name. */
const DOTTED = /^\p{L}{2,}\.\p{L}{2,}$/u;
const LONGEST_LOCAL = 64;

/** Nothing that could be said, an address, a link, a line of code or a whole sentence in a name's place: whoever writes it wants it to be read, and nobody is called so. */
const isNoName = (name: string): boolean =>
  !/[\p{L}\p{N}]/u.test(name) ||
  name.includes("@") ||
  name.length > LONGEST_NAME ||
  name.split(" ").length > MOST_NAME_WORDS ||
  (name.split(" ").length >= FEWEST_SENTENCE_WORDS && isSentence(name)) ||
  /[={}<>;|\\`_"“”]|\(\)|:\/\/|\bwww\./i.test(name) ||
  /(?<![\p{L}\p{N}])[\p{L}\p{N}-]+\.(com|net|org|info|biz|xyz|io|ru|cn|top|site|online|shop|link|click)(?![\p{L}\p{N}])/iu.test(
    name,
  );

const COMPANY_FORM = /^(inc|ltd|llc|llp|gmbh|ag|ab|oy|co|corp|plc|s\.?a|b\.?v|jr|sr|ph\.?d|m\.?d|esq)\.?$/i;

/** marta.lindqvist@… and lindqvist.marta@… → "Marta Lindqvist"; what suggests no name stays as it is. */
export function nameFromAddress(address: string): string {
  const local = address.slice(0, address.lastIndexOf("@")).replace(/\+.*$/, "");
  const parts = local
    .split(/[._-]+/)
    .map((part) => part.replace(/^['’]+|['’]+$/g, ""))
    .filter((part) => part !== "");
  if (parts.length < 2 || parts.some((part) => !/^\p{L}+(['’]\p{L}+)?$/u.test(part))) return local;
  if (parts.length === 2 && isGivenName(parts[1]!) && !isGivenName(parts[0]!)) parts.reverse();
  return parts.map((part) => part[0]!.toUpperCase() + part.slice(1)).join(" ");
}

/** The names in an Exchange export's X-From or X-To: `Beck, Sally </O=…/CN=SBECK>, Bob Hall <…>`, in the order of the addresses. */
export function exchangeNames(value: string | undefined): string[] {
  if (!value?.includes("</O=")) return value && !value.includes(",") && !value.includes("<") ? [value.trim()] : [];
  return value
    .split(/<\/O=[^>]*>\s*,?/i)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
