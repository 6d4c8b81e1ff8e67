import { companies } from "@sidenote/contract/companies";
import type { OutputOf } from "@sidenote/contract/endpoint";
import { useCall } from "../queries.ts";
import { useBeingOne } from "../records/being-one.ts";

const MOST = 100;
export const COMPANIES_CHANGED = ["/v1/companies", "/v1/contacts", "/v1/search"];

type Pair = OutputOf<typeof companies.duplicates>["items"][number];

export const useCompanyPairs = (): readonly Pair[] => useCall(companies.duplicates, { limit: MOST }).data?.items ?? [];

export const useOneCompany = (onMerged?: (pair: Pair) => void) =>
  useBeingOne({ calls: companies, one: "company", several: "companies", changes: COMPANIES_CHANGED }, onMerged);
