import { ApiError } from "@sidenote/contract/errors";
import { type Asked, Load } from "@sidenote/panel/ui/Load.tsx";
import type { ReactNode } from "react";
import { NotFound } from "../shell/NotFound.tsx";

/** A page about one record. Where there is none, asking again helps nobody: it leads to its likes. */
export function OneRecord<T>({
  query,
  what,
  skeleton,
  children,
}: {
  query: Asked<T>;
  what: keyof typeof LIKES;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const { data, error } = query;
  if (data === undefined && error instanceof ApiError && error.body.code === "not_found")
    return <NotFound what={what} {...LIKES[what]} />;
  return (
    <Load query={query} skeleton={skeleton}>
      {children}
    </Load>
  );
}

const LIKES = {
  contact: { to: "/contacts", leads: "All contacts" },
  company: { to: "/companies", leads: "All companies" },
  thread: { to: "/mail", leads: "All mail" },
  mail: { to: "/mail", leads: "All mail" },
  note: { to: "/search", leads: "Search" },
  import: { to: "/import", leads: "All imports" },
} as const;
