import { type CompanySummary, companies } from "@sidenote/contract/companies";
import { useClient } from "@sidenote/panel/client";
import { keepPreviousData } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useCall } from "../queries.ts";

const SHOWN = 20;
const AT_ONCE = 200;

/** The companies of a field in which one is named: those that are like what has been typed, and the one that is called just so. */
export function useCompanyChoices() {
  const { api } = useClient();
  const [typed, setTyped] = useState<string | null>(null);
  const q = useDeferredValue(typed?.trim());
  const like = useCall(
    companies.list,
    { limit: SHOWN, sort: "name", ...(q ? { q } : {}) },
    { enabled: q !== undefined, placeholderData: keepPreviousData },
  );
  const named = async (name: string): Promise<CompanySummary | undefined> => {
    const wanted = name.toLowerCase();
    let cursor: string | null = null;
    do {
      const page: { items: CompanySummary[]; nextCursor: string | null } = await api(companies.list, {
        q: name,
        sort: "name",
        limit: AT_ONCE,
        ...(cursor ? { cursor } : {}),
      });
      const found = page.items.find((one) => one.name.toLowerCase() === wanted);
      if (found) return found;
      cursor = page.nextCursor;
    } while (cursor);
    return undefined;
  };
  return { items: like.data?.items ?? [], onType: setTyped, named };
}
