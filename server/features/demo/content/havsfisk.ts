import type { Person, Relation } from "./story.ts";

/** Nobody of the organization has written to her yet: she is only seen in mail. */
export const karin: Person = {
  name: "Karin Svensson",
  address: "karin@havsfisk.example",
  client: "gmail",
  signature: "Karin Svensson\nPurchasing, Havsfisk\nHamngatan 3, Simrishamn",
};

export const havsfisk: Relation = { company: { name: "Havsfisk" }, people: [karin], threads: [] };
