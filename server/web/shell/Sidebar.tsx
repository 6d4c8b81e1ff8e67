import { emails } from "@sidenote/contract/emails";
import type { Me } from "@sidenote/contract/organizations";
import { Face } from "@sidenote/panel/ui/Face.tsx";
import { Building2, Download, type LucideIcon, Mail, Search, Settings, Users } from "lucide-react";
import { Link, useLocation } from "wouter";
import { useCall } from "../queries.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { Mark } from "./Mark.tsx";

type Place = { to: string; label: string; icon: LucideIcon; also: RegExp };

export const places: readonly Place[] = [
  { to: "/mail", label: "Mail", icon: Mail, also: /^\/(mail|threads)/ },
  { to: "/contacts", label: "Contacts", icon: Users, also: /^\/contacts/ },
  { to: "/companies", label: "Companies", icon: Building2, also: /^\/companies/ },
  { to: "/search", label: "Search", icon: Search, also: /^\/search/ },
  { to: "/import", label: "Import", icon: Download, also: /^\/(imports?|ledger)/ },
  { to: "/settings", label: "Settings", icon: Settings, also: /^\/(settings|pair)/ },
];

/** Where one can go; below 900 px it lies at the bottom of the screen. */
export function Sidebar({ me, openSearch, openHelp }: { me: Me; openSearch: () => void; openHelp: () => void }) {
  const [path] = useLocation();
  const waiting = useCall(emails.threads, { owed: "you", limit: 1 }).data?.waitingForYou;
  return (
    <nav className="sidebar" aria-label="Workspace">
      <Link href="/" className="brand row">
        <Mark /> <span className="strong label">Sidenote</span>
      </Link>
      <ul>
        {places.map(({ to, label, icon: Icon, also }) => (
          <li key={to} className={to === "/import" ? "apart" : undefined}>
            <Link
              href={to}
              className="place"
              aria-current={also.test(path) ? "page" : undefined}
              aria-label={to === "/mail" && waiting ? `${label}, ${waiting} waiting for you` : undefined}
              title={label}
            >
              <Icon size={16} strokeWidth={1.75} aria-hidden />
              <span className="label">{label}</span>
              {to === "/mail" && !!waiting && (
                <b className="num count" title={`${waiting} waiting for you`}>
                  {waiting}
                </b>
              )}
            </Link>
          </li>
        ))}
      </ul>
      <div className="grow" />
      <button type="button" className="place find" onClick={openSearch} title="Search and go anywhere">
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <span className="label">Find anything</span>
        <span className="kbd label">{MOD}K</span>
      </button>
      <AccountMenu me={me} openHelp={openHelp}>
        <button type="button" className="place account" title={`${me.member.name}, ${me.organization.name}`}>
          <Face name={me.member.name} size="s" />
          <span className="grow label">
            <span className="clip account-name">{me.member.name}</span>
            <span className="clip t-meta">
              {me.organization.name}
              {me.organization.demo && " · demo"}
            </span>
          </span>
        </button>
      </AccountMenu>
    </nav>
  );
}

export const MOD = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl ";
