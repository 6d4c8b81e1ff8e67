import { later } from "../parts/later.tsx";
import { PanelCode } from "../parts/panel-code.ts";

/** Each page is code of its own: who opens one does not wait for the others, which come when there is time. */
export const pages = {
  Mail: later(() => import("../mail/MailPage.tsx").then((code) => code.MailPage)),
  Contacts: later(() => import("../contacts/ContactsPage.tsx").then((code) => code.ContactsPage)),
  Contact: later(() => import("../contacts/ContactPage.tsx").then((code) => code.ContactPage)),
  Companies: later(() => import("../companies/CompaniesPage.tsx").then((code) => code.CompaniesPage)),
  Company: later(() => import("../companies/CompanyPage.tsx").then((code) => code.CompanyPage)),
  Search: later(() => import("../search/SearchPage.tsx").then((code) => code.SearchPage)),
  Email: later(() => import("../search/RecordPage.tsx").then((code) => code.EmailPage)),
  Activity: later(() => import("../search/RecordPage.tsx").then((code) => code.ActivityPage)),
  Imports: later(() => import("../imports/ImportsPage.tsx").then((code) => code.ImportsPage)),
  Import: later(() => import("../imports/ImportPage.tsx").then((code) => code.ImportPage)),
  Ledger: later(() => import("../ledger/LedgerPage.tsx").then((code) => code.LedgerPage)),
  Settings: later(() => import("../settings/SettingsPage.tsx").then((code) => code.SettingsPage)),
  Pair: later(() => import("../pair/PairPage.tsx").then((code) => code.PairPage)),
  Welcome: later(() => import("../welcome/WelcomePage.tsx").then((code) => code.WelcomePage)),
};

const FIRST: Readonly<Record<string, keyof typeof pages>> = {
  "": "Mail",
  mail: "Mail",
  threads: "Mail",
  contacts: "Contacts",
  companies: "Companies",
  search: "Search",
  import: "Imports",
  imports: "Import",
  ledger: "Ledger",
  settings: "Settings",
  pair: "Pair",
};

/** The page that is opened is on its way while it is asked who is signed in. */
export function comeFor(path: string): void {
  const [section = "", id] = path.split("/").slice(1);
  const name = id && section === "contacts" ? "Contact" : id && section === "companies" ? "Company" : FIRST[section];
  // Whoever draws it says what is wrong.
  if (name) pages[name].come().catch(() => {});
  if (id && section !== "companies") PanelCode.come().catch(() => {});
}

/** The others, when the browser has nothing better to do: then a page is there also while the server is away. */
export function comeAll(): () => void {
  if (!("requestIdleCallback" in window)) return () => {};
  const idle = requestIdleCallback(() => {
    for (const code of [...Object.values(pages), PanelCode]) code.come().catch(() => {});
  });
  return () => cancelIdleCallback(idle);
}
