import { contacts } from "@sidenote/contract/contacts";
import type { OutputOf } from "@sidenote/contract/endpoint";
import { useCall } from "../queries.ts";
import { useBeingOne } from "../records/being-one.ts";
import { PEOPLE_CHANGED } from "./saving.ts";

const MOST = 100;

type Pair = OutputOf<typeof contacts.duplicates>["items"][number];

export const useContactPairs = (): readonly Pair[] => useCall(contacts.duplicates, { limit: MOST }).data?.items ?? [];

export const useOneContact = (onMerged?: (pair: Pair) => void) =>
  useBeingOne({ calls: contacts, one: "contact", several: "contacts", changes: PEOPLE_CHANGED }, onMerged);
