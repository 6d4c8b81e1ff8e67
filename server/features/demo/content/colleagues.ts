import type { Person } from "./story.ts";

/** The member, as whom the demo is looked at. */
export const ada: Person = {
  name: "Ada Berg",
  address: "ada.berg@fjordkyl.example",
  client: "gmail",
  signature: "Ada Berg\nKey accounts, Fjord Kyl AB\nStigbergsgatan 14, Göteborg\n+46 31 390 06 12",
};

export const nils: Person = {
  name: "Nils Holm",
  address: "nils.holm@fjordkyl.example",
  title: "Service Manager",
  client: "thunderbird",
  signature: "Nils Holm, service\nFjord Kyl AB\non call +46 31 390 06 40",
};

export const petra: Person = {
  name: "Petra Sjögren",
  address: "petra.sjogren@fjordkyl.example",
  title: "Finance",
  client: "outlook",
  signature: "Petra Sjögren\nEkonomi / Finance\nFjord Kyl AB",
};

export const lars: Person = {
  name: "Lars Berglund",
  address: "lars.berglund@fjordkyl.example",
  title: "Managing Director",
  client: "iphone",
  signature: "Sent from my iPhone",
};

/** What several colleagues read: mail to it is in the member's mailbox without being to the member. */
export const serviceDesk: Person = {
  name: "Fjord Kyl Service",
  address: "service@fjordkyl.example",
  client: "thunderbird",
};
